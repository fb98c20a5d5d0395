using Parley.Station.Circuits;

namespace Parley.EndToEnd.Tests;

/// <summary>Circuits of one station that a test can cut and mend as one.</summary>
internal sealed class CutCircuits(ICircuits circuits) : ICircuits
{
    private readonly Lock gate = new();
    private CircuitPlan plan = new([]);
    private bool isCut;

    public void Apply(CircuitPlan next)
    {
        lock (gate)
        {
            plan = next;
            if (!isCut)
                circuits.Apply(next);
        }
    }

    public void Cut(bool cut)
    {
        lock (gate)
        {
            isCut = cut;
            circuits.Apply(cut ? new CircuitPlan([]) : plan);
        }
    }

    public IReadOnlyList<string> TestOurselves() => circuits.TestOurselves();

    public void Dispose() => circuits.Dispose();
}
