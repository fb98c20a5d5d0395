using System.Collections.Concurrent;
using Parley.Exchange.Notices;
using Parley.Scenarios.Files;
using Parley.Scenarios.Play;
using Parley.Scenarios.Virtual;
using Parley.Testing.Storage;
using Parley.Testing.Suites;

namespace Parley.Scenarios.Tests.Play;

/// <summary>Plays a scenario in virtual time with seeded keys.</summary>
internal static class VirtualPlay
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(bool Ok, List<StoryLine> Story)>>> Shelved = new(StringComparer.Ordinal);
    private static readonly DateTimeOffset Start = new(2031, 3, 1, 20, 0, 0, TimeSpan.Zero);

    public static Scenario Parse(string text) =>
        ScenarioFile.Read(text, out var problem) ?? throw new InvalidOperationException(problem!.ToString());

    /// <summary>A scenario of the shelf, played once for all tests that look at it: long ones take seconds.</summary>
    public static Task<(bool Ok, List<StoryLine> Story)> Shelf(string name) =>
        Shelved.GetOrAdd(name, n => new Lazy<Task<(bool, List<StoryLine>)>>(() => Task.Run(() => Play(Parse(ScenarioShelf.Text(n)!))))).Value;

    public static async Task<(bool Ok, List<StoryLine> Story)> Play(Scenario scenario, ulong seed = 1)
    {
        var disks = new Dictionary<string, MemoryDisk>(StringComparer.Ordinal);
        var surroundings = new VirtualSurroundings(
            new SuiteZero(seed),
            party => MemoryStore.Open(disks.TryGetValue(party, out var disk) ? disk : disks[party] = new MemoryDisk()),
            Start,
            FormatShelf.All);
        await using var stage = new VirtualStage(surroundings);
        var story = new List<StoryLine>();
        var player = new ScenarioPlayer(scenario, stage, line =>
        {
            story.Add(line);
            return Task.CompletedTask;
        });
        return (await player.Play(TestContext.Current.CancellationToken), story);
    }
}
