using Parley.Console.Calls;
using Parley.Control.Questions;
using Parley.Lines.Questions;

namespace Parley.Console.Questions;

/// <summary>Whose move it is in a question. Follows from the next steps that the station names.</summary>
internal static class QuestionMoves
{
    public static Mover Whose(QuestionView question)
    {
        if (!question.IsOpen || question.Standing != QuestionStanding.Asked)
            return Mover.Nobody;
        return question.Legs.Any(l => l.Next is QuestionStep.Answer or QuestionStep.Judge or QuestionStep.AskAgain) ? Mover.Us
            : question.Legs.Any(l => l.Next == QuestionStep.Wait) ? Mover.Them
            : Mover.Nobody;
    }

    /// <summary>Whether we may say that it does not apply: it asks us, and our side has not said so.</summary>
    public static bool MayContest(QuestionView question, string own) =>
        question.Standing == QuestionStanding.Asked && question.Legs.Any(l => l.Party == own && !l.IsContested && l.Next == QuestionStep.Answer);

    /// <summary>Open ones: ours first, then by due time. The others: the newest first.</summary>
    public static (IReadOnlyList<QuestionView> Open, IReadOnlyList<QuestionView> Over) Parted(IEnumerable<QuestionListView> lists)
    {
        var all = lists.SelectMany(l => l.Questions).ToList();
        return ([.. all.Where(q => q.IsOpen).OrderBy(Whose, Comparer<Mover>.Create((a, b) => Rank(a).CompareTo(Rank(b)))).ThenBy(q => q.Due)],
            [.. all.Where(q => !q.IsOpen).OrderByDescending(q => q.AskedAt)]);
    }

    private static int Rank(Mover mover) => mover switch
    {
        Mover.Us => 0,
        Mover.Both => 1,
        Mover.Them => 2,
        _ => 3,
    };
}
