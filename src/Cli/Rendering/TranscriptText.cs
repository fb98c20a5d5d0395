using System.Globalization;
using Parley.Control.ByHand;
using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Cli.Rendering;

/// <summary>Entries of a transcript for people. On an exercise line every line of output begins with the word, so that no piece that is cut
/// out of it can be taken for the real thing.</summary>
internal sealed class TranscriptText(string own, bool isExercise, int width)
{
    private const string Exercise = "EXERCISE | ";
    private const string Indent = "    ";
    private const int LeastWidth = 30;

    // A hash is shown by its first eight digits.
    private const int BookLength = 56;

    /// <summary>One entry, an empty line after it.</summary>
    public IEnumerable<TintedLine> Entry(EntryView entry) =>
        Marked(entry, [
        .. Head(entry), .. Words(entry), .. QuestionLines.At(entry), .. Relations(entry), .. Receipts(entry), .. HandlingText.Of(entry, own, width), new(""),
    ]);

    /// <summary>The words of an entry alone, within something that is marked as a whole.</summary>
    public IEnumerable<TintedLine> Plain(EntryView entry) => [.. Head(entry), .. Words(entry), .. QuestionLines.At(entry), .. Relations(entry)];

    /// <summary>What has become known of an entry that was shown before.</summary>
    public IEnumerable<TintedLine> Update(EntryView entry) =>
        Marked(entry, [new($"about {entry.Entry}, {Time(entry.Time)}:", Tint.Quiet), .. Receipts(entry), .. HandlingText.Of(entry, own, width), new("")]);

    /// <summary>Something said elsewhere, set apart from the transcript. An empty line after it.</summary>
    public IEnumerable<TintedLine> Outside(OutsideView note) => Marked(
    [
        new(
            SafeText.Line(
                $"--- OUTSIDE {note.Number}, UNAUTHENTICATED, entered by {note.Officer} {Time(note.Entered)}: {note.Speaker}, {Time(note.At)} ({note.Language})"),
            Tint.Warning),
        .. SafeText.Lines(note.Quote).SelectMany(l => SafeText.Wrap(l, Math.Max(LeastWidth, width - Indent.Length - Exercise.Length)))
            .Select(l => new TintedLine($"--- {l}", Tint.Quiet)),
        new(SafeText.Line($"--- source: {note.Source}"), Tint.Quiet),
        .. Declared(note),
        new(""),
    ]);

    /// <summary>Entries and what was said elsewhere, by time: each of the latter stands before the first entry that is later.</summary>
    public IEnumerable<TintedLine> Page(TranscriptPage page)
    {
        var outside = new Queue<OutsideView>(page.Outside ?? []);
        foreach (var entry in page.Entries)
        {
            while (outside.TryPeek(out var note) && note.At < entry.Time)
            {
                foreach (var line in Outside(outside.Dequeue()))
                    yield return line;
            }

            foreach (var line in Entry(entry))
                yield return line;
        }

        foreach (var line in outside.SelectMany(Outside))
            yield return line;
    }

