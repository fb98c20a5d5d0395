using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Reports;

/// <summary>Receipts of what a claim may be about: requests for calls, and checks.</summary>
internal static class ReportReceipts
{
    /// <summary>Of each party its first receipt, by its own time, of each such entry among the feed's first ones.</summary>
    /// <param name="size">Entries that are looked at, and that a receipt may cover.</param>
    public static IEnumerable<(PartyId By, EntryRef Entry, SignedCosignature Receipt)> First(TranscriptFeed feed, int size)
    {
        List<EntryRef> asked = [.. feed.Entries.Take(size).Select(e => e.Header).Where(h => h.Kind is EntryKind.Call or EntryKind.Check).Select(h => h.Ref)];
        foreach (var party in feed.Cosignatures.Select(c => c.Value).Where(c => c.Head.Size <= size).GroupBy(c => c.By))
        {
            var open = asked;
            foreach (var receipt in party.OrderBy(c => c.Time))
            {
                var found = open.Where(e => e.Index < receipt.Head.Size && !receipt.Lacks.Contains(e.Index)).ToList();
                foreach (var entry in found)
                    yield return (party.Key, entry, receipt);
                if (found.Count > 0)
                    open = [.. open.Except(found)];
                if (open.Count == 0)
                    break;
            }
        }
    }
}
