using System.Globalization;
using Parley.Control;
using Parley.Control.Corrections;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Station.Tests.Operations;

/// <summary>Questions with clocks as both sides see them.</summary>
public sealed class QuestionTests
{
    private const int Due = 48 * 60;
    private readonly Desk astra;
    private readonly Desk boreal;
    private readonly DateTimeOffset began;

    public QuestionTests()
    {
        (astra, boreal, _) = Desk.Pair();
        began = astra.Now.ToDateTimeOffset();
    }

    [Fact]
    public void Both_sides_see_the_clock_and_it_survives_a_restart()
    {
        var question = Ask();
        Both(question, (q, _) => Assert.Equal((At(Due), QuestionOutcome.Open, true), (q.Due, q.Legs.Single().Outcome, q.IsOpen)));
        Assert.Equal(["boreal"], Question(boreal, question).Legs.Select(l => l.Party));
        Later(Due + 60);
        astra.Start();
        boreal.Start();
        Both(question, (q, own) => Assert.Equal(
            (QuestionOutcome.None, own == "astra" ? QuestionStep.ProposeMeeting : QuestionStep.Answer), (q.Legs.Single().Outcome, q.Legs.Single().Next)));
        Assert.Equal(-3600, Question(astra, question).SecondsLeft, 1.0);
        Assert.Contains(Warnings(astra), w => w.Contains("boreal has not answered our question", StringComparison.Ordinal));
        Assert.Contains(Warnings(boreal), w => w.Contains("OVERDUE: astra asked for an answer", StringComparison.Ordinal));
        Assert.Equal(QuestionOutcome.None, boreal.Do(new ReadEntry("hot", question)).Question!.Legs.Single().Outcome);
    }

