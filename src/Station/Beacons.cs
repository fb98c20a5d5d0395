using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Signs of life, and what they say: where we are on each shared line, which receipts we hold, which contents we lack. They find every gap that
/// a lost frame left.</summary>
internal sealed class Beacons(LinkTable links, TimeSpan interval)
{
    private static readonly TimeSpan Overtaken = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due; returns when the next is.</summary>
    public Timestamp? Send(StationMemory memory, Timestamp now)
    {
        Timestamp? next = null;
        foreach (var peer in links.All)
        {
            foreach (var link in peer.Links)
            {
                if (link.NextBeacon <= now)
                    SendOne(memory, peer.Party, link, now);
                next = next is { } known && known < link.NextBeacon ? known : link.NextBeacon;
            }
        }

        return next;
    }

    private void SendOne(StationMemory memory, PartyId peer, Link link, Timestamp now)
    {
        var full = link.NextFullBeacon <= now;
        var told = new List<BeaconLine>();
        foreach (var line in memory.Lines.Values)
        {
            if (!line.IsSharedWith(peer) || (!full && link.Told.GetValueOrDefault(line.Id, -1) == line.Version))
                continue;
            told.Add(Tell(memory, line, peer));
        }

        told.AddRange(Unknown(memory, links.Of(peer)));
        told.Sort(static (a, b) => a.Line.CompareTo(b.Line));
        link.NextBeacon = now + interval;
        if (!Outbound.Send(link, new BeaconFrame(now, told), Precedence.Immediate))
            return;
        foreach (var line in told.Where(t => memory.Lines.ContainsKey(t.Line)))
            link.Told[line.Line] = memory.Lines[line.Line].Version;
        if (full)
            link.NextFullBeacon = now + TimeSpan.FromMilliseconds(Bounds.FullBeaconMilliseconds);
    }

    /// <summary>Lines that this peer shares with us and that are not known here, because they are new or our store was set back: nothing is held of them.</summary>
    private static IEnumerable<BeaconLine> Unknown(StationMemory memory, PeerLinks peer)
    {
        peer.UnknownLines.RemoveWhere(memory.Lines.ContainsKey);
        return peer.UnknownLines.Select(l => new BeaconLine(l, Heads.None, Heads.None, []));
    }

    /// <summary>A beacon about every line shared with that peer.</summary>
    public static BeaconFrame Full(StationMemory memory, PartyId peer, Timestamp now) =>
        new(now, [.. memory.Lines.Values.Where(l => l.IsSharedWith(peer)).Select(l => Tell(memory, l, peer))]);

    private static BeaconLine Tell(StationMemory memory, LineState line, PartyId peer)
    {
        var receipts = line.Feeds.Values.Where(f => f.Id.Party == memory.Own).GroupBy(f => f.Id.Generation).Select(g => new HeadRow(
            memory.Own,
            g.Key,
            g.Where(f => f.Id.Lane == Lane.Urgent).Sum(f => f.Receipts.GetValueOrDefault(peer)?.Size ?? 0),
            g.Where(f => f.Id.Lane == Lane.Ordinary).Sum(f => f.Receipts.GetValueOrDefault(peer)?.Size ?? 0)));
        var lacks = line.Feeds.Values.Where(f => f.Absent.Count + f.Unreadable.Count > 0).Select(f => KeyValuePair.Create(f.Id, f.Lacks));
        return new BeaconLine(line.Id, line.Heads, Heads.Of(receipts), [.. lacks]);
    }

