using System.Globalization;
using Parley.Control.Contacts;
using Parley.Lines.Contacts;

namespace Parley.Cli.Rendering;

/// <summary>The contact record for people: a pair a row, each side's requests and answers below, then what was entered by hand.</summary>
internal static class ContactLines
{
    private const string Indent = "    ";

    public static void Show(Screen screen, ContactBoardView board)
    {
        var mark = TranscriptText.Mark(board.Mode);
        screen.Line($"{mark}{SafeText.Line(board.Line)}: contact record as of {TranscriptText.Time(board.AsOf)}, read from {TranscriptText.Time(board.From)}", Tint.Quiet);
        if (board.Pairs.Count == 0)
            screen.Line($"{mark}the charter named no counterparts then");
        else
            screen.Table([$"{mark}pair", "last talk, both say", "days", "later, one side alone says", "days"], board.Pairs.Select(p => Row(mark, p)));
        screen.Lines(board.Pairs.SelectMany(p => p.Sides.SelectMany(s => Side(p, s))).Concat(board.Contacts.SelectMany(Contact))
            .Select(l => l with { Text = mark + l.Text }));
    }

    private static string[] Row(string mark, PairRecordView pair) =>
    [
        mark + SafeText.Line(pair.Pair),
        pair.Last is { } last ? TranscriptText.Time(last) : "none known",
        pair.Days is { } days ? Number(days) : "-",
        pair.LastOneSided is { } alone ? TranscriptText.Time(alone) : "-",
        pair.OneSidedDays is { } since ? Number(since) : "-",
    ];

    private static IEnumerable<TintedLine> Side(PairRecordView pair, ContactSideView side)
    {
        var counts = Counts(side.Asked);
        var total = counts.Sum(c => c.Count);
        var wasAsked = pair.Sides.Any(s => s != side && Counts(s.Asked).Any(c => c.Count > 0));
        var words = total == 0 ? "asked for no call" : $"asked {Number(total)}: {string.Join(", ", counts.Where(c => c.Count > 0).Select(c => $"{Number(c.Count)} {c.What}"))}";
        var answers = side.Answered == 0
            ? wasAsked ? "answered none" : "was asked for none"
            : $"answered {Number(side.Answered)}, median {Minutes(side.MedianMinutes)}, nine of ten within {Minutes(side.NinetiethMinutes)}";
        var checks = side.Checks is { } missed ? $"; checks of the line: {Number(missed.NotSent)} not sent, {Number(missed.NotAnswered)} not answered" : "";
        yield return new(SafeText.Line($"{pair.Pair}, {side.Party}: {words}; {answers}{checks}"), side.Asked.Unacknowledged > 0 ? Tint.Warning : Tint.Plain);
        foreach (var entry in side.Unacknowledged)
            yield return new(SafeText.Line($"{Indent}UNACKNOWLEDGED, asked by {side.Party}; it can still be answered  ref {entry}"), Tint.Warning);
    }

    private static (string What, int Count)[] Counts(RequestCountsView asked) =>
    [
        ("held", asked.Held), ("scheduled", asked.Scheduled), ("acknowledged without a date", asked.Undated), ("declined", asked.Declined),
        ("UNACKNOWLEDGED at the deadline", asked.Unacknowledged), ("expired without a word", asked.Expired), ("cancelled", asked.Cancelled), ("waiting", asked.Waiting),
    ];

    private static IEnumerable<TintedLine> Contact(ContactView contact)
    {
        var standing = contact.Standing switch
        {
            ContactStanding.OneSided => $"ONE-SIDED: by the word of {contact.Party} alone",
            ContactStanding.Confirmed => "CONFIRMED",
            ContactStanding.Contested => "CONTESTED: another side says that it was not so; it does not count",
            ContactStanding.Unreadable => "NOT COUNTED: its words cannot be read here",
            ContactStanding.UnknownPair => "NOT COUNTED: the charter names no such pair with a seat of each of them",
            ContactStanding.Ahead => "NOT COUNTED: it ends after it was said",
            _ => "NOT COUNTED: a test",
        };
        var times = contact is { From: { } from, Until: { } until } ? $" {TranscriptText.Time(from)} to {TranscriptText.Time(until)}" : "";
        var means = contact.Means is { } by ? $", by {(by == ContactMeans.Other ? "other means" : by.ToString().ToLowerInvariant())}" : "";
        yield return new(
            SafeText.Line($"{contact.Pair ?? "?"}{times}{means}, entered by {contact.Party} {TranscriptText.Time(contact.At)}: {standing}"),
            contact.Standing == ContactStanding.Confirmed ? Tint.Good : Tint.Warning);
        if (contact is { Ours: { } ours, Theirs: { } theirs })
            yield return new(SafeText.Line($"{Indent}{contact.Party}: {ours}; {string.Join(", ", contact.With)}: {theirs}"));
        foreach (var line in contact.Text is { } text ? SafeText.Lines(text) : [])
            yield return new($"{Indent}({SafeText.Line(contact.Language ?? "")}) {line}", Tint.Quiet);
        foreach (var word in contact.Words)
            yield return Word(word);
        yield return new($"{Indent}ref {SafeText.Line(contact.Entry)}", Tint.Quiet);
    }

    private static TintedLine Word(ContactWordView word)
    {
        var effect = word.Effect switch
        {
            ContactEffect.Took => "",
            ContactEffect.Unreadable => " UNREADABLE HERE",
            ContactEffect.Own => " NOT COUNTED: nobody confirms or contests his own contact",
            _ => " NOT COUNTED: it had no part in the contact",
        };
        var text = word.Text is { } said ? $" ({word.Language}) {said}" : "";
        var what = word.Answer?.ToString().ToLowerInvariant() ?? "something";
        return new(
            SafeText.Line($"{Indent}{TranscriptText.Time(word.At)}  {word.Party} says: {what}{effect}{text}"), word.Effect == ContactEffect.Took ? Tint.Plain : Tint.Warning);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Minutes(double? minutes) => minutes is { } known ? $"{known.ToString("0.#", CultureInfo.InvariantCulture)} min" : "?";
}