    [Fact]
    public void An_answer_is_judged_by_who_asked_and_contested_by_who_was_asked()
    {
        var question = Ask();
        Assert.Contains(Warnings(boreal), w => w.Contains("astra asks for an answer by", StringComparison.Ordinal));
        Assert.Equal(Refusal.NotAnswered, astra.Refusal(new JudgeAnswer("hot", question, true)));
        var answer = Answer(boreal, question);
        Assert.Contains(Warnings(astra), w => w.Contains("waits for our word", StringComparison.Ordinal));
        boreal.Do(new ContestQuestion("hot", question, "en", "Below the threshold."));
        Exchange();
        Both(question, (q, _) => Assert.Equal((QuestionOutcome.Contested, true), (q.Legs.Single().Outcome, q.Legs.Single().IsContested)));

        Assert.Equal(Refusal.Malformed, astra.Refusal(new JudgeAnswer("hot", question, false)));
        Assert.Equal(Refusal.NotOurStep, boreal.Refusal(new JudgeAnswer("hot", question, true)));
        Assert.Equal(Refusal.NotOurStep, astra.Refusal(new ContestQuestion("hot", question, "en", "No.")));
        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new ContestQuestion("hot", question, "en", "Still below.")));
        var said = astra.Do(new JudgeAnswer("hot", question, false, Language: "en", Text: "No units are named.") { Key = "once" });
        Assert.Equal(said.Released, astra.Do(new JudgeAnswer("hot", question, false, Language: "en", Text: "No units are named.") { Key = "once" }).Released);
        Exchange();
        Both(question, (q, _) => Assert.Equal((QuestionOutcome.Insufficient, QuestionJudgement.Insufficient), (q.Legs.Single().Outcome, q.Legs.Single().Judged)));
        Assert.Contains(Warnings(boreal), w => w.Contains("our answer is not enough", StringComparison.Ordinal));
        Assert.Equal(Refusal.AlreadyAnswered, astra.Refusal(new JudgeAnswer("hot", question, false, Language: "en", Text: "Still not.")));

        // The answer before the contest can be judged by its ref; then nothing is left to do.
        astra.Do(new JudgeAnswer("hot", question, true, answer));
        Exchange();
        Both(question, (q, _) => Assert.Equal((QuestionOutcome.Satisfactory, false), (q.Legs.Single().Outcome, q.IsOpen)));
        Assert.Empty(astra.Do(new ListQuestions("hot", Open: true)).Single().Questions);
        Assert.DoesNotContain(Warnings(astra), w => w.Contains("question", StringComparison.Ordinal));
        Assert.Contains("ANSWER INSUFFICIENT: the author says", boreal.Do(new ReadEntry("hot", said.Released!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_asked_or_judged_is_refused_by_name()
    {
        Assert.Equal(Refusal.TimePast, Refused(new(In(-1))));
        Assert.Equal(Refusal.TimeWithoutZone, Refused(new("2050-01-01T10:00")));
        Assert.Equal(Refusal.Malformed, Refused(new("soon")));
        Assert.Equal(Refusal.Malformed, Refused(new("2999-01-01T10:00Z")));
        Assert.Equal(Refusal.Malformed, Refused(new()));
        Assert.Equal(Refusal.Malformed, Refused(new(In(5), 5)));
        Assert.Equal(Refusal.Malformed, Refused(new(Minutes: 0)));
        Assert.Equal(Refusal.Malformed, Refused(new(Minutes: int.MaxValue)));
        Assert.Equal(Refusal.Malformed, Refused(new(Minutes: 5, From: [])));
        Assert.Equal(Refusal.UnknownPeer, Refused(new(Minutes: 5, From: ["astra"])));
        Assert.Equal(Refusal.UnknownPeer, Refused(new(Minutes: 5, From: ["corvia"])));

        var plain = astra.Say("Hello.").Released!;
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new JudgeAnswer("hot", plain, true)));
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new JudgeAnswer("hot", "nothing", true)));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new ContestQuestion("none", plain, "en", "No.")));
        var question = Ask();
        Answer(boreal, question);
        Assert.Equal(Refusal.NotAnswered, astra.Refusal(new JudgeAnswer("hot", question, true, plain)));
        Assert.Equal(Refusal.UnknownPeer, astra.Refusal(new JudgeAnswer("hot", question, true, Party: "corvia")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new ContestQuestion("hot", question, "en", "\u0007")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListQuestions(Days: 0)));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new ListQuestions("none")));
        astra.Do(new CorrectWords("hot", question, "en", "Asked in error."));
        Assert.Equal(Refusal.QuestionOver, astra.Refusal(new JudgeAnswer("hot", question, true)));
        Exchange();
        Assert.Equal(QuestionStanding.Withdrawn, Question(boreal, question).Standing);
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new JudgeAnswer("hot", question, true), "aud", Roles.Audit));
    }

    [Fact]
    public void A_draft_whose_time_came_while_it_waited_does_not_leave()
    {
        var draft = astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "What is it?", Answer: new(Minutes: 10)));
        Assert.Equal(["boreal"], draft.Answer!.From);
        Assert.InRange(draft.Answer.By - began, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Later(11);
        Assert.Equal(Refusal.TimePast, astra.Refusal(new ApproveDraft(draft.Id, draft.Revision)));
    }

    [Fact]
    public void Who_may_not_release_leaves_a_draft_and_a_word_that_was_said_meanwhile_is_not_said_again()
    {
        var question = Ask();
        Answer(boreal, question);
        var waiting = Assert.IsType<Done<DraftView>>(astra.Ask(new JudgeAnswer("hot", question, true), "wat", Roles.Watch)).Answer;
        Assert.Null(waiting.Released);
        Assert.NotNull(astra.Do(new JudgeAnswer("hot", question, true)).Released);
        Assert.Equal(Refusal.AlreadyAnswered, astra.Refusal(new ApproveDraft(waiting.Id, waiting.Revision)));
    }

    [Fact]
    public void What_was_asked_long_ago_is_shown_when_something_is_said_of_it()
    {
        var question = Ask();
        Later(130 * 24 * 60);
        Assert.Empty(astra.Do(new ListQuestions("hot")).Single().Questions);
        Answer(boreal, question);
        Both(question, (q, _) => Assert.Equal(QuestionOutcome.Late, q.Legs.Single().Outcome));
    }

    [Fact]
    public void A_test_never_waits_for_anybody_and_is_read_out_with_its_time()
    {
        var question = astra.Do(new SendMessage("hot", Precedence.Routine, "en", "Do you read?", Status.Test, Answer: new(Minutes: 1))).Released!;
        Later(5);
        Exchange();
        Assert.Equal(QuestionOutcome.None, Question(boreal, question).Legs.Single().Outcome);
        Assert.DoesNotContain(Warnings(boreal), w => w.Contains("answer", StringComparison.Ordinal));
        var lines = string.Join('\n', astra.Do(new Parley.Control.Voice.ReadOutEntry("hot", question)).Lines.Select(l => l.Words));
        Assert.Contains("ANSWER IS ASKED FOR", lines, StringComparison.Ordinal);
    }

    private Refusal Refused(AnswerWishInput wish) => astra.Refusal(new SendMessage("hot", Precedence.Routine, "en", "What is it?", Answer: wish));

    private string Ask()
    {
        var question = astra.Do(new SendMessage("hot", Precedence.Immediate, "en", "What is the activity at the border?", Answer: new(In(Due)))).Released!;
        Exchange();
        return question;
    }

    private string Answer(Desk desk, string question)
    {
        var answer = desk.Do(new SendMessage("hot", Precedence.Immediate, "en", "An exercise.", Regards: [question])).Released!;
        Exchange();
        return answer;
    }

    private static QuestionView Question(Desk desk, string question) =>
        Assert.Single(Assert.Single(desk.Do(new ListQuestions("hot"))).Questions, q => q.Entry == question);

    private void Both(string question, Action<QuestionView, string> check)
    {
        check(Question(astra, question), "astra");
        check(Question(boreal, question), "boreal");
    }

    private static IReadOnlyList<string> Warnings(Desk desk) => desk.Do(new ShowStatus()).Warnings;

    private void Exchange() => Desk.Exchange(astra, boreal);

    // To the minute that an officer types.
    private DateTimeOffset At(int minutes) => new DateTimeOffset(began.Date, TimeSpan.Zero).AddHours(began.Hour).AddMinutes(began.Minute + minutes);

    private string In(int minutes) => At(minutes).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private void Later(int minutes) => astra.Now = boreal.Now = Ledger.Timestamp.From(At(minutes));
}
