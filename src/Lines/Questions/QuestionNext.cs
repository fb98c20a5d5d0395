using Parley.Lines.Parties;

namespace Parley.Lines.Questions;

/// <summary>What can be done next about a question. Closed.</summary>
public enum QuestionStep
{
    Nothing = 0,

    /// <summary>It is the other side's turn.</summary>
    Wait = 1,

    /// <summary>Answer, or say that the question does not apply.</summary>
    Answer = 2,

    /// <summary>Say whether the answer is enough.</summary>
    Judge = 3,

    /// <summary>Ask again, or propose a meeting.</summary>
    AskAgain = 4,

    /// <summary>Propose a meeting within 48 hours, or use the ladder.</summary>
    ProposeMeeting = 5,
}

/// <summary>The next step as it is offered to officers. Nothing is ever sent from here.</summary>
public sealed record QuestionNext(QuestionStep Step, string Words)
{
    /// <summary>For one reader of the line, about one asked party.</summary>
    public static QuestionNext Of(QuestionRecord question, QuestionLeg leg, PartyId reader)
    {
        if (question.Standing != QuestionStanding.Asked || leg.Outcome == QuestionOutcome.Satisfactory)
            return new QuestionNext(QuestionStep.Nothing, "nothing to do");
        return reader == question.By ? ForAsker(leg)
            : reader == leg.Party ? ForAsked(leg)
            : new QuestionNext(QuestionStep.Nothing, "not ours to do");
    }

    private static QuestionNext ForAsker(QuestionLeg leg) => leg.Outcome switch
    {
        QuestionOutcome.Open => new(QuestionStep.Wait, $"wait for {leg.Party}"),
        QuestionOutcome.None => new(
            QuestionStep.ProposeMeeting,
            $"no answer of {leg.Party}, which means neither yes nor no: propose a meeting within 48 h ('parley call request --means meeting'), or use the ladder of the line"),
        QuestionOutcome.Insufficient => new(
            QuestionStep.AskAgain, "ask again with a new time, or propose a meeting within 48 h ('parley call request --means meeting')"),
        QuestionOutcome.Contested => new(
            QuestionStep.Judge, $"{leg.Party} says that it does not apply: say whether that is enough ('parley question'), or propose a meeting within 48 h"),
        _ => new(QuestionStep.Judge, "read the answer and say whether it is enough ('parley question satisfactory' or 'insufficient')"),
    };

    private static QuestionNext ForAsked(QuestionLeg leg) => leg.Outcome switch
    {
        QuestionOutcome.Open => new(QuestionStep.Answer, "answer in time ('parley send --regards'), or say why it does not apply ('parley question contest')"),
        QuestionOutcome.None => new(
            QuestionStep.Answer, "the time is over; a late answer is still better: 'parley send --regards', or 'parley question contest'"),
        QuestionOutcome.Insufficient => new(QuestionStep.Answer, "they say that the answer is not enough: answer again, or propose a meeting"),
        _ => new(QuestionStep.Wait, "wait for what they say of the answer"),
    };
}
