using System.Text;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Questions;

namespace Parley.Lines.Messages;

/// <summary>Words of officers, as one side wrote them. Fields in order: `text`, `language` (BCP 47), and `supersedes` (an entry reference) where
/// these words replace others, `addressees` where roles of the other side must acknowledge, and those of <see cref="AnswerWish"/> where an answer is asked for.</summary>
public sealed record MessageContent(string Text, string Language, EntryRef? Supersedes, IReadOnlyList<Addressed>? Addressees = null, AnswerWish? Wish = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [ContentField.OfText("text", Text), ContentField.OfText("language", Language)];
        if (Supersedes is { } old)
            fields.Add(ContentField.OfText("supersedes", old.ToString()));
        if (Addressees is { Count: > 0 } addressees)
            fields.Add(new ContentField("addressees", Addressed.Encode(addressees)));
        Wish?.AddTo(fields);
        return new Words(EntryKind.Message, fields);
    }

    /// <summary>Null when the content is no message.</summary>
    public static MessageContent? From(Content content)
    {
        if (content["text"]?.Text is not { } text || content["language"]?.Text is not { } language)
            return null;
        var supersedes = content["supersedes"]?.Text;
        var old = supersedes is null ? null : EntryRef.Parse(supersedes);
        var addressees = content["addressees"] is { } field ? Addressed.Parse(field.Value) : null;
        return (supersedes is not null && old is null) || (content["addressees"] is not null && addressees is null) || !AnswerWish.TryRead(content, out var wish)
            ? null
            : new MessageContent(text, language, old, addressees, wish);
    }

    /// <summary>1 to 65,536 characters that are Unicode text, with no control characters but line feed and tab.</summary>
    public static bool IsText(string text) =>
        text.Length is > 0 and <= Bounds.TextLength && !string.IsNullOrWhiteSpace(text) &&
        !text.Any(static c => char.IsControl(c) && c is not ('\n' or '\t')) && IsUnicode(text);

    /// <summary>Letters, digits and hyphens, at most 35 (BCP 47).</summary>
    public static bool IsLanguage(string tag) =>
        tag.Length is > 1 and <= Bounds.LanguageTagLength && tag.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsUnicode(string text)
    {
        try
        {
            return new UTF8Encoding(false, true).GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
