using System.Globalization;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Cli.Rendering;

/// <summary>Activities for people. Of humanitarian sites and movements nothing is green, and nothing says more than the other side signed or reports.</summary>
internal static class ActivityLines
{
    private const string Indent = "    ";
    private const string Law = "Notification is not a request; protection under law does not depend on it.";
    private const int LeastTitle = 12;

    /// <summary>A table of the activities of a line.</summary>
    /// <param name="width">Characters of a row, where the titles can be cut to them.</param>
    public static IEnumerable<TintedLine> List(ActivityListView list, int width)
    {
        yield return new($"{SafeText.Line(list.Line)}: activities; {Kept(list.Separation)}", Tint.Quiet);
        if (list.Activities.Count == 0)
            yield return new("nothing is notified");
        string[][] cells = [.. list.Activities.Select(a => new[] { SafeText.Line(a.Number), Who(a), a.Kind.Name(), State(a), Span(a.From, a.Until) })];
        var widths = Enumerable.Range(0, 5).Select(c => cells.Select(r => r[c].Length).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var (activity, row) in list.Activities.Zip(cells))
        {
            var start = string.Concat(row.Select((c, i) => c.PadRight(widths[i] + 2)));
            yield return new(start + Cut(SafeText.Line(activity.Title), Math.Max(LeastTitle, width - start.Length)), TintOf(activity));
            foreach (var line in Remarks(activity))
                yield return line;
        }

        if (list.More > 0)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{list.More} more are not told; ask for one kind with --kind"), Tint.Warning);
    }

    /// <summary>One activity with all that was said of it.</summary>
    /// <param name="place">The station, as commands name it.</param>
    public static IEnumerable<TintedLine> Whole(ActivityView view, string place)
    {
        var row = view.Activity;
        var isAid = row.Kind.IsHumanitarian();
        IEnumerable<TintedLine> lines =
        [
            new($"{Named(row)}  {State(row)}", TintOf(row)),
            new($"{Indent}notified {TranscriptText.Time(row.At)} on {SafeText.Line(view.Line)}; contact: {SafeText.Line(row.Contact)}"),
            new($"{Indent}{Span(row.From, row.Until)}"),
            .. Remarks(row),
            .. Aid(view),
            .. row.Volumes.SelectMany((v, i) => Volume(v, i, row.Volumes.Count)),
            .. Text(view.Language, view.Text),
            .. view.Followed.SelectMany(Followed),
            .. view.ReadBacks.Select(ReadBack),
            .. view.Addressees.Select(a => Addressee(a, row.IsOurs)),
            .. view.Receipts.Where(r => r.Party != row.Party).Select(Receipt),
            .. isAid ? [new($"{Indent}{SafeText.Line(view.Reached)}"), new($"{Indent}{Law}")] : Array.Empty<TintedLine>(),
            .. Overlaps(view, place),
            new($"{Indent}ref {SafeText.Line(row.Entry)}", Tint.Quiet),
        ];
        return isAid ? lines.Select(l => l.Tint == Tint.Good ? l with { Tint = Tint.Plain } : l) : lines;
    }

