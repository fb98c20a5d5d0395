using System.Net;
using System.Net.Sockets;

namespace Parley.Scenarios.Processes;

/// <summary>Ports of loopback that nobody listens on, for stations that keep theirs over a restart.</summary>
public static class FreePorts
{
    /// <summary>The lowest and the highest port that is given. Systems take the ports of connections that go out from above them (Linux from
    /// 32768, others from 49152), so that none of those sits on a port between two lives of its station.</summary>
    public const int Lowest = 20_000, Highest = 32_767;

    private static readonly Lock Gate = new();

    // Programs that run beside each other begin at different places.
    private static int next = Lowest + (int)((uint)Environment.ProcessId * 61 % (Highest - Lowest + 1));

    /// <summary>So many of them, none that was given in this process not long ago. They are free when this returns: another program may take
    /// one before its user does, and then that user says so.</summary>
    /// <exception cref="InvalidOperationException">There are not so many.</exception>
    public static int[] Find(int count)
    {
        lock (Gate)
        {
            var found = new List<int>(count);
            for (var tried = 0; found.Count < count; tried++)
            {
                if (tried > Highest - Lowest)
                    throw new InvalidOperationException($"no {count} free ports from {Lowest} to {Highest}");
                var port = next;
                next = port == Highest ? Lowest : port + 1;
                if (IsFree(port))
                    found.Add(port);
            }
            return [.. found];
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
