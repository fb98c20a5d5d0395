using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Station.Operations;

/// <summary>Questions in sentences: what each side says, and no more.</summary>
internal static class QuestionWords
{
    public static string Of(QuestionWordContent word) => word.Judgement switch
    {
        QuestionJudgement.Satisfactory => "ANSWER SATISFACTORY: the author says that the answer is enough.",
        QuestionJudgement.Insufficient => "ANSWER INSUFFICIENT: the author says that the answer is not enough.",
        _ => "QUESTION CONTESTED: the author says that the question does not apply to it.",
    };

    public static string Of(AnswerWish wish) => $"AN ANSWER IS ASKED FOR by {EntryText.Clock(wish.By)}, from {string.Join(", ", wish.From)}.";

    /// <summary>That a word counts for nothing, and why; null when it counts.</summary>
    /// <param name="record">The question that it regards, where there is one here.</param>
    public static string? Misplaced(QuestionRecord? record, EntryRef word) =>
        record?.Words.FirstOrDefault(w => w.Entry == word) is not { } said ? "NOT COUNTED: it regards no question that is known here."
        : said.Effect is QuestionEffect.Took or QuestionEffect.Unreadable ? null
        : Of(said.Effect);

    /// <summary>Why a word changed nothing.</summary>
    public static string Of(QuestionEffect effect) => effect switch
    {
        QuestionEffect.Took => "it counts",
        QuestionEffect.Unreadable => "its words cannot be read here",
        QuestionEffect.NotTheirs => "NOT COUNTED: the asker judges answers, and the asked contests; each for itself.",
        QuestionEffect.NotConcerned => "NOT COUNTED: the question is neither by its author nor to it.",
        QuestionEffect.NoAnswer => "NOT COUNTED: a judgement regards one question and one answer of an asked party to it, a contest the question alone.",
        QuestionEffect.OtherStatus => "NOT COUNTED: one of the two is a test and the other is not.",
        _ => "NOT COUNTED: the question was withdrawn, or its clock never ran.",
    };
}
