using System.Globalization;
using System.Text;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Attachments;

/// <summary>A file that goes with the words. Fields in order: `name`, `type`, `size` (bytes in clear, decimal), `digest` (SHA-256 of the sealed bytes,
/// hexadecimal), `key`
/// (32 bytes that seal these bytes and nothing else), and `language` and `text` where there are words beside it. The sealed bytes are no part of the entry:
/// whoever carries or keeps them without the entry cannot read them.</summary>
public sealed record AttachmentContent(string Name, string Type, int Size, Digest Digest, ReadOnlyMemory<byte> Key, Note? Note)
{
    private const string Context = "parley/1/attachment/";

    /// <summary>What an attachment can be. A reader is told the type; nothing opens it.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["image/png", "image/jpeg", "application/pdf", "text/plain", "text/csv", "application/geo+json"];

    public AttachmentId IdOn(LineId line) => new(line, Digest, Size);

    public Words ToWords()
    {
        List<ContentField> fields =
        [
            Fields.Of("name", Name),
            Fields.Of("type", Type),
            Fields.Of("size", Size.ToString(CultureInfo.InvariantCulture)),
            Fields.Of("digest", Digest.ToString()),
            new ContentField("key", Key),
        ];
        fields.AddNote(Note);
        return new Words(EntryKind.Attachment, fields);
    }

    /// <summary>Null when the content is no attachment.</summary>
    public static AttachmentContent? From(Content content)
    {
        if (content.TextOf("name") is not { } name || !IsName(name) || content.TextOf("type") is not { } type || !Types.Contains(type) ||
            content.TextOf("size") is not { } written || !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ||
            size is < 1 or > Bounds.AttachmentSize || size.ToString(CultureInfo.InvariantCulture) != written ||
            content.TextOf("digest") is not { } hex || !Digest.TryParseHex(hex, out var digest) ||
            content["key"]?.Value is not { Length: Suite.EncryptionKeySize } key || !content.NoteOf(out var note))
            return null;
        return new AttachmentContent(name, type, size, digest, key, note);
    }

    /// <summary>1 to 128 plain characters on one line, without separators of paths and what else file names cannot hold, no dot at either end.</summary>
    public static bool IsName(string name) => PlainText.IsLine(name, Bounds.AttachmentNameLength) && name[0] != '.' && name[^1] != '.' &&
        name.AsSpan().IndexOfAny("/\\:*?\"<>|") < 0;

    /// <summary>Seals a file under a fresh key of 32 random bytes.</summary>
    public static (AttachmentContent Content, byte[] Sealed) Seal(
        Suite suite, LineId line, string name, string type, ReadOnlySpan<byte> clear, ReadOnlyMemory<byte> key, Note? note)
    {
        var carried = suite.Encrypt(key.Span, ContextOf(line), clear);
        return (new AttachmentContent(name, type, clear.Length, Digest.Of(carried), key, note), carried);
    }

    /// <summary>The file in clear; null when these are not the bytes that the author sealed under this key.</summary>
    public byte[]? Open(Suite suite, LineId line, ReadOnlySpan<byte> carried) =>
        Digest.Of(carried) == Digest && suite.Decrypt(Key.Span, ContextOf(line), carried) is { } clear && clear.Length == Size ? clear : null;

    private static byte[] ContextOf(LineId line) => Encoding.ASCII.GetBytes(Context + line);
}
