using Parley.Ledger;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>All that one peer may lack, as frames in the order in which they must be taken: what circuits would carry if one were open.</summary>
internal static class PouchFrames
{
    private const long BatchBudget = 256 * 1024;

    public static IEnumerable<byte[]> For(StationMemory memory, PeerLinks links, Timestamp now)
    {
        var peer = links.Party;
        foreach (var line in memory.Lines.Values)
        {
            if (line.Fold.Founding?.Names(peer) != true)
                continue;
            foreach (var feed in line.Feeds.Values.Where(f => line.IsSharedWith(peer) && f.Id.Party != peer && f.Checkpoint is not null).OrderBy(f => f.Id.Lane))
            {
                // A peer that was set back is sent what it had receipted before.
                var flow = links.FlowOf(feed.Id);
                foreach (var frame in Feed(memory, feed, flow.SetBack ? flow.Known : feed.Receipts.GetValueOrDefault(peer)?.Size ?? 0))
                    yield return frame.Encode();
            }

            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == peer))
            {
                if (Inbound.LastReceipt(memory, feed, memory.Own) is { } receipt && !Revocations.Cover(memory, receipt))
                    yield return ReceiptFrame.Of(receipt).Encode();
            }
        }

        yield return Beacons.Full(memory, peer, now).Encode();
    }

    private static IEnumerable<Frame> Feed(StationMemory memory, FeedState feed, long from)
    {
        // A receipt that names contents means they are asked for too.
        // What was appended in this very step is not signed yet; the next pouch takes it.
        var size = Math.Min(feed.Checkpoint!.Head.Size, Revocations.SizeToSend(memory, feed));
        if (from < size && Revocations.IsUnderRevokedKey(memory, feed))
        {
            if (Revocations.ToShow(memory, feed) is not { } shown)
                yield break;
            yield return shown;
        }

        while (from < size)
        {
            var batch = Batches.From(memory, feed, from, BatchBudget, Revocations.SizeToSend(memory, feed));
            yield return batch.Frame;
            var due = batch.Deferred;
            while (due.Count > 0 && Batches.Contents(memory, feed, due) is { } contents)
            {
                if (contents.Frame is { } frame)
                    yield return frame;
                due = due.Except(contents.Taken);
            }

            from = batch.Frame.Until;
        }
    }
}
