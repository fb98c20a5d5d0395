using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Corrections;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Questions;

namespace Parley.Lines.Tests.Questions;

/// <summary>What became of a question: a function of the feeds and a time.</summary>
public sealed class QuestionFoldTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly PartyId Corvia = PartyId.Parse("corvia")!.Value;
    private static readonly PartyId Delta = PartyId.Parse("delta")!.Value;
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly Note Why = new("Below the threshold.", "en");
    private readonly List<QuestionEntry> entries = [];

    [Fact]
    public void Nothing_by_the_due_time_is_none_and_later_still_late()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal);
        Assert.Equal(QuestionOutcome.Open, Outcome(question, Hour(47)));
        // The last moment is in time, as it is for calls.
        Assert.Equal(QuestionOutcome.Open, Outcome(question, Hour(48)));
        Assert.Equal(QuestionOutcome.None, Outcome(question, Hour(48) + TimeSpan.FromMilliseconds(1)));
        Assert.Equal([Boreal], One(question, Hour(49)).Silent);
        var late = Say(Boreal, Hour(50), question);
        Assert.Equal(QuestionOutcome.Late, Outcome(question, Hour(51)));
        Assert.Empty(One(question, Hour(51)).Silent);
        Judge(Astra, Hour(52), QuestionJudgement.Satisfactory, question, late);
        Assert.Equal(QuestionOutcome.Satisfactory, Outcome(question, Hour(53)));
        Assert.False(One(question, Hour(53)).IsOpen);
    }

    [Fact]
    public void An_answer_at_the_due_time_is_in_time_and_one_after_it_is_not()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal, Corvia);
        Say(Boreal, Hour(48), question);
        Say(Corvia, Hour(48) + TimeSpan.FromMilliseconds(1), question);
        Assert.Equal([QuestionOutcome.Answered, QuestionOutcome.Late], One(question, Hour(60)).Legs.Select(l => l.Outcome));
    }

    [Fact]
    public void The_48_hour_clock_of_February_2022()
    {
        // Three askers, each with a question of its own; the asked answers, contests and is told that it is not enough.
        PartyId[] askers = [Astra, Corvia, Delta];
        var questions = askers.Select(a => Ask(a, Hour(0), Hour(48), Boreal)).ToList();
        foreach (var question in questions)
        {
            var answer = Say(Boreal, Hour(40), question);
            Judge(Boreal, Hour(40), QuestionJudgement.Contested, question);
            Assert.Equal(QuestionOutcome.Contested, Outcome(question, Hour(41)));
            Judge(question.Party, Hour(44), QuestionJudgement.Insufficient, question, answer);
            // The contest came after the answer, and is not judged yet.
            Assert.Equal(QuestionOutcome.Contested, Outcome(question, Hour(45)));
            Judge(question.Party, Hour(45), QuestionJudgement.Insufficient, question, One(question, Hour(45)).Legs[0].Replies[^1].Entry);
            var leg = One(question, Hour(46)).Legs[0];
            Assert.Equal((QuestionOutcome.Insufficient, true, QuestionJudgement.Insufficient, Hour(40)), (leg.Outcome, leg.IsContested, leg.Judged, leg.AnsweredAt));
            Assert.Equal(QuestionStep.AskAgain, QuestionNext.Of(One(question, Hour(46)), leg, question.Party).Step);
        }

        var unanswered = Ask(Astra, Hour(0), Hour(48), Boreal);
        var next = QuestionNext.Of(One(unanswered, Hour(49)), One(unanswered, Hour(49)).Legs[0], Astra);
        Assert.Equal(QuestionStep.ProposeMeeting, next.Step);
        Assert.Contains("within 48 h", next.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_better_answer_waits_for_a_judgement_of_its_own()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal);
        var first = Say(Boreal, Hour(10), question);
        Judge(Astra, Hour(11), QuestionJudgement.Insufficient, question, first);
        Assert.Equal(QuestionOutcome.Insufficient, Outcome(question, Hour(12)));
        var second = Say(Boreal, Hour(50), question);
        Assert.Equal(QuestionOutcome.Late, Outcome(question, Hour(51)));
        Judge(Astra, Hour(52), QuestionJudgement.Satisfactory, question, second);
        // A word more does not open it again; another word of the asker on that answer does.
        Say(Boreal, Hour(53), question);
        Assert.Equal(QuestionOutcome.Satisfactory, Outcome(question, Hour(54)));
        Judge(Astra, Hour(55), QuestionJudgement.Insufficient, question, second);
        Assert.Equal(QuestionOutcome.Late, Outcome(question, Hour(56)));
    }

    [Fact]
    public void Each_word_counts_for_its_author_alone()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal);
        var answer = Say(Boreal, Hour(1), question);
        var stranger = Say(Corvia, Hour(1), question);
        var elsewhere = Say(Boreal, Hour(1));
        Judge(Boreal, Hour(2), QuestionJudgement.Satisfactory, question, answer);
        Judge(Astra, Hour(2), QuestionJudgement.Contested, question);
        Judge(Corvia, Hour(2), QuestionJudgement.Insufficient, question, answer);
        Judge(Astra, Hour(2), QuestionJudgement.Insufficient, question, stranger);
        Judge(Astra, Hour(2), QuestionJudgement.Insufficient, question, elsewhere);
        Judge(Astra, Hour(2), QuestionJudgement.Satisfactory, question);
        Add(Astra, Hour(2), EntryKind.QuestionWord, null, Status.Actual, question, answer);
        Add(Astra, Hour(2), EntryKind.QuestionWord, new QuestionWordContent(QuestionJudgement.Satisfactory).ToWords(), Status.Test, question, answer);
        var record = One(question, Hour(3));
        Assert.Equal(QuestionOutcome.Answered, record.Legs.Single().Outcome);
        Assert.Equal(
            [
                QuestionEffect.NotTheirs, QuestionEffect.NotTheirs, QuestionEffect.NotConcerned, QuestionEffect.NoAnswer, QuestionEffect.NoAnswer, QuestionEffect.NoAnswer,
                QuestionEffect.Unreadable, QuestionEffect.OtherStatus,
            ],
            record.Words.Select(w => w.Effect));
        Judge(Astra, Hour(4), QuestionJudgement.Satisfactory, answer);
        Assert.Single(Of(Hour(5)).Strays);
    }

    [Fact]
    public void A_question_that_was_past_when_asked_or_asks_nobody_has_no_clock()
    {
        Assert.Equal(QuestionStanding.DueBeforeAsked, One(Ask(Astra, Hour(2), Hour(1), Boreal), Hour(3)).Standing);
        Assert.Equal(QuestionStanding.NobodyAsked, One(Ask(Astra, Hour(0), Hour(1), Astra), Hour(3)).Standing);
        Assert.Equal(QuestionStanding.NobodyAsked, One(Ask(Astra, Hour(0), Hour(1), PartyId.Parse("nowhere")!.Value), Hour(3)).Standing);
        Assert.All(Of(Hour(3)).Questions, q => Assert.False(q.IsOpen));
        Assert.All(Of(Hour(3)).Questions, q => Assert.Empty(q.Silent));
    }

    [Fact]
    public void Who_takes_a_question_or_an_answer_back_takes_back_his_own()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal);
        var answer = Say(Boreal, Hour(1), question);
        Correct(Astra, Hour(2), answer);
        Correct(Boreal, Hour(2), question);
        Assert.Equal((QuestionStanding.Asked, QuestionOutcome.Answered), (One(question, Hour(3)).Standing, Outcome(question, Hour(3))));
        Correct(Boreal, Hour(4), answer);
        Assert.Equal(QuestionOutcome.None, Outcome(question, Hour(49)));
        Add(Astra, Hour(5), EntryKind.Message, new MessageContent("Rather this?", "en", question).ToWords(), Status.Actual, question);
        Assert.Equal(QuestionStanding.Withdrawn, One(question, Hour(49)).Standing);
    }

    [Fact]
    public void An_answer_that_cannot_be_read_is_one_and_a_test_is_none()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal, Corvia);
        Add(Boreal, Hour(1), EntryKind.Message, null, Status.Actual, question);
        Add(Corvia, Hour(1), EntryKind.Message, new MessageContent("Test.", "en", null).ToWords(), Status.Test, question);
        var legs = One(question, Hour(49)).Legs;
        Assert.Equal([QuestionOutcome.Answered, QuestionOutcome.None], legs.Select(l => l.Outcome));
        Assert.False(legs[0].Replies.Single().IsReadable);
    }

    [Fact]
    public void What_is_entered_by_hand_answers_for_who_has_no_station_alone()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal, Delta);
        foreach (var party in new[] { Boreal, Delta })
        {
            var words = new ByHandContent(party, Means.Telephone, Hour(1), "ann", false, Why, null).ToWords();
            Add(Astra, Hour(1), EntryKind.ByHand, words, Status.Actual, question);
        }

        var legs = One(question, Hour(49)).Legs;
        Assert.Equal([QuestionOutcome.None, QuestionOutcome.Answered], legs.Select(l => l.Outcome));
        Assert.True(legs[1].Replies.Single().IsByHand);
    }

    [Fact]
    public void What_had_been_said_by_a_time_is_all_that_counts_then()
    {
        var question = Ask(Astra, Hour(0), Hour(48), Boreal);
        Say(Boreal, Hour(60), question);
        var source = Source();
        Assert.Equal(QuestionOutcome.None, QuestionFold.Of(source.Until(Hour(50)), Hour(50)).Questions.Single().Legs[0].Outcome);
        Assert.Empty(QuestionFold.Of(source.Until(Hour(0) - TimeSpan.FromHours(1)), Hour(0)).Questions);
    }

    private EntryRef Ask(PartyId by, Timestamp at, Timestamp due, params PartyId[] from) =>
        Add(by, at, EntryKind.Message, new MessageContent("What are you doing there?", "en", null, null, new AnswerWish(due, from)).ToWords(), Status.Actual);

    private EntryRef Say(PartyId by, Timestamp at, params EntryRef[] regards) =>
        Add(by, at, EntryKind.Message, new MessageContent("We train.", "en", null).ToWords(), Status.Actual, regards);

    private void Judge(PartyId by, Timestamp at, QuestionJudgement judgement, params EntryRef[] regards) =>
        Add(by, at, EntryKind.QuestionWord, new QuestionWordContent(judgement, Why).ToWords(), Status.Actual, regards);

    private void Correct(PartyId by, Timestamp at, EntryRef wrong) =>
        Add(by, at, EntryKind.Correction, new CorrectionContent(wrong, Why).ToWords(), Status.Actual, wrong);

    private EntryRef Add(PartyId by, Timestamp at, string kind, Words? words, Status status, params EntryRef[] regards)
    {
        var entry = new EntryRef(by, default, Lane.Ordinary, entries.Count);
        entries.Add(new QuestionEntry(entry, kind, at, status, regards, words?.ToContent(Seed)));
        return entry;
    }

    private QuestionSource Source() => new(entries, [Astra, Boreal, Corvia, Delta], [Delta]);

    private QuestionReport Of(Timestamp now) => QuestionFold.Of(Source(), now);

    private QuestionRecord One(EntryRef question, Timestamp now) => Of(now).Questions.Single(q => q.Question == question);

    private QuestionOutcome Outcome(EntryRef question, Timestamp now) => One(question, now).Legs[0].Outcome;

    private static Timestamp Hour(int n) => new(1_644_609_600_000 + (n * 3_600_000L));
}
