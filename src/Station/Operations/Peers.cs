using Parley.Control;
using Parley.Control.Peers;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>Trust in other parties' cards.</summary>
internal static class Peers
{
    public static Outcome<PeerView> Add(OperationContext context, AddPeer operation)
    {
        if (Read(context, operation.CardFile, out var chain) is { } refused)
            return refused;
        var memory = context.Memory;
        if (memory.Peers.TryGetValue(chain.Party, out var known))
        {
            if (known.Verified)
                return Refuse(Refusal.PeerExists, $"{chain.Party} is known and verified. For a newer card use 'peer update'.");
            if (!known.Chain.Current.Equals(chain.Current))
                return Refuse(Refusal.CardDoesNotFollow, $"Another card of {chain.Party} is already here, unverified. Ask for the right file.");
        }
        else if (memory.Peers.Count >= Bounds.Peers)
        {
            return Refuse(Refusal.TooMany, "The station holds as many peers as it can.");
        }

        if (operation.Digits is { } digits && !Digits.Matches(digits, chain.Current.Hash()))
            return Refuse(Refusal.DigitsDiffer, "The digits are not those of this card. Do not use it; ask the other side to read theirs out again.");
        var peer = known ?? new PeerState(chain, false);
        memory.Peers[chain.Party] = peer;
        context.Step.Journal(JournalAct.PeerAdded, note: $"{chain.Party} card {chain.Current.Version}");
        if (operation.Digits is not null)
            Verify(context, peer);
        PeerCards.Save(context.Step, peer);
        return new Done<PeerView>(View(context, peer));
    }

    public static Outcome<PeerView> Update(OperationContext context, UpdatePeer operation)
    {
        if (Read(context, operation.CardFile, out var chain) is { } refused)
            return refused;
        if (!context.Memory.Peers.TryGetValue(chain.Party, out var peer))
            return Refuse(Refusal.UnknownPeer, $"No card of {chain.Party} is known. Use 'peer add'.");
        var follows = chain.Supersedes(peer.Chain) || (!peer.Verified && peer.Chain.IsPrefixOf(chain));
        var digits = operation.Digits is { } typed && Digits.Matches(typed, chain.Current.Hash());
        if (operation.Digits is not null && !digits)
            return Refuse(Refusal.DigitsDiffer, "The digits are not those of this card.");
        // A circuit may have brought it before the hand did.
        if (peer.Verified && chain.Cards.Count == peer.Chain.Cards.Count && peer.Chain.IsPrefixOf(chain))
            return new Done<PeerView>(View(context, peer));
        if (!follows && !digits)
            return Refuse(Refusal.CardDoesNotFollow, "This card does not follow from the one known. Compare digits with the other side and pass them.");
        PeerCards.Take(context.Step, peer, chain);
        if (digits && !peer.Verified)
            Verify(context, peer);
        PeerCards.Save(context.Step, peer);
        return new Done<PeerView>(View(context, peer));
    }

    private static void Verify(OperationContext context, PeerState peer)
    {
        peer.Verified = true;
        PeerCards.Publish(context.Memory, peer);
        context.Step.Journal(JournalAct.PeerVerified, note: $"{peer.Party} card {peer.Chain.Current.Version}");
        OperatorLines.Open(context.Step, peer);
    }

    private static Refused<PeerView>? Read(OperationContext context, string file, out CardChain chain)
    {
        chain = null!;
        var memory = context.Memory;
        if (file.Length > 1 << 20 || CardChain.ParseFile(file) is not { } read || !read.Verify(id => id == memory.Suite.Id ? memory.Suite : null))
            return Refuse(Refusal.CardInvalid, "This is not a sound card file. Ask for it again and do not edit it.");
        if (read.Party == memory.Own)
            return Refuse(Refusal.CardIsOurs, "This is our own card. Give it to the other side and ask for theirs.");
        chain = read;
        return null;
    }

    public static Outcome<IReadOnlyList<PeerView>> List(OperationContext context) =>
        new Done<IReadOnlyList<PeerView>>([.. context.Memory.Peers.Values.Select(p => View(context, p)), .. ByHandPeers.All(context.Memory)]);

    public static Outcome<CardView> Show(OperationContext context)
    {
        var chain = context.Memory.Keys.Chain;
        var card = chain.Current;
        return new Done<CardView>(
            new CardView(card.Party.ToString(), card.Version, chain.ToFile(), chain.DigitsToCompare, card.ValidUntil.ToDateTimeOffset()));
    }

    public static PeerView View(OperationContext context, PeerState peer)
    {
        var card = peer.Chain.Current;
        return new PeerView(
            card.Party.ToString(),
            card.Names.Count > 0 ? card.Names[0].Value : card.Party.ToString(),
            peer.Verified,
            card.Version,
            card.ValidUntil.ToDateTimeOffset(),
            card.ValidUntil < context.Step.Now,
            card.Addresses,
            [.. context.Links.Of(peer.Party).Links.Select(View)],
            peer.LastHeard?.ToDateTimeOffset(),
            Counts(context.Links.Of(peer.Party).RefusedBefore) is { Count: > 0 } before ? before : null,
            context.Links.Of(peer.Party).Clock.Ahead?.TotalSeconds,
            Lost: [.. context.Links.Of(peer.Party).Lost.All.Select(l => new LostCircuitView(l.Key, l.Value.ToDateTimeOffset()))]);
    }

    private static CircuitView View(Link link) => new(
        link.Circuit.Name,
        link.Since.ToDateTimeOffset(),
        link.RoundTrip?.TotalMilliseconds,
        link.FramesIn,
        link.FramesOut,
        Counts(link.Refusals));

    private static Dictionary<string, long> Counts(long[] refusals) =>
        Enum.GetValues<FrameRefusal>().Where(r => refusals[(int)r] > 0).ToDictionary(r => r.ToString(), r => refusals[(int)r]);

    private static Refused<PeerView> Refuse(Refusal why, string detail) => new(why, detail);
}
