using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Messages;

/// <summary>Fields of contents as every noun writes and reads them: texts, instants in milliseconds, members of closed lists by name.</summary>
internal static class Fields
{
    public static ContentField Of(string name, string text) => ContentField.OfText(name, text);

    public static ContentField Of(string name, Timestamp at) => ContentField.OfText(name, at.UnixMilliseconds.ToString(CultureInfo.InvariantCulture));

    public static ContentField Of(string name, bool yes) => ContentField.OfText(name, yes ? "yes" : "no");

    /// <summary>Adds the words of the author and their language, where there are some.</summary>
    public static void AddNote(this List<ContentField> fields, Note? note)
    {
        if (note is null)
            return;
        fields.Add(Of("language", note.Language));
        fields.Add(Of("text", note.Text));
    }

    public static string? TextOf(this Content content, string name) => content[name]?.Text;

    public static Timestamp? TimeOf(this Content content, string name) =>
        content[name]?.Text is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && Timestamp.TryFrom(at, out var time)
            ? time
            : null;

    public static bool? YesOf(this Content content, string name) => content[name]?.Text switch { "yes" => true, "no" => false, _ => null };

    /// <summary>Ids with commas, in ascending order, at most as many as a line has.</summary>
    public static IReadOnlyList<PartyId>? PartiesOf(this Content content, string name)
    {
        if (content[name]?.Text is not { } text || text.Split(',') is not { Length: <= Bounds.Parties } parts || parts.Any(p => PartyId.Parse(p) is null))
            return null;
        PartyId[] parties = [.. parts.Select(p => PartyId.Parse(p)!.Value)];
        return parties.Zip(parties.Skip(1)).All(p => p.First.CompareTo(p.Second) < 0) ? parties : null;
    }

    /// <summary>Whether the note of a content is sound: both fields, or none.</summary>
    public static bool NoteOf(this Content content, out Note? note)
    {
        var (text, language) = (content.TextOf("text"), content.TextOf("language"));
        note = text is not null && language is not null && MessageContent.IsText(text) && MessageContent.IsLanguage(language) ? new Note(text, language) : null;
        return note is not null || (content["text"] is null && content["language"] is null);
    }

    /// <summary>1 to 256 characters on one line: a place, a name, a thing.</summary>
    public static bool IsShort(string text) => text.Length is > 0 and <= Bounds.ShortText && text.Trim() == text && !text.Any(char.IsControl);
}

/// <summary>Free words of an author beside what is fixed, and their language.</summary>
public sealed record Note(string Text, string Language);
