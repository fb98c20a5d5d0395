using Parley.Control;
using Parley.Control.Peers;
using Parley.Lines.Alerts;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>Parties without a station: no card, no digits, no signature, ever.</summary>
internal static class ByHandPeers
{
    public static Outcome<PeerView> Add(OperationContext context, AddByHandPeer operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (PartyId.Parse(operation.Party) is not { } party || !AlertContent.IsPlace(operation.Name) || operation.Name.Length > Parley.Lines.Bounds.PartyNameLength ||
            !AlertContent.IsPlace(operation.Contact))
            return Refuse(Refusal.Malformed, "A party's id has 1 to 32 of a-z, 0-9 and dash; name and contact stand on one line each.");
        if (party == memory.Own || memory.Peers.ContainsKey(party) || memory.ByHandPeers.ContainsKey(party))
            return Refuse(Refusal.PeerExists, $"{party} is known here already.");
        if (memory.Peers.Count + memory.ByHandPeers.Count >= Bounds.Peers)
            return Refuse(Refusal.TooMany, "The station holds as many peers as it can.");
        var peer = new ByHandPeer(party, operation.Name, operation.Contact, context.Actor.Name, step.Now);
        memory.ByHandPeers[party] = peer;
        step.Put(DocumentKind.ByHandPeer, party.ToString(), peer.Encode());
        step.Journal(JournalAct.ByHandPeerAdded, note: party.ToString(), key: operation.Key);
        return new Done<PeerView>(View(peer));
    }

    public static IEnumerable<PeerView> All(StationMemory memory) => memory.ByHandPeers.Values.Select(View);

    private static PeerView View(ByHandPeer peer) => new(peer.Party.ToString(), peer.Name, false, 0, default, false, [], [], null, ByHand: peer.Contact);

    private static Refused<PeerView> Refuse(Refusal why, string detail) => new(why, detail);
}
