using System.Net;
using System.Net.Sockets;

namespace Parley.Scenarios.Processes;

/// <summary>Ports of loopback that nobody listens on.</summary>
public static class FreePorts
{
    /// <summary>So many of them. They are free again when this returns: another program may take one before its user does, and then that
    /// user says so.</summary>
    public static int[] Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(l => l.Start());
            return [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(l => l.Dispose());
        }
    }
}
