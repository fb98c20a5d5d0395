using Parley.Control.Http;
using Parley.Control.Stations;
using Parley.EndToEnd.Tests.Processes;

namespace Parley.EndToEnd.Tests;

/// <summary>A stage that stands after its play: people cut and stop what they like, and its end leaves nothing.</summary>
[Collection(nameof(Alone))]
public sealed class DemoTests
{
    private const string Short =
        """
        title: A handshake
        fictional: true
        parties:
          - { id: astra, names: { en: Astra Republic }, officers: [ { name: Moreau, roles: [watch, release, charter] } ] }
          - { id: boreal, names: { en: Boreal Union }, officers: [ { name: Tanaka, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal] }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en] }
        steps:
          - { do: compare digits, between: [astra, boreal] }
        """;

    [Fact]
    public async Task People_play_on_and_the_end_leaves_nothing()
    {
        using var place = new TestFolder();
        using var demo = await Play(place);
        using var moreau = demo.As("astra", "Moreau");
        await Shows(moreau, true);
        await demo.Press("cut", "astra/boreal/1");
        await Shows(moreau, false);
        await demo.Press("mend", "astra/boreal/1");
        await Shows(moreau, true);
        using var first = demo.Station("boreal");
        await demo.Press("stop", "boreal");
        await StandingDemo.Gone(first);
        await Shows(moreau, false);
        await demo.Press("start", "boreal");
        await Shows(moreau, true);
        Assert.Contains("\"directSignIn\": true", demo.Settings("boreal"));

        using var astra = demo.Station("astra");
        using var boreal = demo.Station("boreal");
        Assert.Equal(0, await demo.Stop());
        Assert.Empty(demo.Folders);
        Assert.True(astra.HasExited && boreal.HasExited);
    }

    [Fact]
    public async Task No_station_outlives_a_demo_that_is_killed()
    {
        using var place = new TestFolder();
        using var demo = await Play(place);
        using var astra = demo.Station("astra");
        using var boreal = demo.Station("boreal");
        await demo.Kill();
        await StandingDemo.Gone(astra);
        await StandingDemo.Gone(boreal);
    }

    private static async Task<StandingDemo> Play(TestFolder place)
    {
        var file = place.PathTo("short.yaml");
        await File.WriteAllTextAsync(file, Short, TestContext.Current.CancellationToken);
        return await StandingDemo.Play(file, place.Root);
    }

    // Each of the two dials the other one, so a circuit of the stage is one or two to a station.
    private static Task<StationStatus> Shows(HttpControl officer, bool isJoined) =>
        officer.Until(new ShowStatus(), s => s.Peers.Single().Circuits.Count > 0 == isJoined);
}
