using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Questions;

/// <summary>What is said of a question or of an answer to it. Closed.</summary>
public enum QuestionJudgement
{
    /// <summary>By the asker: the answer is enough.</summary>
    Satisfactory = 0,

    /// <summary>By the asker: the answer is not enough; the note says why.</summary>
    Insufficient = 1,

    /// <summary>By an asked party: the question does not apply; the note says why.</summary>
    Contested = 2,
}

/// <summary>What its author says of a question. A judgement regards the question and the one answer that it is about; a contest regards the question alone. Fields in
/// order: `word` (`satisfactory`, `insufficient`, `contested`), and `language` and `text`, which all but a satisfactory one must have.</summary>
public sealed record QuestionWordContent(QuestionJudgement Judgement, Note? Note = null)
{
    private static readonly string[] Names = ["satisfactory", "insufficient", "contested"];

    /// <summary>It leaves by the line's release rule.</summary>
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("word", Names[(int)Judgement])];
        fields.AddNote(Note);
        return new Words(EntryKind.QuestionWord, fields);
    }

    /// <summary>Null when the content is no word on a question.</summary>
    public static QuestionWordContent? From(Content content) =>
        content.TextOf("word") is { } word && Array.IndexOf(Names, word) is var at and >= 0 && content.NoteOf(out var note) &&
        (note is not null || at == (int)QuestionJudgement.Satisfactory)
            ? new QuestionWordContent((QuestionJudgement)at, note)
            : null;
}
