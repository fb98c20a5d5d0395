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
        // Keys of past generations stay: what was sealed to them may still come back from somewhere.
        var at = line.OwnKems.FindIndex(k => k.Generation == line.OwnGeneration);
        while (at >= 0 && line.OwnKems.Count > at + 1 && IsReplaced(step, line, line.OwnKems[at + 1]))
        {
            var old = line.OwnKems[at];
            line.OwnKems.RemoveAt(at);
            old.Key.Dispose();
            step.Remove(DocumentKind.LineKey, string.Create(CultureInfo.InvariantCulture, $"{line.Id}/{old.Generation}/{old.Index}"));
            step.Journal(JournalAct.KeyDestroyed, line.Id, note: string.Create(CultureInfo.InvariantCulture, $"key {old.Index}"));
        }
    }

    /// <summary>Sealed bytes and the secrets of past epochs go once every member but the author has receipted their entries without naming one. Done an
    /// epoch at a time.</summary>
    public static void DropPastEpochs(Step step, LineState line, FeedState feed)
    {
        if (!line.Epochs.TryGetValue(feed.Id, out var epochs) || epochs.Count < 2)
            return;
        var received = feed.Size;
        foreach (var member in line.Fold.Members)
        {
            if (member == feed.Id.Party)
                continue;
            if (!feed.Receipts.TryGetValue(member, out var receipt))
                return;
            received = Math.Min(received, receipt.Lacks.Ranges.Count > 0 ? Math.Min(receipt.Size, receipt.Lacks.Ranges[0].From) : receipt.Size);
        }

        while (epochs.Count > 1 && epochs[1].Index < received)
        {
            var past = epochs[0];
            if (epochs[1].Index > feed.Dropped)
            {
                step.Add(new SealedBytesDropped(feed.Id, feed.Dropped, epochs[1].Index));
                feed.Dropped = epochs[1].Index;
                step.Memory.Recent.Dropped(feed.Id, feed.Dropped);
            }

            epochs.RemoveAt(0);
            step.Remove(DocumentKind.Epoch, string.Create(CultureInfo.InvariantCulture, $"{feed.Id}/{past.Index}"));
            step.Memory.Shared.SetEpochs(feed.Id, [.. epochs]);
            step.Changed(feed);
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
