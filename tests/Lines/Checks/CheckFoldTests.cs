using Parley.Ledger;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Checks;

/// <summary>What became of each check: a function of charters, feeds and time.</summary>
public sealed class CheckFoldTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;

    // A Wednesday; astra has the even hours.
    private static readonly CheckSchedule Hourly = CheckSchedule.Parse("hourly;answer=10;begins=astra")!;
    private readonly List<CheckSaid> checks = [];
    private readonly List<CheckAnswered> answers = [];
    private readonly List<CheckExcuse> excuses = [];
    private readonly List<ScheduleFrom> schedules = [new(At(0, 0), Hourly)];
    private readonly HashSet<EntryRef> received = [];

    [Fact]
    public void A_check_in_time_answered_in_time()
    {
        var check = Check(Astra, At(8, 2));
        Answer(Boreal, check, At(8, 6));

        var turn = Of(At(8, 0), At(8, 30)).Turns.Single();

        Assert.Equal((CheckStanding.Sent, Astra), (turn.Standing, turn.Turn));
        var reply = turn.Sent!.Replies.Single();
        Assert.Equal((CheckAnswerStanding.Answered, 4.0), (reply.Standing, reply.Minutes));
    }

    [Theory]
    [InlineData(4, CheckStanding.Due)]
    [InlineData(11, CheckStanding.Overdue)]
    [InlineData(59, CheckStanding.Overdue)]
    [InlineData(60, CheckStanding.Missed)]
    public void What_is_not_sent_is_due_then_overdue_then_missed(int minutes, CheckStanding standing) =>
        Assert.Equal(standing, Of(At(8, 0), At(8, minutes)).Turns[0].Standing);

    [Fact]
    public void A_check_is_late_after_the_minutes_of_the_charter_and_early_by_a_few()
    {
        Check(Astra, At(7, 55));
        Check(Boreal, At(9, 11));

        Assert.Equal([CheckStanding.Sent, CheckStanding.SentLate], Of(At(8, 0), At(9, 30)).Turns.Select(t => t.Standing));
        Assert.Equal(CheckStanding.Sent, Of(At(7, 30), At(7, 57)).Turns.Single().Standing);
    }

    [Fact]
    public void A_late_answer_is_late_with_its_minutes_and_a_second_one_does_not_count()
    {
        var check = Check(Astra, At(8, 0));
        Answer(Boreal, check, At(8, 25));
        var again = Answer(Boreal, check, At(8, 26));

        var reply = Of(At(8, 0), At(8, 30)).Turns.Single().Sent!.Replies.Single();

        Assert.Equal((CheckAnswerStanding.AnsweredLate, 25.0), (reply.Standing, reply.Minutes));
        Assert.Equal([again], reply.Again);
    }

    [Fact]
    public void Nobody_answered_is_not_the_same_as_not_received()
    {
        var had = Check(Astra, At(8, 0));
        Check(Astra, At(10, 0));
        received.Add(had);

        var turns = Of(At(8, 0), At(10, 30)).Turns;

        Assert.Equal(CheckAnswerStanding.NotAnswered, turns[0].Sent!.Replies.Single().Standing);
        Assert.Equal(CheckAnswerStanding.NotReceived, turns[2].Sent!.Replies.Single().Standing);
        Assert.Equal(CheckAnswerStanding.Waiting, Of(At(10, 0), At(10, 9)).Turns[0].Sent!.Replies.Single().Standing);
    }

    [Fact]
    public void Out_of_turn_and_once_more_stand_beside_the_schedule()
    {
        Check(Boreal, At(8, 1));
        Check(Astra, At(8, 2));
        Check(Astra, At(8, 3));

        var report = Of(At(8, 0), At(8, 30));

        Assert.Equal(At(8, 2), report.Turns.Single().Sent!.Said.At);
        Assert.Equal([At(8, 1), At(8, 3)], report.Beside.Select(b => b.Said.At));
    }

    [Fact]
    public void An_answer_of_the_author_himself_is_none()
    {
        var check = Check(Astra, At(8, 0));
        Answer(Astra, check, At(8, 1));
        Assert.Null(Of(At(8, 0), At(8, 5)).Turns.Single().Sent!.Replies.Single().Answer);
    }

    [Fact]
    public void A_suspended_line_and_announced_maintenance_excuse_because()
    {
        var check = Check(Boreal, At(9, 0));
        excuses.Add(new CheckExcuse(CheckExcuseCause.Suspended, Boreal, At(7, 50), At(7, 50), At(8, 30)));
        excuses.Add(new CheckExcuse(CheckExcuseCause.Maintenance, Astra, At(8, 50), At(9, 0), At(10, 0)));
        // Announced when it was too late.
        excuses.Add(new CheckExcuse(CheckExcuseCause.Maintenance, Astra, At(10, 30), At(9, 30), At(11, 0)));

        var turns = Of(At(8, 0), At(11, 30)).Turns;

        Assert.Equal([CheckStanding.Excused, CheckStanding.Sent, CheckStanding.Missed, CheckStanding.Overdue], turns.Select(t => t.Standing));
        Assert.Equal(CheckExcuseCause.Suspended, turns[0].Excuse!.Cause);
        var reply = turns[1].Sent!.Replies.Single();
        Assert.Equal((CheckAnswerStanding.Excused, CheckExcuseCause.Maintenance), (reply.Standing, reply.Excuse!.Cause));
        Assert.Equal(check, turns[1].Sent!.Said.Entry);
    }

    [Fact]
    public void Who_left_is_excused_and_the_others_are_not()
    {
        excuses.Add(new CheckExcuse(CheckExcuseCause.Left, Boreal, At(7, 0), At(7, 0), null));
        Assert.Equal([CheckStanding.Missed, CheckStanding.Excused], Of(At(8, 0), At(9, 5)).Turns.Select(t => t.Standing));
    }

    [Fact]
    public void A_schedule_holds_from_when_it_was_adopted()
    {
        schedules.Clear();
        schedules.Add(new ScheduleFrom(At(8, 30), null));
        schedules.Add(new ScheduleFrom(At(10, 30), CheckSchedule.Parse("11:00,23:00;answer=10;begins=boreal")!));

        var report = Of(At(8, 0), At(12, 0));

        Assert.Equal([At(11, 0)], report.Turns.Select(t => t.Due.At));
        Assert.Equal(At(23, 0), report.Coming[0].Due.At);
        Assert.Equal(6, report.Coming.Count);
    }

    [Fact]
    public void Statistics_count_each_side()
    {
        foreach (var (hour, minutes) in new[] { (0, 2), (2, 4), (4, 30), (6, 3) })
            Answer(Boreal, Check(Astra, At(hour, 0)), At(hour, minutes));
        received.Add(Check(Astra, At(8, 0)));
        excuses.Add(new CheckExcuse(CheckExcuseCause.Suspended, Astra, At(2, 30), At(2, 30), At(3, 30)));

        var report = Of(At(0, 0), At(9, 0));

        var (astra, boreal) = (report.Statistics[0], report.Statistics[1]);
        Assert.Equal((Astra, 5, 0, 0), (astra.Party, astra.Due, astra.Missed, astra.ToAnswer));
        // Five odd hours, one of them excused and the last still due.
        Assert.Equal((Boreal, 3, 3), (boreal.Party, boreal.Due, boreal.Missed));
        Assert.Equal((5, 1, 1, 0), (boreal.ToAnswer, boreal.AnsweredLate, boreal.NotAnswered, boreal.NotReceived));
        Assert.Equal((3.5, 30.0), (boreal.MedianMinutes, boreal.WorstMinutes));
        Assert.Null(astra.MedianMinutes);
    }

    [Fact]
    public void The_same_feeds_and_time_give_the_same_report()
    {
        Answer(Boreal, Check(Astra, At(8, 0)), At(8, 3));
        var (one, other) = (Of(At(0, 0), At(12, 0)), Of(At(0, 0), At(12, 0)));
        Assert.Equal(one.Turns.Select(t => (t.Due, t.Turn, t.Standing)), other.Turns.Select(t => (t.Due, t.Turn, t.Standing)));
    }

    private CheckReport Of(Timestamp from, Timestamp now) =>
        CheckFold.Of(new CheckRecord([Astra, Boreal], schedules, checks, answers, excuses, (entry, _) => received.Contains(entry)), from, now);

    private EntryRef Check(PartyId by, Timestamp at)
    {
        var entry = new EntryRef(by, new GenerationId(7), Lane.Ordinary, checks.Count);
        checks.Add(new CheckSaid(entry, at, new CheckContent("en", "The river is calm.")));
        return entry;
    }

    private EntryRef Answer(PartyId by, EntryRef check, Timestamp at)
    {
        var entry = new EntryRef(by, new GenerationId(7), Lane.Ordinary, 1_000 + answers.Count);
        answers.Add(new CheckAnswered(entry, check, at, at));
        return entry;
    }

    private static Timestamp At(int hour, int minute) => Timestamp.From(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero).AddHours(hour).AddMinutes(minute));
}
