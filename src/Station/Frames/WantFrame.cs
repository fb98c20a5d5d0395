using System.Formats.Cbor;
using Parley.Lines;
using Parley.Lines.Attachments;

namespace Parley.Station.Frames;

/// <summary>Chunks of an attachment that the sender lacks: which is the first, and how many in a row. [line, digest, size, first, count].</summary>
public sealed record WantFrame(AttachmentId Attachment, int First, int Count) : Frame
{
    internal const byte TypeByte = 7;

    private protected override byte Type => TypeByte;

    private protected override void Write(CborWriter writer)
    {
        writer.WriteStartArray(5);
        Attachment.Write(writer);
        writer.WriteUInt32((uint)First);
        writer.WriteUInt32((uint)Count);
        writer.WriteEndArray();
    }

    internal static WantFrame? Read(CborReader reader)
    {
        reader.ArrayOf(5);
        var id = AttachmentId.Read(reader);
        var (first, count) = (reader.UpTo(id.Chunks - 1), reader.UpTo(id.Chunks));
        reader.ReadEndArray();
        return count > 0 && first + count <= id.Chunks ? new WantFrame(id, first, count) : null;
    }
}
