using System.Formats.Cbor;
using Parley.Lines;
using Parley.Lines.Attachments;

namespace Parley.Station.Frames;

/// <summary>One chunk of an attachment that the receiver asked for; without bytes: the sender does not hold it whole. [line, digest, size, index,
/// bytes].</summary>
public sealed record ChunkFrame(AttachmentId Attachment, int Index, byte[] Bytes) : Frame
{
    internal const byte TypeByte = 8;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(5);
        Attachment.Write(writer);
        writer.WriteUInt32((uint)Index);
        writer.WriteByteString(Bytes);
        writer.WriteEndArray();
    }

    internal static ChunkFrame? Read(CborReader reader)
    {
        reader.ArrayOf(5);
        var id = AttachmentId.Read(reader);
        var index = reader.UpTo(id.Chunks - 1);
        var bytes = reader.BytesUpTo(Parley.Lines.Bounds.ChunkSize);
        reader.ReadEndArray();
        return bytes.Length == 0 || bytes.Length == id.ChunkSize(index) ? new ChunkFrame(id, index, bytes) : null;
    }
}
