using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Messages;
using Parley.Lines.Calls;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley call</c> and <c>calls</c>: calls between seats of a pair, and the ladder when nobody answers.</summary>
internal static class CallCommands
{
    private static readonly Option<string> Call = new("--call") { Description = "The ref of the request, as 'parley calls' shows it.", HelpName = "REF", Required = true };

    private static readonly Option<string> Pair = new("--pair") { Description = "The pair of the charter's counterparts, such as ministers.", HelpName = "PAIR", Required = true };

    private static readonly Option<string[]> With = new("--with")
    {
        Description = "A party that is asked; again for each. Default: every other one with a seat in the pair.", HelpName = "PARTY",
    };

    private static readonly Option<string> Topic = new("--topic") { Description = "What about, on one line.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> TopicLanguage = new("--language") { Description = "The language of the topic.", HelpName = "TAG", Required = true };

    private static readonly Option<string> Means = Common.Choice<CallMeans>("--means", "By what means.");

    private static readonly Option<string> Urgency = Common.Choice<Precedence>("--precedence", "How soon it must be answered: the charter's clock goes by it.");

    private static readonly Option<string[]> Times = new("--time")
    {
        Description = "A proposed time, UTC, such as 14:05 or 2026-11-25T14:05Z; again for each, at most 8. Default: as soon as it can be.", HelpName = "TIME",
    };

    private static readonly Option<int?> Minutes = new("--minutes") { Description = "How long it is meant to last. Default: 30, or as was asked.", HelpName = "NUMBER" };

    private static readonly Option<string?> AnswerBy = new("--answer-by")
    {
        Description = "Until when it must be acknowledged, UTC. Default: as the charter says for its precedence.", HelpName = "TIME",
    };

    private static readonly Option<bool> Test = new("--test") { Description = "Mark it as a test: the call is not meant." };

    private static readonly Option<string> At = new("--at") { Description = "The proposed time that is accepted, UTC.", HelpName = "TIME", Required = true };

    private static readonly Option<string> Reason = new Option<string>("--reason")
    {
        Description = "Why. none says expressly that no reason is given.", HelpName = string.Join('|', DeclineReason.Names), Required = true,
    }.AcceptOnlyFromAmong([.. DeclineReason.Names]);

    private static readonly Option<string> From = new("--from") { Description = "When it began, UTC.", HelpName = "TIME", Required = true };

    private static readonly Option<string[]> Others = new("--time")
    {
        Description = "A time that you propose, UTC, such as 14:05 or 2026-11-25T14:05Z; again for each, at most 8.", HelpName = "TIME", Required = true,
    };

    private static readonly Option<string> To = new("--to") { Description = "When it ended, UTC.", HelpName = "TIME", Required = true };

    private static readonly Option<string> ReadoutLanguage = new("--language") { Description = "The language of the readout.", HelpName = "TAG", Required = true };

    private static readonly Option<string?> Agreed = new("--agreed") { Description = "A file with the text that both sides agreed on; - for standard input.", HelpName = "FILE" };

    private static readonly Option<string?> Own = new("--own") { Description = "A file with your side's own text.", HelpName = "FILE" };

    private static readonly Option<string?> Text = new("--text") { Description = "Words beside it; they need --language.", HelpName = "TEXT" };

    private static readonly Option<string?> OutFile = new("--out") { Description = "The file to write. Default: the name that the station gives it.", HelpName = "FILE" };

    private static readonly Option<int> Days = new("--days") { Description = "Of the last how many days.", HelpName = "NUMBER", DefaultValueFactory = _ => 120 };

    private static Symbol[] OfStep => [Common.Directory, Common.Line, Call, Text, Common.Language, Common.TokenFile, Common.Json];

    public static Command Build() => Common.Group(
        "call",
        "Calls between the seats of a pair: asked for, answered, held. Each step is an entry of whoever says it.",
        new Command("request", "Ask for a call.").Does(
            [Common.Directory, Common.Line, Pair, With, Topic, TopicLanguage, Means, Urgency, Times, Minutes, AnswerBy, Test, Common.TokenFile, Common.Json],
            Request),
        new Command("acknowledge", "Say that your staff has a request. It agrees to nothing.").Does(
            OfStep, i => Answer(i, (line, call) => new AnswerCall(line, call, CallAnswer.Acknowledge, Language: i.Get(Common.Language), Text: i.Get(Text))))
            .TextHasLanguage(Text),
        new Command("counter", "Propose other times.").Does(
            [.. OfStep, Others, Minutes], i => Answer(i, (line, call) => new AnswerCall(
                line, call, CallAnswer.Counter, [.. i.Need(Others).Select(t => Coming("--time", t))], i.Get(Minutes), Language: i.Get(Common.Language), Text: i.Get(Text))))
            .TextHasLanguage(Text),
        new Command("schedule", "Accept a time that the other side proposes.").Does(
            [.. OfStep, At], i => Answer(i, (line, call) => new AnswerCall(
                line, call, CallAnswer.Schedule, At: Coming("--at", i.Need(At)), Language: i.Get(Common.Language), Text: i.Get(Text))))
            .TextHasLanguage(Text),
        new Command("decline", "Decline a request, with a reason or expressly none.").Does(
            [.. OfStep, Reason], i => Answer(i, (line, call) => new AnswerCall(
                line, call, CallAnswer.Decline, Reason: i.Need(Reason), Language: i.Get(Common.Language), Text: i.Get(Text))))
            .TextHasLanguage(Text),
        new Command("hold", "Say that the call was held.").Does(
            [.. OfStep, From, To], i => Answer(i, (line, call) => Held(i, line, call)))
            .TextHasLanguage(Text),
        new Command("readout", "Say what was said in it.").Does(
            [Common.Directory, Common.Line, Call, ReadoutLanguage, Agreed, Own, Common.TokenFile, Common.Json], Readout).NeedsReadout(),
        new Command("cancel", "Take your own request back.").Does(
            OfStep, i => Answer(i, (line, call) => new CancelCall(line, call, i.Get(Common.Language), i.Get(Text))))
            .TextHasLanguage(Text),
        new Command("show", "One call with every step, and what the ladder offers.").Does(
            [Common.Directory, Common.Line, Call, Common.TokenFile, Common.Json], Show),
        new Command("calendar", "Write a scheduled call as a calendar file.").Does(
            [Common.Directory, Common.Line, Call, Common.Language, OutFile, Common.TokenFile], Calendar));

    public static Command BuildCalls() =>
        new Command("calls", "Calls of a line, and how long each pair has not talked.").Does(
            [Common.Directory, Common.Line, Days, Common.TokenFile, Common.Json], List);

    private static Command NeedsReadout(this Command command)
    {
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Agreed) is null && result.GetResult(Own) is null)
                result.AddError("give what was said with --agreed FILE, with --own FILE, or with both");
        });
        return command;
    }

    private static HoldCall Held(Invocation i, string line, string call)
    {
        var to = UtcTime.Past("--to", i.Need(To));
        return new HoldCall(line, call, Written(UtcTime.Before("--from", i.Need(From), to)), Written(to), i.Get(Common.Language), i.Get(Text));
    }

    private static async Task Request(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(station.Control, new RequestCall(
            invocation.Need(Common.Line),
            invocation.Need(Pair),
            invocation.Need(TopicLanguage),
            invocation.Need(Topic),
            Common.Chosen<CallMeans>(invocation.Need(Means)),
            Common.Chosen<Precedence>(invocation.Need(Urgency)),
            invocation.Get(With) is { Length: > 0 } with ? with : null,
            [.. (invocation.Get(Times) ?? []).Select(t => Coming("--time", t))],
            invocation.Get(Minutes) ?? 30,
            invocation.Get(AnswerBy) is { } by ? Coming("--answer-by", by) : null,
            invocation.Get(Test) ? Status.Test : Status.Actual));
        invocation.Show(draft, DraftCommands.Show);
    }

    private static async Task Answer(Invocation invocation, Func<string, string, Operation<DraftView>> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation(invocation.Need(Common.Line), invocation.Need(Call))), DraftCommands.Show);
    }

    private static async Task Readout(Invocation invocation)
    {
        var (agreed, own) = (await In(invocation, invocation.Get(Agreed)), await In(invocation, invocation.Get(Own)));
        await Answer(invocation, (line, call) => new ReadoutCall(line, call, invocation.Need(ReadoutLanguage), agreed, own));
    }

    private static async Task<string?> In(Invocation invocation, string? file) => file is null
        ? null
        : (file == "-" ? await invocation.Terminal.In.ReadToEndAsync(invocation.Cancel) : await File.ReadAllTextAsync(file, invocation.Cancel))
            .ReplaceLineEndings("\n").TrimEnd('\n');

    private static async Task Show(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var call = await invocation.Do(station.Control, new ShowCall(invocation.Need(Common.Line), invocation.Need(Call)));
        invocation.Show(call, static (screen, c) => screen.Lines(TranscriptText.Marked(c.Mode, CallLines.Whole(c))));
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var list = await invocation.Do(station.Control, new ListCalls(invocation.Need(Common.Line), invocation.Get(Days)));
        invocation.Show(list, static (screen, l) => screen.Lines(TranscriptText.Marked(l.Mode, CallLines.List(l))));
    }

    private static async Task Calendar(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var file = await invocation.Do(station.Control, new ExportCalendar(invocation.Need(Common.Line), invocation.Need(Call), invocation.Get(Common.Language)));
        var path = invocation.Get(OutFile) ?? Path.GetFileName(file.Name);
        await File.WriteAllBytesAsync(path, file.Bytes, invocation.Cancel);
        invocation.Screen.Line($"{TranscriptText.Mark(file.Mode)}{path} is written.", Tint.Good);
    }

    private static string Coming(string option, string text) => Written(UtcTime.Coming(option, text));

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
