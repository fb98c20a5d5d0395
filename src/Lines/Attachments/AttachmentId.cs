using System.Formats.Cbor;
using System.Globalization;
using Parley.Crypto;
using Parley.Lines.Charters;

namespace Parley.Lines.Attachments;

/// <summary>The sealed bytes that an entry of a line names: their digest, and how many bytes they are in clear. Written as <c>line/digest/size</c>. The size
/// is part of it, so that nobody can spoil another's attachment by naming its digest with a size of his own.</summary>
public readonly record struct AttachmentId(LineId Line, Digest Digest, int Size) : IComparable<AttachmentId>
{
    /// <summary>Bytes that sealing adds: a tag.</summary>
    public const int Overhead = 16;

    /// <summary>How many chunks the sealed bytes are.</summary>
    public int Chunks => (Size + Overhead + Bounds.ChunkSize - 1) / Bounds.ChunkSize;

    /// <summary>Bytes of one chunk: all are full but the last.</summary>
    public int ChunkSize(int index) => Math.Min(Bounds.ChunkSize, Size + Overhead - (index * Bounds.ChunkSize));

    /// <inheritdoc/>
    public int CompareTo(AttachmentId other)
    {
        var order = Line.CompareTo(other.Line);
        order = order != 0 ? order : Digest.CompareTo(other.Digest);
        return order != 0 ? order : Size.CompareTo(other.Size);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}/{Digest}/{Size}");

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static AttachmentId? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 3 && LineId.Parse(parts[0]) is { } line && Digest.TryParseHex(parts[1], out var digest) &&
            int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= Bounds.AttachmentSize &&
            new AttachmentId(line, digest, size) is var id && id.ToString() == text
                ? id
                : null;
    }

    public static bool operator <(AttachmentId left, AttachmentId right) => left.CompareTo(right) < 0;

    public static bool operator >(AttachmentId left, AttachmentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AttachmentId left, AttachmentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AttachmentId left, AttachmentId right) => left.CompareTo(right) >= 0;

    /// <summary>Three items in a row: line, digest, size.</summary>
    public void Write(CborWriter writer)
    {
        writer.WriteDigest(Line.Value);
        writer.WriteDigest(Digest);
        writer.WriteUInt32((uint)Size);
    }

    public static AttachmentId Read(CborReader reader)
    {
        var id = new AttachmentId(new LineId(reader.Digest()), reader.Digest(), reader.UpTo(Bounds.AttachmentSize));
        if (id.Size == 0)
            Cbor.Refuse("empty attachment");
        return id;
    }
}
