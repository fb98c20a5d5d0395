using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station;
using Parley.Station.Circuits;

namespace Parley.Scenarios.Virtual;

/// <summary>A path between two stations: open while it is whole and both stations want it. It delays and keeps order; a cut loses what is
/// under way.</summary>
internal sealed class VirtualCircuit(VirtualStage stage, VirtualStation one, VirtualStation other, int number)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Connecting = TimeSpan.FromMilliseconds(30);
    private static long numbers;
    private bool isCut;
    private (End One, End Other)? open;

    public bool Is(string first, string second, int which) =>
        which == number && ((first == one.Id && second == other.Id) || (first == other.Id && second == one.Id));

    public void Cut()
    {
        isCut = true;
        Look();
    }

    public void Mend()
    {
        isCut = false;
        Look();
    }

    /// <summary>Opens or ends the circuit when its time has come.</summary>
    public void Look()
    {
        if (open is { } ends && !CanBe)
            Finish(ends, CircuitEnd.Broken);
        else if (open is null && CanBe)
            stage.After(Connecting, Open);
    }

    private bool CanBe => !isCut && one.Runs && other.Runs && Wants(one, other) && Wants(other, one);

    private static bool Wants(VirtualStation who, VirtualStation whom) => who.Plan.Peers.Any(p => p.Party == whom.Keys.Party);

    private void Open()
    {
        if (open is not null || !CanBe)
            return;
        var ends = (One: new End(this, one, other), Other: new End(this, other, one));
        open = ends;
        foreach (var end in (End[])[ends.One, ends.Other])
        {
            end.At.Take(new CircuitOpened(end));
            end.At.Take(new CircuitMeasured(end, 2 * Delay));
        }
    }

    private void Finish((End One, End Other) ends, CircuitEnd why)
    {
        if (open != ends)
            return;
        open = null;
        ends.One.At.Take(new CircuitClosed(ends.One, why));
        ends.Other.At.Take(new CircuitClosed(ends.Other, why));
        stage.After(Connecting, Look);
    }

    /// <summary>One station's end of the open circuit.</summary>
    private sealed class End(VirtualCircuit path, VirtualStation at, VirtualStation to) : ICircuit
    {
        public VirtualStation At => at;

        public long Number { get; } = Interlocked.Increment(ref numbers);

        public string Name => $"virtual/{path.Number}";

        public PartyId Peer => to.Keys.Party;

        public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
        {
            if (path.open is not { } ends || (ends.One != this && ends.Other != this))
                return false;
            var there = ends.One == this ? ends.Other : ends.One;
            path.Stage.After(Delay, () =>
            {
                if (path.open == ends)
                    to.Receive(there, frame);
            });
            return true;
        }

        public void Close(CircuitEnd end) => path.Stage.After(TimeSpan.Zero, () =>
        {
            if (path.open is { } ends && (ends.One == this || ends.Other == this))
                path.Finish(ends, end);
        });
    }

    private int Number => number;

    private VirtualStage Stage => stage;
}
