using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Service;
using Parley.Lines.Service;

namespace Parley.Cli.Commands;

/// <summary><c>parley service</c>: crew to crew, about the working of lines. On operator lines alone.</summary>
internal static class ServiceCommands
{
    private static readonly Option<string> Line = new("--line")
    {
        Description = "The operator line, such as operator:boreal.",
        HelpName = "LINE",
        Required = true,
    };

    private static readonly Option<string?> AnyLine = new("--line") { Description = "One operator line. Default: all of them.", HelpName = "LINE" };

    private static readonly Option<string?> Text = new("--text") { Description = "Words beside it; they need --language.", HelpName = "TEXT" };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "When it begins, UTC, such as 14:05 or 2026-11-25T14:05Z.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Until = new("--until") { Description = "When it ends, UTC.", HelpName = "TIME" };
    private static readonly Option<string?> Window = new("--over") { Description = "The ref of a window of yours that is over before its time.", HelpName = "REF" };
    private static readonly Option<string?> About = new("--about") { Description = "The line that is out of use. Default: the whole station.", HelpName = "LINE" };
    private static readonly Option<string?> Circuit = new("--circuit") { Description = "The circuit that is out of use, by its name.", HelpName = "NAME" };

    private static readonly Option<string> OnLine = new("--about")
    {
        Description = "The line on which the words stand that cannot be read here.",
        HelpName = "LINE",
        Required = true,
    };

    private static readonly Option<string> Cause = Common.Choice<ServiceCause>(
        "--cause", "Nobody was at the desk; you had been told not to answer; what this desk works with had failed; something that several lines hang on had failed.");

    private static readonly Option<string> SilentFrom = new("--from") { Description = "When you fell silent, UTC, such as 14:05.", HelpName = "TIME", Required = true };
    private static readonly Option<string> SilentUntil = new("--until") { Description = "When you could answer again, UTC.", HelpName = "TIME", Required = true };
    private static readonly Option<string?> SilentOn = new("--about") { Description = "The line on which you were silent. Default: all of them.", HelpName = "LINE" };
    private static readonly Option<string> Value = Common.Choice<ServiceAnswer>("--answer", "An officer is here; the words were sent again; they cannot be.");
    private static readonly Option<int> Days = new("--days") { Description = "Of the last how many days.", HelpName = "NUMBER", DefaultValueFactory = _ => 30 };

    public static Command Build()
    {
        var maintenance = new Command("maintenance", "Tell the other crew of a maintenance window of a line, of a circuit or of your station.").Does(
            [Common.Directory, Line, From, Until, About, Circuit, Window, Text, Common.Language, Common.TokenFile, Common.Json], i => Say(i, Maintenance(i)));
        maintenance.Validators.Add(static result =>
        {
            var (from, until, over) = (result.GetResult(From) is not null, result.GetResult(Until) is not null, result.GetResult(Window) is not null);
            if (over ? from || until : !from || !until)
                result.AddError("say --from and --until, or --over REF");
        });
        return Common.Group(
            "service",
            "Crew to crew, about the working of lines: on operator lines alone, apart from what leaders say.",
            maintenance,
            new Command("circuits", "Tell the other crew how the circuits between you are here.").Does(
                [Common.Directory, Line, Text, Common.Language, Common.TokenFile, Common.Json],
                i => Say(i, new TellCircuits(i.Need(Line), i.Get(Common.Language), i.Get(Text)))),
            new Command("resend", "Ask the other crew to say again words that cannot be read here.").Does(
                [Common.Directory, Line, OnLine, Common.Entry, Text, Common.Language, Common.TokenFile, Common.Json],
                i => Say(i, new RequestResend(i.Need(Line), i.Need(OnLine), i.Need(Common.Entry), i.Get(Common.Language), i.Get(Text)))),
            new Command("explain", "Tell the other crew why yours was silent.").Does(
                [Common.Directory, Line, Cause, SilentFrom, SilentUntil, SilentOn, Text, Common.Language, Common.TokenFile, Common.Json],
                i => Say(i, Explanation(i))),
            new Command("presence", "Ask the other crew whether anybody is there.").Does(
                [Common.Directory, Line, Text, Common.Language, Common.TokenFile, Common.Json],
                i => Say(i, new AskPresence(i.Need(Line), i.Get(Common.Language), i.Get(Text)))),
            new Command("answer", "Answer a presence query or a request to resend of the other crew.").Does(
                [Common.Directory, Line, Common.Entry, Value, Text, Common.Language, Common.TokenFile, Common.Json],
                i => Say(i, new AnswerServiceMessage(
                    i.Need(Line), i.Need(Common.Entry), Common.Chosen<ServiceAnswer>(i.Need(Value)), i.Get(Common.Language), i.Get(Text)))),
            new Command("list", "What the crews told each other: windows, questions and answers, circuits.").Does(
                [Common.Directory, AnyLine, Days, Common.TokenFile, Common.Json], List));
    }

    private static Operation<EntryView> Maintenance(Invocation i)
    {
        if (i.Get(Window) is { } window)
            return new EndMaintenance(i.Need(Line), window, i.Get(Common.Language), i.Get(Text));
        var until = UtcTime.Coming("--until", i.Get(Until)!);
        var from = UtcTime.Before("--from", i.Get(From)!, until);
        return new AnnounceMaintenance(i.Need(Line), from, until, i.Get(About), i.Get(Circuit), i.Get(Common.Language), i.Get(Text));
    }

    private static ExplainSilence Explanation(Invocation i)
    {
        var until = UtcTime.Past("--until", i.Need(SilentUntil));
        var from = UtcTime.Before("--from", i.Need(SilentFrom), until);
        return new ExplainSilence(i.Need(Line), Common.Chosen<ServiceCause>(i.Need(Cause)), from, until, i.Get(SilentOn), i.Get(Common.Language), i.Get(Text));
    }

    private static async Task Say(Invocation invocation, Operation<EntryView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, operation);
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, invocation.Need(Line));
        invocation.Show(entry, (screen, e) => screen.Lines(text.Entry(e)));
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListService(invocation.Get(AnyLine), invocation.Get(Days))), static (screen, boards) =>
        {
            var lines = boards.SelectMany(ServiceLines.Of).ToList();
            screen.Lines(lines.Count == 0 ? [new TintedLine("the crews have told each other nothing")] : lines);
        });
    }
}
