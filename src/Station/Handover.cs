using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Station.Activities;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Answers a member that lacks contents: first the sealed bytes again, then, for it may have lost the key, the opened content sealed anew to it.
/// The commitments in the headers prove both.</summary>
internal static class Handover
{
    public static void Answer(Step step, PeerLinks peer, FeedState feed, Flow flow, RangeSet lacks)
    {
        var asked = lacks.Intersect(feed.Size > 0 ? RangeSet.Empty.Add(0, feed.Size) : RangeSet.Empty);
        if (asked.Count == 0)
        {
            flow.Lacks = RangeSet.Empty;
            return;
        }

        flow.LackTries = asked.Equals(flow.Lacks) ? flow.LackTries + 1 : 0;
        flow.Lacks = asked;
        if (flow.LackTries > 0 && step.Now < flow.LackNext)
            return;
        // Each time later, five minutes at most; never given up, for the key that we seal to may be one that the peer lost, and its next one is on its way.
        flow.LackNext = step.Now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(flow.LackTries, 10))));
        if (flow.LackTries == 0)
        {
            // The sealed bytes of what every member had once received are gone; only opened contents are left.
            var dropped = feed.Dropped > 0 ? asked.Intersect(RangeSet.Empty.Add(0, feed.Dropped)) : RangeSet.Empty;
            if (dropped.Count > 0)
                Hand(step, peer, feed, dropped);
            flow.ContentsDue = flow.ContentsDue.Union(asked);
            peer.Pending.Add(feed.Id);
            return;
        }

        Hand(step, peer, feed, asked);
    }

    /// <summary>Seals opened contents anew to the peer's current KEM key and sends them. False when none of them is readable here.</summary>
    public static bool Hand(Step step, PeerLinks peer, FeedState feed, RangeSet asked)
    {
        var memory = step.Memory;
        var line = memory.Lines[feed.Id.Line];
        if (memory.KemOf(line, peer.Party) is not { } key || peer.Links.Count == 0)
            return false;
        var contents = new List<KeyValuePair<long, byte[]>>();
        var bytes = 0;
        foreach (var range in asked.Ranges)
        {
            foreach (var stored in memory.Store.Entries(feed.Id, range.From, (int)Math.Min(range.Count, 128)))
            {
                if (OpenAtRest(memory, stored) is not { } clear || bytes > Bounds.BatchBytes)
                    continue;
                var info = HandoverFrame.Info(memory.Suite.Id, feed.Id, stored.Index, peer.Party);
                if (memory.Suite.Seal(key, info, [], clear) is not { } carried)
                    return false;
                contents.Add(new(stored.Index, carried));
                bytes += carried.Length;
            }
        }

        if (contents.Count == 0)
            return false;
        var frame = new HandoverFrame(feed.Id, Digest.Of(key), contents);
        step.Journal(JournalAct.HandedOver, line.Id, feed.Id.ToString(), peer.Party.ToString());
        step.After(() =>
        {
            // The last circuit may have ended in this very step; the peer asks again.
            if (peer.Links.Count > 0)
                Outbound.Send(peer.Best.First(), frame, Precedence.Immediate);
        });
        return true;
    }

    /// <summary>The content of a stored entry in clear; null while it is absent or unreadable, once it was destroyed, or when the row is damaged.</summary>
    public static byte[]? OpenAtRest(StationMemory memory, StoredEntry stored)
    {
        if (stored.Opened is null)
            return null;
        Span<byte> context = stackalloc byte[Digest.Size];
        MerkleTree.LeafHash(stored.Header).CopyTo(context);
        return memory.Keys.AtRest.Open(context, stored.Opened) is { } clear && DestroyedContent.Parse(clear) is null ? clear : null;
    }

    /// <summary>When the content of a stored entry was destroyed here; null when it was not.</summary>
    public static Timestamp? DestroyedAt(StationMemory memory, StoredEntry stored)
    {
        if (stored.Opened is null || stored.Sealed is not null)
            return null;
        Span<byte> context = stackalloc byte[Digest.Size];
        MerkleTree.LeafHash(stored.Header).CopyTo(context);
        return memory.Keys.AtRest.Open(context, stored.Opened) is { } clear ? DestroyedContent.Parse(clear) : null;
    }
}
