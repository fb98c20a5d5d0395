using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Cli.Tests;

/// <summary>Officers as an admin sees them: who they are, and what they sign in with.</summary>
public sealed class OfficerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_new_officer_gets_a_token_and_a_link_with_its_code_in_the_fragment()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<AddOfficer>(o => new OfficerToken(o.Name, o.Roles, "the-token", "the-code", Noon));

        var run = await session.Parley("officer", "add", station.Address, "lee", "--roles", "watch");

        // A passkey is bound to a name: the loopback is called by its own.
        Assert.Equal(
            ["the-token", $"http://localhost:{new Uri(station.Address).Port}/enrol#the-code"],
            run.Out.Split('\n').Where(l => l.Contains("the-", StringComparison.Ordinal)));
        Assert.Contains("good until 2026-11-22 12:00", run.Out);
    }

    [Fact]
    public async Task A_station_that_knows_no_links_shows_the_token_alone()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<AddOfficer>(o => new OfficerToken(o.Name, o.Roles, "the-token"));
        Assert.EndsWith("the-token\n", (await session.Parley("officer", "add", station.Address, "lee", "--roles", "watch")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_link_is_made_by_name()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<MakeSignInLink>(o => o.Name == "lee" ? new SignInLink(o.Name, "the-code", Noon) : Refusal.UnknownOfficer);

        Assert.Contains("/enrol#the-code", (await session.Parley("officer", "link", station.Address, "lee")).Out);
        Assert.Contains("\"code\": \"the-code\"", (await session.Parley("officer", "link", station.Address, "lee", "--json")).Out);
        Assert.Contains("refused (unknownOfficer)", (await session.Parley("officer", "link", station.Address, "eve")).Error);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7100", null, "http://localhost:7100/enrol#")]
    [InlineData("http://192.0.2.1:7100", null, "http://192.0.2.1:7100/enrol#")]
    [InlineData("http://127.0.0.1:7100", "station.astra.example", "http://station.astra.example:7100/enrol#")]
    [InlineData("http://127.0.0.1:0", null, "http://localhost:PORT/enrol#")]
    public async Task A_station_that_rests_says_where_it_will_be(string api, string? host, string link)
    {
        using var session = new Session();
        var dir = session.PathTo("astra");
        Assert.Equal("", (await session.Parley("init", dir, "--party", "astra", "--name", "Astra", "--api", api)).Error);
        if (host is not null)
        {
            var settings = await File.ReadAllTextAsync(Path.Combine(dir, "parley.json"));
            await File.WriteAllTextAsync(Path.Combine(dir, "parley.json"), settings.Replace("\"party\"", $"\"apiHosts\": [\"{host}\"], \"party\"", StringComparison.Ordinal));
        }

        var added = await session.Parley("officer", "add", dir, "lee", "--roles", "watch");
        var again = await session.Parley("officer", "link", dir, "lee");

        foreach (var run in (Run[])[added, again])
        {
            Assert.Equal("", run.Error);
            Assert.Equal(43, Assert.Single(run.Out.Split('\n'), l => l.StartsWith(link, StringComparison.Ordinal)).Length - link.Length);
            Assert.Equal(link.Contains("PORT", StringComparison.Ordinal), run.Out.Contains("PORT is known once the station runs", StringComparison.Ordinal));
        }

        Assert.Contains("VERIFIED", (await session.Parley("verify", dir)).Out);
        Assert.Contains("lee has no passkey", (await session.Parley("officer", "passkeys", dir, "lee")).Out);
        Assert.Contains("refused (unknownPasskey)", (await session.Parley("officer", "passkey-remove", dir, "lee", "AQID")).Error);
    }

    [Fact]
    public async Task Passkeys_are_shown_and_removed_by_the_beginning_of_their_ids()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListPasskeys>(_ => (IReadOnlyList<PasskeyView>)
        [
            new("AQIDBAUGBwgJCgsMDQ4PEA", "desk", Noon, Noon.AddHours(1), true), new("BQIDBAUGBwgJCgsMDQ4PEA", "safe", Noon, null, false),
        ]);
        station.On<RemovePasskey>(_ => Nothing.Value);

        var shown = (await session.Parley("officer", "passkeys", station.Address, "lee")).Out.Split('\n');
        Assert.Contains(shown, l => l.Contains("AQIDBAUGBwgJCgsM ", StringComparison.Ordinal) && l.Contains("copied by its maker", StringComparison.Ordinal));
        Assert.Contains(shown, l => l.Contains("safe", StringComparison.Ordinal) && l.Contains("never", StringComparison.Ordinal));

        Assert.Equal("The passkey of lee is removed.\n", (await session.Parley("officer", "passkey-remove", station.Address, "lee", "AQID")).Out);
        Assert.Equal(("AQID", "lee"), station.Asked[^1] is RemovePasskey remove ? (remove.Passkey, remove.Officer) : default);
    }

    [Fact]
    public async Task The_list_says_what_each_signs_in_with()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListOfficers>(_ => (IReadOnlyList<OfficerView>)
        [
            new("lee", Roles.Watch, Noon, false, HasPin: true, Passkeys: 2), new("rao", Roles.Admin, Noon, true),
        ]);
        var rows = (await session.Parley("officer", "list", station.Address)).Out.Split('\n');
        Assert.Matches(@"lee +watch .* 2 +set", rows[1]);
        Assert.Matches("rao +admin .* revoked", rows[2]);
    }
}
