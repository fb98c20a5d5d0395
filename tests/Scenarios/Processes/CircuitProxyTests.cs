using System.Net;
using System.Net.Sockets;
using Parley.Scenarios.Processes;

namespace Parley.Scenarios.Tests.Processes;

public sealed class CircuitProxyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_carries_and_counts()
    {
        using var listener = Listener(out var port);
        await using var proxy = new CircuitProxy(port);
        using var near = await Dial(proxy);
        using var far = await listener.AcceptSocketAsync(Cancel);
        await near.SendAsync(new byte[3000], Cancel);
        var got = 0;
        while (got < 3000)
            got += await far.ReceiveAsync(new byte[4096], Cancel);
        Assert.Equal(3000, proxy.Bytes);
        Assert.True(proxy.Segments >= 3);
    }

    [Fact]
    public async Task A_cut_ends_what_is_open_and_turns_away_what_comes_until_mended()
    {
        using var listener = Listener(out var port);
        await using var proxy = new CircuitProxy(port);
        using var near = await Dial(proxy);
        using var far = await listener.AcceptSocketAsync(Cancel);
        proxy.Cut();
        Assert.True(await Ends(near));
        Assert.True(await Ends(far));
        using var turnedAway = await Dial(proxy);
        Assert.True(await Ends(turnedAway));
        proxy.Mend();
        using var again = await Dial(proxy);
        using var accepted = await listener.AcceptSocketAsync(Cancel);
        await again.SendAsync(new byte[1], Cancel);
        Assert.Equal(1, await accepted.ReceiveAsync(new byte[8], Cancel));
    }

    [Fact]
    public async Task Frozen_it_keeps_what_comes_until_mended()
    {
        using var listener = Listener(out var port);
        await using var proxy = new CircuitProxy(port);
        using var near = await Dial(proxy);
        using var far = await listener.AcceptSocketAsync(Cancel);
        proxy.Freeze();
        await near.SendAsync(new byte[5], Cancel);
        var arriving = far.ReceiveAsync(new byte[8], Cancel).AsTask();
        while (proxy.Bytes < 5)
            await Task.Yield();
        Assert.False(arriving.IsCompleted);
        proxy.Mend();
        Assert.Equal(5, await arriving);
    }

    private static TcpListener Listener(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private static async Task<Socket> Dial(CircuitProxy proxy)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(proxy.Address["tls://".Length..]), Cancel);
        return socket;
    }

    private static async Task<bool> Ends(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[8], Cancel) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