    /// <summary>A clock's difference in words; empty where it is not known or less than two seconds.</summary>
    public static string Clock(double? ahead) => ahead is { } seconds && Math.Abs(seconds) >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"their clock is about {Math.Abs(seconds):0} s {(seconds > 0 ? "ahead" : "behind")}")
        : "";

    /// <summary>What was done by hand: one officer's word.</summary>
    public static TintedLine Deed(ByHandDeedView deed)
    {
        var what = deed.Deed switch
        {
            ByHandDeed.Sent => $"read out or handed over to {deed.Party}",
            ByHandDeed.Received => $"{deed.Party} is said to have received it",
            ByHandDeed.Refused => $"{deed.Party} would not take it",
            _ => $"{deed.Party} is said to have handled it: {deed.Stage?.Words()}{(deed.Addressee is { } role ? $" ({role})" : "")}",
        };
        var said = deed.Text is { } text ? $": ({deed.Language}) {text}" : "";
        var entered = $"by {deed.Means.Name()} {Time(deed.At)}, entered by {deed.Officer} of {deed.By}; one-sided, unauthenticated";
        return new(SafeText.Line($"{Indent}{what}, {entered}{said}"), Tint.Warning);
    }

    /// <summary>Marks lines that belong to the line but to no entry.</summary>
    public IEnumerable<TintedLine> Marked(IEnumerable<TintedLine> lines) => Marked(isExercise, lines);

    /// <summary>Lines of a line of that mode, each marked where it is an exercise.</summary>
    public static IEnumerable<TintedLine> Marked(LineMode mode, IEnumerable<TintedLine> lines) => Marked(mode == LineMode.Exercise, lines);

    /// <summary>What stands before everything of an exercise line; nothing for a live one.</summary>
    public static string Mark(LineMode? mode) => mode == LineMode.Exercise ? Exercise : "";

    /// <summary>How far an entry got with one party. Only that party's signature makes it "received".</summary>
    public static TintedLine Receipt(ReceiptView receipt, DateTimeOffset sent)
    {
        if (!receipt.Received)
        {
            return receipt.Unreadable
                ? new($"recorded by {receipt.Party}, but the words are not readable there: say them again with 'parley " +
                    $"reissue'", Tint.Warning)
                : new($"not received by {receipt.Party}", Tint.Warning);
        }

        var at = receipt.At is { } time ? " " + Time(time, sent) : "";
        return receipt.Disputed
            ? new($"received by {receipt.Party}{at} by their clock, which does not agree with ours", Tint.Warning)
            : new($"received by {receipt.Party}{at}", Tint.Good);
    }

    /// <summary>What a code message says by itself: its number, its codebook and what stands in its blanks, whatever text is shown with it.</summary>
    public static IEnumerable<TintedLine> Code(CodeView code)
    {
        var blanks = string.Join("; ", code.Blanks.Select(b => $"{b.Name} = {b.Value}"));
        var book = code.Codebook.Length > BookLength ? code.Codebook[..^BookLength] : code.Codebook;
        yield return new(SafeText.Line($"{Indent}CODE {code.Number} of {book}{(blanks.Length > 0 ? $": {blanks}" : "")}"));
        if (code.NotRendered is { } why)
            yield return new(SafeText.Line($"{Indent}its text is not shown: {why}"), Tint.Warning);
        if (code.Unchecked)
            yield return new($"{Indent}its makers say that no expert of the language has looked at this text", Tint.Quiet);
    }

    /// <summary>UTC; the date is left out when it is that of <paramref name="near"/>.</summary>
    public static string Time(DateTimeOffset time, DateTimeOffset? near = null) => time.UtcDateTime.ToString(
        near?.UtcDateTime.Date == time.UtcDateTime.Date ? "HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private IEnumerable<TintedLine> Marked(EntryView entry, IEnumerable<TintedLine> lines) => Marked(isExercise || entry.Mode == LineMode.Exercise, lines);

    private static IEnumerable<TintedLine> Marked(bool exercise, IEnumerable<TintedLine> lines) =>
        exercise ? lines.Select(l => l with { Text = (Exercise + l.Text).TrimEnd() }) : lines;

    private static IEnumerable<TintedLine> Declared(OutsideView note)
    {
        if (note.Declares is { } declares)
            yield return new(SafeText.Line($"--- told outside: {note.Party} declares the line {declares.ToString().ToLowerInvariant()}"), Tint.Warning);
    }

    private static IEnumerable<TintedLine> Head(EntryView entry)
    {
        var tint = entry.Precedence switch
        {
            Precedence.Flash => Tint.Flash,
            Precedence.Immediate => Tint.Immediate,
            _ => Tint.Plain,
        };
        var words = new List<string> { Time(entry.Time) };
        if (entry.Status != Status.System)
            words.Add(entry.Precedence.ToString().ToUpperInvariant());
        if (entry.Status == Status.Test)
            words.Add("TEST");
        words.Add(SafeText.Line(entry.ByHand is { } by ? $"{by.Party} by {by.Means.Name()}" : entry.Party));
        if (entry.Kind != EntryKind.Message)
            words.Add($"[{SafeText.Line(entry.Kind)}]");
        // No author can write that into a heading; in a text he could.
        if (entry.Readable == Readability.Destroyed)
            words.Add("DESTROYED");
        else if (entry.Language is { } language)
            words.Add($"({SafeText.Line(language)})");
        yield return new(string.Join("  ", words), entry.Status == Status.System ? Tint.Quiet : tint);
        if (entry.Status == Status.Test)
            yield return new(Indent + "*** TEST *** TEST *** TEST *** these words are not meant", Tint.Test);
        if (entry.ByHand is { } hand)
            yield return new(Indent + SafeText.Line(OneSided(hand, entry)), Tint.Warning);
    }

    private static string OneSided(ByHandView hand, EntryView entry) =>
        $"ONE-SIDED, UNAUTHENTICATED: said to be of {hand.Party}, by {hand.Means.Name()} {Time(hand.At, entry.Time)}, entered by {hand.Officer} of {entry.Party}; " +
        (hand.Checked ? "the check groups that were heard fit" : "no check groups were heard");

    private IEnumerable<TintedLine> Words(EntryView entry)
    {
        if (entry.Readable == Readability.Absent)
            yield return new(Indent + "the words have not arrived here yet", Tint.Warning);
        else if (entry.Readable == Readability.Unreadable)
            yield return new(Indent + "the words cannot be read here; the other side can say them again", Tint.Warning);
        else if (entry is { Readable: Readability.Destroyed, Text: null })
            yield return new(Indent + "DESTROYED here. What proves that it was said stays.");
        foreach (var line in entry.Text is { } text ? SafeText.Lines(text) : [])
        {
            foreach (var part in SafeText.Wrap(line, Math.Max(LeastWidth, width - Indent.Length - Exercise.Length)))
                yield return new(Indent + part);
        }

        foreach (var line in entry.Code is { } code ? Code(code) : [])
            yield return line;
    }

    private static IEnumerable<TintedLine> Relations(EntryView entry)
    {
        if (entry.Supersedes is { } supersedes)
            yield return new($"{Indent}replaces {SafeText.Line(supersedes)}");
        foreach (var regards in entry.Regards)
            yield return new($"{Indent}regards {SafeText.Line(regards)}");
        foreach (var missing in entry.Missing ?? [])
            yield return new($"{Indent}GAP: its author held {SafeText.Line(missing)} that have not come here", Tint.Warning);
        foreach (var crossed in entry.Crossed)
            yield return new($"{Indent}crossed with {SafeText.Line(crossed)}, which its author had not been shown", Tint.Warning);
        var number = EntryRef.Parse(entry.Entry) is { } known ? $", number {MessageNumber.Of(known)}" : "";
        yield return new($"{Indent}ref {SafeText.Line(entry.Entry)}{number}", Tint.Quiet);
    }

    private IEnumerable<TintedLine> Receipts(EntryView entry)
    {
        if (entry.Party != own && entry.RecordedAt is { } recorded)
        {
            var clock = Clock(entry.ClockAheadSeconds);
            yield return new($"{Indent}recorded here {Time(recorded, entry.Time)}{(clock.Length > 0 ? $"; {clock}" : "")}", Tint.Quiet);
        }

        foreach (var receipt in entry.Receipts.Where(r => r.Party != own && r.Party != entry.Party))
        {
            var line = Receipt(receipt with { Party = SafeText.Line(receipt.Party) }, entry.Time);
            yield return line with { Text = Indent + line.Text };
        }

        foreach (var deed in (entry.Deeds ?? []).Where(d => d.Deed != ByHandDeed.Handled || !entry.Handling.Any(h => h.OneSided && h.Party == d.Party)))
            yield return Deed(deed);
    }
}
