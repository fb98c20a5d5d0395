using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Parley.Crypto;

namespace Parley.Ledger;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">Name of the key: printable ASCII without space and plus, at most <see cref="Bounds.MaxNameLength"/>
/// characters.</param>
/// <param name="KeyId">See <see cref="NoteKeyId"/>.</param>
/// <param name="Signature">1 to <see cref="Bounds.MaxSignatureLength"/> bytes.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Signature)
{
    public bool Equals(NoteSignature? other) =>
        other is not null && Name == other.Name && KeyId == other.KeyId && Signature.AsSpan().SequenceEqual(other.Signature);

    public override int GetHashCode() => HashCode.Combine(Name, KeyId, Signature.Length);

    internal bool IsWellFormed => StrictText.IsName(Name) && Signature is { Length: > 0 and <= Bounds.MaxSignatureLength };
}

/// <summary>A text and the signatures over it, in the layout of C2SP signed-note: the text with its final newline, an empty line, then
/// for each signature an em dash, the key's name and the base64 of key id and signature. Parsing proves nothing about the text: ask
/// <see cref="IsSignedBy"/>. Narrower than C2SP: names are ASCII and no key signs twice.</summary>
public sealed class SignedNote
{
    private const int KeyIdBytes = sizeof(uint);
    private const byte NewLine = (byte)'\n';

    private static readonly SearchValues<byte> ControlsButNewLine =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(b => b != NewLine).Select(b => (byte)b)]);

    /// <summary>Throws <see cref="ArgumentException"/> for what could not be parsed again: a text that is not UTF-8, holds control
    /// characters, does not end in a newline or is longer than <see cref="Bounds.MaxNoteTextLength"/>; no signature, more than
    /// <see cref="Bounds.MaxNoteSignatures"/>, or two of one key.</summary>
    public SignedNote(byte[] text, IReadOnlyList<NoteSignature> signatures)
    {
        if (!IsText(text))
        {
            throw new ArgumentException("Not the text of a note.", nameof(text));
        }

        if (!AreSignatures(signatures))
        {
            throw new ArgumentException("Not the signatures of a note.", nameof(signatures));
        }

        Text = text;
        Signatures = signatures;
    }

    /// <summary>The signed bytes: UTF-8, the final newline included, the empty line before the signatures not.</summary>
    public byte[] Text { get; }

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    private static ReadOnlySpan<byte> EmDashSpace => "\u2014 "u8;

    /// <summary>The whole note.</summary>
    public byte[] Encode()
    {
        var lines = new StringBuilder("\n");
        foreach (var signature in Signatures)
        {
            var signed = new byte[KeyIdBytes + signature.Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(signed, signature.KeyId);
            signature.Signature.CopyTo(signed, KeyIdBytes);
            lines.Append("\u2014 ").Append(signature.Name).Append(' ').Append(Convert.ToBase64String(signed)).Append('\n');
        }

        return [.. Text, .. Encoding.UTF8.GetBytes(lines.ToString())];
    }

    /// <summary>Reads exactly what <see cref="Encode"/> writes; null for anything else. The text ends at the last empty line.</summary>
    public static SignedNote? Parse(ReadOnlySpan<byte> note)
    {
        var end = note.LastIndexOf("\n\n"u8);
        if (end < 0 || !IsText(note[..(end + 1)]))
        {
            return null;
        }

        var signatures = new List<NoteSignature>();
        for (var rest = note[(end + 2)..]; !rest.IsEmpty;)
        {
            var newLine = rest.IndexOf(NewLine);
            if (newLine < 0 || signatures.Count == Bounds.MaxNoteSignatures || ParseLine(rest[..newLine]) is not { } signature)
            {
                return null;
            }

            signatures.Add(signature);
            rest = rest[(newLine + 1)..];
        }

        return AreSignatures(signatures) ? new SignedNote(note[..(end + 1)].ToArray(), signatures) : null;
    }

    /// <summary>Whether the note holds a signature line of this name and key, and the signature is right.</summary>
    public bool IsSignedBy(string name, SuiteId suite, VerifyingKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var keyId = NoteKeyId.Of(name, suite, key.PublicKey);
        var line = Signatures.FirstOrDefault(signature => signature.Name == name && signature.KeyId == keyId);
        return line is not null && key.Verify(Text, line.Signature);
    }

    private static NoteSignature? ParseLine(ReadOnlySpan<byte> line)
    {
        if (line.Length > Bounds.MaxSignatureLineLength || !line.StartsWith(EmDashSpace) || !Ascii.IsValid(line[EmDashSpace.Length..]))
        {
            return null;
        }

        ReadOnlySpan<char> fields = Encoding.ASCII.GetString(line[EmDashSpace.Length..]);
        var space = fields.IndexOf(' ');
        if (space < 0
            || StrictText.Base64(fields[(space + 1)..], KeyIdBytes + Bounds.MaxSignatureLength) is not { Length: > KeyIdBytes } signed)
        {
            return null;
        }

        return new NoteSignature(fields[..space].ToString(), BinaryPrimitives.ReadUInt32BigEndian(signed), signed[KeyIdBytes..]);
    }

    private static bool IsText(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= Bounds.MaxNoteTextLength
        && text[^1] == NewLine
        && !text.ContainsAny(ControlsButNewLine)
        && Utf8.IsValid(text);

    private static bool AreSignatures(IReadOnlyList<NoteSignature> signatures) =>
        signatures is { Count: > 0 and <= Bounds.MaxNoteSignatures }
        && signatures.All(signature => signature.IsWellFormed)
        && signatures.DistinctBy(signature => (signature.Name, signature.KeyId)).Count() == signatures.Count;
}
