using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Exchange.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Cli.Commands;

/// <summary><c>parley notice</c> on a line: drafted, verified, released, followed up, listed.</summary>
internal static class NoticeLineCommands
{
    private static readonly Argument<string> Filled = new("FILE") { Description = "A filled-in form: see docs/formats/notice-file.md." };

    private static readonly Argument<string> FormatSource = new("FORMAT") { Description = "The format's file, or the id of one that comes with the program." };

    private static readonly Argument<string> Draft = new("DRAFT") { Description = "The draft, as 'parley drafts' shows it." };

    private static readonly Argument<string> Notice = new("NOTICE") { Description = "The ref of the notice, as 'parley notice list' shows it." };

    private static readonly Argument<string> State = new Argument<string>("STATE") { Description = "What holds of our part." }.AcceptOnlyFromAmong("in-force", "suspended", "left");

    private static readonly Argument<string[]> Fields = new("FIELD=VALUE")
    {
        Description = "What stands in each field, as 'parley notice formats FORMAT' names them. Cells of a table are parted by '|', the rows by '||'.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> AuthorLanguage = new("--language")
    {
        Description = "The language of your own words. Default: en.", HelpName = "TAG", DefaultValueFactory = _ => "en",
    };

    private static readonly Option<string?> PrecedenceName =
        Common.Choice<Precedence>("--precedence", "How soon it must be seen. Default: as the format says.", required: false)!;

    private static readonly Option<bool> Test = new("--test") { Description = "Mark it as a test: it is not meant." };

    private static readonly Option<string[]> AnswerFrom = new("--answer-from")
    {
        Description = "Who is asked, where the form asks; again for each. Default: every other party.", HelpName = "PARTY",
    };

    private static readonly Option<int?> AnswerMinutes = new("--answer-minutes")
    {
        Description = "Within how many minutes an answer is asked for. Default: as the format says.", HelpName = "NUMBER",
    };

    private static readonly Option<string[]> Addressees = new("--addressee")
    {
        Description = "A role of the other side that must acknowledge, and within how many minutes, such as \"boreal:warning centre=60\"; again for each. Default: those of the " +
            "format that the charter names.",
        HelpName = "PARTY:ROLE=MINUTES",
    };

    private static readonly Option<string?> Replaces = new("--draft") { Description = "The draft that this one takes the place of.", HelpName = "DRAFT" };

    private static readonly Option<string?> AnyLine = new("--line") { Description = "The line. Default: every line.", HelpName = "LINE" };

    private static readonly Option<bool> Open = new("--open") { Description = "Only those of which something is still to come or to do." };

    private static readonly Option<int> Days = new("--days") { Description = "Of the last how many days, 1 to 3660.", HelpName = "NUMBER", DefaultValueFactory = _ => 400 };

    private static readonly Option<string?> Reader = new("--language") { Description = "The language in which forms are written out.", HelpName = "TAG" };

    private static readonly Option<string?> Revision = new("--revision")
    {
        Description = "The revision that you have read. Without it the draft is shown and you are asked.", HelpName = "HASH",
    };

    private static readonly Option<string[]> OfFormats = new("--format") { Description = "Only this format; again for each. Default: all of the charter.", HelpName = "FORMAT" };

    private static readonly Option<string> Words = new("--text") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static IEnumerable<Command> Build() =>
    [
        new Command("add-format", "Keep a format of your own at this station, so that a charter can name it.").Does(
            [Common.Directory, FormatSource, Common.TokenFile, Common.Json], AddFormat),
        new Command("draft", "Write a notice as a draft. One with gaps is kept, and cannot leave.").Does(
            [Common.Directory, Filled, Common.Line, Common.Regards, PrecedenceName, Test, AnswerFrom, AnswerMinutes, Addressees, Replaces, Common.TokenFile, Common.Json], Write),
        Follow("start", "Write, as a draft, that what a notice announced has begun.", NoticeEffect.Starts),
        Follow("amend", "Write an amendment of a notice as a draft.", NoticeEffect.Amends),
        Follow("slip", "Write, as a draft, that the times of a notice move.", NoticeEffect.Slips),
        Follow("cancel", "Write, as a draft, that what a notice announced will not take place.", NoticeEffect.Cancels),
        Follow("complete", "Write, as a draft, that what a notice announced, or one of its events, is over.", NoticeEffect.Completes),
        Follow("answer", "Write the answer to a notice that asks as a draft.", NoticeEffect.Answers),
        new Command("verify", "Say of another officer's draft that it keeps the rules of its form. It does not release it.").Does(
            [Common.Directory, Draft, Revision, Common.TokenFile, Common.Json], i => Decide(i, "Verify", static (d, r) => new VerifyNotice(d, r))),
        new Command("release", "Release a draft exactly as shown. It leaves when as many officers as its format or the charter asks for have approved it.").Does(
            [Common.Directory, Draft, Revision, Common.TokenFile, Common.Json], Release),
        new Command("list", "Notices in the order of what is due next.").Does([Common.Directory, AnyLine, Open, Days, Reader, Common.TokenFile, Common.Json], List),
        new Command("show", "One notice, line by line, with its clocks and what followed.").Does(
            [Common.Directory, Notice, Common.Line, Reader, Common.TokenFile, Common.Json], Show),
        new Command("read-back", "Read the positions of a notice back to its author, as you understand them.").Does(
            [Common.Directory, Notice, Fields, Common.Line, Common.TokenFile, Common.Json], ReadBack),
        new Command("agreement", "Say what holds of our part in the agreement that notices rest on. The line stays open.").Does(
            [Common.Directory, State, Common.Line, OfFormats, Words, AuthorLanguage, Common.TokenFile, Common.Json], Agree),
    ];

    private static Command Follow(string name, string description, NoticeEffect effect) => new Command(name, description).Does(
        [Common.Directory, Notice, Fields, Common.Line, AuthorLanguage, PrecedenceName, Test, Common.TokenFile, Common.Json], i => WriteFollowing(i, effect));

    private static async Task AddFormat(Invocation invocation)
    {
        var source = invocation.Get(FormatSource);
        var text = !File.Exists(source) && FormatShelf.Text(source) is { } shelved ? shelved : await File.ReadAllTextAsync(source, invocation.Cancel);
        if (FormatFile.Read(text, out var problem) is not { } format)
            throw new CommandFault(ExitCode.Refused, $"{source}: {problem}");
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new AddFormat(format.Encode())), static (screen, view) =>
        {
            screen.Line($"{view.Id}/{view.Version} is kept here: {SafeText.Line(view.Title)}", Tint.Good);
            screen.Line($"    hash {view.Hash}", Tint.Quiet);
        });
    }

    private static async Task Write(Invocation invocation)
    {
        var file = invocation.Get(Filled);
        var text = await File.ReadAllTextAsync(file, invocation.Cancel);
        if (NoticeFile.FormatOf(text, out var problem) is not { } id)
            throw new CommandFault(ExitCode.Refused, $"{file}: {problem}");
        await using var station = await OpenStation.ToSpeak(invocation);
        var format = await FormatOnLine(invocation, station, id);
        if (NoticeFile.Read(text, format, out problem) is not { } notice)
            throw new CommandFault(ExitCode.Refused, $"{file}: {problem}");
        var draft = new DraftNotice(
            invocation.Need(Common.Line), format.Id, notice.Language, notice.Values, invocation.Get(Common.Regards), Status(invocation), Chosen(invocation),
            invocation.Get(AnswerMinutes), invocation.Get(AnswerFrom) is { Length: > 0 } from ? from : null,
            invocation.Get(Addressees) is { Length: > 0 } roles ? [.. roles.Select(MessageOptions.Addressee)] : null, invocation.Get(Replaces));
        invocation.Show(await invocation.Do(station.Control, draft), NoticeLines.Show);
    }

    private static async Task WriteFollowing(Invocation invocation, NoticeEffect effect)
    {
        var (line, notice) = (invocation.Need(Common.Line), invocation.Get(Notice));
        await using var station = await OpenStation.ToSpeak(invocation);
        var before = (await invocation.Do(station.Control, new ShowNotice(line, notice))).Format.Split('/')[0];
        var fitting = (await invocation.Do(station.Control, new ListFormats(line))).Where(f => f.Effect == effect && f.Regards.Contains(before)).ToList();
        if (fitting is not [var chosen])
        {
            throw new CommandFault(ExitCode.Refused, fitting.Count == 0
                ? $"the charter names no form of that kind that follows {before}"
                : $"several forms follow {before} so: {string.Join(", ", fitting.Select(f => f.Id))}; fill one in and use: parley notice draft --regards {notice}");
        }

        var format = NoticeFormat.Parse((await invocation.Do(station.Control, new ShowFormat(chosen.Hash))).Encoding) ??
            throw new CommandFault(ExitCode.Refused, $"the format {chosen.Id} cannot be read by this program");
        var draft = new DraftNotice(
            line, chosen.Id, invocation.Need(AuthorLanguage), [.. invocation.Get(Fields).Select(f => Value(f, format))], [notice], Status(invocation), Chosen(invocation));
        invocation.Show(await invocation.Do(station.Control, draft), NoticeLines.Show);
    }

    private static Task Release(Invocation invocation) => Decide(invocation, "Release", null);

    /// <summary>Verifies or releases exactly what was shown.</summary>
    private static async Task Decide(Invocation invocation, string act, Func<string, string, Operation<NoticeDraftView>>? verify)
    {
        var id = invocation.Get(Draft);
        await using var station = await OpenStation.ToSpeak(invocation);
        var revision = invocation.Get(Revision);
        if (revision is null)
        {
            var shown = await invocation.Do(station.Control, new ShowNoticeDraft(id));
            if (!invocation.Terminal.IsInteractive)
                throw new CommandFault(ExitCode.Usage, "nobody can be asked here; say which text you have read with --revision HASH");
            NoticeLines.Show(invocation.Screen, shown);
            if (invocation.Terminal.Ask($"{act} exactly this? Type yes: ") != "yes")
                throw new CommandFault(ExitCode.Refused, "nothing was done");
            revision = shown.Draft.Revision;
        }

        if (verify is not null)
            invocation.Show(await invocation.Do(station.Control, verify(id, revision)), NoticeLines.Show);
        else
            invocation.Show(await invocation.Do(station.Control, new ApproveDraft(id, revision)), DraftCommands.Show);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var lists = await invocation.Do(
            station.Control, new ListNotices(invocation.Get(AnyLine), invocation.Get(Open), invocation.Get(Days), invocation.Get(Reader)));
        invocation.Show(lists, static (screen, all) =>
        {
            foreach (var list in all.OrderBy(l => l.Mode))
                NoticeLines.Show(screen, list);
            if (all.Count == 0)
                screen.Line("no notice");
        });
    }

    private static async Task Show(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var view = await invocation.Do(station.Control, new ShowNotice(invocation.Need(Common.Line), invocation.Get(Notice), invocation.Get(Reader)));
        invocation.Show(view, NoticeLines.Show);
    }

    private static async Task ReadBack(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var values = invocation.Get(Fields).Select(f => Value(f, null)).ToList();
        var entry = await invocation.Do(station.Control, new ReadBackNotice(invocation.Need(Common.Line), invocation.Get(Notice), values));
        invocation.Show(entry, static (screen, e) => screen.Line($"read back as {e.Entry}; 'parley notice show' says how far it is from what the notice says", Tint.Good));
    }

    private static async Task Agree(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var word = new StateAgreement(
            invocation.Need(Common.Line), Common.Chosen<AgreementState>(invocation.Get(State)), invocation.Need(AuthorLanguage), invocation.Need(Words),
            invocation.Get(OfFormats) is { Length: > 0 } formats ? formats : null);
        invocation.Show(await invocation.Do(station.Control, word), DraftCommands.Show);
    }

    /// <summary>The format of that id that the line's charter names.</summary>
    private static async Task<NoticeFormat> FormatOnLine(Invocation invocation, OpenStation station, string id)
    {
        var line = invocation.Need(Common.Line);
        var agreed = await invocation.Do(station.Control, new ListFormats(line));
        if (agreed.FirstOrDefault(f => f.Id == id) is not { } found)
        {
            var named = agreed.Count == 0 ? "none" : string.Join(", ", agreed.Select(f => f.Id));
            throw new CommandFault(ExitCode.Refused, $"the charter of {line} names no format {id}; it names {named}");
        }

        return NoticeFormat.Parse((await invocation.Do(station.Control, new ShowFormat(found.Hash))).Encoding) ??
            throw new CommandFault(ExitCode.Refused, $"the format {id} cannot be read by this program");
    }

    private static NoticeValue Value(string typed, NoticeFormat? format)
    {
        if (typed.IndexOf('=', StringComparison.Ordinal) is not (var at and > 0))
            throw new CommandFault(ExitCode.Usage, $"'{typed}' fills no field; write FIELD=VALUE, such as ended=2027-01-25T06:48:00Z");
        var (name, value) = (typed[..at], typed[(at + 1)..]);
        return format?[name]?.Kind == FieldKind.Rows
            ? new NoticeValue(name, [.. value.Split("||").SelectMany(row => row.Split('|').Select(c => c.Trim()))])
            : new NoticeValue(name, [value]);
    }

    private static Status Status(Invocation invocation) => invocation.Get(Test) ? Lines.Entries.Status.Test : Lines.Entries.Status.Actual;

    private static Precedence? Chosen(Invocation invocation) => invocation.Get(PrecedenceName) is { } name ? Common.Chosen<Precedence>(name) : null;
}
