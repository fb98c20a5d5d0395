using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Alerts;
using Parley.Control.Corrections;
using Parley.Control.Messages;
using Parley.Control.Queries;
using Parley.Lines.Corrections;
using Parley.Lines.Queries;

namespace Parley.Cli.Commands;

/// <summary>The first minute, and taking back: <c>parley alert</c>, <c>ask</c>, <c>answer</c>, <c>false-alarm</c>, <c>correct</c>. One officer, at once.</summary>
internal static class AlertCommands
{
    private static readonly Option<string> Place = new("--place") { Description = "Where, in words or coordinates.", HelpName = "PLACE", Required = true };
    private static readonly Option<string?> Text = new("--text") { Description = "Words beside what is fixed.", HelpName = "TEXT" };
    private static readonly Option<string> Said = new("--text") { Description = "The text.", HelpName = "TEXT", Required = true };
    private static readonly Option<string> SaidIn = new("--language") { Description = "The language of the text.", HelpName = "TAG", Required = true };
    private static readonly Option<string> About = Common.Choice<QueryAbout>("--about", "What is asked: is it theirs, or to hold fire.");
    private static readonly Option<string> Value = Common.Choice<QueryAnswer>("--answer", "The answer. None is consent to anything.");
    private static readonly Option<string> Cause = Common.Choice<AlarmCause>("--cause", "What made it. Default: unknown.", required: false);
    private static readonly Option<bool> Moved = new("--forces-moved") { Description = "Forces moved because of it." };
    private static readonly Option<bool> Returned = new("--forces-returned") { Description = "They have returned." };
    private static readonly Option<bool> Informed = new("--leaders-informed") { Description = "Our leaders know that it was false." };

    private static readonly Option<string> Until = new("--valid-until")
    {
        Description = "Until when the answer holds, UTC, such as 14:05 or 2026-11-25T14:05Z.",
        HelpName = "TIME",
        Required = true,
    };

    private static readonly Option<string> Start = new("--start")
    {
        Description = "When the alarm began, UTC, such as 14:05 or 2026-11-25T14:05Z.",
        HelpName = "TIME",
        Required = true,
    };

    private static readonly Option<string?> End = new("--end") { Description = "When it ended. Left out while it goes on.", HelpName = "TIME" };

    public static IEnumerable<Command> All() =>
    [
        new Command("alert", "LIFE AT IMMEDIATE RISK at a place: stop. Leaves at once as flash; any duty officer.").Does(
            [Common.Directory, Common.Line, Place, Common.Language, Text, Common.TokenFile, Common.Json],
            i => Say(i, new RaiseAlert(i.Need(Common.Line), i.Need(Place), i.Get(Common.Language), i.Get(Text)))),
        new Command("ask", "Ask whether something is theirs, or to hold fire. Leaves at once as flash.").Does(
            [Common.Directory, Common.Line, About, Place, SaidIn, Said, Common.TokenFile, Common.Json],
            i => Say(i, new AskQuery(i.Need(Common.Line), Common.Chosen<QueryAbout>(i.Need(About)), i.Need(Place), i.Need(SaidIn), i.Need(Said)))),
        new Command("answer", "Answer such a query of the other side, until a time.").Does(
            [Common.Directory, Common.Line, Common.Entry, Value, Until, Common.Language, Text, Common.TokenFile, Common.Json],
            i => Say(i, new AnswerQuery(
                i.Need(Common.Line), i.Need(Common.Entry), Common.Chosen<QueryAnswer>(i.Need(Value)), UtcTime.Coming("--valid-until", i.Need(Until)),
                i.Get(Common.Language), i.Get(Text)))),
        new Command("false-alarm", "An alarm on our side was false. Leaves at once as flash, here and on every line marked allies.").Does(
            [Common.Directory, Common.Line, Start, End, Cause, Moved, Returned, Informed, Common.Language, Text, Common.TokenFile, Common.Json],
            FalseAlarm),
        new Command("correct", "Withdraw words of your own that were wrong, as fast as they were said.").Does(
            [Common.Directory, Common.Line, Common.Entry, SaidIn, Said, Common.TokenFile, Common.Json],
            i => Say(i, new CorrectWords(i.Need(Common.Line), i.Need(Common.Entry), i.Need(SaidIn), i.Need(Said)))),
    ];

    private static async Task Say(Invocation invocation, Operation<EntryView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, operation);
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, invocation.Need(Common.Line));
        invocation.Show(entry, (screen, e) => screen.Lines(text.Entry(e)));
    }

    private static async Task FalseAlarm(Invocation invocation)
    {
        var cause = invocation.Get(Cause) is { } chosen ? Common.Chosen<AlarmCause>(chosen) : AlarmCause.Unknown;
        var start = UtcTime.Past("--start", invocation.Need(Start));
        var end = invocation.Get(End) is { } text ? UtcTime.Past("--end", text) : (DateTimeOffset?)null;
        await using var station = await OpenStation.ToSpeak(invocation);
        var said = await invocation.Do(station.Control, new DeclareFalseAlarm(
            invocation.Need(Common.Line), start, end, cause, invocation.Get(Moved), invocation.Get(Returned), invocation.Get(Informed),
            invocation.Get(Common.Language), invocation.Get(Text)));
        invocation.Show(said, static (screen, all) =>
        {
            foreach (var one in all)
                screen.Line($"{TranscriptText.Mark(one.Mode)}said on {one.Line} as {one.Entry}", Tint.Good);
        });
    }
}
