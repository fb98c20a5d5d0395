using Parley.Console.Checks;
using Parley.Console.Words;
using Parley.Control.Checks;
using Parley.Lines.Checks;

namespace Parley.Console.Tests.Checks;

public sealed class CheckMovesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_due_is_ours_to_send_or_theirs()
    {
        var duties = CheckMoves.Of(Report([Turn(-60, "astra", CheckStanding.Missed), Turn(-1, "astra", CheckStanding.Due), Turn(-2, "boreal", CheckStanding.Overdue)]), "astra");
        Assert.Equal((CheckStanding.Due, CheckStanding.Overdue), (duties.ToSend!.Standing, duties.Awaited!.Standing));
        Assert.False(duties.IsIdle);
    }

    [Theory]
    [InlineData(CheckAnswerStanding.Waiting, 1)]
    [InlineData(CheckAnswerStanding.NotAnswered, 1)]
    [InlineData(CheckAnswerStanding.Answered, 0)]
    [InlineData(CheckAnswerStanding.AnsweredLate, 0)]
    [InlineData(CheckAnswerStanding.NotReceived, 0)]
    [InlineData(CheckAnswerStanding.Excused, 0)]
    public void A_check_of_theirs_waits_for_our_answer_even_when_it_is_late(CheckAnswerStanding standing, int waiting)
    {
        var theirs = Turn(-5, "boreal", CheckStanding.Sent) with { Sent = Said("boreal", Reply("astra", standing)) };
        Assert.Equal(waiting, CheckMoves.Of(Report([theirs]), "astra").ToAnswer.Count);
    }

    [Fact]
    public void Ours_waits_for_them_and_one_beside_the_schedule_counts_too()
    {
        var ours = Turn(-5, "astra", CheckStanding.Sent) with { Sent = Said("astra", Reply("boreal", CheckAnswerStanding.Waiting)) };
        var duties = CheckMoves.Of(Report([ours], Said("boreal", Reply("astra", CheckAnswerStanding.Waiting))), "astra");
        Assert.Equal("astra", Assert.Single(duties.Unanswered).Check.Party);
        Assert.Equal("boreal", Assert.Single(duties.ToAnswer).Check.Party);
        Assert.Null(duties.ToSend);
    }

    [Fact]
    public void Nothing_is_due_when_all_was_done() =>
        Assert.True(CheckMoves.Of(Report([Turn(-60, "astra", CheckStanding.Excused)]), "astra").IsIdle);

    [Fact]
    public void Every_standing_has_its_words()
    {
        var english = Languages.Read(null).English;
        Assert.DoesNotContain(Enum.GetNames<CheckStanding>(), s => english.Find("checks.turn." + s.ToLowerInvariant()) is null);
        Assert.DoesNotContain(Enum.GetNames<CheckAnswerStanding>(), s => english.Find("checks.reply." + s.ToLowerInvariant()) is null);
    }

    private static CheckTurnView Turn(double minutes, string turn, CheckStanding standing) => new(Now.AddMinutes(minutes), turn, standing, null, null);

    private static CheckSaidView Said(string party, CheckReplyView reply) => new($"{party}/3f/ordinary/1", party, Now, "en", "The wind is from the west.", null, [reply]);

    private static CheckReplyView Reply(string party, CheckAnswerStanding standing) => new(
        party, standing, Now.AddMinutes(10), true, standing is CheckAnswerStanding.Answered or CheckAnswerStanding.AnsweredLate ? "an entry" : null, null, null, null, [],
        standing == CheckAnswerStanding.Excused ? "maintenance" : null);

    private static CheckReportView Report(CheckTurnView[] turns, params CheckSaidView[] beside) => new("centre", "hourly", Now.AddDays(-7), turns, beside, [], []);
}
