using Parley.Control.Checks;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Service;
using Parley.Control.Ultimatums;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Service;

namespace Parley.Cli.Tests;

/// <summary>Checks, service messages and ultimatums on the command line, against a station that answers as the test says.</summary>
public sealed class CheckTests
{
    private static readonly EntryView Check = new(
        LineMode.Exercise, "astra/3f/ordinary/3", "c3", "astra", Lane.Ordinary, 3, "check", Precedence.Routine, Status.Test, At(12, 1), At(12, 1), Readability.Readable,
        "ru", "CHECK: Река спокойна.", [], null, [], [], [], []);

    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1, new TermsView(Languages: ["fr", "ru"]), null, [], [], [], []);

    private static readonly CheckReplyView Reply =
        new("boreal", CheckAnswerStanding.NotAnswered, At(12, 11), true, null, null, null, null, [], null);

    private static readonly CheckSaidView Said = new(Check.Entry, "astra", At(12, 1), "en", "The river is calm.", "checks/1/5", [Reply]);

    private static readonly CheckReportView Report = new(
        "hot", "hourly;answer=10;begins=astra", At(0, 0),
        [
            new CheckTurnView(At(11, 0), "boreal", CheckStanding.Excused, null, "the line was suspended by boreal from 2026-11-22 10:00:00Z"),
            new CheckTurnView(At(12, 0), "astra", CheckStanding.Sent, Said, null),
            new CheckTurnView(At(13, 0), "boreal", CheckStanding.Overdue, null, null),
        ],
        [],
        [new CheckComing(At(14, 0), "astra", 104)],
        [new CheckStatisticsView("boreal", 1, 0, 1, 1, 0, 1, 0, 3.5, 30)]);

    [Fact]
    public async Task A_check_takes_the_next_text_of_the_bank_in_a_language_of_the_line_and_shows_the_warning()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<SendCheck>(_ => new SentCheck(Check, "It is the turn of boreal."));

        var run = await session.Parley("check", "send", station.Address, "--line", "hot");

        var sent = Assert.Single(station.Asked.OfType<SendCheck>());
        // 104 by turns of two is text 52 from 0, the first anew.
        Assert.Equal(("ru", "checks/1/1"), (sent.Language, sent.Bank));
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.Contains("*** TEST ***", run.Out);
        Assert.Contains("WARNING: It is the turn of boreal.", run.Out);
    }

    [Fact]
    public async Task A_text_of_ones_own_is_sent_as_it_is_and_a_language_that_the_bank_lacks_is_refused()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<SendCheck>(_ => new SentCheck(Check, null));

        await session.Parley("check", "send", station.Address, "--line", "hot", "--text", "La rivière est calme.");
        Assert.Equal(new SendCheck("hot", "fr", "La rivière est calme."), Assert.Single(station.Asked.OfType<SendCheck>()) with { Key = null });
        var lacking = await session.Parley("check", "send", station.Address, "--line", "hot", "--language", "fr");
        Assert.Equal(ExitCode.Usage, lacking.Code);
        Assert.Contains("ar, en, ru, zh", lacking.Error);
    }

    [Fact]
    public async Task The_list_tells_nobody_answered_from_not_received_and_why_something_is_excused()
    {
        await using var station = await Station();
        using var session = Session.Signed();

        var run = await session.Parley("check", "list", station.Address, "--line", "hot", "--days", "3");

        Assert.Equal(3, station.Asked.OfType<ListChecks>().Single().Days);
        Assert.Contains("boreal: excused, because the line was suspended by boreal", run.Out);
        Assert.Contains("boreal: their station has it, NOBODY ANSWERED; was due 12:11:00Z", run.Out);
        Assert.Contains("boreal: OVERDUE, none has come here", run.Out);
        Assert.Contains("median 3.5 min, worst 30 min", run.Out);
        station.On<ListChecks>(_ => Report with
        {
            Turns = [Report.Turns[1] with { Sent = Said with { Replies = [Reply with { Standing = CheckAnswerStanding.NotReceived, Received = false }] } }],
        });
        Assert.Contains("boreal: NOT RECEIVED", (await session.Parley("check", "list", station.Address, "--line", "hot")).Out);
        Assert.DoesNotContain("excused", (await session.Parley("check", "due", station.Address, "--line", "hot")).Out);
    }

    [Fact]
    public async Task An_answer_goes_to_the_one_check_that_waits()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var waiting = Said with { Entry = "boreal/77/ordinary/1", Party = "boreal", Replies = [Reply with { Party = "astra", Standing = CheckAnswerStanding.Waiting }] };
        station.On<AnswerCheck>(_ => Check);
        Assert.Contains("no check", (await session.Parley("check", "answer", station.Address, "--line", "hot")).Error);
        station.On<ListChecks>(_ => Report with { Beside = [waiting] });

        await session.Parley("check", "answer", station.Address, "--line", "hot");

        Assert.Equal(waiting.Entry, Assert.Single(station.Asked.OfType<AnswerCheck>()).Entry);
        station.On<ListChecks>(_ => Report with { Beside = [waiting, waiting with { Entry = "boreal/77/ordinary/2" }] });
        var two = await session.Parley("check", "answer", station.Address, "--line", "hot");
        Assert.Equal(ExitCode.Refused, two.Code);
        Assert.Contains("boreal/77/ordinary/2", two.Error);
    }

    [Fact]
    public async Task A_schedule_is_put_together_from_its_options()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<AmendLine>(_ => Line);

        await session.Parley(
            "line", "amend", station.Address, "hot", "--checks", "06:00,18:00", "--checks-answer", "15", "--checks-begin", "boreal", "--checks-skip", "weekends,2026-12-25");
        await session.Parley("line", "amend", station.Address, "hot", "--checks", "none");

        Assert.Equal(["06:00,18:00;answer=15;begins=boreal;skip=weekends,2026-12-25", ""], station.Asked.OfType<AmendLine>().Select(a => a.Terms.Checks!));
        Assert.Equal(ExitCode.Usage, (await session.Parley("line", "amend", station.Address, "hot", "--checks-answer", "15")).Code);
        Assert.Equal(ExitCode.Usage, (await session.Parley("line", "amend", station.Address, "hot", "--checks", "none", "--checks-answer", "15")).Code);
    }

    [Fact]
    public async Task Service_messages_are_written_and_listed()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line with { Handle = "operator:boreal", Kind = LineKind.Operator, Mode = LineMode.Live }]);
        station.On<AnnounceMaintenance>(_ => Check);
        station.On<ListService>(_ => (IReadOnlyList<ServiceBoardView>)
        [
            new ServiceBoardView(
                "operator:boreal",
                [new MaintenanceView("r1", "boreal", ServiceScope.Line, "hot", At(12, 0), At(13, 0), MaintenanceStanding.Open, null)],
                [
                    new ServiceAskedView("r2", "boreal", At(12, 5), "hot", "astra/3f/urgent/3", null, true, true, null, null, null, null),
                    new ServiceAskedView("r3", "astra", At(12, 6), null, null, null, false, null, ServiceAnswer.Present, "r4", At(12, 8), null),
                ],
                [new CircuitsTold("r5", "boreal", At(12, 7), [new CircuitState("tls://x", true)], null)]),
        ]);

        await session.Parley("service", "maintenance", station.Address, "--line", "operator:boreal", "--from", "23:30", "--until", "01:00", "--about", "hot");
        var list = await session.Parley("service", "list", station.Address);

        var window = Assert.Single(station.Asked.OfType<AnnounceMaintenance>());
        Assert.Equal((TimeSpan.FromMinutes(90), "hot"), (window.Until - window.From, window.AboutLine));
        Assert.Contains("maintenance of line hot 2026-11-22 12:00:00Z until 13:00:00Z, NOW", list.Out);
        Assert.Contains("please send again astra/3f/urgent/3 of hot (still not readable)  ref r2; received, NOBODY HAS ANSWERED", list.Out);
        Assert.Contains("answered 12:08:00Z: an officer is here", list.Out);
        Assert.Contains("tls://x open", list.Out);
        Assert.Equal(ExitCode.Usage, (await session.Parley("service", "maintenance", station.Address, "--line", "operator:boreal", "--from", "23:30")).Code);
        Assert.Equal(ExitCode.Usage, (await session.Parley(
            "service", "maintenance", station.Address, "--line", "operator:boreal", "--from", "23:30", "--until", "01:00", "--over", "r1")).Code);
    }

    [Fact]
    public async Task An_ultimatum_is_listed_with_its_deadline_its_marks_and_what_was_answered()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var message = Check with { Entry = "boreal/77/urgent/1", Party = "boreal", Kind = "message", Status = Status.Actual, Text = "Leave the port." };
        station.On<ListUltimatums>(_ => (IReadOnlyList<UltimatumView>)
        [
            new UltimatumView(
                "hot", message, true, At(22, 0), true, [new UltimatumMarkView(1, At(22, 0), "ten hours", "rao", At(12, 2))], null,
                new UltimatumReplyView("astra/3f/urgent/4", "message", At(12, 9), "en", "Your message was received.", true), []),
        ]);

        var run = await session.Parley("ultimatum", "list", station.Address);

        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        foreach (var text in new[] { "2026-11-22 22:00:00Z HAS PASSED", "Leave the port.", "by rao", "ten hours", "nothing was answered" })
            Assert.Contains(text, run.Out);
        Assert.Contains("its receipt was acknowledged 12:09:00Z (received)", run.Out);
    }

    private static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line]);
        station.On<ListChecks>(_ => Report);
        return station;
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 22, hour, minute, 0, TimeSpan.Zero);
}
