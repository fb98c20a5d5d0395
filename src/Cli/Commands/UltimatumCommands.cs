using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Ultimatums;

namespace Parley.Cli.Commands;

/// <summary><c>parley ultimatum</c>: messages that demand something under a threat, marked and recorded here alone.</summary>
internal static class UltimatumCommands
{
    private static readonly Option<string> Deadline = new("--deadline")
    {
        Description = "Until when it demands an answer, UTC, such as 14:05 or 2026-11-25T14:05Z.",
        HelpName = "TIME",
        Required = true,
    };

    private static readonly Option<string?> Note = new("--note") { Description = "Words beside it, for your own side.", HelpName = "TEXT" };
    private static readonly Option<string?> Language = new("--language") { Description = "The language of the text. Default: the line's first that has one.", HelpName = "TAG" };
    private static readonly Option<string?> AnyLine = new("--line") { Description = "Of this line only.", HelpName = "LINE" };

    public static Command Build() => Common.Group(
        "ultimatum",
        "Messages that demand something under a threat: marked and recorded here, never told to the other side.",
        new Command("mark", "Mark a received message as an ultimatum. The mark never leaves.").Does(
            [Common.Directory, Common.Line, Common.Entry, Deadline, Note, Common.TokenFile, Common.Json],
            i => Show(i, new MarkUltimatum(i.Need(Common.Line), i.Need(Common.Entry), UtcTime.Coming("--deadline", i.Need(Deadline)), i.Get(Note)))),
        new Command("unmark", "Enter that a marked message is no ultimatum. What was marked before is kept.").Does(
            [Common.Directory, Common.Line, Common.Entry, Note, Common.TokenFile, Common.Json],
            i => Show(i, new UnmarkUltimatum(i.Need(Common.Line), i.Need(Common.Entry), i.Get(Note)))),
        new Command("acknowledge", "Draft the prepared acknowledgment: that it was received, and when, and nothing more. It leaves when it is approved.").Does(
            [Common.Directory, Common.Line, Common.Entry, Language, Common.TokenFile, Common.Json], Acknowledge),
        new Command("list", "Messages that are or were marked: deadline, who marked them, when acknowledged, what was answered.").Does(
            [Common.Directory, AnyLine, Common.TokenFile, Common.Json], List));

    private static async Task Show(Invocation invocation, Operation<UltimatumView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var view = await invocation.Do(station.Control, operation);
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, view.Line);
        invocation.Show(view, (screen, v) => screen.Lines(UltimatumLines.Of(v, text)));
    }

    private static async Task Acknowledge(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(
            await invocation.Do(station.Control, new AcknowledgeUltimatum(invocation.Need(Common.Line), invocation.Need(Common.Entry), invocation.Get(Language))),
            DraftCommands.Show);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var views = await invocation.Do(station.Control, new ListUltimatums(invocation.Get(AnyLine)));
        var lines = new List<TintedLine>();
        foreach (var view in views)
        {
            var (text, _) = await ReadCommands.TextOf(invocation, station.Control, view.Line);
            lines.AddRange(UltimatumLines.Of(view, text));
        }

        invocation.Show(views, (screen, _) => screen.Lines(lines.Count == 0 ? [new TintedLine("no message is marked as an ultimatum")] : lines));
    }
}
