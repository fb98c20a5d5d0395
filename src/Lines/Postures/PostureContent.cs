using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Postures;

/// <summary>What a party does itself, said to others so that they do not take it as aimed at them. Fields in order: `conduct`, `authority` (under whose authority it
/// is said), `valid-until` where it ends, `language`, `text`. Times in milliseconds since 1970, UTC.</summary>
public sealed record PostureContent(string Conduct, string Authority, Timestamp? ValidUntil, Note Note)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("conduct", Conduct), Fields.Of("authority", Authority)];
        if (ValidUntil is { } until)
            fields.Add(Fields.Of("valid-until", until));
        fields.AddNote(Note);
        return new Words(EntryKind.Posture, fields);
    }

    /// <summary>Null when the content is no posture.</summary>
    public static PostureContent? From(Content content)
    {
        var until = content.TimeOf("valid-until");
        return content.TextOf("conduct") is { } conduct && Fields.IsShort(conduct) && content.TextOf("authority") is { } authority && Fields.IsShort(authority) &&
            (until is not null || content["valid-until"] is null) && content.NoteOf(out var note) && note is not null
                ? new PostureContent(conduct, authority, until, note)
                : null;
    }

    /// <summary>1 to 256 characters on one line.</summary>
    public static bool IsShort(string text) => Fields.IsShort(text);
}
