using System.Globalization;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>A report for reading. Blocks are parted by an empty line, and each block of an exercise line's report opens with
/// EXERCISE.</summary>
internal static class TranscriptReportText
{
    public static IReadOnlyList<string> Of(TranscriptReport report)
    {
        var lines = new List<string>();
        AddHead(lines, report);
        if (report.Ok)
        {
            AddParties(lines, report);
            AddFeeds(lines, report);
            Block(lines, report.IsExercise, report.Warnings.Count == 0 ? "No warnings." : "Warnings");
            lines.AddRange(report.Warnings.Select(w => $"  {w.Words}"));
        }

        Block(lines, report.IsExercise, report.Fault is { } fault ? $"FAILED: {fault}" : "VERIFIED: every proof in the file holds.");
        return lines;
    }

    /// <summary>Opens a block.</summary>
    public static void Block(List<string> lines, bool exercise, string title)
    {
        if (lines.Count > 0)
            lines.Add("");
        lines.Add(exercise ? $"EXERCISE  {title}" : title);
    }

    /// <summary>So many entries.</summary>
    public static string Count(long entries) =>
        entries == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{entries} entries");

    private static void AddHead(List<string> lines, TranscriptReport report)
    {
        Block(lines, report.IsExercise, report.Head is { } head ? $"Transcript of line {head.Line}" : "Transcript");
        if (report.Charter is { } charter)
        {
            lines.Add($"  name      {charter.Name}");
            lines.Add($"  kind      {charter.Kind.ToString().ToLowerInvariant()}, {charter.Mode.ToString().ToLowerInvariant()}");
            lines.Add($"  parties   {string.Join(", ", charter.Parties.Select(p => p.IsByHand ? $"{p.Party} (by hand)" : $"{p.Party}"))}");
            lines.Add($"  charter   version {charter.Version}");
        }

        if (report.Head is { } written)
            lines.Add($"  written   by {written.Exporter} at {written.Time}");
    }

    private static void AddParties(List<string> lines, TranscriptReport report)
    {
        foreach (var party in report.Parties)
        {
            Block(lines, report.IsExercise, $"Keys of {party.Party}: {Trust(party)}");
            foreach (var card in party.Cards)
            {
                lines.Add($"  card {card.Version} ({Step(card.Step)}){(card.Trusted ? ", trusted" : "")}");
                lines.Add($"    digits  {card.Digits}");
                lines.AddRange(card.Signed.Select(u => $"    signed  {TranscriptRecord.Short(u.Feed)}, {Sizes(u)}"));
                if (card.Receipts > 0)
                    lines.Add($"    signed  {card.Receipts} receipts");
            }
        }
    }

    private static void AddFeeds(List<string> lines, TranscriptReport report)
    {
        foreach (var feed in report.Feeds)
        {
            Block(lines, report.IsExercise, $"Feed {TranscriptRecord.Short(feed.Feed)}: {Count(feed.Head.Size)}");
            lines.Add($"  contents  {feed.Shown} shown, {feed.Redacted} in part, {feed.NotShown} not");
            lines.Add($"  signed    {feed.Checkpoints} times by {feed.Feed.Party}, {feed.Cosignatures} times by others");
            lines.Add($"  root      {feed.Head.Root}");
            foreach (var received in feed.Received)
                lines.Add($"  received  by {received.By}: {received.Entries}, last signed at {received.Last}");
            if (feed.SecondHistories > 0)
                lines.Add($"  FORK      {feed.Feed.Party} signed another history too");
        }
    }

    private static string Trust(TranscriptParty party) =>
        party.Trusted ? "trusted, for its card was given" : "taken from the file alone, compare the digits";

    private static string Sizes(TranscriptKeyUse use) =>
        use.From == use.To ? $"at size {use.From}" : $"{use.Checkpoints} times from size {use.From} to {use.To}";

    private static string Step(CardStep step) => step switch
    {
        CardStep.First => "first",
        CardStep.Update => "same key",
        CardStep.Rotate => "new key",
        _ => "new key, the one before revoked",
    };
}
