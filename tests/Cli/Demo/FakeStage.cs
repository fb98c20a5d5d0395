using Parley.Control;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Tests.Demo;

/// <summary>A stage of two stations and two circuits without any process. It notices when two things are done to it at once.</summary>
internal sealed class FakeStage : ILiveStage
{
    private readonly HashSet<string> stopped = [];
    private readonly HashSet<int> cut = [];
    private int atOnce;

    /// <summary>What is done to it is done when this is.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What a start meets; null: nothing.</summary>
    public string? Trouble { get; set; }

    /// <summary>Things done to it that were begun.</summary>
    public int Begun { get; private set; }

    /// <summary>The most that were under way together.</summary>
    public int MostAtOnce { get; private set; }

    public IReadOnlyList<LiveStation> Stations =>
        [new("astra", 7100, !stopped.Contains("astra")), new("boreal", 7200, !stopped.Contains("boreal"))];

    public IReadOnlyList<LiveCircuit> Circuits =>
        [.. Enumerable.Range(1, 2).Select(n => new LiveCircuit("astra", "boreal", n, cut.Contains(n), !cut.Contains(n) && stopped.Count == 0))];

    public string Token(string party, string officer) => $"token-of-{party}-{officer}";

    public Task Circuit(string one, string other, int number, bool cut, CancellationToken cancel) =>
        Do(() => _ = cut ? this.cut.Add(number) : this.cut.Remove(number));

    public Task Kill(string party, CancellationToken cancel) => Do(() => stopped.Add(party));

    public Task Start(string party, CancellationToken cancel) =>
        Trouble is { } trouble ? Task.FromException(new ControlFault(trouble)) : Do(() => stopped.Remove(party));

    private async Task Do(Action change)
    {
        Begun++;
        MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
        await Hold;
        change();
        atOnce--;
    }
}
