using Parley.Control;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Takes over a peer's card chain, wherever it came from: an officer, a rotation, a circuit. The caller has verified it.</summary>
internal static class PeerCards
{
    public static void Take(Step step, PeerState peer, CardChain chain)
    {
        var common = chain.Common(peer.Chain);
        peer.Chain = chain;
        // Cards that fell away were updates: their key is that of the last one that stays.
        foreach (var feed in step.Memory.Lines.Values.SelectMany(l => l.Feeds.Values).Where(f => f.Id.Party == peer.Party && f.CardIndex >= Math.Max(1, common)))
        {
            feed.CardIndex = Math.Max(0, common - 1);
            step.Changed(feed);
        }

        Save(step, peer);
        step.Journal(JournalAct.PeerUpdated, note: string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{peer.Party} card {chain.Current.Version}"));
    }

    public static void Save(Step step, PeerState peer)
    {
        foreach (var line in step.Memory.Lines.Values)
            line.MembersVersion++;
        step.Put(DocumentKind.Peer, peer.Party.ToString(), peer.Encode());
        Publish(step.Memory, peer);
        step.PeersChanged = true;
        step.Note(ChangeKind.Peer, text: peer.Party.ToString());
    }

    /// <summary>Makes the peer's keys known to the threads before the loop. Revoked ones are among them, for what they signed before stands;
    /// <see cref="Revocations"/> decides what they still count for.</summary>
    public static void Publish(StationMemory memory, PeerState peer)
    {
        if (peer.Verified)
            memory.Shared.SetKeys(peer.Party, KeysOf(memory.Suite, peer.Chain));
    }

    /// <summary>The verifying keys of a chain, oldest first.</summary>
    public static VerifyingKey[] KeysOf(Suite suite, CardChain chain) =>
        [.. chain.Cards.Select(c => suite.ImportVerifyingKey(c.Card.Key) ?? throw new InvalidOperationException("a verified card holds no key"))];
}
