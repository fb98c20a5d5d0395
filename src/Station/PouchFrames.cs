using Parley.Ledger;
using Parley.Station.Attachments;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>All that one peer may lack, as frames in the order in which they must be taken: what circuits would carry if one were open.</summary>
internal static class PouchFrames
{
    private const long BatchBudget = 256 * 1024;

    public static IEnumerable<byte[]> For(StationMemory memory, LinkTable table, PeerLinks links, Timestamp now)
    {
        var peer = links.Party;
        foreach (var line in memory.Lines.Values)
        {
            if (line.Fold.Founding?.Names(peer) != true)
                continue;
            // What founds the line goes first, then the urgent lanes.
            var feeds = line.Feeds.Values.Where(f => line.IsSharedWith(peer) && f.Id.Party != peer && f.Checkpoint is not null);
            foreach (var feed in feeds.OrderBy(f => !Carrying.Proposes(line, f.Id)).ThenBy(f => f.Id.Lane))
            {
                // A peer that was set back is sent what it had receipted before.
                var flow = links.FlowOf(feed.Id);
                foreach (var frame in Feed(memory, feed, flow.SetBack ? flow.Known : feed.Receipts.GetValueOrDefault(peer)?.Size ?? 0))
                    yield return frame.Encode();
            }

            // The peer's own feeds concern it whether it has left or not; receipts over others' words are a member's to have.
            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == peer || line.IsSharedWith(peer)))
            {
                foreach (var (by, receipt) in feed.Receipts.Where(r => r.Key != peer))
                {
                    if (Inbound.LastReceipt(memory, feed, by) is { } signed && !Revocations.Cover(memory, signed))
                        yield return receipt.Frame(feed.Id).Encode();
                }
            }
        }

        // Behind all words, and behind the entries that name them.
        foreach (var want in Asking.ForCourier(memory, peer))
            yield return want.Encode();
        foreach (var chunk in Serving.ForCourier(memory, links))
            yield return chunk.Encode();
        yield return Beacons.Full(memory, table, peer, now).Encode();
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
