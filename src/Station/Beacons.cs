using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>Signs of life, and what they say: to whom we are joined, where we are on each shared line, which receipts and contents we lack. They find every
/// gap that a lost frame left.</summary>
internal sealed class Beacons(LinkTable links, Carrying carrying, TimeSpan interval)
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
        if (!Outbound.Send(link, new BeaconFrame(now, Joined(memory, links, peer), told), Precedence.Immediate))
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
        return peer.UnknownLines.Select(l => new BeaconLine(l, Heads.None, [], []));
    }

    /// <summary>A beacon about every line shared with that peer.</summary>
    public static BeaconFrame Full(StationMemory memory, LinkTable links, PartyId peer, Timestamp now) =>
        new(now, Joined(memory, links, peer), [.. memory.Lines.Values.Where(l => l.IsSharedWith(peer)).Select(l => Tell(memory, l, peer))]);

    private static BeaconLine Tell(StationMemory memory, LineState line, PartyId peer)
    {
        var lacks = line.Feeds.Values.Where(f => f.Absent.Count + f.Unreadable.Count > 0).Select(f => KeyValuePair.Create(f.Id, f.Lacks));
        return new BeaconLine(line.Id, line.Heads, [.. Receipts(memory, line, peer)], [.. lacks]);
    }

    /// <summary>The receipts that are not whole here, of all parties but us: what those gave who have left since is proof as well.</summary>
    private static IEnumerable<BeaconReceipt> Receipts(StationMemory memory, LineState line, PartyId peer)
    {
        var rows = line.Heads.Rows;
        foreach (var by in line.Fold.Founding!.Parties.Where(p => !p.IsByHand && p.Party != memory.Own).Select(p => p.Party).Order())
        {
            for (var place = 0; place < 2 * rows.Count; place++)
            {
                var (row, lane) = (rows[place / 2], (Lane)(place % 2));
                if (row.Party == by || row.Size(lane) == 0)
                    continue;
                var receipt = line.Feeds[new FeedId(line.Id, row.Party, row.Generation, lane)].Receipts.GetValueOrDefault(by);
                if (receipt is null || receipt.Size != row.Size(lane) || receipt.Lacks.Count > 0)
                    yield return new BeaconReceipt(by, place, receipt?.Size ?? 0, receipt?.Lacks.Count ?? 0);
            }
        }
    }

    /// <summary>Third parties on lines shared with that peer to whom there is a circuit.</summary>
    private static List<PartyId> Joined(StationMemory memory, LinkTable links, PartyId peer)
    {
        var joined = new SortedSet<PartyId>();
        foreach (var line in memory.Lines.Values.Where(l => l.Fold.Founding?.Parties.Count > 2 && l.IsSharedWith(peer)))
            joined.UnionWith(line.Fold.Members.Where(m => m != peer && m != memory.Own && links.Has(m)));
        return [.. joined];
    }

    /// <summary>Takes in a peer's beacon: to whom it is joined, what it has, what it lacks, which receipts it misses.</summary>
    public void Receive(Step step, PartyId from, BeaconFrame beacon)
    {
        var peer = links.Of(from);
        peer.Joined = [.. beacon.Joined];
        foreach (var told in beacon.Lines)
        {
            if (!step.Memory.Lines.TryGetValue(told.Line, out var line))
            {
                if (peer.UnknownLines.Count >= Bounds.UnknownLinesPerPeer)
                    peer.UnknownLines.Clear();
                peer.UnknownLines.Add(told.Line);
                continue;
            }

            if (line.Fold.Founding?.Names(from) != true)
                continue;
            if (told.Recorded.Rows.Count == 0 && line.IsSharedWith(from))
                Foundings.HandOver(step, peer, line);
            else
                peer.Told[line.Id] = new ToldLine(told);
            // Who has left still learns whether his last words came, and nothing else.
            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == from || line.IsSharedWith(from)))
                Compare(step, peer, line, feed, told, beacon.Time);
        }

        carrying.Overdue(step, peer);
    }

    private static void Compare(Step step, PeerLinks peer, LineState line, FeedState feed, BeaconLine told, Timestamp at)
    {
        var (id, flow) = (feed.Id, peer.FlowOf(feed.Id));
        var theirs = told.Recorded.SizeOf(id.Party, id.Generation, id.Lane);
        Handover.Answer(step, peer, feed, flow, told.Lacks.FirstOrDefault(l => l.Key == id).Value ?? RangeSet.Empty);
        if (id.Party == peer.Party)
        {
            // Their own words: have they lost some that we hold (a restored station)?
            flow.Known = Math.Min(theirs, feed.Size);
            if (flow.Known < feed.Size)
                peer.Pending.Add(id);
            return;
        }

        Learn(feed, flow, feed.Receipts.GetValueOrDefault(peer.Party), theirs, at);
        if (id.Party != step.Memory.Own)
            Carrying.Offer(peer, line, feed, step.Now);
        else if (flow.Known < feed.Size)
            peer.Pending.Add(id);
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
}
