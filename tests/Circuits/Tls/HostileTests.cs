using System.Net;
using System.Net.Sockets;
using Parley.Circuits.Link;
using Parley.Circuits.Tls;
using Parley.Lines.Entries;
using Parley.Station.Circuits;

namespace Parley.Circuits.Tests.Tls;

public sealed class HostileTests : IDisposable
{
    private readonly TestParty _astra = new("astra");
    private readonly Recorder _events = new();
    private readonly TlsCircuits _boreal;

    public HostileTests()
    {
        _boreal = new TestParty("boreal").Listen(_events, new TlsOptions { HalfOpen = 8, AcceptBurst = 100 });
        _boreal.Apply(new CircuitPlan([_astra.At()]));
    }

    public static TheoryData<string, byte[]> Garbage { get; } = new()
    {
        { "type", [5, 0] },
        { "zero", [0] },
        { "short fragment that is not the last", [0x90, 1, 2, 3] },
        { "goes on with nothing", [0x88, 0, 1] },
        { "first twice", [.. Fragment(first: true, last: false), .. Fragment(first: true, last: false)] },
        { "acknowledges what was never sent", [1, 200, 1] },
        { "acknowledges nothing", [1, 0] },
        { "endless number", [1, 255, 255, 255, 255, 255] },
        { "pong without ping", [3, 77] },
        { "unknown bye", [4, 200] },
        { "frame too long", [.. Enumerable.Range(0, 513).SelectMany(i => Fragment(first: i == 0, last: false))] },
    };

    public void Dispose()
    {
        _boreal.Dispose();
        Assert.Empty(_events.Breaches);
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Bytes_that_are_no_records_end_the_circuit(string what, byte[] bytes)
    {
        using var peer = new RawPeer(_astra, _boreal.Listening[0]);
        peer.Hello();
        Recorder.Next(_events.OpenedOnes);
        peer.Stream.Write(bytes);
        Assert.Equal(CircuitEnd.Malformed, Recorder.Next(_events.Ends).End);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void Something_else_before_the_hello_is_refused()
    {
        using var peer = new RawPeer(_astra, _boreal.Listening[0]);
        peer.Stream.Write("GET / HTTP/1.1\r\n"u8);
        Assert.Equal(CircuitEnd.Malformed, Recorder.Next(_events.Refusals).End);
        Assert.Empty(_events.OpenedOnes);
    }

    [Fact]
    public void A_later_version_that_still_speaks_ours_is_let_in()
    {
        using var peer = new RawPeer(_astra, _boreal.Listening[0]);
        peer.Stream.Write(new LinkHello(1, 2, 5, new byte[] { 1, 2, 3 }).Encode());
        Recorder.Next(_events.OpenedOnes);
    }

    [Fact]
    public void Versions_that_do_not_meet_are_told_before_closing()
    {
        using var peer = new RawPeer(_astra, _boreal.Listening[0]);
        peer.Hello(lowest: 2, highest: 9);
        Assert.Equal(CircuitEnd.VersionMismatch, Recorder.Next(_events.Refusals).End);
        var said = peer.ReadToEnd();
        Assert.Equal(LinkRead.Whole, LinkHello.TryRead(said, out var hello, out var used));
        Assert.Equal(LinkHello.OwnHighest, hello!.Highest);
        Assert.Equal([4, (byte)LinkBye.VersionMismatch], said[used..]);
    }

    [Fact]
    public void Bytes_that_are_no_tls_are_refused()
    {
        using var socket = Connect();
        socket.Send("hello, who is there?\r\n"u8);
        Assert.Equal(CircuitEnd.HandshakeFailed, Recorder.Next(_events.Refusals).End);
    }

    [Fact]
    public void Half_open_connections_are_bounded_and_the_oldest_gives_way()
    {
        var idle = Enumerable.Range(0, 20).Select(_ => Connect()).ToList();
        for (var i = 0; i < 12; i++)
            Assert.Equal(CircuitEnd.TooMany, Recorder.Next(_events.Refusals).End);
        using var peer = new RawPeer(_astra, _boreal.Listening[0]);
        peer.Hello();
        Recorder.Next(_events.OpenedOnes);
        idle.ForEach(s => s.Dispose());
    }

    [Fact]
    public void A_handshake_that_does_not_go_on_ends()
    {
        var events = new Recorder();
        using var circuits = new TestParty("cygnus").Listen(events, new TlsOptions { Handshake = TimeSpan.FromMilliseconds(200) });
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPEndPoint.Parse(circuits.Listening[0]["tls://".Length..]));
        Assert.Equal(CircuitEnd.TimedOut, Recorder.Next(events.Refusals).End);
    }

    [Fact]
    public void One_address_cannot_connect_without_end()
    {
        var events = new Recorder();
        using var circuits = new TestParty("cygnus").Listen(events, new TlsOptions { AcceptBurst = 2, AcceptsPerSecond = 1 });
        var sockets = Enumerable.Range(0, 4).Select(_ =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(IPEndPoint.Parse(circuits.Listening[0]["tls://".Length..]));
            return socket;
        }).ToList();
        Assert.Equal(CircuitEnd.TooMany, Recorder.Next(events.Refusals).End);
        sockets.ForEach(s => s.Dispose());
    }

    private static byte[] Fragment(bool first, bool last)
    {
        var bytes = new byte[Bounds.FragmentSize + Bounds.FragmentHeader];
        LinkRecord.Fragment(Precedence.Routine, first, last, false, new byte[Bounds.FragmentSize]).Write(bytes);
        return bytes;
    }

    private Socket Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPEndPoint.Parse(_boreal.Listening[0]["tls://".Length..]));
        return socket;
    }
}
