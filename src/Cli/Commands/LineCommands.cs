using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Corrections;
using Parley.Control.Lines;
using Parley.Exchange.Notices;
using Parley.Lines.Charters;

namespace Parley.Cli.Commands;

/// <summary><c>parley line</c>: propose, answer and change lines.</summary>
internal static class LineCommands
{
    private static readonly Argument<string> Name = new("LINE")
    {
        Description = "The line: its name when you propose it, later its short name or id.",
    };

    private static readonly Argument<string> Party = new("PARTY") { Description = "The party whose new generation it is." };

    private static readonly Option<string> Kind = Common.Choice<LineKind>("--kind", "What the line is for.");
    private static readonly Option<string> Mode =
        Common.Choice<LineMode>("--mode", "Live, or exercise for ever: it cannot be changed. Default: live.", required: false);

    private static readonly Option<string[]> With = new("--with")
    {
        Description = "The other parties' ids; again for each. Whoever is on the line reads it.",
        HelpName = "PARTY",
        Required = true,
    };

    private static readonly Option<string?> Languages = new("--languages")
    {
        Description = "Languages of the line, such as en,ru.",
        HelpName = "TAGS",
    };

    private static readonly Option<string?> Release = new("--release")
    {
        Description = "How many officers must approve, such as flash=2,charter=2. Others: immediate, priority, routine, message, code. " +
            "Default: one.",
        HelpName = "RULE",
    };

    private static readonly Option<int?> LeastSuite = new("--least-suite")
    {
        Description = "The weakest suite that a party may use on the line. Default: this station's own.",
        HelpName = "N",
    };

    private static readonly Option<string?> Shows = new("--shows")
    {
        Description = "Stages of handling of which the other side is told, such as read,acted. All: read, sight, passed, rough, certified, " +
            "acknowledged, acted, relayed, confirmed, stopped. Default: read,relayed,confirmed,acted,stopped.",
        HelpName = "STAGES",
    };

    private static readonly Option<string[]> Addressees = new("--addressee")
    {
        Description = "A role of a party that a message can name and that must acknowledge then, such as \"boreal:warning centre\"; again for each.",
        HelpName = "PARTY:ROLE",
    };

    private static readonly Option<string?> Checks = new("--checks")
    {
        Description = "When checks are due, by turns: hourly, or times of day in UTC such as 06:00,18:00; none takes them away.",
        HelpName = "TIMES",
    };

    private static readonly Option<int?> ChecksAnswer = new("--checks-answer")
    {
        Description = "Minutes within which a check is sent after its time, and answered after that. Default: 10.",
        HelpName = "MINUTES",
    };

    private static readonly Option<string?> ChecksBegin = new("--checks-begin")
    {
        Description = "The party that begins; of two on an hourly line it has the even hours. Default: your own.",
        HelpName = "PARTY",
    };

    private static readonly Option<string?> ChecksSkip = new("--checks-skip")
    {
        Description = "Days without checks: weekends, mon to sun, and dates such as 2026-12-25.",
        HelpName = "DAYS",
    };

    private static readonly Option<string?> Codebook = new("--codebook")
    {
        Description = "The codebook of the line, such as parley/1. On a live line each party must have certified it. Empty for none.",
        HelpName = "BOOK",
    };

    private static readonly Option<string?> Counterparts = new("--counterparts")
    {
        Description = "A file that says who talks to whom on the line, and the ladder when nobody answers.", HelpName = "FILE",
    };

    private static readonly Option<bool?> Publication = new("--publication")
    {
        Description = "Whether each side may show the other's words and topics in reports that it publishes: true or false. Default: false.",
        HelpName = "BOOL",
    };

    private static readonly Option<string?> KeptSeparation = new("--separation")
    {
        Description = "What the parties keep between their activities, such as 'horizontal=9260;vertical=300;minutes=15;plan=2000': metres along the ground, metres of height, " +
            "minutes; and the metres by which a plan may differ from what was notified before a warning is due. Default: 9260, 305, 15 and 2000.",
        HelpName = "TERMS",
    };

    private static readonly Option<string[]> NoticeFormats = new("--notice-format")
    {
        Description = "A notice format of the line, such as staff-exercise; several may be named, and 'all' stands for every one that comes with the program. Given anew as a " +
            "whole; empty for none.",
        HelpName = "FORMAT",
    };

    private static readonly Option<bool> Off = new("--off") { Description = "Take the mark away." };

    private static readonly Option<string?> CharterFile = new("--charter")
    {
        Description = "A JSON file with terms: languages, release, answerMinutes (four numbers), checks, skewSeconds, leastSuite, shows, addressees, codebook, " +
            "counterparts, ladder, publication, formats, separation. The other options go before it.",
        HelpName = "FILE",
    };

    private static Option[] OfTerms => [Languages, Release, LeastSuite, Shows, Addressees, Codebook, Counterparts, Publication, NoticeFormats, KeptSeparation];

    private static Option[] OfChecks => [Checks, ChecksAnswer, ChecksBegin, ChecksSkip];

