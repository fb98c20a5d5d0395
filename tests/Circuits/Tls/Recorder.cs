using System.Collections.Concurrent;
using Parley.Lines.Parties;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

/// <summary>Keeps what circuits tell and checks that they keep their contract; a test waits for the next of a kind.</summary>
internal sealed class Recorder : ICircuitEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<long, int> _inside = new();
    private readonly ConcurrentDictionary<long, string> _life = new();

    public BlockingCollection<ICircuit> OpenedOnes { get; } = [];

    public BlockingCollection<(ICircuit Circuit, byte[] Frame)> Frames { get; } = [];

    public BlockingCollection<(ICircuit Circuit, CircuitEnd End)> Ends { get; } = [];

    public BlockingCollection<(string Name, CircuitEnd End)> Refusals { get; } = [];

    public BlockingCollection<(PartyId Party, CardChain Chain)> Seen { get; } = [];

    public BlockingCollection<TimeSpan> RoundTrips { get; } = [];

    public BlockingCollection<ICircuit> Rooms { get; } = [];

    public ConcurrentQueue<string> Breaches { get; } = [];

    /// <summary>Done with each frame instead of keeping it.</summary>
    public Action<ICircuit, ReadOnlyMemory<byte>>? OnFrame { get; init; }

    public static T Next<T>(BlockingCollection<T> of) =>
        of.TryTake(out var value, Patience) ? value : throw new TimeoutException($"nothing came: {typeof(T)}");

    public void Opened(ICircuit circuit) => Once(circuit, "opened", () => OpenedOnes.Add(circuit));

    public void Received(ICircuit circuit, ReadOnlyMemory<byte> frame) => Once(circuit, "received", () =>
    {
        if (OnFrame is { } act)
            act(circuit, frame);
        else
            Frames.Add((circuit, frame.ToArray()));
    });

    public void Drained(ICircuit circuit) => Once(circuit, "drained", () => Rooms.Add(circuit));

    public void Measured(ICircuit circuit, TimeSpan roundTrip) => Once(circuit, "measured", () => RoundTrips.Add(roundTrip));

    public void Closed(ICircuit circuit, CircuitEnd end) => Once(circuit, "closed", () => Ends.Add((circuit, end)));

    public void CardSeen(PartyId peer, CardChain chain) => Seen.Add((peer, chain));

    public void Refused(string name, CircuitEnd end) => Refusals.Add((name, end));

    private void Once(ICircuit circuit, string what, Action act)
    {
        var before = _life.GetValueOrDefault(circuit.Number);
        if ((what == "opened") != (before is null) || before == "closed")
            Breaches.Enqueue($"{what} after {before ?? "nothing"}");
        _life[circuit.Number] = what == "closed" ? what : "open";
        if (_inside.AddOrUpdate(circuit.Number, 1, static (_, n) => n + 1) != 1)
            Breaches.Enqueue($"{what} overlaps");
        act();
        _inside.AddOrUpdate(circuit.Number, 0, static (_, n) => n - 1);
    }
}
