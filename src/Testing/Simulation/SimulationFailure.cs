namespace Parley.Testing.Simulation;

/// <summary>A rule was broken in a simulated world.</summary>
public sealed class SimulationFailure : Exception
{
    public SimulationFailure()
    {
    }

    public SimulationFailure(string message)
        : base(message)
    {
    }

    public SimulationFailure(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
