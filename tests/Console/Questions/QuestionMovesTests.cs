using Parley.Console.Calls;
using Parley.Console.Questions;
using Parley.Control.Questions;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Console.Tests.Questions;

public sealed class QuestionMovesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(QuestionStep.Answer, "Us")]
    [InlineData(QuestionStep.Judge, "Us")]
    [InlineData(QuestionStep.AskAgain, "Us")]
    [InlineData(QuestionStep.Wait, "Them")]
    [InlineData(QuestionStep.Nothing, "Nobody")]
    public void Whose_move_it_is_follows_from_the_next_step(QuestionStep step, string whose) =>
        Assert.Equal(whose, QuestionMoves.Whose(Question(1, step)).ToString());

    [Fact]
    public void A_withdrawn_one_is_nobodys() =>
        Assert.Equal(Mover.Nobody, QuestionMoves.Whose(Question(1, QuestionStep.Answer) with { Standing = QuestionStanding.Withdrawn }));

    [Fact]
    public void Only_who_is_asked_and_has_not_said_so_may_contest()
    {
        var asked = Question(1, QuestionStep.Answer);
        Assert.True(QuestionMoves.MayContest(asked, "astra"));
        Assert.False(QuestionMoves.MayContest(asked, "boreal"));
        Assert.False(QuestionMoves.MayContest(asked with { Legs = [asked.Legs[0] with { IsContested = true }] }, "astra"));
    }

    [Fact]
    public void Ours_stand_first_by_due_time_and_the_others_by_age()
    {
        var (late, soon, waits) = (Question(60, QuestionStep.Answer), Question(5, QuestionStep.Judge), Question(1, QuestionStep.Wait));
        var (old, newer) = (Question(1, QuestionStep.Nothing, false) with { AskedAt = Now.AddDays(-9) }, Question(1, QuestionStep.Nothing, false));
        var (open, over) = QuestionMoves.Parted([new QuestionListView(LineMode.Live, "strait", Now, [old, waits, late, soon, newer], [])]);
        Assert.Equal([soon, late, waits], open);
        Assert.Equal([newer, old], over);
    }

    private static QuestionView Question(double due, QuestionStep next, bool isOpen = true) => new(
        LineMode.Live, "strait", $"boreal/3f/ordinary/{due}{next}", "boreal", Status.Actual, Now.AddHours(-1), Now.AddMinutes(due), due * 60, QuestionStanding.Asked, isOpen, "en",
        "Is it yours?", [new QuestionLegView("astra", QuestionOutcome.Open, null, false, null, [], next, "")], []);
}