    /// <summary>Takes in a peer's beacon: what it has, what it lacks, which receipts it misses.</summary>
    public void Receive(Step step, Inbound inbound, PartyId from, BeaconFrame beacon)
    {
        foreach (var told in beacon.Lines)
        {
            if (!step.Memory.Lines.TryGetValue(told.Line, out var line))
            {
                var unknown = links.Of(from).UnknownLines;
                if (unknown.Count >= Bounds.UnknownLinesPerPeer)
                    unknown.Clear();
                unknown.Add(told.Line);
                continue;
            }

            if (line.Fold.Founding?.Names(from) != true)
                continue;
            if (told.Recorded.Rows.Count == 0 && line.IsSharedWith(from))
                Foundings.HandOver(step, links.Of(from), line);
            // Who has left still learns whether his last words came, and nothing else.
            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == from || line.IsSharedWith(from)))
                Compare(step, inbound, from, feed, told, beacon.Time);
        }

        RelayOverdue(step, links.Of(from));
    }

    /// <summary>A beacon tells heads when they change only: a peer that was behind and says nothing new of it is behind still.</summary>
    private void RelayOverdue(Step step, PeerLinks peer)
    {
        foreach (var (id, flow) in peer.Flows)
        {
            if (flow.BehindSince is { } since && step.Now - since >= 2 * interval &&
                step.Memory.Lines.TryGetValue(id.Line, out var line) && line.Feeds.TryGetValue(id, out var feed) && flow.Known < feed.Size)
            {
                peer.Pending.Add(id);
            }
        }
    }

    private void Compare(Step step, Inbound inbound, PartyId from, FeedState feed, BeaconLine told, Timestamp at)
    {
        var theirs = told.Recorded.SizeOf(feed.Id.Party, feed.Id.Generation, feed.Id.Lane);
        var peer = links.Of(from);
        Handover.Answer(step, peer, feed, peer.FlowOf(feed.Id), told.Lacks.FirstOrDefault(l => l.Key == feed.Id).Value ?? RangeSet.Empty);

        if (feed.Id.Party == from)
        {
            // Their own words: did our receipt reach them, and have they lost words that we hold (a restored station)?
            if (told.Receipts.SizeOf(from, feed.Id.Generation, feed.Id.Lane) < (feed.Receipts.GetValueOrDefault(step.Memory.Own)?.Size ?? 0))
                inbound.SendReceiptAgain(step, from, feed);
            if (theirs < feed.Size)
                Relay(step, peer, feed, theirs, TimeSpan.Zero);
            else
                peer.FlowOf(feed.Id).Known = feed.Size;
            return;
        }

        var flow = peer.FlowOf(feed.Id);
        if (feed.Id.Party == step.Memory.Own)
        {
            Learn(feed, flow, feed.Receipts.GetValueOrDefault(from), theirs, at);
            if (flow.Known < feed.Size)
                peer.Pending.Add(feed.Id);
        }
        else if (theirs < feed.Size)
        {
            Relay(step, peer, feed, theirs, 2 * interval);
        }
        else
        {
            flow.BehindSince = null;
            flow.Known = feed.Size;
        }
    }

    /// <summary>What a peer holds of our words is what it receipted or says, whichever is more; less than it receipted only when it says so after the receipt,
    /// for then its store was set back. A beacon that a quicker circuit's receipt has overtaken says nothing.</summary>
    private static void Learn(FeedState feed, Flow flow, Receipt? receipt, long theirs, Timestamp at)
    {
        var receipted = receipt?.Size ?? 0;
        if (theirs < receipted && at < receipt!.Time && receipt.Time - at < Overtaken)
            return;
        flow.SetBack = theirs < receipted;
        flow.Known = flow.SetBack ? theirs : Math.Max(receipted, Math.Min(theirs, feed.Size));
    }

    /// <summary>Carries somebody else's entries to a peer that has been without them for a while: its author may not reach it.</summary>
    private static void Relay(Step step, PeerLinks peer, FeedState feed, long theirs, TimeSpan patience)
    {
        var flow = peer.FlowOf(feed.Id);
        flow.BehindSince ??= step.Now;
        flow.Known = theirs;
        if (step.Now - flow.BehindSince.Value < patience || feed.Checkpoint is null)
            return;
        peer.Pending.Add(feed.Id);
    }
}
