using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Circuits;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>All open circuits by peer. Nothing here is saved; when memory is loaded anew the circuits stay and the flows begin again.</summary>
internal sealed class LinkTable(TimeSpan beaconInterval)
{
    private readonly SortedDictionary<PartyId, PeerLinks> peers = [];
    private readonly SortedDictionary<FeedId, PartyId> ways = [];

    public IEnumerable<PeerLinks> All => peers.Values;

    public PeerLinks Of(PartyId party)
    {
        if (!peers.TryGetValue(party, out var links))
            peers[party] = links = new PeerLinks(party, beaconInterval);
        return links;
    }

    /// <summary>Who last brought something new of a feed; null when nobody has since the start.</summary>
    public PartyId? WayOf(FeedId feed) => ways.TryGetValue(feed, out var way) ? way : null;

    /// <summary>Something of that feed came by that party.</summary>
    public void Came(FeedId feed, PartyId way) => ways[feed] = way;

    /// <summary>Whether there is a circuit to that party.</summary>
    public bool Has(PartyId party) => peers.TryGetValue(party, out var links) && links.Links.Count > 0;

    public Link? Find(ICircuit circuit) => Of(circuit.Peer).Links.Find(l => l.Circuit.Number == circuit.Number);

    /// <summary>There is room on it again.</summary>
    public void Drained(ICircuit circuit)
    {
        if (Find(circuit) is { } link)
            link.Full = link.HasNoRoomForChunks = false;
    }

    public Link Open(ICircuit circuit, Timestamp now)
    {
        var link = new Link(circuit, now);
        var peer = Of(circuit.Peer);
        if (peer.Links.Count == 0)
        {
            // It may be another process by now; its first beacon tells all.
            peer.Joined = null;
            peer.Told.Clear();
            peer.Joins++;
            peer.ThrottlesTold = 0;
            TellSoon(circuit.Peer, now);
        }

        peer.Links.Add(link);
        return link;
    }

    /// <summary>A circuit is gone: whatever it may have lost is sent again from what is known to have come.</summary>
    public bool Close(ICircuit circuit, Timestamp now)
    {
        var peer = Of(circuit.Peer);
        if (peer.Links.Find(l => l.Circuit.Number == circuit.Number) is not { } gone)
            return false;
        peer.Links.Remove(gone);
        if (peer.Links.Count == 0)
        {
            // It asks again for what has not come.
            peer.ChunksDue.Clear();
            peer.Throttles.Clear();
            peer.ThrottlesDue.Clear();
            TellSoon(circuit.Peer, now);
        }

        for (var i = 0; i < gone.Refusals.Length; i++)
            peer.RefusedBefore[i] += gone.Refusals[i];
        foreach (var (id, flow) in peer.Flows)
        {
            if (flow.Sent > flow.Known && flow.SentOn == circuit.Number)
            {
                flow.Sent = flow.Known;
                flow.Since = now;
                peer.Pending.Add(id);
            }
        }

        return true;
    }

    /// <summary>With whom we are joined has changed: the others' next beacon is due now, so that they carry what does not come to us any more.</summary>
    private void TellSoon(PartyId party, Timestamp now)
    {
        foreach (var peer in peers.Values.Where(p => p.Party != party))
        {
            foreach (var link in peer.Links)
                link.NextBeacon = now;
        }
    }

    /// <summary>Every peer's next beacon is due now.</summary>
    public void TellAll()
    {
        foreach (var link in peers.Values.SelectMany(p => p.Links))
            link.NextBeacon = Timestamp.MinValue;
    }

    /// <summary>The clock was set: no timer may wait for a time that is now far away.</summary>
    public void ClockMoved(Timestamp now)
    {
        foreach (var peer in peers.Values)
        {
            foreach (var flow in peer.Flows.Values)
                (flow.Since, flow.BehindSince, flow.LackNext) = (now, null, now);
            foreach (var link in peer.Links)
                (link.NextBeacon, link.NextFullBeacon) = (now, now);
            peer.Clock.Forget();
        }
    }

    /// <summary>Memory was loaded anew: all flows begin again from receipts.</summary>
    public void Forget()
    {
        foreach (var peer in peers.Values)
        {
            peer.Flows.Clear();
            peer.Pending.Clear();
            peer.ReceiptsDue.Clear();
            peer.ChunksDue.Clear();
            foreach (var told in peer.Told.Values)
                told.Weighed = -1;
            foreach (var link in peer.Links)
            {
                link.UrgentSent.Clear();
                link.Told.Clear();
            }
        }
    }
}
