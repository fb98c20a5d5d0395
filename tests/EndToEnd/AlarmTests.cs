using System.Net;
using System.Net.Sockets;
using System.Text;
using Parley.Control.Alarms;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;
using Parley.Station.Folders;

namespace Parley.EndToEnd.Tests;

/// <summary>Real stations, a real command, a real POST over the loopback: an alarm is heard and tells nothing of what was said.</summary>
[Collection(nameof(Alone))]
public sealed class AlarmTests
{
    private const string Words = "Two aircraft left the corridor.";

    [Fact]
    public async Task A_flash_is_heard_by_a_command_and_a_webhook_and_a_failing_outlet_is_named()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair();
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("", boreal);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = place.PathTo("heard");
        await boreal.Stop();
        SetUp(boreal, ((IPEndPoint)listener.LocalEndpoint).Port, heard);
        await boreal.Start();
        Assert.Contains("alarms: siren (command), pager (webhook), broken (command)", boreal.Said);

        var posted = Accept(listener);
        await astra.Say(Words, Precedence.Flash);
        var body = await posted;
        var board = await boreal.Await(new ListAlarms(), l => l.Exercise.Count == 1 && l.Live.Any(f => f.Outlet == "broken") && File.Exists(heard + ".done"));

        var told = body + await File.ReadAllTextAsync(heard, TestContext.Current.CancellationToken);
        foreach (var secret in (string[])[Words, "aircraft", Speaking.Line, "astra"])
            Assert.DoesNotContain(secret, told.Replace(place.PathTo(""), "", StringComparison.Ordinal));
        Assert.Contains("\"station\":\"boreal\",\"kind\":\"exercise\",\"level\":\"watch\",\"count\":1", body);
        Assert.Contains("PARLEY_ALARM_KIND=exercise", told);
        Assert.Equal("it ended with exit code 7", board.Outlets.Single(o => o.Failed is not null).Failed);
        Assert.Equal("EXERCISE |", (await boreal.Do("alarm list")).Split('\n').Single(l => l.Contains("unread")).Split(" unread")[0]);
        Assert.Contains("WARNING: Alarm outlet broken FAILED", await boreal.Do("status"));
        Assert.DoesNotContain("hidden", await boreal.Do("alarm outlets") + await boreal.Do("status", "--json") + boreal.Said);

        await boreal.Do("alarm take", "--all");
        Assert.All((await boreal.Control.Must(new ListAlarms())).Exercise, e => Assert.Equal(ProcessStation.Chief, e.TakenBy));
    }

    private static void SetUp(ProcessStation station, int port, string heard)
    {
        Assert.True(StationFolder.Open(station.Folder).Is(out var folder, out _) & folder!.ReadSettings().Is(out var settings, out _));
        folder.WriteSettings(settings! with
        {
            Alarms =
            [
                new OutletSettings("siren", "command", ["/bin/sh", "-c", $"{{ echo \"$@\"; env; }} >> {heard}; touch {heard}.done", "siren", "loud"]),
                new OutletSettings("pager", "webhook", Url: $"http://127.0.0.1:{port}/hook?key=hidden"),
                new OutletSettings("broken", "command", ["/bin/sh", "-c", "exit 7"]),
            ],
        });
    }

    private static async Task<string> Accept(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var text = "";
        var buffer = new byte[4096];
        while (!text.EndsWith('}'))
            text += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        return text[text.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];
    }
}
