using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Parley.Circuits.Tls;
using Parley.Lines.Entries;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

public sealed class PathTests(ITestOutputHelper output)
{
    [Fact]
    public void A_cut_is_told_quickly_and_dialed_again()
    {
        Proxy? proxy = null;
        using var pair = new Pair(address => (proxy = new Proxy(address)).Address);
        using var _ = proxy;
        var start = Stopwatch.GetTimestamp();
        proxy!.Cut();
        Assert.Equal((pair.AtAstra, CircuitEnd.Broken), Recorder.Next(pair.AstraEvents.Ends));
        Assert.Equal((pair.AtBoreal, CircuitEnd.Broken), Recorder.Next(pair.BorealEvents.Ends));
        var told = Stopwatch.GetElapsedTime(start);
        Recorder.Next(pair.AstraEvents.OpenedOnes);
        var again = Recorder.Next(pair.BorealEvents.OpenedOnes);
        var open = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"told after {told.TotalMilliseconds:F1} ms, open again after {open.TotalMilliseconds:F1} ms");
        Assert.True(again.TrySend(new byte[] { 1 }, Precedence.Routine));
        Recorder.Next(pair.AstraEvents.Frames);
        Assert.False(pair.AtAstra.TrySend(new byte[] { 1 }, Precedence.Routine));
    }

    [Fact]
    public void Every_address_is_a_circuit()
    {
        var (astra, boreal) = (new TestParty("astra"), new TestParty("boreal"));
        var (astraEvents, borealEvents) = (new Recorder(), new Recorder());
        using var to = boreal.Listen(borealEvents, listeners: 3);
        using var from = new TlsCircuits(astra.Key, astra.Chain, [], astraEvents, TestParty.Surroundings);
        to.Apply(new CircuitPlan([astra.At()]));
        from.Apply(new CircuitPlan([boreal.At([.. to.Listening, to.Listening[0]])]));
        var names = Enumerable.Range(0, 3).Select(_ => Recorder.Next(astraEvents.OpenedOnes).Name).Order();
        Assert.Equal(to.Listening.Order(), names);

        // An address taken away takes its circuit along and no other.
        from.Apply(new CircuitPlan([boreal.At([.. to.Listening.Take(2)])]));
        Assert.Equal(to.Listening[2], Recorder.Next(astraEvents.Ends).Circuit.Name);
        Assert.Empty(astraEvents.Ends);
    }

    [Fact]
    public void The_higher_party_dials_after_a_grace_when_the_lower_cannot()
    {
        var (astra, boreal) = (new TestParty("astra"), new TestParty("boreal"));
        var (astraEvents, borealEvents) = (new Recorder(), new Recorder());
        using var lower = astra.Listen(astraEvents);
        using var higher = new TlsCircuits(
            boreal.Key, boreal.Chain, [], borealEvents, TestParty.Surroundings, new TlsOptions { Grace = TimeSpan.FromMilliseconds(300) });
        lower.Apply(new CircuitPlan([boreal.At()]));
        var start = Stopwatch.GetTimestamp();
        higher.Apply(new CircuitPlan([astra.At(lower.Listening[0])]));
        Recorder.Next(borealEvents.OpenedOnes);
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public void The_newer_circuit_on_a_path_takes_the_place_of_the_older()
    {
        var (astra, boreal) = (new TestParty("astra"), new TestParty("boreal"));
        var events = new Recorder();
        using var to = boreal.Listen(events);
        to.Apply(new CircuitPlan([astra.At()]));
        using var first = new RawPeer(astra, to.Listening[0]);
        first.Hello(path: 7);
        var older = Recorder.Next(events.OpenedOnes);
        using var other = new RawPeer(astra, to.Listening[0]);
        other.Hello(path: 8);
        Recorder.Next(events.OpenedOnes);
        using var second = new RawPeer(astra, to.Listening[0]);
        second.Hello(path: 7);
        Recorder.Next(events.OpenedOnes);
        Assert.Equal((older, CircuitEnd.Replaced), Recorder.Next(events.Ends));
        Assert.Empty(events.Ends);
    }

    [Fact]
    public void An_address_where_nobody_is_is_told()
    {
        var (astra, boreal) = (new TestParty("astra"), new TestParty("boreal"));
        var events = new Recorder();
        string address;
        using (var gone = boreal.Listen(new Recorder()))
        {
            address = gone.Listening[0];
        }

        using var from = new TlsCircuits(astra.Key, astra.Chain, [], events, TestParty.Surroundings);
        from.Apply(new CircuitPlan([boreal.At(address)]));
        Assert.Equal((address, CircuitEnd.Unreachable), Recorder.Next(events.Refusals));
    }

    [Fact]
    public void Stopping_does_not_wait_for_a_connection_that_hangs()
    {
        // Nobody accepts, and the kernel's queue is full: further connections get no answer.
        using var deaf = new Socket(SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        deaf.Listen(1);
        var queue = Enumerable.Range(0, 4).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp)).ToList();
        foreach (var socket in queue)
            _ = socket.ConnectAsync(deaf.LocalEndPoint!);
        var (astra, boreal) = (new TestParty("astra"), new TestParty("boreal"));
        var from = new TlsCircuits(astra.Key, astra.Chain, [], new Recorder(), TestParty.Surroundings);
        from.Apply(new CircuitPlan([boreal.At($"tls://{deaf.LocalEndPoint}")]));
        var start = Stopwatch.GetTimestamp();
        from.Dispose();
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
        queue.ForEach(s => s.Dispose());
    }

    [Fact]
    public void At_9600_bits_a_flash_does_not_wait_for_what_was_given_before()
    {
        Proxy? proxy = null;
        using var pair = new Pair(address => (proxy = new Proxy(address) { Rate = 1200 }).Address);
        using var _ = proxy;
        for (var i = 0; i < 100; i++)
            Assert.True(pair.AtAstra.TrySend(new byte[600], Precedence.Routine));
        var start = Stopwatch.GetTimestamp();
        Assert.True(pair.AtAstra.TrySend(new byte[300], Precedence.Flash));
        var before = 0;
        while (Recorder.Next(pair.BorealEvents.Frames).Frame.Length != 300)
            before++;
        output.WriteLine($"flash after {before} of 100 routine frames, {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Assert.InRange(before, 0, 8);
    }

    [Fact]
    public void A_flash_overtakes_a_routine_backlog_on_a_slow_line()
    {
        Proxy? proxy = null;
        using var pair = new Pair(address => (proxy = new Proxy(address)).Address);
        using var _ = proxy;
        Recorder.Next(pair.AstraEvents.RoundTrips);
        proxy!.Rate = 40_000;
        for (var i = 0; i < 20; i++)
            Assert.True(pair.AtAstra.TrySend(new byte[10_000], Precedence.Routine));
        Recorder.Next(pair.BorealEvents.Frames);
        Recorder.Next(pair.BorealEvents.Frames);
        var start = Stopwatch.GetTimestamp();
        Assert.True(pair.AtAstra.TrySend(new byte[200], Precedence.Flash));
        var before = 2;
        while (Recorder.Next(pair.BorealEvents.Frames).Frame.Length != 200)
            before++;
        output.WriteLine($"flash after {before} of 20 routine frames, {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Assert.InRange(before, 2, 10);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2.5));
    }
}
