using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station.Circuits;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>All open circuits by peer. Nothing here is saved; when memory is loaded anew the circuits stay and the flows begin again.</summary>
internal sealed class LinkTable
{
    private readonly SortedDictionary<PartyId, PeerLinks> peers = [];

    public IEnumerable<PeerLinks> All => peers.Values;

    public PeerLinks Of(PartyId party)
    {
        if (!peers.TryGetValue(party, out var links))
            peers[party] = links = new PeerLinks(party);
        return links;
    }

    public Link? Find(ICircuit circuit) => Of(circuit.Peer).Links.Find(l => l.Circuit.Number == circuit.Number);

    public Link Open(ICircuit circuit, Timestamp now)
    {
        var link = new Link(circuit, now);
        Of(circuit.Peer).Links.Add(link);
        return link;
    }

    /// <summary>A circuit is gone: whatever it may have lost is sent again from what is known to have come.</summary>
    public bool Close(ICircuit circuit, Timestamp now)
    {
        var peer = Of(circuit.Peer);
        if (peer.Links.Find(l => l.Circuit.Number == circuit.Number) is not { } gone)
            return false;
        peer.Links.Remove(gone);
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

    /// <summary>The clock was set: no timer may wait for a time that is now far away.</summary>
    public void ClockMoved(Timestamp now)
    {
        foreach (var peer in peers.Values)
        {
            foreach (var flow in peer.Flows.Values)
                (flow.Since, flow.BehindSince, flow.LackNext) = (now, null, now);
            foreach (var link in peer.Links)
                (link.NextBeacon, link.NextFullBeacon) = (now, now);
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
            foreach (var link in peer.Links)
            {
                link.UrgentSent.Clear();
                link.Told.Clear();
            }
        }
    }
}
