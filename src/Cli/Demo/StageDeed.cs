using System.Globalization;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Demo;

/// <summary>What can be done to a stage from its page.</summary>
internal enum StageDeedKind
{
    Cut,
    Mend,
    Stop,
    Start,
}

/// <summary>One thing that somebody does to a stage: a kind and the name of what it is done to.</summary>
/// <param name="To">A party id for a station, <c>one/other/number</c> for a circuit.</param>
internal sealed record StageDeed(StageDeedKind Kind, string To)
{
    /// <summary>How a circuit is named in forms.</summary>
    public static string NameOf(LiveCircuit circuit) =>
        string.Create(CultureInfo.InvariantCulture, $"{circuit.One}/{circuit.Other}/{circuit.Number}");

    /// <summary>From the fields of a form; null when there is no such kind.</summary>
    public static StageDeed? Parse(string? kind, string? to) => kind switch
    {
        "cut" => new(StageDeedKind.Cut, to ?? ""),
        "mend" => new(StageDeedKind.Mend, to ?? ""),
        "stop" => new(StageDeedKind.Stop, to ?? ""),
        "start" => new(StageDeedKind.Start, to ?? ""),
        _ => null,
    };

    /// <summary>Does it. False: the stage has no such circuit or station.</summary>
    public async Task<bool> Do(ILiveStage stage, CancellationToken cancel)
    {
        if (Kind is StageDeedKind.Cut or StageDeedKind.Mend)
        {
            if (stage.Circuits.FirstOrDefault(c => NameOf(c) == To) is not { } circuit)
                return false;
            await stage.Circuit(circuit.One, circuit.Other, circuit.Number, Kind == StageDeedKind.Cut, cancel);
            return true;
        }

        if (stage.Stations.All(s => s.Party != To))
            return false;
        await (Kind == StageDeedKind.Stop ? stage.Kill(To, cancel) : stage.Start(To, cancel));
        return true;
    }
}