    public static Command Build() => Common.Group(
        "line",
        "Lines: propose them, answer proposals, change, suspend or leave them.",
        new Command("propose", "Propose a new line to verified parties. It opens when all of them have accepted.").Does(
            [Common.Directory, Name, Kind, With, Mode, .. OfTerms, .. OfChecks, CharterFile, Common.TokenFile, Common.Json],
            Propose),
        Simple("accept", "Accept what is proposed for a line.", line => new AcceptLine(line)),
        Simple("reject", "Reject what is proposed for a line.", line => new RejectLine(line)),
        Simple("withdraw", "Take back your own proposal.", line => new WithdrawLine(line)),
        new Command("amend", "Propose other terms for an open line.").Does(
            [Common.Directory, Name, .. OfTerms, .. OfChecks, CharterFile, Common.TokenFile, Common.Json],
            Amend),
        Simple("suspend", "Suspend a line, alone and at once, until you resume it.", line => new SuspendLine(line)),
        Simple("resume", "End your suspension of a line.", line => new ResumeLine(line)),
        new Command("allies", "Mark a line as one on which allies are told of a false alarm.").Does(
            [Common.Directory, Name, Off, Common.TokenFile, Common.Json], i => Answer(i, new MarkAllies(i.Get(Name), !i.Get(Off)))),
        Simple("leave", "Leave a line for ever, alone and at once.", line => new LeaveLine(line)),
        new Command("confirm", "Confirm that a party's new generation is theirs, after asking them by voice.").Does(
            [Common.Directory, Name, Party, Common.TokenFile, Common.Json],
            i => Answer(i, new ConfirmGeneration(i.Get(Name), i.Get(Party)))),
        new Command("list", "All lines.").Does([Common.Directory, Common.TokenFile, Common.Json], i => List(i, pending: false)),
        new Command("show", "One line, with who talks to whom and the ladder.").Does(
            [Common.Directory, Name, Common.TokenFile, Common.Json], ShowOne),
        new Command("pending", "Lines with a proposal that waits for an answer.").Does(
            [Common.Directory, Common.TokenFile, Common.Json], i => List(i, pending: true)));

    private static Command Simple(string name, string about, Func<string, Operation<LineView>> operation) =>
        new Command(name, about).Does(
            [Common.Directory, Name, Common.TokenFile, Common.Json], i => Answer(i, operation(i.Get(Name))));

