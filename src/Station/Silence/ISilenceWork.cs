namespace Parley.Station.Silence;

/// <summary>Work that the loop hands out because it waits for circuits or reads much. What comes of it comes back as an input: <see cref="CircuitsTested"/>,
/// <see cref="SilenceWeighed"/>. Neither blocks.</summary>
internal interface ISilenceWork
{
    /// <summary>False for a station that is only managed, with no circuits: it hears nobody, and says nothing of silence.</summary>
    bool IsOn { get; }

    /// <summary>Reaches our own doors from here.</summary>
    void TestCircuits();

    /// <summary>Reads and judges.</summary>
    void Weigh(SilenceReading reading);
}

/// <summary>What of our own circuits failed, in plain words; empty when nothing did.</summary>
internal sealed record CircuitsTested(IReadOnlyList<string> Failures) : StationInput;

/// <summary>Verdicts that were worked out; null: the store could not be read.</summary>
internal sealed record SilenceWeighed(SilenceFound? Found) : StationInput;