    /// <summary>A place as the other side understood it, and how far that is from what stands.</summary>
    public static TintedLine ReadBack(ActivityReadBackView read) => new(
        SafeText.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{Indent}{read.Party} read back volume {read.Volume} as {read.Text.ReplaceLineEndings(" ")}: ") +
            (read.Metres is { } metres ? string.Create(CultureInfo.InvariantCulture, $"{metres} m from what was notified") : "how far that is cannot be told")) +
            (read.Differs ? "  DIFFERS: ask again" : ""),
        read.Differs ? Tint.Warning : Tint.Plain);

    /// <summary>Whose it is: ours, or the party's name.</summary>
    public static string Who(ActivityRowView row) => row.IsOurs ? "ours" : SafeText.Line(row.Party);

    /// <summary>Its number, whose, what kind and its title, on one line.</summary>
    public static string Named(ActivityRowView row) =>
        $"{SafeText.Line(row.Number)} {Who(row)}: {(row.Kind.IsHumanitarian() ? "HUMANITARIAN " : "")}{row.Kind.Name()} {SafeText.Line(row.Title)}";

    /// <summary>Times of a day are written without a second date.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset until) =>
        $"{Time(from)} to {(from.UtcDateTime.Date == until.UtcDateTime.Date ? Clock(until) : Time(until))}";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture) + Clock(time);

    public static string State(ActivityRowView row) => row.State switch
    {
        ActivityState.Reserved => row.IsOver ? "lapsed" : "reserved",
        ActivityState.Planned => row.IsOver ? "over" : row.Kind.IsHumanitarian() ? "notified" : "planned",
        ActivityState.Active => row.IsOver ? "over" : "active",
        ActivityState.Deviating => "DEVIATING",
        ActivityState.Emergency => "EMERGENCY",
        ActivityState.Ended => "ended",
        _ => "cancelled",
    };

    /// <summary>A line for each volume's shapes, heights and times.</summary>
    public static IEnumerable<TintedLine> Volume(ActivityVolumeView volume, int index, int count)
    {
        if (count > 1)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{Indent}volume {index + 1} of {count}:"));
        foreach (var line in volume.Words.Count > 0 ? volume.Words : volume.Text.TrimEnd('\n').Split('\n'))
            yield return new(Indent + SafeText.Line(line));
    }

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString(time.Second == 0 ? "HH:mm'Z'" : "HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Kept(string separation) => KeptSeparation.Parse(separation) is { } kept
        ? string.Create(CultureInfo.InvariantCulture, $"the parties keep {kept.Horizontal / 1000.0:0.0##} km, {kept.Vertical} m of height or {kept.Minutes} min apart")
        : SafeText.Line(separation);

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - (char.IsHighSurrogate(text[width - 2]) ? 2 : 1))] + "…";

    private static Tint TintOf(ActivityRowView row) => row.IsOver ? Tint.Quiet : row.State switch
    {
        ActivityState.Emergency => Tint.Flash,
        ActivityState.Deviating => Tint.Immediate,
        ActivityState.Reserved => Tint.Warning,
        _ => Tint.Plain,
    };

    private static IEnumerable<TintedLine> Remarks(ActivityRowView row)
    {
        if (row.Status == Status.Test)
            yield return new($"{Indent}*** TEST *** it is not meant", Tint.Test);
        if (row.ReserveUntil is { } held)
            yield return new($"{Indent}{(row.IsOver ? "was only held" : "only held")} until {Time(held)}, to be discussed: it is no plan yet", Tint.Warning);
        if (row.Expires is { } expires)
            yield return new($"{Indent}{(row.IsOver ? "was notified" : "notified")} until {Time(expires)}");
    }

    private static IEnumerable<TintedLine> Aid(ActivityView view)
    {
        if (view.Behalf is { } behalf)
            yield return new($"{Indent}on behalf of {SafeText.Line(behalf)}");
        if (view.Vehicles is { } vehicles)
            yield return new($"{Indent}with {SafeText.Line(vehicles)}");
        if (view.Marks is { } marks)
            yield return new($"{Indent}marked by {SafeText.Line(marks)}");
    }

    private static IEnumerable<TintedLine> Text(string? language, string? text) => text is null
        ? []
        : SafeText.Lines(text).Select((l, i) => new TintedLine($"{Indent}{(i == 0 ? $"({SafeText.Line(language ?? "")}) " : "")}{l}"));

    private static IEnumerable<TintedLine> Followed(ActivityFollowedView followed)
    {
        var said = SafeText.Lines(followed.What).ToList();
        var tint = followed.Effect == ActivityEffect.Took ? Tint.Plain : Tint.Warning;
        yield return new($"{Indent}{TranscriptText.Time(followed.At)}  {SafeText.Line(followed.Number)}  {SafeText.Line(followed.Party)}: {said[0]}", tint);
        foreach (var line in said.Skip(1).Select(l => new TintedLine(l)).Concat(Text(followed.Language, followed.Text).Select(l => new TintedLine(l.Text.TrimStart()))))
            yield return line with { Text = Indent + Indent + line.Text };
        if (followed.Why.Length > 0)
            yield return new($"{Indent}{Indent}{SafeText.Line(followed.Why)}", Tint.Warning);
    }

    private static TintedLine Addressee(AddresseeView addressee, bool isOurs)
    {
        var report = isOurs ? ", they report" : "";
        var relayed = addressee.Relayed is { } at ? $"relayed {TranscriptText.Time(at)}{report}; " : "";
        var name = SafeText.Line($"{addressee.Party}:{addressee.Role}");
        return addressee.Confirmed is { } confirmed
            ? new($"{Indent}{name}: {relayed}acknowledged {TranscriptText.Time(confirmed)}{report}{(addressee.Late ? $", LATE: was due {TranscriptText.Time(addressee.By)}" : "")}",
                addressee.Late ? Tint.Warning : Tint.Good)
            : new($"{Indent}{name}: {relayed}NOT ACKNOWLEDGED, {(addressee.Late ? "was due" : "due")} {TranscriptText.Time(addressee.By)}", Tint.Warning);
    }

    private static TintedLine Receipt(ReceiptView receipt)
    {
        var line = TranscriptText.Receipt(receipt with { Party = SafeText.Line(receipt.Party) }, DateTimeOffset.MinValue);
        return line with { Text = Indent + line.Text };
    }

    private static IEnumerable<TintedLine> Overlaps(ActivityView view, string place)
    {
        if (view.OverlapCount == 0)
            yield break;
        yield return new(string.Create(CultureInfo.InvariantCulture, $"{Indent}comes too close to {view.OverlapCount}, or may:"), Tint.Warning);
        foreach (var overlap in view.Overlaps)
        {
            var other = overlap.One.Entry == view.Activity.Entry ? overlap.Other : overlap.One;
            yield return new($"{Indent}{Indent}{OverlapLines.Severity(overlap.Severity)}  {Named(other)}{OverlapLines.When(overlap, ", ")}", OverlapLines.TintOf(overlap.Severity));
        }

        if (view.OverlapCount > view.Overlaps.Count)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{Indent}{Indent}and {view.OverlapCount - view.Overlaps.Count} more"), Tint.Warning);
        yield return new($"{Indent}see: parley overlap list {OverlapLines.Quoted(place)} --line {OverlapLines.Quoted(view.Line)} --of {view.Activity.Number}", Tint.Quiet);
    }
}
