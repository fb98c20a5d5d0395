using System.Text;
using Parley.Lines.Entries;

namespace Parley.Lines.Messages;

/// <summary>Words of officers, as one side wrote them. Fields in order: `text`, `language` (BCP 47), and `supersedes` (an entry reference) where
/// these words replace others.</summary>
public sealed record MessageContent(string Text, string Language, EntryRef? Supersedes)
{
    public Words ToWords()
    {
        var text = ContentField.OfText("text", Text);
        var language = ContentField.OfText("language", Language);
        return new Words(EntryKind.Message, Supersedes is { } old ? [text, language, ContentField.OfText("supersedes", old.ToString())] : [text, language]);
    }

    /// <summary>Null when the content is no message.</summary>
    public static MessageContent? From(Content content)
    {
        if (content["text"]?.Text is not { } text || content["language"]?.Text is not { } language)
            return null;
        var supersedes = content["supersedes"]?.Text;
        var old = supersedes is null ? null : EntryRef.Parse(supersedes);
        return supersedes is not null && old is null ? null : new MessageContent(text, language, old);
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
