using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Activities;

/// <summary>What a party says of a site or movement that was notified to it. Nothing here permits, and nothing refuses: what the law protects is protected without a word.
/// Closed.</summary>
public enum AidWord
{
    /// <summary>It is noted.</summary>
    Noted = 1,

    /// <summary>The route or the place is of concern, for a reason that is said.</summary>
    RouteConcern,

    /// <summary>The time is of concern, for a reason that is said.</summary>
    TimeConcern,

    /// <summary>They cannot guarantee that it comes to no harm. It does not alter the protection owed under law, and is printed with these words.</summary>
    CannotGuarantee,
}

/// <summary>Names of these words, in contents and commands.</summary>
public static class AidWords
{
    private static readonly string[] Names = ["", "noted", "route-concern", "time-concern", "cannot-guarantee"];

    /// <summary>What is printed with every <see cref="AidWord.CannotGuarantee"/>.</summary>
    public const string Law = "This does not alter the protection owed under law.";

    public static string Name(this AidWord word) => Names[(int)word];

    public static AidWord? Parse(string name) => Array.IndexOf(Names, name) is var at and > 0 ? (AidWord)at : null;
}

/// <summary>A word on the site or movement that it regards. Fields in order: `word`; `language` and `text` where there are words beside it, which a concern must have.</summary>
public sealed record AidWordContent(AidWord Word, Note? Note = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("word", Word.Name())];
        fields.AddNote(Note);
        return new Words(EntryKind.AidWord, fields);
    }

    /// <summary>Null when the content is no such word.</summary>
    public static AidWordContent? From(Content content)
    {
        var fields = new FieldCursor(content);
        return fields.Take("word") is { } name && AidWords.Parse(name) is { } word && fields.NoteNext(out var note) && fields.AtEnd && IsWhole(word, note)
            ? new AidWordContent(word, note)
            : null;
    }

    /// <summary>Whether a word says all that it must.</summary>
    public static bool IsWhole(AidWord word, Note? note) => word is not (AidWord.RouteConcern or AidWord.TimeConcern) || note is not null;
}
