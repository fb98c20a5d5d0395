using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Station.Throttles;

/// <summary>One author's ordinary words on one line wait for the intake here. Nothing here is saved.</summary>
internal sealed class Throttle(Timestamp since)
{
    public Timestamp Since { get; } = since;

    /// <summary>When something of it waited here last.</summary>
    public Timestamp HeldAt { get; set; } = since;

    /// <summary>Peers that were told, and for which <see cref="State.PeerLinks.Joins"/> of them.</summary>
    public SortedDictionary<PartyId, long> Told { get; } = [];
}

/// <summary>What a peer says of its own intake.</summary>
/// <param name="Since">Since when, by its clock.</param>
/// <param name="Entries">Entries a second.</param>
/// <param name="Bytes">Bytes a second.</param>
internal sealed record ThrottleTold(Timestamp Since, int Entries, int Bytes);
