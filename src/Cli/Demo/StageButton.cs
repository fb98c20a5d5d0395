using System.Globalization;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Demo;

/// <summary>What can be done to a stage from its page.</summary>
internal enum StageButtonKind
{
    Cut,
    Mend,
    Stop,
    Start,
}

/// <summary>A button of the page: what it does, and the name of what it does that to.</summary>
/// <param name="To">A party id for a station, <c>one/other/number</c> for a circuit.</param>
internal sealed record StageButton(StageButtonKind Kind, string To)
{
    /// <summary>How a circuit is named in forms.</summary>
    public static string NameOf(LiveCircuit circuit) =>
        string.Create(CultureInfo.InvariantCulture, $"{circuit.One}/{circuit.Other}/{circuit.Number}");

    /// <summary>From the fields of a form; null when there is no such kind.</summary>
    public static StageButton? Parse(string? kind, string? to) => kind switch
    {
        "cut" => new(StageButtonKind.Cut, to ?? ""),
        "mend" => new(StageButtonKind.Mend, to ?? ""),
        "stop" => new(StageButtonKind.Stop, to ?? ""),
        "start" => new(StageButtonKind.Start, to ?? ""),
        _ => null,
    };

    /// <summary>Does what it says. False: the stage has no such circuit or station.</summary>
    public async Task<bool> Press(ILiveStage stage, CancellationToken cancel)
    {
        if (Kind is StageButtonKind.Cut or StageButtonKind.Mend)
        {
            if (stage.Circuits.FirstOrDefault(c => NameOf(c) == To) is not { } circuit)
                return false;
            await stage.Circuit(circuit.One, circuit.Other, circuit.Number, Kind == StageButtonKind.Cut, cancel);
            return true;
        }

        if (stage.Stations.All(s => s.Party != To))
            return false;
        await (Kind == StageButtonKind.Stop ? stage.Kill(To, cancel) : stage.Start(To, cancel));
        return true;
    }
}
