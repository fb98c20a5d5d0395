using System.Globalization;

namespace Parley.Lines.Transcripts;

/// <summary>A comparison for reading, in blocks as <see cref="TranscriptReportText"/> makes them.</summary>
internal static class TranscriptComparisonText
{
    public static IReadOnlyList<string> Of(TranscriptComparison comparison)
    {
        var lines = new List<string>();
        var exercise = comparison.First.IsExercise || comparison.Second.IsExercise;
        TranscriptReportText.Block(lines, exercise, "Two transcripts");
        AddFile(lines, "first", comparison.First);
        AddFile(lines, "second", comparison.Second);
        foreach (var feed in comparison.Feeds)
        {
            TranscriptReportText.Block(lines, exercise, $"Feed {TranscriptRecord.Short(feed.Feed)}: {Sizes(feed)}");
            AddFeed(lines, feed);
        }

        if (comparison.Notes.Count > 0)
        {
            TranscriptReportText.Block(lines, exercise, "Cards and charters");
            lines.AddRange(comparison.Notes.Select(n => $"  {n}"));
        }

        if (comparison.Feeds.Count > 0)
        {
            TranscriptReportText.Block(lines, exercise, "Words");
            lines.AddRange(comparison.SameWords.Select(w => $"  {w.Key}: {(w.Value ? "the same on both sides" : "DIFFERENT")}"));
        }

        TranscriptReportText.Block(lines, exercise, Verdict(comparison));
        return lines;
    }

    private static void AddFile(List<string> lines, string which, TranscriptReport report)
    {
        var by = report.Head is { } head ? $"written by {head.Exporter} at {head.Time}" : "not readable";
        lines.Add($"  {which,-7} {by}: {(report.Fault is { } fault ? $"FAILED: {fault}" : "verified")}");
    }

    private static void AddFeed(List<string> lines, TranscriptFeedComparison feed)
    {
        var common = Math.Min(feed.FirstSize, feed.SecondSize);
        lines.Add(feed.FirstDifference is { } index
            ? $"  words     DIFFERENT from entry {index} on: two histories, each under a signature of {feed.Feed.Party}"
            : common == 0
                ? "  words     in one file only"
                : $"  words     the same in the {TranscriptReportText.Count(common)} that both hold");
        Add(feed.ShownInFirstOnly, "contents  shown in the first file only");
        Add(feed.ShownInSecondOnly, "contents  shown in the second file only");
        Add(feed.ShownDifferently, "contents  shown in different parts");
        Receipts(feed.ReceiptsInFirstOnly, "first");
        Receipts(feed.ReceiptsInSecondOnly, "second");
        Overtaken(feed.OvertakenInFirstOnly, "first");
        Overtaken(feed.OvertakenInSecondOnly, "second");

        void Add(Ledger.RangeSet entries, string what)
        {
            if (entries.Count > 0)
                lines.Add($"  {what}: {entries}");
        }

        void Receipts(int count, string which)
        {
            if (count > 0)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"  receipts  in the {which} file only: {count}"));
        }

        void Overtaken(int count, string which)
        {
            if (count > 0)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"  receipts  in the {which} file only, and overtaken by later ones in both: {count}"));
        }
    }

    private static string Sizes(TranscriptFeedComparison feed) => feed.FirstSize == feed.SecondSize
        ? $"{TranscriptReportText.Count(feed.FirstSize)} on both sides"
        : $"{TranscriptReportText.Count(feed.FirstSize)} in the first file, {feed.SecondSize} in the second";

    private static string Verdict(TranscriptComparison comparison) => comparison.Verdict switch
    {
        TranscriptVerdict.Same => "SAME: both files hold the same words, contents and receipts of every party.",
        TranscriptVerdict.SameSoFar => "SAME SO FAR: nothing contradicts, and one file holds what the other lacks, as named above.",
        TranscriptVerdict.Different => "DIFFERENT: the files contradict each other, as named above.",
        _ when comparison.First.Ok && comparison.Second.Ok => "NOT COMPARED: the files are of different lines.",
        _ => "NOT COMPARED: a file fails by itself.",
    };
}
