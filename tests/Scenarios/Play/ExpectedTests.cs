using Parley.Scenarios.Play;

namespace Parley.Scenarios.Tests.Play;

/// <summary>Each scenario of the shelf, against the output that is recorded beside it. PARLEY_RECORD names the folder of the scenarios
/// to record anew.</summary>
public sealed class ExpectedTests
{
    public static TheoryData<string> All => [.. ScenarioShelf.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_scenario_comes_out_as_recorded(string name)
    {
        var (ok, story) = await VirtualPlay.Shelf(name);
        var lines = story.Where(l => l.Kind != StoryKind.Varies).Select(l => l.ToString()).ToList();
        if (Environment.GetEnvironmentVariable("PARLEY_RECORD") is { Length: > 0 } folder)
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.expected.txt"), lines, TestContext.Current.CancellationToken);
        else
            Assert.Equal(await Recorded(name), lines);
        Assert.True(ok, lines[^1]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_line_says_exercise(string name)
    {
        var (_, story) = await VirtualPlay.Shelf(name);
        Assert.All(story, l => Assert.StartsWith("EXERCISE ", l.ToString(), StringComparison.Ordinal));
        Assert.All(story, l => Assert.DoesNotContain('\n', l.ToString()));
    }

    [Fact]
    public async Task One_seed_tells_one_story()
    {
        var scenario = VirtualPlay.Parse(ScenarioShelf.Text(ScenarioShelf.Default)!);
        var (_, one) = await VirtualPlay.Play(scenario, seed: 7);
        var (_, again) = await VirtualPlay.Play(scenario, seed: 7);
        var (_, other) = await VirtualPlay.Play(scenario, seed: 8);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    private static Task<string[]> Recorded(string name) => File.ReadAllLinesAsync(
        Path.Combine(AppContext.BaseDirectory, "scenarios", $"{name}.expected.txt"), TestContext.Current.CancellationToken);
}
