using System.Globalization;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>When secrets may go. A KEM key of ours is destroyed once every member's receipt covers our next `key` entry and everything that member had
/// written before that receipt is recorded here; by evidence, never by time alone.</summary>
internal static class KeyDestruction
{
    public static void AfterReceipt(Step step, LineState line)
    {
        while (line.OwnKems.Count > 1 && line.OwnKems[0].Generation == line.OwnKems[1].Generation && IsReplaced(step, line, line.OwnKems[1]))
        {
            var old = line.OwnKems[0];
            line.OwnKems.RemoveAt(0);
            old.Key.Dispose();
            step.Remove(DocumentKind.LineKey, string.Create(CultureInfo.InvariantCulture, $"{line.Id}/{old.Generation}/{old.Index}"));
            step.Journal(JournalAct.KeyDestroyed, line.Id, note: string.Create(CultureInfo.InvariantCulture, $"key {old.Index}"));
        }
    }

    private static bool IsReplaced(Step step, LineState line, OwnKem next)
    {
        if (!line.Feeds.TryGetValue(new FeedId(line.Id, step.Memory.Own, next.Generation, Lane.Urgent), out var feed))
            return false;
        foreach (var member in line.Fold.Members)
        {
            if (member == step.Memory.Own)
                continue;
            if (!feed.Receipts.TryGetValue(member, out var receipt) || receipt.Size <= next.Index || receipt.Lacks.Contains(next.Index))
                return false;
            var recorded = line.Heads;
            if (recorded.SizeOf(member, receipt.Own.Generation, Lane.Urgent) < receipt.Own.Urgent ||
                recorded.SizeOf(member, receipt.Own.Generation, Lane.Ordinary) < receipt.Own.Ordinary)
                return false;
        }

        return true;
    }
}
