using Parley.Scenarios.Play;

namespace Parley.Scenarios.Tests.Play;

public sealed class PlayerTests
{
    private const string Head =
        """
        title: A play
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch, release, charter] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Tanaka, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal] }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en] }
        fictional: true
        steps:
          - { do: compare digits, between: [astra, boreal] }
          - { do: propose, who: astra/Moreau, line: strait }
          - { do: accept, who: boreal/Tanaka, line: strait }

        """;

    private const string Hello = "who: astra/Moreau, line: strait, message: hello, precedence: routine, language: en, text: Hello. }\n";

    [Fact]
    public async Task The_pouch_carries_words_while_every_circuit_is_cut()
    {
        var (ok, story) = await Play(
            "  - { do: cut circuit, between: [astra, boreal] }\n" +
            "  - { at: 9s, do: send, " + Hello +
            "  - { at: 19s, do: expect, message: hello, by: boreal, received: false }\n" +
            "  - { do: carry pouch, from: astra, to: boreal }\n" +
            "  - { do: carry pouch, from: boreal, to: astra }\n" +
            "  - { do: expect, message: hello, by: boreal, received: true }\n" +
            "  - { do: verify, line: strait }\n");
        Assert.True(ok, story[^1].ToString());
    }

    [Fact]
    public async Task A_step_that_does_not_come_out_ends_the_play()
    {
        var (ok, story) = await Play(
            "  - { do: cut circuit, between: [astra, boreal] }\n" +
            "  - { do: send, " + Hello +
            "  - { do: wait received, message: hello, by: [boreal], within: 3s }\n" +
            "  - { do: say, text: never }\n");
        Assert.False(ok);
        Assert.Equal(StoryKind.Failed, story[^1].Kind);
        Assert.Contains("line 16", story[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_comes_too_late_or_not_at_all_ends_the_play()
    {
        const string alert = "  - { do: alert, who: astra/Moreau, line: strait, message: alarm, place: the bridge, language: en }\n";
        const string read = "  - { at: 90s, do: handle, who: boreal/Tanaka, message: alarm, stage: read, role: duty officer }\n";
        const string expected = "  - { do: expect handled, message: alarm, by: boreal, stage: read, within: 60s }\n";
        var (late, story) = await Play(alert + read + expected);
        Assert.False(late);
        Assert.Contains("not within 60 s", story[^1].Text, StringComparison.Ordinal);
        Assert.False((await Play(alert + expected)).Ok);
        Assert.True((await Play(alert + read.Replace("90s", "30s", StringComparison.Ordinal) + expected)).Ok);
        Assert.False((await Play(alert + read + expected
            .Replace("within: 60s", "reported: false", StringComparison.Ordinal).Replace("do:", "at: 99s, do:", StringComparison.Ordinal))).Ok);
    }

    [Fact]
    public async Task What_must_be_refused_and_is_done_fails()
    {
        var (ok, story) = await Play("  - { do: send, refused: NotAllowed, " + Hello);
        Assert.False(ok);
        Assert.Contains("must be refused", story[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_station_does_not_answer()
    {
        var (ok, story) = await Play("  - { do: kill station, station: astra }\n  - { do: send, " + Hello);
        Assert.False(ok);
        Assert.Contains("does not run", story[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_historical_step_shows_its_mark()
    {
        var historical = Head.Replace("fictional: true\n", "", StringComparison.Ordinal)
            .Replace(" }\n  - { do: propose", ", invented: true }\n  - { do: propose", StringComparison.Ordinal)
            .Replace("line: strait }\n", "line: strait, source: 'a book, p. 3' }\n", StringComparison.Ordinal);
        var (ok, story) = await VirtualPlay.Play(VirtualPlay.Parse(historical));
        Assert.True(ok);
        Assert.Equal(["[invented]", "[source: a book, p. 3]", "[source: a book, p. 3]"],
            story.Where(l => l.Kind == StoryKind.Source).Select(l => l.Text));
    }

    [Fact]
    public async Task The_example_of_the_format_page_is_played()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "formats", "scenario.md"), TestContext.Current.CancellationToken);
        var example = page.Split("```yaml\n")[1].Split("```")[0];
        var (ok, story) = await VirtualPlay.Play(VirtualPlay.Parse(example));
        Assert.True(ok, story[^1].ToString());
    }

    private static Task<(bool Ok, List<StoryLine> Story)> Play(string steps) => VirtualPlay.Play(VirtualPlay.Parse(Head + steps));
}
