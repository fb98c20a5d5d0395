using System.Formats.Cbor;
using Parley.Crypto;

namespace Parley.Lines.Transcripts;

/// <summary>How records stand in a file: after the mark, one CBOR array [record, check] a record (a CBOR sequence, RFC 8742). The check
/// is the first 8 bytes of a running digest over all records so far, so that a changed, lost or moved record is named itself and not only
/// missed at the end; the seal signs that digest whole.</summary>
internal static class TranscriptFrame
{
    public const int CheckSize = 8;

    /// <summary>The first bytes of every file.</summary>
    public static ReadOnlySpan<byte> Mark => "parley-transcript/1\n"u8;

    /// <summary>The running digest before the first record: SHA-256 of the mark.</summary>
    public static Digest Start => Digest.Of(Mark);

    /// <summary>The running digest after one more record: SHA-256(the one before, record).</summary>
    public static Digest Next(Digest running, ReadOnlySpan<byte> record) => Digest.Of(running.ToArray(), record);

    public static byte[] Encode(ReadOnlySpan<byte> record, Digest running)
    {
        var writer = Cbor.Writer(record.Length + CheckSize + 16);
        writer.WriteStartArray(2);
        writer.WriteByteString(record);
        writer.WriteByteString(running.ToArray().AsSpan(0, CheckSize));
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads the next frame; null when it has no valid form.</summary>
    public static (ReadOnlyMemory<byte> Record, ReadOnlyMemory<byte> Check)? Read(CborReader reader)
    {
        try
        {
            reader.ArrayOf(2);
            var record = reader.ReadDefiniteLengthByteString();
            var check = reader.ReadDefiniteLengthByteString();
            reader.ReadEndArray();
            return check.Length == CheckSize ? (record, check) : null;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }
}
