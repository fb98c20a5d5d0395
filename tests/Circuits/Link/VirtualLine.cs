using Parley.Circuits.Link;
using Parley.Lines.Entries;

namespace Parley.Circuits.Tests.Link;

/// <summary>Two senders with a line between them in virtual time: a rate in bytes a second and a delay each way, 24 bytes beside each
/// write. Frames are told as they arrive.</summary>
internal sealed class VirtualLine(int rate, long delay, int initialWindow)
{
    private const int Beside = 24;
    private const long Tick = 200;
    private readonly LinkSender[] _sides = [new(initialWindow, 0), new(initialWindow, 0)];
    private readonly Reassembly[] _frames = [new(), new()];
    private readonly Queue<(long At, byte[] Bytes)>[] _lines = [new(), new()];
    private readonly long[] _free = new long[2];

    public long Now { get; private set; }

    /// <summary>Nothing arrives any more in that direction.</summary>
    public bool[] IsDead { get; } = new bool[2];

    public int Packets { get; private set; }

    public long MostInFlight { get; private set; }

    public List<(long At, int Side, Precedence Precedence, int Size)> Arrived { get; } = [];

    public List<TimeSpan> RoundTrips { get; } = [];

    public LinkSender Side(int side) => _sides[side];

    public void RunUntil(Func<bool> done, long most = 120_000_000)
    {
        for (var end = Now + most; !done(); Now += Tick)
        {
            Assert.True(Now < end, "it never came");
            for (var side = 0; side < 2; side++)
            {
                Send(side);
                Take(side);
            }
        }
    }

    private void Send(int side)
    {
        var output = new byte[Bounds.WriteSize];
        while (_sides[side].HasWork(Now))
        {
            var size = _sides[side].Fill(output, Now);
            Assert.True(size > 0, "it said that there was work");
            Packets++;
            _free[side] = Math.Max(_free[side], Now) + ((size + Beside) * 1_000_000L / rate);
            _lines[side].Enqueue((_free[side] + delay, output[..size]));
            if (side == 0)
                MostInFlight = Math.Max(MostInFlight, _sides[0].InFlight);
        }
    }

    private void Take(int from)
    {
        while (_lines[from].TryPeek(out var packet) && packet.At <= Now)
        {
            _lines[from].Dequeue();
            if (!IsDead[from])
                Read(1 - from, packet.Bytes);
        }
    }

    private void Read(int side, ReadOnlySpan<byte> bytes)
    {
        var self = _sides[side];
        self.Heard(Now);
        while (LinkRecord.TryRead(bytes, out var record, out var used) == LinkRead.Whole)
        {
            bytes = bytes[used..];
            switch (record.Kind)
            {
                case LinkKind.Fragment:
                    Assert.True(_frames[side].TryTake(record, out var frame));
                    self.Received(used, record.AcknowledgeAtOnce, Now);
                    if (frame is not null)
                        Arrived.Add((Now, side, record.Precedence, frame.Length));
                    break;
                case LinkKind.Acknowledgment:
                    Assert.True(self.TryAcknowledged(record.Value, Now, out _));
                    break;
                case LinkKind.Ping:
                    self.Pinged((byte)record.Value);
                    break;
                case LinkKind.Pong:
                    Assert.True(self.TryPonged((byte)record.Value, Now, out var roundTrip));
                    RoundTrips.Add(roundTrip);
                    break;
            }
        }

        Assert.True(bytes.IsEmpty);
    }
}
