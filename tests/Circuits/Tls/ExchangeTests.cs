using System.Diagnostics;
using Parley.Lines.Entries;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

public sealed class ExchangeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(65_536)]
    [InlineData(Station.Bounds.FrameSize)]
    public void Frames_arrive_whole_both_ways(int size)
    {
        using var pair = new Pair();
        var frame = Enumerable.Range(0, size).Select(i => (byte)(i * 7)).ToArray();
        Assert.Equal(pair.Boreal.Id, pair.AtAstra.Peer);
        Assert.Equal(pair.Astra.Id, pair.AtBoreal.Peer);
        foreach (var precedence in Enum.GetValues<Precedence>())
        {
            Assert.True(pair.AtAstra.TrySend(frame, precedence));
            Assert.True(pair.AtBoreal.TrySend(frame, precedence));
            Assert.Equal(frame, Recorder.Next(pair.BorealEvents.Frames).Frame);
            Assert.Equal(frame, Recorder.Next(pair.AstraEvents.Frames).Frame);
        }
    }

    [Fact]
    public void The_round_trip_is_measured_when_it_opens()
    {
        using var pair = new Pair();
        Assert.InRange(Recorder.Next(pair.AstraEvents.RoundTrips), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2));
        Assert.InRange(Recorder.Next(pair.BorealEvents.RoundTrips), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void What_is_refused_for_want_of_room_is_followed_by_room()
    {
        using var busy = new ManualResetEventSlim();
        using var pair = new Pair(borealEvents: new Recorder { OnFrame = (_, _) => busy.Wait() });
        var frame = new byte[60_000];
        while (pair.AtAstra.TrySend(frame, Precedence.Routine))
        {
        }

        Assert.True(pair.AtAstra.TrySend(frame, Precedence.Flash));
        busy.Set();
        Assert.Same(pair.AtAstra, Recorder.Next(pair.AstraEvents.Rooms));
        Assert.True(pair.AtAstra.TrySend(frame, Precedence.Routine));
    }

    [Fact]
    public void A_closed_circuit_takes_nothing_and_the_other_side_hears_of_it()
    {
        using var pair = new Pair();
        pair.AtBoreal.Close(CircuitEnd.TooManyRefusals);
        Assert.False(pair.AtBoreal.TrySend(new byte[1], Precedence.Flash));
        Assert.Equal((pair.AtBoreal, CircuitEnd.TooManyRefusals), Recorder.Next(pair.BorealEvents.Ends));
        Assert.Equal((pair.AtAstra, CircuitEnd.ClosedByPeer), Recorder.Next(pair.AstraEvents.Ends));
    }

    [Fact]
    public void Small_frames_cross_quickly()
    {
        const int rounds = 2000;
        using var back = new SemaphoreSlim(0);
        using var pair = new Pair(
            astraEvents: new Recorder { OnFrame = (_, _) => back.Release() },
            borealEvents: new Recorder { OnFrame = static (circuit, frame) => circuit.TrySend(frame[..150], Precedence.Flash) });
        var frame = new byte[500];
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.True(pair.AtAstra.TrySend(frame, Precedence.Flash));
            Assert.True(back.Wait(TimeSpan.FromSeconds(10)));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        output.WriteLine($"round trip of 500 and 150 bytes: p50 {times[rounds / 2]:F0} us, p99 {times[rounds * 99 / 100]:F0} us");
        Assert.True(times[rounds / 2] < 5_000);
    }

    [Fact]
    public void Many_frames_flow()
    {
        const int frames = 8000;
        var left = frames;
        using var done = new ManualResetEventSlim();
        using var room = new SemaphoreSlim(0);
        using var pair = new Pair(borealEvents: new Recorder
        {
            OnFrame = (_, _) =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                    done.Set();
            },
        });
        var frame = new byte[65_536];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < frames; i++)
        {
            while (!pair.AtAstra.TrySend(frame, Precedence.Routine))
                Recorder.Next(pair.AstraEvents.Rooms);
        }

        Assert.True(done.Wait(TimeSpan.FromSeconds(60)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"{frames / 1e6 * frame.Length / seconds:F0} MB/s of 64 KB frames");
    }

    [Fact]
    public void One_message_with_its_receipt_costs_few_bytes()
    {
        const int pairs = 20;
        Proxy? proxy = null;
        using var pair = new Pair(
            address => (proxy = new Proxy(address)).Address,
            borealEvents: new Recorder { OnFrame = static (circuit, _) => circuit.TrySend(new byte[150], Precedence.Flash) });
        using var _ = proxy;
        Recorder.Next(pair.AstraEvents.RoundTrips);
        Recorder.Next(pair.BorealEvents.RoundTrips);
        var before = proxy!.Bytes;
        for (var i = 0; i < pairs; i++)
        {
            pair.AtAstra.TrySend(new byte[500], Precedence.Flash);
            Recorder.Next(pair.AstraEvents.Frames);
        }

        var each = (proxy.Bytes - before) / (double)pairs;
        output.WriteLine($"{each - 650:F1} bytes beyond 500 + 150, TLS included, TCP/IP not");
        Assert.InRange(each - 650, 44, 100);
    }
}
