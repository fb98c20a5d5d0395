using System.Text;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Station.Storage;
using CallState = Parley.Lines.Calls.CallState;

namespace Parley.Station.Tests.Operations;

/// <summary>Calls between two stations: each step counts for who says it, what is not said can be shown, and the ladder is offered and never climbed.</summary>
public sealed class CallTests
{
    private readonly Desk astra;
    private readonly Desk boreal;

    public CallTests() => (astra, boreal) = Pair();

    [Fact]
    public void A_call_is_asked_for_countered_scheduled_held_and_read_out()
    {
        var call = Request();
        Both(c => Assert.Equal((CallState.Received, false), (c.State, c.Overdue)), call);
        boreal.Do(new AnswerCall("hot", call, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        Both(c => Assert.Equal((CallState.Acknowledged, "boreal"), (c.State, c.AcknowledgedBy)), call);
        boreal.Do(new AnswerCall("hot", call, CallAnswer.Counter, Times: [In(180)]));
        Desk.Exchange(astra, boreal);
        Both(c => Assert.Equal(CallState.Countered, c.State), call);
        Both(c => Assert.Equal([At(180)], c.Steps[^1].Times!.Select(t => t.At)), call);
        astra.Do(new AnswerCall("hot", call, CallAnswer.Schedule, At: In(180)));
        Desk.Exchange(astra, boreal);
        Both(c => Assert.Equal((CallState.Scheduled, At(180)), (c.State, c.ScheduledFor!.At)), call);

        Later(200);
        foreach (var desk in new[] { astra, boreal })
        {
            desk.Do(new HoldCall("hot", call, In(180), In(195)));
            Desk.Exchange(astra, boreal);
            Both(c => Assert.Equal((CallState.Held, desk == astra), (c.State, c.OneSided)), call);
        }

        astra.Do(new ReadoutCall("hot", call, "en", "They talked of the incident.", "Frank words."));
        boreal.Do(new ReadoutCall("hot", call, "en", "They talked of the incident."));
        Desk.Exchange(astra, boreal);
        Both(c => Assert.Equal(("They talked of the incident.", 2), (c.AgreedReadout, c.Readouts.Count)), call);
        var contact = Assert.Single(astra.Do(new ListCalls("hot")).Contacts, c => c.Pair == "ministers");
        Assert.Equal((At(195), 0), (contact.LastHeld, contact.Days));
        Later(200 + (33 * 24 * 60));
        Assert.Equal(33, astra.Do(new ListCalls("hot", 60)).Contacts.Single(c => c.Pair == "ministers").Days);
    }

    [Fact]
    public void Times_are_shown_in_UTC_and_by_the_clock_of_each_seat()
    {
        var call = Request();
        var proposed = boreal.Do(new ShowCall("hot", call)).Proposed[0];
        Assert.Equal(TimeSpan.Zero, proposed.At.Offset);
        var paris = TimeZoneInfo.ConvertTime(proposed.At, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        Assert.Equal($"astra {paris:yyyy-MM-dd HH:mm} Europe/Paris", proposed.Local[0]);
        Assert.StartsWith("boreal ", proposed.Local[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Unacknowledged_at_the_deadline_offers_the_ladder_and_nothing_leaves_by_itself()
    {
        var call = Request();
        Later(61);
        var entries = Count(astra);
        var shown = astra.Do(new ShowCall("hot", call));
        Assert.Equal((true, true), (shown.Overdue, shown.IsLadderOffered));
        Assert.Equal(["boreal"], shown.Silent);
        Assert.Equal(["deputy", "staff chiefs", "notice regret", "line elsewhere", "third corvia"], shown.Ladder.Select(r => r.Rung));
        Assert.Equal([RungStanding.Available, RungStanding.Available, RungStanding.Available, RungStanding.NotAvailable, RungStanding.NotAvailable],
            shown.Ladder.Select(r => r.Standing));
        Assert.Equal(entries, Count(astra));
        // The asked side is offered none: it can answer.
        Assert.Empty(boreal.Do(new ShowCall("hot", call)).Ladder);

        astra.Do(Ask("chiefs"));
        Assert.Equal(RungStanding.Used, astra.Do(new ShowCall("hot", call)).Ladder[1].Standing);
        astra.Do(new CancelCall("hot", call));
        var left = Assert.Single(astra.Do(new ReadJournal(Limit: 500)), j => j.Act == "LadderLeft");
        Assert.Equal((call, "deputy (available); notice regret (available); line elsewhere (not available); third corvia (not available)"), (left.Entry, left.Note));
    }

    [Fact]
    public void The_station_at_a_glance_says_what_waits_and_what_stays_without_a_word()
    {
        var call = Request();
        Assert.Contains(boreal.Do(new ShowStatus()).Warnings, w => w.Contains("astra asks for a call (ministers), to be acknowledged by", StringComparison.Ordinal));
        Assert.DoesNotContain(astra.Do(new ShowStatus()).Warnings, w => w.Contains("unacknowledged", StringComparison.Ordinal));
        Later(61);
        Assert.Contains(astra.Do(new ShowStatus()).Warnings, w => w.Contains("boreal left our request for a call (ministers) unacknowledged", StringComparison.Ordinal));
        boreal.Do(new AnswerCall("hot", call, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        Assert.All(new[] { astra, boreal }, d => Assert.DoesNotContain(d.Do(new ShowStatus()).Warnings, w => w.Contains("call", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_line_is_a_rung_that_is_there_until_it_was_used()
    {
        astra.Do(new ProposeLine("elsewhere", LineKind.Warm, LineMode.Live, ["boreal"], null));
        Desk.Exchange(astra, boreal);
        boreal.Do(new AcceptLine("elsewhere"));
        Desk.Exchange(astra, boreal);
        var call = Request();
        Later(61);
        RungView Rung() => astra.Do(new ShowCall("hot", call)).Ladder.Single(r => r.Rung == "line elsewhere");
        Assert.Equal(RungStanding.Available, Rung().Standing);
        boreal.Say("Not ours to count.", line: "elsewhere");
        Desk.Exchange(astra, boreal);
        Assert.Equal(RungStanding.Available, Rung().Standing);
        astra.Say("Your minister is asked for.", line: "elsewhere");
        Assert.Equal(RungStanding.Used, Rung().Standing);
    }

    [Fact]
    public void A_late_acknowledgment_is_one_and_a_second_is_refused()
    {
        var call = Request();
        Later(300);
        boreal.Do(new AnswerCall("hot", call, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        var shown = astra.Do(new ShowCall("hot", call));
        Assert.Equal((false, CallState.Expired), (shown.Overdue, shown.State));
        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Acknowledge)));
    }

    [Fact]
    public void What_is_out_of_order_is_refused_by_name_before_it_leaves()
    {
        var call = Request();
        var words = boreal.Say("Hello.").Released!;
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerCall("hot", words, CallAnswer.Acknowledge)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerCall("hot", "nothing", CallAnswer.Acknowledge)));
        Assert.Equal(Refusal.UnknownReason, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Decline)));
        Assert.Equal(Refusal.UnknownReason, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Decline, Reason: "2/77")));
        Assert.Equal(Refusal.TimeWithoutZone, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Counter, Times: ["2031-01-01T10:00"])));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Counter, Times: ["tomorrow"])));
        Assert.Equal(Refusal.TimePast, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Counter, Times: ["2001-01-01T10:00Z"])));
        Assert.Equal(Refusal.TimeNotProposed, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Schedule, At: In(121))));
        Assert.Equal(Refusal.NotOurStep, astra.Refusal(new AnswerCall("hot", call, CallAnswer.Acknowledge)));
        Assert.Equal(Refusal.NotOurStep, boreal.Refusal(new CancelCall("hot", call)));
        Assert.Equal(Refusal.CallNotHeld, boreal.Refusal(new ReadoutCall("hot", call, "en", "x")));
        Assert.Equal(Refusal.TimeAhead, boreal.Refusal(new HoldCall("hot", call, In(10), In(60))));
        Assert.Equal(Refusal.NothingScheduled, Assert.IsType<Refused<ExportFile>>(boreal.Ask(new ExportCalendar("hot", call))).Why);
        Later(10);
        boreal.Do(new HoldCall("hot", call, In(1), In(9)));
        Assert.Equal(Refusal.CallOver, boreal.Refusal(new AnswerCall("hot", call, CallAnswer.Decline, Reason: "none")));
    }

    [Fact]
    public void A_request_names_a_pair_of_the_charter_and_times_with_their_zone()
    {
        Assert.Equal(Refusal.UnknownCounterpart, astra.Refusal(Ask("kings")));
        Assert.Equal(Refusal.UnknownCounterpart, astra.Refusal(Ask("ministers") with { With = ["corvia"] }));
        Assert.Equal(Refusal.UnknownCounterpart, astra.Refusal(Ask("ministers") with { With = ["astra"] }));
        Assert.Equal(Refusal.TimeWithoutZone, astra.Refusal(Ask("ministers") with { Times = ["2031-01-01T10:00:00"] }));
        Assert.Equal(Refusal.TimeWithoutZone, astra.Refusal(Ask("ministers") with { AnswerBy = "2031-01-01T10:00:00" }));
        Assert.Equal(Refusal.TimePast, astra.Refusal(Ask("ministers") with { Times = ["2001-01-01T10:00+01:00"] }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Ask("ministers") with { Topic = "two\nlines" }));
        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(Ask("ministers") with { Line = "operator:boreal" }));
    }

    [Fact]
    public void Without_the_role_release_the_words_wait_and_an_acknowledgment_does_not()
    {
        var waits = Assert.IsType<Done<DraftView>>(astra.Ask(Ask("ministers"), "wat", Roles.Watch)).Answer;
        Assert.Null(waits.Released);
        Assert.NotNull(astra.Do(new ApproveDraft(waits.Id, waits.Revision)).Released);
        Desk.Exchange(astra, boreal);
        var call = boreal.Do(new ListCalls("hot")).Calls.Single().Entry;
        Assert.NotNull(Assert.IsType<Done<DraftView>>(boreal.Ask(new AnswerCall("hot", call, CallAnswer.Acknowledge), "wat", Roles.Watch)).Answer.Released);
    }

    [Fact]
    public void A_draft_that_was_overtaken_does_not_leave()
    {
        var call = Request();
        var waits = Assert.IsType<Done<DraftView>>(boreal.Ask(new AnswerCall("hot", call, CallAnswer.Decline, Reason: "none"), "wat", Roles.Watch)).Answer;
        astra.Do(new CancelCall("hot", call));
        Desk.Exchange(astra, boreal);
        Assert.Equal(Refusal.CallOver, boreal.Refusal(new ApproveDraft(waits.Id, waits.Revision)));
    }

    [Fact]
    public void A_station_that_lies_cannot_make_the_other_say_that_it_answered()
    {
        var ours = Request();
        var theirs = boreal.Do(new RequestCall("hot", "ministers", "en", "Their topic", CallMeans.Voice, Precedence.Immediate)).Released!;
        Desk.Exchange(astra, boreal);
        // Boreal's station signs what boreal cannot say: that astra acknowledged, declined and cancelled.
        foreach (var (call, step) in new (string, CallStepContent)[]
        {
            (theirs, new AcknowledgedStep()), (theirs, new DeclinedStep(DeclineReason.None)), (ours, new CancelledStep()), (ours, new ScheduledStep(new(4_000_000_000_000))),
        })
            Lie(boreal, EntryRef.Parse(call)!.Value, step);

        Both(c => Assert.Equal((CallState.Received, null, null), (c.State, c.AcknowledgedAt, c.ScheduledFor)), theirs);
        Both(c => Assert.Equal((CallState.Received, null, null), (c.State, c.AcknowledgedAt, c.ScheduledFor)), ours);
        Assert.All(astra.Do(new ShowCall("hot", theirs)).Steps, s => Assert.Equal(CallEffect.NotTheirs, s.Effect));
        Assert.Equal([CallEffect.NotTheirs, CallEffect.NotProposed], astra.Do(new ShowCall("hot", ours)).Steps.Select(s => s.Effect));
        var read = astra.Do(new ReadTranscript("hot", Limit: 500)).Entries.Where(e => e.Kind == EntryKind.CallStep).ToList();
        Assert.StartsWith("NOT COUNTED: an asker does not answer himself.", read[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("NOT COUNTED: the asker alone cancels.", read[2].Text, StringComparison.Ordinal);
        // Astra still can.
        astra.Do(new AnswerCall("hot", theirs, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        Both(c => Assert.Equal(CallState.Acknowledged, c.State), theirs);
    }

    [Fact]
    public void Whoever_says_very_many_steps_takes_no_room_from_the_other()
    {
        var call = Request();
        Lie(boreal, EntryRef.Parse(call)!.Value, [.. Enumerable.Repeat(new AcknowledgedStep(), 300)]);
        astra.Do(new CancelCall("hot", call));
        Desk.Exchange(astra, boreal);
        Both(c => Assert.Equal((CallState.Cancelled, 257), (c.State, c.Steps.Count)), call);
    }

    [Fact]
    public void The_calendar_file_follows_the_call()
    {
        var call = Request();
        boreal.Do(new AnswerCall("hot", call, CallAnswer.Schedule, At: In(120)));
        Desk.Exchange(astra, boreal);
        var file = astra.Do(new ExportCalendar("hot", call));
        Assert.EndsWith(".ics", file.Name, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST\r\n", Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
        astra.Do(new CancelCall("hot", call));
        Assert.Contains("METHOD:CANCEL\r\n", Encoding.UTF8.GetString(astra.Do(new ExportCalendar("hot", call)).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_stand_after_a_restart_and_old_ones_of_which_something_was_said_are_listed()
    {
        var call = Request();
        Later(20 * 24 * 60);
        Assert.Empty(astra.Do(new ListCalls("hot", 3)).Calls);
        boreal.Do(new AnswerCall("hot", call, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        astra.Start();
        var listed = astra.Do(new ListCalls("hot", 3));
        Assert.Equal((call, "boreal"), (Assert.Single(listed.Calls).Entry, listed.Calls[0].AcknowledgedBy));
        Assert.Empty(listed.Strays);
    }

    [Fact]
    public void A_table_is_refused_whose_zone_nobody_knows_or_whose_parties_are_not_of_the_line()
    {
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Counterparts: [Row("x", zone: "Mars/Olympus")]))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Counterparts: [Row("x", other: "corvia")]))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Counterparts: [Row("x"), Row("x")]))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Ladder: ["staff kings"]))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Ladder: ["pray"]))));
    }

    private string Request()
    {
        var call = astra.Do(Ask("ministers")).Released!;
        Desk.Exchange(astra, boreal);
        return call;
    }

    private RequestCall Ask(string pair) =>
        new("hot", pair, "en", "The incident at hill 230", CallMeans.Text, Precedence.Immediate, Times: [In(120), In(240)]);

    private void Both(Action<CallView> check, string call)
    {
        check(astra.Do(new ShowCall("hot", call)));
        check(boreal.Do(new ShowCall("hot", call)));
    }

    private int Count(Desk desk) => desk.Do(new ReadTranscript("hot", Limit: 500, All: true)).Entries.Count(e => e.Party == desk.Party.ToString());

    private DateTimeOffset began;

    private DateTimeOffset At(int minutes) => began.AddMinutes(minutes);

    private string In(int minutes) => At(minutes).ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private void Later(int minutes) => astra.Now = boreal.Now = Ledger.Timestamp.From(At(minutes));

    /// <summary>A station that does not mind the rules says a step.</summary>
    private void Lie(Desk liar, EntryRef call, params CallStepContent[] all)
    {
        var line = liar.Line();
        var step = new Station.State.Step(liar.Memory, liar.Now);
        foreach (var what in all)
        {
            var draft = new Draft("lie", line.Id, "ann", liar.Now, Precedence.Immediate, Status.Actual, [call], what.ToWords(), [new Approval("ann", liar.Now, Heads.None)]);
            Appending.Message(step, line, ReleasedMessage.Release(draft, ReleaseRule.One)!);
        }

        Outbound.SignHeads(step);
        step.Close();
        liar.Store.Commit(new StationChange(++liar.Memory.Position, step.Facts));
        Desk.Cut(liar.Wires[0]);
        Desk.Connect(astra, boreal);
        Desk.Exchange(astra, boreal);
    }

    /// <summary>Two stations whose line `hot` has the pairs ministers and chiefs, and a ladder.</summary>
    private (Desk Astra, Desk Boreal) Pair()
    {
        var (one, other, _) = Desk.Pair();
        one.Do(new AmendLine("hot", new TermsView(
            Counterparts: [Row("ministers"), Row("chiefs")], Ladder: ["deputy", "staff chiefs", "notice regret", "line elsewhere", "third corvia"])));
        Desk.Exchange(one, other);
        other.Do(new AcceptLine("hot"));
        Desk.Exchange(one, other);
        Assert.Equal(["chiefs", "ministers"], other.Do(new ListLines()).Single(l => l.Handle == "hot").Terms.Counterparts!.Select(c => c.Pair));
        var now = one.Now > other.Now ? one.Now : other.Now;
        began = new DateTimeOffset(now.ToDateTimeOffset().Date, TimeSpan.Zero).AddDays(1);
        one.Now = other.Now = Ledger.Timestamp.From(began);
        return (one, other);
    }

    private static CounterpartView Row(string pair, string zone = "Europe/Paris", string other = "boreal") => new(pair,
    [
        new SeatView("astra", [new SeatNameView("en", "Minister", "Madam Minister")], [], zone, ["en"], true),
        new SeatView(other, [new SeatNameView("en", "Minister", "Mr Minister")], ["First deputy"], "Asia/Tokyo", ["ja"], true),
    ]);
}
