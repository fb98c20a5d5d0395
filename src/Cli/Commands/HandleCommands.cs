using System.CommandLine;
using Parley.Control.Handling;
using Parley.Lines.Handling;

namespace Parley.Cli.Commands;

/// <summary><c>parley handle</c>: what was done here with a message of the other side.</summary>
internal static class HandleCommands
{
    private static readonly Option<string> Stage = new Option<string>("--stage")
    {
        Description = "read, sight (translation), passed (to the principal), rough, certified (translations), acknowledged (by the principal), acted, " +
            "relayed (to an action addressee), confirmed (by it), stopped.",
        HelpName = "STAGE",
        Required = true,
    }.AcceptOnlyFromAmong([.. HandlingStages.All.Select(s => s.Name())]);

    private static readonly Option<string> Role = new("--role")
    {
        Description = "In what role it was done, such as \"duty officer\" or translator.",
        HelpName = "ROLE",
        Required = true,
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "When it happened, UTC, such as 14:05 or 2026-11-25T14:05Z. Default: now. The time of entry is kept beside it.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Addressee = new("--addressee")
    {
        Description = "The action addressee of yours that it is about, as the message names it.",
        HelpName = "ROLE",
    };


    private static readonly Option<string?> Text = new("--text")
    {
        Description = "A translation or a note. The original stays what counts.",
        HelpName = "TEXT",
    };

    private static readonly Option<int?> Corrects = new("--corrects")
    {
        Description = "The number of the stage that this one puts right.",
        HelpName = "NUMBER",
    };

    public static Command Build() =>
        new Command("handle", "Record what was done here with a message of the other side. What the charter shows is told to it, the rest stays here.").Does(
            [Common.Directory, Common.Line, Common.Entry, Stage, Role, At, Addressee, Common.Language, Text, Corrects, Common.TokenFile, Common.Json],
            Handle);

    private static async Task Handle(Invocation invocation)
    {
        var at = invocation.Get(At) is { } text ? UtcTime.Past("--at", text) : (DateTimeOffset?)null;
        var stage = HandlingStages.Parse(invocation.Need(Stage))!.Value;
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, new RecordHandling(
            line, invocation.Need(Common.Entry), stage, invocation.Need(Role), at, invocation.Get(Addressee), invocation.Get(Common.Language), invocation.Get(Text),
            invocation.Get(Corrects)));
        var (rendered, _) = await ReadCommands.TextOf(invocation, station.Control, line);
        invocation.Show(entry, (screen, e) => screen.Lines(rendered.Update(e)));
    }
}
