using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Checks;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>Checks by turns: sent and answered by officers, and what each side sees of them.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_check_is_answered_by_an_officer_and_both_sides_see_how_long_it_took()
    {
        var (astra, boreal, _) = Hourly();
        Until(astra, boreal, 0, 1);

        var sent = astra.Do(new SendCheck("hot", "en", "The river is calm.", "checks/1/5"));
        Desk.Exchange(astra, boreal);
        Assert.Null(sent.Warning);
        Assert.Equal((EntryKind.Check, Status.Test, Precedence.Routine), (sent.Check.Kind, sent.Check.Status, sent.Check.Precedence));
        Assert.Contains("waits for our answer", Assert.Single(Glance(boreal).Attention), StringComparison.Ordinal);
        boreal.Now += TimeSpan.FromMinutes(4);
        astra.Now = boreal.Now;
        boreal.Do(new AnswerCheck("hot", sent.Check.Entry));
        Desk.Exchange(astra, boreal);

        foreach (var desk in new[] { astra, boreal })
        {
            var turn = Turn(desk);
            Assert.Equal((CheckStanding.Sent, "astra", "checks/1/5"), (turn.Standing, turn.Turn, turn.Sent!.Bank));
            var reply = Assert.Single(turn.Sent.Replies);
            Assert.Equal(CheckAnswerStanding.Answered, reply.Standing);
            Assert.Equal(4, reply.Minutes!.Value, 0.1);
            Assert.Empty(Glance(desk).Attention);
        }

        Assert.Equal(4, astra.Do(new ListChecks("hot")).Statistics.Single(s => s.Party == "boreal").MedianMinutes!.Value, 0.1);
        Assert.Equal("CHECK: The river is calm.", boreal.Do(new ReadEntry("hot", sent.Check.Entry)).Text);
    }

    [Fact]
    public void No_station_answers_by_itself_and_received_is_not_answered()
    {
        var (astra, boreal, wire) = Hourly();
        Until(astra, boreal, 0, 1);
        astra.Do(new SendCheck("hot", "en", "The river is calm."));
        Desk.Exchange(astra, boreal);
        Until(astra, boreal, 0, 20);
        var reply = Turn(astra).Sent!.Replies.Single();
        Assert.Equal((CheckAnswerStanding.NotAnswered, true), (reply.Standing, reply.Received));
        Assert.Contains("the station of boreal has it, nobody answered", Assert.Single(Glance(astra).Attention), StringComparison.Ordinal);

        Desk.Cut(wire);
        Until(astra, boreal, 2, 1);
        astra.Do(new SendCheck("hot", "en", "The river is wide."));
        Until(astra, boreal, 2, 20);
        Assert.Equal(CheckAnswerStanding.NotReceived, Turn(astra).Sent!.Replies.Single().Standing);
        Assert.Contains(Glance(astra).Attention, a => a.EndsWith("not received by boreal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_late_answer_is_shown_with_its_minutes_and_a_second_one_is_refused_and_journalled()
    {
        var (astra, boreal, _) = Hourly();
        Until(astra, boreal, 0, 1);
        var check = astra.Do(new SendCheck("hot", "en", "The river is calm.")).Check.Entry;
        Desk.Exchange(astra, boreal);
        Until(astra, boreal, 0, 30);
        boreal.Do(new AnswerCheck("hot", check, "en", "Thank you.") { Key = "once" });
        boreal.Do(new AnswerCheck("hot", check, "en", "Thank you.") { Key = "once" });

        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new AnswerCheck("hot", check), "bob"));
        var refused = Assert.Single(boreal.Do(new ReadJournal(Limit: 500)), j => j.Act == "Refused");
        Assert.Equal(("bob", check, "check/answer AlreadyAnswered"), (refused.Officer, refused.Entry, refused.Note));
        boreal.Start();
        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new AnswerCheck("hot", check), "bob"));
        Assert.Equal(CheckAnswerStanding.AnsweredLate, Turn(boreal).Sent!.Replies.Single().Standing);
        Assert.Equal(29, Turn(boreal).Sent!.Replies.Single().Minutes!.Value, 0.1);
    }

    [Fact]
    public void Two_officers_who_answer_in_one_step_answer_once()
    {
        var (astra, boreal, _) = Hourly();
        Until(astra, boreal, 0, 1);
        var check = astra.Do(new SendCheck("hot", "en", "The river is calm.")).Check.Entry;
        Desk.Exchange(astra, boreal);
        object? second = null;
        boreal.Step(
            new OfficerAsks(new AnswerCheck("hot", check), new Actor("ann", Roles.Watch), _ => { }),
            new OfficerAsks(new AnswerCheck("hot", check), new Actor("bob", Roles.Watch), a => second = a));

        Assert.Equal(Refusal.AlreadyAnswered, Assert.IsType<Refused<EntryView>>(second).Why);
        Assert.Empty(Turn(boreal).Sent!.Replies.Single().Again);
    }

    [Fact]
    public void Out_of_turn_and_once_more_leave_with_a_warning()
    {
        var (astra, boreal, _) = Hourly();
        Until(astra, boreal, 0, 1);
        Assert.Contains("the turn of astra", boreal.Do(new SendCheck("hot", "en", "The river is calm.")).Warning, StringComparison.Ordinal);
        Assert.Null(astra.Do(new SendCheck("hot", "en", "The river is calm.")).Warning);
        Assert.Contains("sent already", astra.Do(new SendCheck("hot", "en", "The river is wide.")).Warning, StringComparison.Ordinal);
        Desk.Exchange(astra, boreal);

        Assert.Equal(2, astra.Do(new ListChecks("hot")).Beside.Count);
    }

    [Fact]
    public void A_suspended_line_is_excused_because_also_after_it_was_resumed()
    {
        var (astra, boreal, _) = Hourly();
        Until(astra, boreal, 0, 30);
        boreal.Do(new SuspendLine("hot"));
        Until(astra, boreal, 3, 30);
        var suspended = astra.Do(new ListChecks("hot"));
        boreal.Do(new ResumeLine("hot"));
        Until(astra, boreal, 4, 30);

        Assert.All(suspended.Turns.TakeLast(3), t => Assert.Equal(
            (CheckStanding.Excused, true), (t.Standing, t.Excuse!.Contains("suspended by boreal", StringComparison.Ordinal))));
        var resumed = astra.Do(new ListChecks("hot")).Turns;
        Assert.Equal(
            [CheckStanding.Missed, CheckStanding.Excused, CheckStanding.Excused, CheckStanding.Excused, CheckStanding.Overdue], resumed.TakeLast(5).Select(t => t.Standing));
    }

    [Fact]
    public void The_status_says_what_comes_and_what_is_overdue()
    {
        var (astra, boreal, _) = Hourly();
        Until(astra, boreal, 0, 30);
        var (ours, theirs) = (Glance(astra), Glance(boreal));

        Assert.Equal(("boreal", false, "boreal", true), (ours.Turn, ours.OurTurn, theirs.Turn, theirs.OurTurn));
        Assert.Contains(ours.Attention, a => a.StartsWith("our check of", StringComparison.Ordinal) && a.Contains("OVERDUE", StringComparison.Ordinal));
        Assert.Contains(theirs.Attention, a => a.StartsWith("the check of astra", StringComparison.Ordinal) && a.Contains("OVERDUE", StringComparison.Ordinal));
        Assert.Null(astra.Do(new ShowStatus()).Lines.First(l => l.Handle != "hot").Checks);
    }

    [Fact]
    public void A_check_is_no_word_that_a_draft_must_take_account_of()
    {
        var (astra, boreal, _) = Hourly();
        boreal.Do(new ReadTranscript("hot"));
        astra.Do(new SendCheck("hot", "en", "The river is calm."));
        Desk.Settle(astra, boreal);
        Assert.False(boreal.Do(new DraftMessage("hot", Precedence.Routine, "en", "x")).OtherSideSpokeSince);
    }

    [Fact]
    public void A_schedule_is_written_in_one_way_and_can_be_taken_away()
    {
        var (astra, boreal, _) = Hourly();
        Assert.Equal("hourly;answer=10;begins=astra", boreal.Do(new ListLines()).Single(l => l.Name == "hot").Terms.Checks);
        foreach (var wrong in new[] { "daily", "hourly;answer=61", "06:00;begins=corvia", "06:00;skip=2026-02-30" })
            Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Checks: wrong))));
        Amend(astra, boreal, "");
        Assert.Equal(Refusal.NoSchedule, astra.Refusal(new SendCheck("hot", "en", "The river is calm.")));
        Assert.Equal(Refusal.NoSchedule, astra.Refusal(new ListChecks("hot")));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var (astra, boreal, _) = Hourly();
        var check = astra.Do(new SendCheck("hot", "en", "The river is calm.")).Check.Entry;
        var message = boreal.Say("Not a check.").Released!;
        Desk.Exchange(astra, boreal);

        Assert.Equal(Refusal.Malformed, astra.Refusal(new SendCheck("hot", "en", "two\nlines")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new SendCheck("hot", "", "x")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new SendCheck("hot", "en", "x", "checks")));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new SendCheck("cold", "en", "x")));
        Assert.Equal(Refusal.NoSchedule, astra.Refusal(new SendCheck("operator:boreal", "en", "x")));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new AnswerCheck("hot", check)));
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new AnswerCheck("hot", message)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerCheck("hot", "nothing")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AnswerCheck("hot", check, "en")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new ListChecks("hot", 0)));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new AnswerCheck("hot", check), "cho", Roles.Audit));
        boreal.Do(new SuspendLine("hot"));
        Desk.Exchange(astra, boreal);
        Assert.Equal(Refusal.LineSuspended, boreal.Refusal(new AnswerCheck("hot", check)));
        boreal.Do(new ResumeLine("hot"));
        Assert.Null(Turn(boreal).Sent!.Replies.Single().Entry);
    }

    private static (Desk Astra, Desk Boreal, Wire Wire) Hourly()
    {
        var (astra, boreal, wire) = Desk.Pair();
        Amend(astra, boreal, "hourly");
        // Both clocks go on from the same even hour.
        var hour = Math.Max(astra.Now.UnixMilliseconds, boreal.Now.UnixMilliseconds) / 7_200_000;
        astra.Now = boreal.Now = new((hour + 1) * 7_200_000);
        Desk.Exchange(astra, boreal);
        start = astra.Now.UnixMilliseconds;
        return (astra, boreal, wire);
    }

    [ThreadStatic]
    private static long start;

    private static void Amend(Desk astra, Desk boreal, string checks)
    {
        astra.Do(new AmendLine("hot", new TermsView(Checks: checks)));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
    }

    /// <summary>Both clocks go to that hour and minute after the even hour at which a test began.</summary>
    private static void Until(Desk astra, Desk boreal, int hour, int minute)
    {
        Desk.Exchange(astra, boreal);
        astra.Now = boreal.Now = new(start + (((hour * 60L) + minute) * 60_000));
        astra.Step();
        boreal.Step();
        Desk.Exchange(astra, boreal);
    }

    /// <summary>The last turn for which a check was sent.</summary>
    private static CheckTurnView Turn(Desk desk) => desk.Do(new ListChecks("hot")).Turns.Last(t => t.Sent is not null);

    private static CheckGlance Glance(Desk desk) => desk.Do(new ShowStatus()).Lines.Single(l => l.Handle == "hot").Checks!;
}
