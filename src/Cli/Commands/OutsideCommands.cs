using System.CommandLine;
using Parley.Control.Outside;

namespace Parley.Cli.Commands;

/// <summary><c>parley outside</c>: what was said elsewhere. It stays here and is never more than unauthenticated.</summary>
internal static class OutsideCommands
{
    private static readonly Option<string> Speaker = new("--speaker") { Description = "Who is said to have said it.", HelpName = "NAME", Required = true };
    private static readonly Option<string> Quote = new("--quote") { Description = "What was said.", HelpName = "TEXT", Required = true };
    private static readonly Option<string> Language = new("--language") { Description = "The language of the quote.", HelpName = "TAG", Required = true };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "Where it is from: a paper, a broadcast, another channel.",
        HelpName = "TEXT",
        Required = true,
    };

    private static readonly Option<string> At = new("--at")
    {
        Description = "When it was said, UTC, such as 14:05 or 2026-11-25T14:05Z.",
        HelpName = "TIME",
        Required = true,
    };

    private static readonly Option<string?> Declares = new Option<string?>("--declares")
    {
        Description = "It declares the line, or the agreement under it, suspended or resumed; it needs --party.", HelpName = "suspended|resumed",
    }.AcceptOnlyFromAmong("suspended", "resumed");

    private static readonly Option<string?> Party = new("--party") { Description = "The party whose statement it is, where it declares something.", HelpName = "PARTY" };

    public static Command Build() => Common.Group(
        "outside",
        "Public statements and messages on other channels, noted beside a line. They stay here and are unauthenticated.",
        new Command("add", "Note what was said elsewhere.").Does(
            [Common.Directory, Common.Line, Speaker, At, Language, Quote, Source, Declares, Party, Common.TokenFile, Common.Json], Add).NamesWhoDeclares(),
        new Command("list", "What was noted beside a line.").Does([Common.Directory, Common.Line, Common.TokenFile, Common.Json], List));

    private static Command NamesWhoDeclares(this Command command)
    {
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Declares) is null != result.GetResult(Party) is null)
                result.AddError("--declares and --party go together: what is declared, and whose statement it is");
        });
        return command;
    }

    private static async Task Add(Invocation invocation)
    {
        var at = UtcTime.Past("--at", invocation.Need(At));
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var note = await invocation.Do(station.Control, new AddOutside(
            line, invocation.Need(Speaker), at, invocation.Need(Language), invocation.Need(Quote), invocation.Need(Source),
            invocation.Get(Declares) is { } declares ? Common.Chosen<OutsideDeclares>(declares) : null, invocation.Get(Party)));
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, line);
        invocation.Show(note, (screen, n) => screen.Lines(text.Outside(n)));
    }

    private static async Task List(Invocation invocation)
    {
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var notes = await invocation.Do(station.Control, new ListOutside(line));
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, line);
        invocation.Show(notes, (screen, all) =>
        {
            foreach (var note in all)
                screen.Lines(text.Outside(note));
            if (all.Count == 0)
                screen.Lines(text.Marked([new("nothing from outside is noted")]));
        });
    }
}
