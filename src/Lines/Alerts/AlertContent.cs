using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Alerts;

/// <summary>Life is at immediate risk at a place, and what is done there must stop. Said by any officer, to nobody by name. Fields in order: `place`, and where there
/// are words beside it `language` and `text`.</summary>
public sealed record AlertContent(string Place, Note? Note = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("place", Place)];
        fields.AddNote(Note);
        return new Words(EntryKind.Alert, fields, Officers: 1);
    }

    /// <summary>Null when the content is no alert.</summary>
    public static AlertContent? From(Content content) =>
        content.TextOf("place") is { } place && IsPlace(place) && content.NoteOf(out var note) ? new AlertContent(place, note) : null;

    /// <summary>1 to 256 characters on one line.</summary>
    public static bool IsPlace(string place) => Fields.IsShort(place);
}
