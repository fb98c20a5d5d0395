using System.Text;
using Parley.Control.Calls;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Cli.Tests;

/// <summary>Calls and typed talk on the command line, against a station that answers as the test says.</summary>
public sealed class CallTests
{
    private const string Ref = "astra/3f/ordinary/3";

    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1,
        new TermsView(
            Release: "flash=2",
            Counterparts: [new CounterpartView(
                "ministers", [new SeatView("astra", [new SeatNameView("en", "Minister", "Madam")], ["First deputy"], "Europe/Paris", ["en"], true)])],
            Ladder: ["deputy", "third corvia"]),
        null, [], [], [], []);

    private static readonly DraftView Draft = new(
        LineMode.Exercise, "d1", "hot", "abc", "rao", At(0), Precedence.Immediate, Status.Actual, "en", "x", [], null, ["rao"], 1, false, Ref, []);

    private static readonly CallView View = new(
        LineMode.Exercise, "hot", Ref, "ministers", true, "astra", [new CallLegView("boreal", CallState.Received, At(1), null, false)], Precedence.Immediate, Status.Actual,
        CallMeans.Text, "en", "The incident", At(0), At(1), At(60), null, null, CallState.Received, true, false, false, ["boreal"],
        [new CallTimeView(At(120), ["astra 2026-11-22 15:00 Europe/Paris"])], null, 30, null, null, null, null, false, null, [],
        [new CallSeatView("astra", "Minister", "Madam", ["First deputy"], "Europe/Paris", ["en"], true)],
        [new CallStepView("astra/3f/ordinary/4", "astra", At(2), null, "acknowledged", CallEffect.NotTheirs, "CALL ACKNOWLEDGED")], true,
        [new RungView("deputy", RungStanding.Available, "The table names First deputy."), new RungView("third corvia", RungStanding.NotAvailable, "Unknown here.")]);

    [Fact]
    public async Task A_request_goes_with_its_times_in_UTC()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<RequestCall>(_ => Draft);
        var run = await session.Parley(
            "call", "request", station.Address, "--line", "hot", "--pair", "ministers", "--topic", "The incident", "--language", "en", "--means", "voice",
            "--precedence", "immediate", "--time", "2031-01-01T10:00Z", "--time", "2031-01-02 10:00Z", "--answer-by", "2031-01-01T08:00Z", "--with", "boreal");
        Assert.Equal(ExitCode.Done, run.Code);
        var asked = Assert.Single(station.Asked.OfType<RequestCall>());
        Assert.Equal(["2031-01-01T10:00:00Z", "2031-01-02T10:00:00Z"], asked.Times);
        Assert.Equal(("2031-01-01T08:00:00Z", 30, CallMeans.Voice, "ministers"), (asked.AnswerBy, asked.Minutes, asked.Means, asked.Pair));
        var zoneless = await session.Parley("call", "schedule", station.Address, "--line", "hot", "--call", Ref, "--at", "2031-01-01T10:00");
        Assert.Equal(ExitCode.Usage, zoneless.Code);
        Assert.Contains("is no time", zoneless.Error);
    }

    [Fact]
    public async Task Each_answer_is_asked_for_as_it_was_typed()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<AnswerCall>(_ => Draft);
        station.On<HoldCall>(_ => Draft);
        station.On<CancelCall>(_ => Draft);
        string[] rest = [station.Address, "--line", "hot", "--call", Ref];
        station.On<AnswerCall>(_ => Draft with { Language = "" });
        Assert.Contains("draft d1 on hot: IMMEDIATE  by rao, ", (await session.Parley(["call", "acknowledge", .. rest])).Out);
        await session.Parley(["call", "counter", .. rest, "--time", "2031-01-01T10:00Z", "--minutes", "45"]);
        await session.Parley(["call", "schedule", .. rest, "--at", "2031-01-01T10:00Z"]);
        await session.Parley(["call", "decline", .. rest, "--reason", "none", "--text", "No.", "--language", "en"]);
        await session.Parley(["call", "hold", .. rest, "--from", "2026-11-22T10:00Z", "--to", "2026-11-22T10:20Z"]);
        await session.Parley(["call", "cancel", .. rest]);
        Assert.Equal(
            [CallAnswer.Acknowledge, CallAnswer.Counter, CallAnswer.Schedule, CallAnswer.Decline], station.Asked.OfType<AnswerCall>().Select(a => a.Answer));
        Assert.Equal("none", station.Asked.OfType<AnswerCall>().Last().Reason);
        Assert.Equal("2026-11-22T10:20:00Z", Assert.Single(station.Asked.OfType<HoldCall>()).To);
        Assert.Single(station.Asked.OfType<CancelCall>());
        Assert.Equal(ExitCode.Usage, (await session.Parley(["call", "decline", .. rest, "--reason", "rudeness"])).Code);
    }

    [Fact]
    public async Task What_a_tired_officer_mistypes_is_asked_for_again_and_not_said()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        string[] rest = [station.Address, "--line", "hot", "--call", Ref];
        foreach (var (words, args) in new (string, string[])[]
        {
            // Not a call of 23 hours.
            ("23 h before the end at 2026-11-22 09:00Z; if so, write its date", ["call", "hold", .. rest, "--from", "10:00", "--to", "2026-11-22T09:00Z"]),
            ("--text and --language go together", ["call", "acknowledge", .. rest, "--text", "Yes."]),
            ("--text and --language go together", ["call", "decline", .. rest, "--reason", "none", "--language", "en"]),
            ("'--time' is required", ["call", "counter", .. rest]),
            ("--agreed FILE", ["call", "readout", .. rest, "--language", "en"]),
        })
        {
            var run = await session.Parley(args);
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.Contains(words, run.Error);
        }

        Assert.Empty(station.Asked);
        station.On<HoldCall>(_ => Draft);
        await session.Parley(["call", "hold", .. rest, "--from", "23:50", "--to", "2026-11-22T00:20Z"]);
        Assert.Equal(("2026-11-21T23:50:00Z", "2026-11-22T00:20:00Z"), station.Asked.OfType<HoldCall>().Select(h => (h.From, h.To)).Single());
    }

    [Fact]
    public async Task A_call_is_shown_with_its_ladder_and_what_is_out_of_order_every_line_marked()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ShowCall>(_ => View);
        var run = await session.Parley("call", "show", station.Address, "--line", "hot", "--call", Ref);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        foreach (var words in new[]
        {
            "UNACKNOWLEDGED AT ITS DEADLINE", "RECEIVED by their station", "deputy: available. The table names First deputy.", "third corvia: not available",
            "OUT OF ORDER, changes nothing", "INTERPRETER NEEDED", "15:00 Europe/Paris", "sends nothing by itself",
        })
            Assert.Contains(words, run.Out);
    }

    [Fact]
    public async Task Calls_are_listed_with_days_since_contact()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ListCalls>(_ => new CallListView(
            LineMode.Exercise, "hot", At(0), [View with { Ladder = [] }], [new CallContactView("ministers", At(0), null, 33), new CallContactView("chiefs", null, null, 40)],
            [new CallStrayView("boreal/3f/ordinary/9", "boreal", At(3), "declined", [])]));
        var run = await session.Parley("calls", station.Address, "--line", "hot");
        Assert.Contains("ministers: 33 days since they talked", run.Out);
        Assert.Contains("chiefs: no talk known in 40 days", run.Out);
        Assert.Contains("of no request that is known here", run.Out);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
    }

    [Fact]
    public async Task A_calendar_file_is_written()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ExportCalendar>(_ => new ExportFile(LineMode.Exercise, "call.ics", Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\n")));
        var file = session.PathTo("call.ics");
        await session.Parley("call", "calendar", station.Address, "--line", "hot", "--call", Ref, "--out", file);
        Assert.Equal("BEGIN:VCALENDAR\r\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_is_proposed_with_a_table_and_shown_with_it()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<AmendLine>(_ => Line);
        var file = session.PathTo("table.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            counterparts:
              - pair: ministers
                seats:
                  - { party: astra, names: [ { language: en, office: Minister, address: Madam } ], zone: Europe/Paris, languages: [en] }
                  - { party: boreal, names: [ { language: en, office: Minister, address: Sir } ], zone: Asia/Tokyo, languages: [ja] }
            ladder: [deputy]
            """,
            TestContext.Current.CancellationToken);
        await session.Parley("line", "amend", station.Address, "hot", "--counterparts", file);
        var terms = Assert.Single(station.Asked.OfType<AmendLine>()).Terms;
        Assert.Equal(("ministers", "deputy"), (terms.Counterparts!.Single().Pair, terms.Ladder!.Single()));
        await File.WriteAllTextAsync(file, "counterparts: []", TestContext.Current.CancellationToken);
        var bad = await session.Parley("line", "amend", station.Address, "hot", "--counterparts", file);
        Assert.Equal(ExitCode.Usage, bad.Code);
        var shown = await session.Parley("line", "show", station.Address, "hot");
        Assert.Contains("astra (en): Minister, addressed as \"Madam\"", shown.Out);
        Assert.Contains("ladder: deputy; third corvia", shown.Out);
        Assert.All(shown.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
    }

    [Fact]
    public async Task Typed_lines_leave_one_by_one_and_the_other_sides_appear()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ShowCall>(_ => View);
        var said = new List<EntryView>();
        station.On<ReadTranscript>(read => new TranscriptPage(LineMode.Exercise, "hot", read.After is null ? [] : [.. said], null, "c1", false, false));
        station.On<SendMessage>(message =>
        {
            said.Add(Entry($"astra/3f/ordinary/{said.Count}", "astra", message.Text));
            said.Add(Entry($"boreal/3f/ordinary/{said.Count}", "boreal", $"Heard: {message.Text}"));
            return Draft;
        });
        session.Typed = "Good morning.\n\nAre you there?\n/end\nnever\n";
        var run = await session.Parley("talk", station.Address, "--line", "hot", "--call", Ref, "--language", "en");
        Assert.Equal(ExitCode.Done, run.Code);
        var sent = station.Asked.OfType<SendMessage>().ToList();
        Assert.Equal(["Good morning.", "Are you there?"], sent.Select(s => s.Text));
        Assert.All(sent, s => Assert.Equal([Ref], s.Regards));
        Assert.Contains("boreal (en): Heard: Are you there?", run.Out);
        Assert.Equal(1, run.Out.Split("Heard: Good morning.").Length - 1);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
    }

    [Fact]
    public async Task Talk_does_not_start_where_two_officers_must_approve()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        session.Typed = "Hello.\n";
        var run = await session.Parley("talk", station.Address, "--line", "hot", "--language", "en", "--precedence", "flash");
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("two officers", run.Error);
        Assert.Empty(station.Asked.OfType<SendMessage>());
    }

    [Fact]
    public async Task An_interpreter_types_sight_translations_of_their_last_words()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        var theirs = Entry("boreal/3f/ordinary/7", "boreal", "おはよう。");
        station.On<ReadTranscript>(read => new TranscriptPage(LineMode.Exercise, "hot", read.After is null ? [] : [theirs], null, "c1", false, false));
        station.On<RecordHandling>(_ => theirs);
        station.On<ReadEntry>(_ => theirs with
        {
            Handling = [new HandlingView("astra", 1, HandlingStage.Sight, At(3), At(3), "interpreter", "rao", null, "en", "Good morning.", false, null, 1, null, false)],
        });
        session.Typed = "Good morning.\n";
        var run = await session.Parley("talk", station.Address, "--line", "hot", "--language", "en", "--interpreter");
        Assert.Contains("SIGHT TRANSLATION (en) by rao of what boreal said 12:01:00Z: Good morning.", run.Out);
        var recorded = Assert.Single(station.Asked.OfType<RecordHandling>());
        Assert.Equal((theirs.Entry, HandlingStage.Sight, "en", "Good morning."), (recorded.Entry, recorded.Stage, recorded.Language, recorded.Text));
    }

    private static EntryView Entry(string reference, string party, string words) => new(
        LineMode.Exercise, reference, "c2", party, Lane.Ordinary, 3, "message", Precedence.Immediate, Status.Actual, At(1), At(1), Readability.Readable, "en", words,
        [], null, [], [], [], []);

    private static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        station.On<ListLines>(_ => new[] { Line });
        return station;
    }

    private static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddMinutes(minute);
}
