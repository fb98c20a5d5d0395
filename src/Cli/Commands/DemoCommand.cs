using System.CommandLine;
using Parley.Cli.Demo;
using Parley.Cli.Rendering;
using Parley.Crypto;
using Parley.Exchange.Notices;
using Parley.Scenarios;
using Parley.Scenarios.Files;
using Parley.Scenarios.Play;
using Parley.Scenarios.Processes;
using Parley.Scenarios.Virtual;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Commands;

/// <summary><c>parley demo</c>: a scenario, played by scripted officers over stations in a folder that goes away afterwards.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Named = new("--scenario")
    {
        Description = $"What to play: {string.Join(", ", ScenarioShelf.Names)}, or a file of your own.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => ScenarioShelf.Default,
    };

    private static readonly Option<bool> Keep = new("--keep")
    {
        Description = "Let the stage stand afterwards until Ctrl-C: a page with its circuits and stations, and a console for each officer.",
    };

    private static readonly Option<bool> Virtual = new("--virtual")
    {
        Description = "Play in virtual time, at once: no processes, no waiting. Plays with a date of their own always are.",
    };

    public static Command Build() =>
        new Command("demo", "Play a scenario over real stations of this machine: about a minute, then it is proved what was said.").Does(
            [Named, Keep, Virtual], Run);

    private static async Task Run(Invocation invocation)
    {
        var scenario = Read(invocation.Need(Named));
        // What takes weeks is played at once or not at all.
        var isVirtual = invocation.Get(Virtual) || scenario.Start is not null;
        if (invocation.Get(Keep) && isVirtual)
            throw new CommandFault(ExitCode.Usage, "nothing runs after a play in virtual time, as this one is; leave --keep out");
        var folder = Directory.CreateTempSubdirectory("parley-demo-").FullName;
        var story = new StoryText(invocation.Screen);
        try
        {
            if (isVirtual)
            {
                await using var stage = new VirtualStage(
                    new VirtualSurroundings(SuiteOne.Instance, p => Open(Path.Combine(folder, p)), TimeProvider.System.GetUtcNow(), FormatShelf.All));
                await Play(scenario, stage, story, invocation.Cancel);
            }
            else
            {
                await using var stage = new ProcessStage(Surroundings(folder, invocation.Get(Keep)));
                await Play(scenario, stage, story, invocation.Cancel);
                if (invocation.Get(Keep))
                    await Stand(invocation, scenario, stage);
            }
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            throw new CommandFault(ExitCode.Refused, "stopped before the end; nothing is left behind");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Scenario Read(string name)
    {
        var text = ScenarioShelf.Text(name) ?? (File.Exists(name)
            ? File.ReadAllText(name)
            : throw new CommandFault(ExitCode.Usage, $"there is no scenario '{name}' and no such file; there is " +
                $"{string.Join(", ", ScenarioShelf.Names)}"));
        return ScenarioFile.Read(text, out var problem) ?? throw new CommandFault(ExitCode.Refused, $"{name}, {problem}");
    }

    private static async Task Play(Scenario scenario, IStage stage, StoryText story, CancellationToken cancel)
    {
        story.Say("the stations are being founded", Tint.Quiet);
        if (!await new ScenarioPlayer(scenario, stage, story.Tell).Play(cancel))
            throw new CommandFault(ExitCode.Refused, "the play did not come out as the scenario says");
        story.Say("played to the end; everything came out as the scenario says", Tint.Good);
    }

    private static ProcessSurroundings Surroundings(string folder, bool keeps) => new(
        ProgramCommand.OfThisProcess(typeof(ParleyProgram).Assembly.Location), folder, SqliteStore.Create, TimeProvider.System, DirectSignIn: keeps);

    private static SqliteStore Open(string folder) => Directory.Exists(folder) ? SqliteStore.Open(folder) : SqliteStore.Create(folder);

    // People play on until they end it. The page ends before the stage that it acts upon.
    private static async Task Stand(Invocation invocation, Scenario scenario, ProcessStage stage)
    {
        await using var page = await StageServer.Start(scenario, stage, invocation.Cancel);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = invocation.Cancel.Register(told.SetResult);
        Tell(invocation.Screen, scenario, stage, page.Address);
        await told.Task;
        invocation.Screen.Line("stopping the stations");
    }

    private static void Tell(Screen screen, Scenario scenario, ProcessStage stage, Uri page)
    {
        screen.Line();
        screen.Line($"The stations run on. The stage, with circuits to cut: {page}");
        screen.Line("Consoles, each signed in as an officer:");
        var width = scenario.Parties.SelectMany(p => p.Officers).Max(o => $"{o.Party}/{o.Name}".Length);
        foreach (var officer in scenario.Parties.SelectMany(p => p.Officers))
        {
            var port = stage.Stations.First(s => s.Party == officer.Party).Port;
            var link = ConsoleLink.Of(officer.Party, port, officer.Name, stage.Token(officer.Party, officer.Name));
            screen.Line($"  {$"{officer.Party}/{officer.Name}".PadRight(width)}  {link}");
        }

        screen.Line("Ctrl-C ends it and removes everything");
    }
}
