namespace Parley.Control.Peers;

/// <summary>Trust a party's card. <paramref name="CardFile"/> is the text of the card file; <paramref name="Digits"/> what the other side
/// read out. Without digits the peer is kept <i>unverified</i> and no line can open.</summary>
public sealed record AddPeer(string CardFile, string? Digits) : Operation<PeerView>;

/// <summary>Take a newer card of a known peer. When it follows from the known one, no digits are needed.</summary>
public sealed record UpdatePeer(string CardFile, string? Digits) : Operation<PeerView>;

/// <summary>A party without a station: what goes out to it is read out or handed over, what it says is entered by an officer.</summary>
/// <param name="Contact">How it is reached: a telephone number, an office.</param>
public sealed record AddByHandPeer(string Party, string Name, string Contact) : Operation<PeerView>;

/// <summary>All peers, our own party first.</summary>
public sealed record ListPeers : Query<IReadOnlyList<PeerView>>;

/// <summary>Our own card: its file and its digits.</summary>
public sealed record ShowCard : Query<CardView>;

/// <summary>A party and its card.</summary>
/// <param name="Party">Its id.</param>
/// <param name="Name">Its name in the first language it gives.</param>
/// <param name="Verified">Whether the digits were compared.</param>
/// <param name="CardVersion">Version of the card in force.</param>
/// <param name="ValidUntil">End of the card's validity, UTC.</param>
/// <param name="Expired">Whether it is past; a warning, nothing more.</param>
/// <param name="Addresses">Where it listens.</param>
/// <param name="Circuits">Circuits open to it now.</param>
/// <param name="LastHeard">When anything authenticated last came from it, UTC.</param>
/// <param name="ByHand">Of a party without a station: how it is reached. Nothing else of it is known.</param>
/// <param name="ClockAheadSeconds">About how far its clock is ahead of ours (less than 0: behind), from its beacons; null while that is not known.</param>
/// <param name="Lost">Ways on which a circuit was open since this station started, and none is now.</param>
/// <param name="RefusedBefore">Frames refused on its circuits that have ended since the station started, by reason; null: none.</param>
public sealed record PeerView(
    string Party,
    string Name,
    bool Verified,
    int CardVersion,
    DateTimeOffset ValidUntil,
    bool Expired,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<CircuitView> Circuits,
    DateTimeOffset? LastHeard,
    IReadOnlyDictionary<string, long>? RefusedBefore = null,
    double? ClockAheadSeconds = null,
    string? ByHand = null,
    IReadOnlyList<LostCircuitView>? Lost = null);

/// <summary>A way that had a circuit, and since when it has none.</summary>
public sealed record LostCircuitView(string Name, DateTimeOffset Since);

/// <summary>An open circuit. <paramref name="Refusals"/> counts the frames that it brought and that were refused, by reason.</summary>
public sealed record CircuitView(
    string Name,
    DateTimeOffset Since,
    double? RoundTripMilliseconds,
    long FramesIn,
    long FramesOut,
    IReadOnlyDictionary<string, long> Refusals);

/// <summary>A card as its owner hands it over.</summary>
public sealed record CardView(string Party, int Version, string CardFile, string Digits, DateTimeOffset ValidUntil);
