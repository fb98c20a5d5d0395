using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Queries;

/// <summary>What a query asks. Closed.</summary>
public enum QueryAbout
{
    /// <summary>Is what is described yours?</summary>
    Ownership = 0,

    /// <summary>Hold your fire at that place.</summary>
    HoldFire = 1,
}

/// <summary>How a query is answered. Closed. No answer is consent to anything.</summary>
public enum QueryAnswer
{
    Yes = 0,
    No = 1,

    /// <summary>They do not know.</summary>
    Unknown = 2,

    /// <summary>Whoever it is, they do not command him.</summary>
    NotUnderOurControl = 3,
}

/// <summary>A query. Fields in order: `about` (`ownership` or `hold-fire`), `place`, `language`, `text` (what is seen there).</summary>
public sealed record QueryContent(QueryAbout About, string Place, Note Note)
{
    private static readonly string[] Names = ["ownership", "hold-fire"];

    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("about", Names[(int)About]), Fields.Of("place", Place)];
        fields.AddNote(Note);
        return new Words(EntryKind.Query, fields, Officers: 1);
    }

    /// <summary>Null when the content is no query.</summary>
    public static QueryContent? From(Content content) =>
        content.TextOf("about") is { } about && Array.IndexOf(Names, about) is var at and >= 0 && content.TextOf("place") is { } place &&
        Fields.IsShort(place) && content.NoteOf(out var note) && note is not null
            ? new QueryContent((QueryAbout)at, place, note)
            : null;
}

/// <summary>An answer to the query that it regards, valid until a time. Fields in order: `answer` (`yes`, `no`, `unknown`, `not-under-our-control`), `valid-until`
/// (milliseconds since 1970, UTC), and where there are words beside it `language` and `text`.</summary>
public sealed record AnswerContent(QueryAnswer Answer, Timestamp ValidUntil, Note? Note = null)
{
    private static readonly string[] Names = ["yes", "no", "unknown", "not-under-our-control"];

    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("answer", Names[(int)Answer]), Fields.Of("valid-until", ValidUntil)];
        fields.AddNote(Note);
        return new Words(EntryKind.Answer, fields, Officers: 1);
    }

    /// <summary>Null when the content is no answer.</summary>
    public static AnswerContent? From(Content content) =>
        content.TextOf("answer") is { } answer && Array.IndexOf(Names, answer) is var at and >= 0 && content.TimeOf("valid-until") is { } until &&
        content.NoteOf(out var note)
            ? new AnswerContent((QueryAnswer)at, until, note)
            : null;
}
