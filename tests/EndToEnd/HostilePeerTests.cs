using System.Net;
using System.Net.Sockets;
using Parley.Control.Stations;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests;

/// <summary>A peer whose card was verified, and which means harm; and people at the door without any card.</summary>
[Collection(nameof(Alone))]
public sealed class HostilePeerTests
{
    private const long MemoryBound = 400L << 20;
    private const int Floods = 2;
    private const int Knocks = 100;

    [Fact]
    public async Task A_flood_of_bad_frames_is_counted_and_delays_nobody_else()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair();
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("", boreal);
        // By its id it dials always.
        var anvil = await ProcessStation.Create(place, "anvil");
        await using var n = anvil;
        await astra.Meet(anvil);
        await anvil.Meet(astra);
        var line = (await astra.Control.Must(new Control.Lines.ListLines())).Single(l => l.Handle == Speaking.Line);
        using var attacker = new Attacker(anvil, astra, line.Id);

        await attacker.SendOneOfEach();
        var status = await astra.Await(new ShowStatus(), s => attacker.Expected.All(r => Refused(s).GetValueOrDefault(r) > 0));
        Assert.Contains("frames refused from anvil", await astra.Do("status"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", Refused(status)));

        var flood = attacker.Flood(Floods);
        var flash = await boreal.Say("flash beside a flood", Precedence.Flash);
        await boreal.Received(flash);
        await astra.Say("an officer is answered");
        await flood.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        Assert.InRange(astra.Memory, 0, MemoryBound);
        Assert.Contains("TooManyRefusals", await astra.Do("journal"));
        // Circuits that were closed for it are gone, and what they did is still to be seen.
        Assert.True(Refused(await astra.Control.Must(new ShowStatus()))["Malformed"] > Floods * Station.Bounds.RefusalsPerCircuit);
        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
        await place.HaveSameWords(astra, boreal);
    }

    [Fact]
    public async Task Garbage_and_silence_at_the_door_disturb_nobody_inside()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair();
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("", boreal);
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < Knocks; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, astra.Ports[0], TestContext.Current.CancellationToken);
                if (i % 2 == 0)
                    await TrySend(socket, [.. Enumerable.Range(0, 300).Select(x => (byte)(x * i))]);
            }

            await boreal.Received(await boreal.Say("flash while they knock", Precedence.Flash));
            await boreal.Kill();
            await boreal.Start();
            await astra.Received(await astra.Say("after boreal came back"));
        }
        finally
        {
            sockets.ForEach(s => s.Dispose());
        }

        Assert.InRange(astra.Memory, 0, MemoryBound);
        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
        await place.HaveSameWords(astra, boreal);
    }

    private static Dictionary<string, long> Refused(StationStatus status)
    {
        var peer = status.Peers.Single(p => p.Party == "anvil");
        return peer.Circuits.SelectMany(c => c.Refusals).Concat(peer.RefusedBefore ?? new Dictionary<string, long>())
            .GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.Sum(r => r.Value));
    }

    private static async Task TrySend(Socket socket, byte[] bytes)
    {
        try
        {
            await socket.SendAsync(bytes, TestContext.Current.CancellationToken);
        }
        catch (SocketException)
        {
            // It was turned away already.
        }
    }
}
