using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Station.State;

/// <summary>Ways to one peer on which a circuit was open since this station started, and none is now. Of two stations the one with the lower id dials every address always;
/// circuits that the other dials are a help that comes and goes, so only those of the first are missed.</summary>
internal sealed class LostCircuits
{
    private const string From = " from ";
    private readonly SortedDictionary<string, Timestamp> lost = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, Timestamp>> All => lost;

    public void Opened(ICircuit circuit) => lost.Remove(WayOf(circuit));

    /// <param name="left">The circuits that are still open to that peer.</param>
    public void Closed(ICircuit circuit, IEnumerable<ICircuit> left, PartyId own, Timestamp now)
    {
        var isDialed = !circuit.Name.Contains(From, StringComparison.Ordinal);
        if (isDialed == own < circuit.Peer && lost.Count < Lines.Bounds.Addresses && !left.Any(c => WayOf(c) == WayOf(circuit)))
            lost[WayOf(circuit)] = now;
    }

    // An accepted circuit names our address, and then where it is from, which is another port each time.
    private static string WayOf(ICircuit circuit) => circuit.Name.Split(From)[0];
}
