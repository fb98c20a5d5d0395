using System.Globalization;
using Parley.Cli.Commands;
using Parley.Exchange.Imports;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Cli.Rendering;

/// <summary>A list of sites or movements for people: what would be notified, what was remarked and refused, and what became of it.</summary>
internal static class AidImportLines
{
    private const string Indent = "    ";
    private const int LongestShape = 100;

    /// <summary>The whole list before it is notified.</summary>
    public static IEnumerable<TintedLine> Preview(AidImportList list) =>
    [
        new($"{SafeText.Line(list.Line)}: {list.Kind.Name()}s of {SafeText.Line(list.File)}", Tint.Quiet),
        .. list.Items.SelectMany(Item),
        .. list.Refused.Select(r => new TintedLine($"REFUSED  {SafeText.Line(r)}", Tint.Warning)),
        .. Counts(list),
    ];

    /// <summary>One that has left or waits, with how far the list is.</summary>
    public static TintedLine Left(AidImportItem item, int done, int all) => new(
        string.Create(CultureInfo.InvariantCulture, $"{done} of {all}  {item.Where}  {SafeText.Line(item.Title)}: ") +
        (item.Entry is { } entry ? $"has left as {Number(entry)}" : $"HAS NOT LEFT: waits for another officer as draft {SafeText.Line(item.Draft!)}"),
        item.Entry is null ? Tint.Warning : Tint.Plain);

    /// <summary>How many have left, and what is to be done about the rest.</summary>
    /// <param name="place">The station, as commands name it.</param>
    public static IEnumerable<TintedLine> Told(AidImportList list, string place)
    {
        yield return new(Sum(list));
        if (list.Count(AidItemState.Drafted) + list.Count(AidItemState.AlreadyDrafted) > 0)
        {
            yield return new(
                $"What waits is read and approved by another officer: parley drafts {OverlapLines.Quoted(place)} --line {OverlapLines.Quoted(list.Line)}", Tint.Warning);
        }
    }

    /// <summary>Such as <c>2 sites have left, 1 waits for another officer, 3 have not left.</c></summary>
    public static string Sum(AidImportList list)
    {
        var left = list.Count(AidItemState.Notified);
        List<string> parts = [$"{Of(left, list.Kind)} {(left == 1 ? "has" : "have")} left"];
        if (list.Count(AidItemState.Drafted) is > 0 and var waiting)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{waiting} {(waiting == 1 ? "waits" : "wait")} for another officer"));
        if (list.Count(AidItemState.New) + list.Count(AidItemState.Stopped) is > 0 and var not)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{not} {(not == 1 ? "has" : "have")} NOT left"));
        return string.Join(", ", parts) + (list.Count(AidItemState.Unknown) > 0 ? "; of 1 it is NOT KNOWN." : ".");
    }

    /// <summary>Such as <c>1 site</c>.</summary>
    public static string Of(int count, ActivityKind kind) => string.Create(CultureInfo.InvariantCulture, $"{count} {kind.Name()}{(count == 1 ? "" : "s")}");

    /// <summary>What was mended or assumed, in words.</summary>
    public static string Words(ImportRemark remark) => remark.Kind switch
    {
        ImportRemarkKind.NoHeights => "no heights are stated: from the surface up, without limit",
        ImportRemarkKind.NoWidth => $"no radius or width is stated: {remark.Words}",
        ImportRemarkKind.ValidityAssumed => $"not stated, so taken: {remark.Words.Replace(".000Z", "Z", StringComparison.Ordinal)}",
        ImportRemarkKind.RingClosed => $"the outline was not closed, and is closed {remark.Words}",
        ImportRemarkKind.VertexRepeated => $"a place stands twice in a row, and counts once: {remark.Words}",
        _ => remark.Words,
    };

    private static IEnumerable<TintedLine> Item(AidImportItem item)
    {
        var start = $"{item.Where}  {SafeText.Line(item.Title)}  ";
        if (item.State == AidItemState.AlreadyNotified)
        {
            yield return new($"{start}already notified as {Number(item.Entry!)}: left out", Tint.Quiet);
        }
        else if (item.State == AidItemState.AlreadyDrafted)
        {
            yield return new($"{start}waits already as draft {SafeText.Line(item.Draft!)}: left out", Tint.Quiet);
        }
        else
        {
            yield return new($"{start}to notify until {ActivityLines.Time(item.Expires)}; contact: {SafeText.Line(item.Contact)}");
            yield return new(Indent + Shape(item.Volume));
        }

        if (item.Beside is { } beside)
        {
            yield return new(
                $"{Indent}{Number(beside)} of the same title stands elsewhere or at another time: this would be one more, and does not move or prolong it", Tint.Warning);
        }

        foreach (var remark in item.Remarks)
            yield return new($"{Indent}remark: {SafeText.Line(remark)}");
        foreach (var warning in item.Warnings)
            yield return new($"{Indent}WARNING: {SafeText.Line(warning)}", Tint.Warning);
    }

    private static string Shape(string volume)
    {
        var lines = volume.TrimEnd('\n').Split('\n');
        var first = lines[1].Length > LongestShape ? lines[1][..LongestShape] + "…" : lines[1];
        return string.Join("; ", lines[2..].Prepend(first));
    }

    private static IEnumerable<TintedLine> Counts(AidImportList list)
    {
        var warned = list.Items.Count(i => i.Warnings.Count > 0);
        List<string> parts = [$"{Of(list.Count(AidItemState.New), list.Kind)} to notify"];
        foreach (var (count, words) in new[]
        {
            (warned, "of them with warnings"), (list.Items.Count(i => i.Beside is not null), "of them called like one that stands"),
            (list.Count(AidItemState.AlreadyNotified), "already notified"), (list.Count(AidItemState.AlreadyDrafted), "already waiting as drafts"), (list.Refused.Count, "refused"),
        })
        {
            if (count > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {words}"));
        }

        yield return new(string.Join(", ", parts) + ".", list.Refused.Count + warned > 0 ? Tint.Warning : Tint.Plain);
        var other = list.Kind == ActivityKind.Site ? ActivityKind.Movement : ActivityKind.Site;
        if (list.OfOtherKind > 0)
            yield return new($"{Of(list.OfOtherKind, other)} of the file {(list.OfOtherKind == 1 ? "is" : "are")} left to 'parley {other.Name()} import'.", Tint.Warning);
    }

    private static string Number(string entry) => EntryRef.Parse(entry) is { } known ? MessageNumber.Of(known).ToString() : SafeText.Line(entry);
}
