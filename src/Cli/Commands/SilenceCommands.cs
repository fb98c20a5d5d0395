using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Silence;

namespace Parley.Cli.Commands;

/// <summary><c>parley silence</c>: what the evidence leaves possible.</summary>
internal static class SilenceCommands
{
    private static readonly Option<string?> Line = new("--line")
    {
        Description = "One line only: its short name as 'parley line list' shows it, or its id.",
        HelpName = "LINE",
    };

    public static Command Build() => new Command(
        "silence",
        "For each line and party: which causes of a silence the evidence has not excluded, with that evidence and our own last test. Never what the other side intends.")
        .Does([Common.Directory, Line, Common.TokenFile, Common.Json], Run);

    private static async Task Run(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var all = await invocation.Do(station.Control, new ListSilence(invocation.Get(Line)));
        if (invocation.WantsJson)
        {
            invocation.Terminal.Out.WriteLine(JsonSerializer.Serialize(all, ControlJson.Options));
            return;
        }

        var test = await invocation.Do(station.Control, new ShowSelfTest());
        invocation.Screen.Lines(SilenceLines.Of(test));
        invocation.Screen.Lines(all.Count == 0 ? [new TintedLine("there is no line with another party")] : all.SelectMany(SilenceLines.Of));
    }
}
