using System.Net;
using System.Net.Sockets;
using Parley.Scenarios.Processes;

namespace Parley.Scenarios.Tests.Processes;

public sealed class FreePortsTests
{
    [Fact]
    public void No_port_is_given_twice_and_none_that_a_connection_could_go_out_from()
    {
        var ports = Enumerable.Range(0, 50).SelectMany(_ => FreePorts.Find(4)).ToList();
        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.All(ports, p => Assert.InRange(p, FreePorts.Lowest, FreePorts.Highest));
    }

    [Fact]
    public void A_port_that_somebody_listens_on_is_passed_over()
    {
        var listeners = FreePorts.Find(3).Select(p => new TcpListener(IPAddress.Loopback, p)).ToList();
        listeners.ForEach(l => l.Start());
        try
        {
            // Once all around.
            var given = Enumerable.Range(0, (FreePorts.Highest - FreePorts.Lowest) / 100).SelectMany(_ => FreePorts.Find(100)).ToHashSet();
            Assert.All(listeners, l => Assert.DoesNotContain(((IPEndPoint)l.LocalEndpoint).Port, given));
            Assert.True(given.Count > 10_000);
        }
        finally
        {
            listeners.ForEach(l => l.Dispose());
        }
    }

    [Fact]
    public void Too_many_are_refused_rather_than_looked_for_without_end() =>
        Assert.Throws<InvalidOperationException>(() => FreePorts.Find(FreePorts.Highest - FreePorts.Lowest + 2));
}