    private static Task Propose(Invocation invocation)
    {
        var mode = invocation.Get(Mode) is { } chosen ? Common.Chosen<LineMode>(chosen) : LineMode.Live;
        var with = invocation.Need(With).SelectMany(w => w.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return Answer(invocation, new ProposeLine(
            invocation.Get(Name), Common.Chosen<LineKind>(invocation.Need(Kind)), mode, with, Terms(invocation)));
    }

    private static Task Amend(Invocation invocation) => Answer(invocation, new AmendLine(
        invocation.Get(Name),
        Terms(invocation) ?? throw new CommandFault(
            ExitCode.Usage,
            "nothing to amend; say --languages, --release, --least-suite, --shows, --addressee, --codebook, --counterparts, --publication, --notice-format, --checks " +
                "or --charter FILE")));

    private static async Task Answer(Invocation invocation, Operation<LineView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation), Write);
    }

    private static async Task ShowOne(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await ReadCommands.LineOf(invocation, station.Control, invocation.Get(Name)), (screen, line) =>
        {
            Write(screen, line);
            screen.Lines(CounterpartLines.Of(line.Terms).Select(l => l with { Text = TranscriptText.Mark(line.Mode) + l.Text }));
        });
    }

    private static async Task List(Invocation invocation, bool pending)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListLines(pending)), (screen, lines) =>
        {
            foreach (var line in lines.OrderBy(l => l.Mode))
                Write(screen, line);
            if (lines.Count == 0)
                screen.Line(pending ? "No proposal waits." : "There is no line; propose one with: parley line propose");
        });
    }

    private static TermsView? Terms(Invocation invocation)
    {
        var terms = invocation.Get(CharterFile) is { } file ? TermsIn(file) : new TermsView();
        if (invocation.Get(Languages) is { } languages)
            terms = terms with { Languages = languages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
        if (invocation.Get(Release) is { } release)
        {
            terms = ReleaseRule.Parse(release) is null
                ? throw new CommandFault(ExitCode.Usage, $"--release: '{release}' is no rule; use the form flash=2,charter=2 with " +
                    $"counts of 1 or 2")
                : terms with { Release = release };
        }

        if (invocation.Get(LeastSuite) is { } suite)
            terms = terms with { LeastSuite = suite };
        if (invocation.Get(Shows) is { } shows)
            terms = terms with { Shows = shows.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
        if (invocation.Get(Addressees) is { Length: > 0 } addressees)
            terms = terms with { Addressees = addressees };
        if (Schedule(invocation) is { } schedule)
            terms = terms with { Checks = schedule };
        if (invocation.Get(Codebook) is { } book)
            terms = terms with { Codebook = book };
        if (invocation.Get(Counterparts) is { } table)
            terms = CounterpartLines.Read(table, terms);
        if (invocation.Get(Publication) is { } publication)
            terms = terms with { Publication = publication };
        if (invocation.Get(KeptSeparation) is { } separation)
            terms = terms with { Separation = separation };
        if (invocation.Get(NoticeFormats) is { Length: > 0 } formats)
            terms = terms with { Formats = formats is ["all"] ? FormatShelf.Ids : [.. formats.Where(f => f.Length > 0)] };
        return terms == new TermsView() ? null : terms;
    }

    private static string? Schedule(Invocation invocation)
    {
        List<string> parts = [];
        if (invocation.Get(ChecksAnswer) is { } answer)
            parts.Add($"answer={answer.ToString(CultureInfo.InvariantCulture)}");
        if (invocation.Get(ChecksBegin) is { } begins)
            parts.Add($"begins={begins}");
        if (invocation.Get(ChecksSkip) is { } skip)
            parts.Add($"skip={skip}");
        if (invocation.Get(Checks) is not { } times)
            return parts.Count == 0 ? null : throw new CommandFault(ExitCode.Usage, "--checks says when checks are due; the other options of checks go beside it");
        if (times == "none")
            return parts.Count == 0 ? "" : throw new CommandFault(ExitCode.Usage, "--checks none takes the checks away; nothing goes beside it");
        return string.Join(';', parts.Prepend(times));
    }

    private static TermsView TermsIn(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<TermsView>(File.ReadAllBytes(file), ControlJson.Options) ?? new TermsView();
        }
        catch (JsonException e)
        {
            throw new CommandFault(ExitCode.Usage, $"{file} holds no terms: {e.Message}");
        }
    }

    private static void Write(Screen screen, LineView line)
    {
        void Say(string text, Tint tint = Tint.Plain) => screen.Line(TranscriptText.Mark(line.Mode) + text, tint);
        Say($"{SafeText.Line(line.Handle)}: {line.Kind.ToString().ToLowerInvariant()} line of {string.Join(", ", line.Parties)}, " +
            $"{line.State.ToString().ToUpperInvariant()}");
        Say($"    id {line.Id}, charter {line.CharterVersion}; {Words(line.Terms)}", Tint.Quiet);
        if (line.Proposal is { } proposal)
        {
            var waits = proposal.WaitsForUs ? "; it WAITS FOR YOU: parley line accept or reject" : "";
            Say($"    proposed by {proposal.Proposer} as charter {proposal.Version}: {Words(proposal.Terms)}; accepted by " +
                $"{Names(proposal.AcceptedBy)}, rejected by {Names(proposal.RejectedBy)}{waits}", Tint.Warning);
        }

        foreach (var (what, who) in ((string, IReadOnlyList<string>)[])
            [
                ("suspended by", line.SuspendedBy), ("left by", line.LeftBy), ("cards not verified here:", line.Missing),
                ("without a station, so one-sided and not signed by", line.ByHand ?? []),
            ])
        {
            if (who.Count > 0)
                Say($"    {what} {Names(who)}", Tint.Warning);
        }

        if (line.Allies)
            Say("    allies are told of a false alarm here");
        foreach (var warning in line.Warnings)
            Say($"    WARNING: {SafeText.Line(warning)}", Tint.Warning);
    }

    private static string Names(IReadOnlyList<string> parties) => parties.Count == 0 ? "nobody" : string.Join(", ", parties);

    private static string Words(TermsView terms)
    {
        var words = new List<string>();
        if (terms.Languages is { } languages)
            words.Add($"languages {SafeText.Line(string.Join(",", languages))}");
        words.Add(terms.Release is { Length: > 0 } release ? $"release {release}" : "release by one officer");
        if (terms.AnswerMinutes is { } minutes)
            words.Add($"answers in {string.Join("/", minutes)} minutes");
        if (terms.Checks is { Length: > 0 } checks)
            words.Add($"checks {SafeText.Line(checks)}");
        if (terms.LeastSuite is { } suite)
            words.Add($"suite {suite} at least");
        if (terms.Addressees is { Count: > 0 } addressees)
            words.Add($"action addressees {SafeText.Line(string.Join(", ", addressees))}");
        if (terms.Codebook is { } book)
            words.Add($"codebook {SafeText.Line(book)}");
        if (terms.Formats is { Count: > 0 } formats)
            words.Add($"notice formats {SafeText.Line(string.Join(", ", formats.Select(f => f.Split('/')[0])))}");
        if (terms.Counterparts is { Count: > 0 } pairs)
            words.Add($"counterparts {SafeText.Line(string.Join(", ", pairs.Select(p => p.Pair)))}");
        if (terms.Publication == true)
            words.Add("each side may publish the other's words");
        if (terms.Separation is { Length: > 0 } separation)
            words.Add($"separation {SafeText.Line(separation)}");
        return string.Join(", ", words);
    }
}
