using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Volumes;

namespace Parley.Lines.Activities;

/// <summary>What a party says of an overlap of its activity with another's. There is no arbiter: no word of one side binds the other. Closed.</summary>
public enum OverlapWord
{
    /// <summary>We know of it.</summary>
    Acknowledge = 1,

    /// <summary>It must not be so.</summary>
    Object,

    /// <summary>One of the two activities could be elsewhere, or at another time: so.</summary>
    Counter,

    /// <summary>Both may be as they are: we keep clear of each other by what is said beside it.</summary>
    Consent,

    /// <summary>Yes to the counter-proposal of the other side: the activity that it names is there from now on.</summary>
    Agree,

    /// <summary>A word of our own does not hold any more.</summary>
    Withdraw,
}

/// <summary>Names of these words, in contents and commands.</summary>
public static class OverlapWords
{
    private static readonly string[] Names = ["", "acknowledge", "object", "counter", "consent", "agree", "withdraw"];

    public static string Name(this OverlapWord word) => Names[(int)word];

    public static OverlapWord? Parse(string name) => Array.IndexOf(Names, name) is var at and > 0 ? (OverlapWord)at : null;

    /// <summary>Words about another word: they regard that one, and the rest regard the two entries that set the volumes.</summary>
    public static bool IsAboutWord(this OverlapWord word) => word is OverlapWord.Agree or OverlapWord.Withdraw;
}

/// <summary>A word on an overlap. It regards the two activities, or for `agree` and `withdraw` the word that it is about. Fields in order: `word`; of words on the overlap itself
/// `first` and `second` (the entries by which the volumes of the regarded activities stand, in that order); of a counter-proposal `for` (the one of the two activities that
/// would change); `language` and `text` where there are words beside it, which an objection must have; of a counter-proposal `volume.1`, `volume.2` …</summary>
/// <param name="Standing">Two entries, or none.</param>
public sealed record OverlapWordContent(OverlapWord Word, IReadOnlyList<EntryRef> Standing, EntryRef? For, IReadOnlyList<Volume> Volumes, Note? Note = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("word", Word.Name())];
        if (Standing is [var first, var second])
            fields.AddRange([Fields.Of("first", first.ToString()), Fields.Of("second", second.ToString())]);
        if (For is { } target)
            fields.Add(Fields.Of("for", target.ToString()));
        fields.AddNote(Note);
        return new Words(EntryKind.OverlapWord, [.. fields, .. FieldCursor.Of(Volumes)]);
    }

    /// <summary>Null when the content is no such word.</summary>
    public static OverlapWordContent? From(Content content)
    {
        var fields = new FieldCursor(content);
        if (fields.Take("word") is not { } name || OverlapWords.Parse(name) is not { } word)
            return null;
        EntryRef[] standing = [];
        if (!word.IsAboutWord())
        {
            if (Entry(fields.Take("first")) is not { } first || Entry(fields.Take("second")) is not { } second)
                return null;
            standing = [first, second];
        }

        EntryRef? target = null;
        if (fields.Take("for") is { } text && (target = Entry(text)) is null)
            return null;
        return fields.NoteNext(out var note) && fields.Volumes() is { } volumes && fields.AtEnd && IsWhole(word, target, volumes.Count, note)
            ? new OverlapWordContent(word, standing, target, volumes, note)
            : null;
    }

    /// <summary>Whether a word says all that it must.</summary>
    public static bool IsWhole(OverlapWord word, EntryRef? target, int volumes, Note? note) =>
        volumes <= Bounds.ActivityVolumes && (word == OverlapWord.Counter) == (target is not null) && (word == OverlapWord.Counter) == (volumes > 0) &&
        (word != OverlapWord.Object || note is not null);

    private static EntryRef? Entry(string? text) => text is not null && EntryRef.Parse(text) is { } entry && entry.ToString() == text ? entry : null;

    /// <inheritdoc/>
    public bool Equals(OverlapWordContent? other) => other is not null && (Word, For, Note) == (other.Word, other.For, other.Note) &&
        Standing.SequenceEqual(other.Standing) && Volumes.SequenceEqual(other.Volumes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Word, For, Volumes.Count);
}
