using System.Net;
using System.Net.Sockets;

namespace Parley.Scenarios.Processes;

/// <summary>One way to a station: a TCP proxy on loopback that carries what comes, counts it, and can be cut. While it is cut, whoever
/// dials is turned away.</summary>
public sealed class CircuitProxy : IAsyncDisposable
{
    /// <summary>Payload bytes of a full TCP segment over Ethernet, with time stamps.</summary>
    public const int SegmentSize = 1448;

    private const int BufferSize = 64 * 1024;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly HashSet<Socket> sockets = [];
    private readonly List<Task> tasks = [];
    private readonly Task accepting;
    private TaskCompletionSource? frozen;
    private bool isCut;
    private long bytes;
    private long segments;

    /// <param name="target">A port on loopback.</param>
    public CircuitProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where to dial, as circuits write it.</summary>
    public string Address => $"tls://{listener.LocalEndpoint}";

    /// <summary>Bytes of TCP payload carried, both ways together.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Segments that the payload would have made on a wire, both ways together: each read is cut into parts of
    /// <see cref="SegmentSize"/>. Writes that were read together count as one stretch, as the kernel would have sent them.</summary>
    public long Segments => Interlocked.Read(ref segments);

    /// <summary>Connections that are open.</summary>
    public int Connections
    {
        get
        {
            lock (gate)
                return sockets.Count / 2;
        }
    }

    /// <summary>Whether it is cut, and turns away whoever dials.</summary>
    public bool IsCut
    {
        get
        {
            lock (gate)
                return isCut;
        }
    }

    /// <summary>Ends every connection, and lets none through until mended.</summary>
    public void Cut()
    {
        lock (gate)
        {
            isCut = true;
            foreach (var socket in sockets)
                socket.Dispose();
            sockets.Clear();
        }
    }

    /// <summary>Carries nothing more and says nothing: connections stay open, as over a cable that was cut far away.</summary>
    public void Freeze()
    {
        lock (gate)
            frozen ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Ends cut and freeze.</summary>
    public void Mend()
    {
        lock (gate)
        {
            isCut = false;
            frozen?.SetResult();
            frozen = null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        await Task.WhenAll(tasks);
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var near = await listener.AcceptSocketAsync(stop.Token);
                await Join(near);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A connection that broke at once, or the end: the loop's condition tells which.
            }
        }
    }

    private async Task Join(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            if (!isCut)
                await far.ConnectAsync(IPAddress.Loopback, target, stop.Token);
        }
        catch (SocketException)
        {
            // The station does not run: who dialed is turned away below.
        }

        lock (gate)
        {
            if (isCut || !far.Connected)
            {
                near.Dispose();
                far.Dispose();
                return;
            }

            sockets.Add(near);
            sockets.Add(far);
            tasks.RemoveAll(t => t.IsCompleted);
            tasks.Add(Pass(near, far));
            tasks.Add(Pass(far, near));
        }
    }

    private async Task Pass(Socket from, Socket to)
    {
        await Task.Yield();
        var buffer = new byte[BufferSize];
        try
        {
            while (await from.ReceiveAsync(buffer, stop.Token) is > 0 and var read)
            {
                Interlocked.Add(ref bytes, read);
                Interlocked.Add(ref segments, (read + SegmentSize - 1) / SegmentSize);
                if (frozen is { } wait)
                    await wait.Task.WaitAsync(stop.Token);
                for (var sent = 0; sent < read;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either end is gone; the other one is ended too.
        }

        lock (gate)
        {
            sockets.Remove(from);
            sockets.Remove(to);
        }

        from.Dispose();
        to.Dispose();
    }
}
