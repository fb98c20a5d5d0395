using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Contacts;

/// <summary>By what means a pair talked elsewhere. Closed.</summary>
public enum ContactMeans
{
    Telephone = 0,
    Video = 1,

    /// <summary>In one place.</summary>
    Meeting = 2,
    Letter = 3,
    Other = 4,
}

/// <summary>A pair talked elsewhere than by a call of this line, or before there was a station, by the author's word. Fields in order: `pair`, `with` (the other parties,
/// ordered, with commas), `from`, `until`, `means` (`telephone`, `video`, `meeting`, `letter`, `other`), `ours` and `theirs` (who talked on the author's side and on
/// the other, one line each), and where there are words beside it `language` and `text`.</summary>
public sealed record ContactContent(
    string Pair, IReadOnlyList<PartyId> With, Timestamp From, Timestamp Until, ContactMeans Means, string Ours, string Theirs, Note? Note = null)
{
    private static readonly string[] MeansNames = ["telephone", "video", "meeting", "letter", "other"];

    public Words ToWords()
    {
        List<ContentField> fields =
        [
            Fields.Of("pair", Pair), Fields.Of("with", string.Join(',', With)), Fields.Of("from", From), Fields.Of("until", Until),
            Fields.Of("means", MeansNames[(int)Means]), Fields.Of("ours", Ours), Fields.Of("theirs", Theirs),
        ];
        fields.AddNote(Note);
        return new Words(EntryKind.Contact, fields, Officers: 1);
    }

    /// <summary>Null when the content is no contact.</summary>
    public static ContactContent? Read(Content content) =>
        content.TextOf("pair") is { } pair && Counterpart.IsPair(pair) && content.PartiesOf("with") is { } parties &&
        content.TimeOf("from") is { } from && content.TimeOf("until") is { } until && IsStretch(from, until) &&
        content.TextOf("means") is { } means && Array.IndexOf(MeansNames, means) is var at and >= 0 &&
        content.TextOf("ours") is { } ours && IsWho(ours) && content.TextOf("theirs") is { } theirs && IsWho(theirs) && content.NoteOf(out var note)
            ? new ContactContent(pair, parties, from, until, (ContactMeans)at, ours, theirs, note)
            : null;

    /// <summary>Who talked: 1 to 200 plain characters on one line.</summary>
    public static bool IsWho(string text) => PlainText.IsLine(text, Bounds.SeatNameLength);

    /// <summary>Whether it ends when it begins or after, within 14 days.</summary>
    public static bool IsStretch(Timestamp from, Timestamp until) => until >= from && until - from <= TimeSpan.FromDays(Bounds.ContactDays);

    /// <inheritdoc/>
    public bool Equals(ContactContent? other) =>
        other is not null && Pair == other.Pair && With.SequenceEqual(other.With) && From == other.From && Until == other.Until && Means == other.Means &&
        Ours == other.Ours && Theirs == other.Theirs && Note == other.Note;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pair, With.Count, From, Until, Means, Ours, Theirs);
}

/// <summary>What another side says of a contact. Closed.</summary>
public enum ContactAnswer
{
    /// <summary>They talked.</summary>
    Confirmed = 0,

    /// <summary>Not so; the note says what is wrong.</summary>
    Contested = 1,
}

/// <summary>What its author says of the one contact that the entry regards. Fields in order: `word` (`confirmed`, `contested`), and `language` and `text`, which a
/// contested one must have.</summary>
public sealed record ContactWordContent(ContactAnswer Answer, Note? Note = null)
{
    private static readonly string[] Names = ["confirmed", "contested"];

    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("word", Names[(int)Answer])];
        fields.AddNote(Note);
        return new Words(EntryKind.ContactWord, fields, Officers: 1);
    }

    /// <summary>Null when the content is no word on a contact.</summary>
    public static ContactWordContent? Read(Content content) =>
        content.TextOf("word") is { } word && Array.IndexOf(Names, word) is var at and >= 0 && content.NoteOf(out var note) &&
        (note is not null || at != (int)ContactAnswer.Contested)
            ? new ContactWordContent((ContactAnswer)at, note)
            : null;
}
