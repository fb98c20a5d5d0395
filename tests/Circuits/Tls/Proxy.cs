using System.Net;
using System.Net.Sockets;

namespace Parley.Circuits.Tests.Tls;

/// <summary>A TCP proxy that passes on at most so many bytes a second each way, counts them, and can cut what it carries.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly IPEndPoint _target;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _sockets = [];
    private readonly List<Task> _tasks = [];
    private long _bytes;

    public Proxy(string target)
    {
        _target = IPEndPoint.Parse(target["tls://".Length..]);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _tasks.Add(Task.Run(AcceptAsync));
    }

    public string Address => $"tls://{_listener.LocalEndPoint}";

    /// <summary>Bytes a second each way; 0 is no limit.</summary>
    public int Rate { get; set; }

    /// <summary>Bytes carried, both ways together.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Ends every connection; new ones are accepted.</summary>
    public void Cut()
    {
        lock (_sockets)
        {
            foreach (var socket in _sockets)
                socket.Dispose();
            _sockets.Clear();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        Cut();
        Task.WaitAll(_tasks.ToArray());
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var near = await _listener.AcceptAsync(_stop.Token);
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                near.NoDelay = true;
                await far.ConnectAsync(_target, _stop.Token);
                lock (_sockets)
                {
                    _sockets.AddRange([near, far]);
                }

                _tasks.Add(Task.Run(() => PassAsync(near, far)));
                _tasks.Add(Task.Run(() => PassAsync(far, near)));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var most = Rate == 0 ? buffer.Length : Math.Max(1, Math.Min(buffer.Length, Rate / 20));
                var read = await from.ReceiveAsync(buffer.AsMemory(0, most), _stop.Token);
                if (read == 0)
                    break;
                Interlocked.Add(ref _bytes, read);
                if (Rate > 0)
                    await Task.Delay(TimeSpan.FromSeconds((double)read / Rate), _stop.Token);
                await to.SendAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }

        to.Dispose();
        from.Dispose();
    }
}
