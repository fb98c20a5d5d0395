using System.Buffers.Binary;
using System.Text;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Parties;

namespace Parley.Station.Pouches;

/// <summary>What is in a pouch file: frames from one station to another, at one time.</summary>
internal sealed record PouchBody(PartyId From, PartyId To, Timestamp Time, IReadOnlyList<byte[]> Frames)
{
    public byte[] Encode()
    {
        var writer = Cbor.Writer(1024 + Frames.Sum(f => f.Length + 8));
        writer.WriteStartArray(5);
        writer.WriteUInt32(1);
        writer.WriteTextString(From.ToString());
        writer.WriteTextString(To.ToString());
        writer.WriteUInt64((ulong)Time.UnixMilliseconds);
        writer.WriteStartArray(Frames.Count);
        foreach (var frame in Frames)
            writer.WriteByteString(frame);
        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static PouchBody? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, PouchFormat.MaxBody, static reader =>
    {
        reader.ArrayOf(5);
        if (reader.UpTo(1) != 1 || PartyId.Parse(reader.Text(Parley.Lines.Bounds.PartyIdLength)) is not { } from ||
            PartyId.Parse(reader.Text(Parley.Lines.Bounds.PartyIdLength)) is not { } to)
            return null;
        var time = reader.Time();
        var frames = new byte[reader.ArrayUpTo(PouchFormat.MaxFrames)][];
        for (var i = 0; i < frames.Length; i++)
            frames[i] = reader.BytesUpTo(Bounds.FrameSize);
        reader.ReadEndArray();
        reader.ReadEndArray();
        return new PouchBody(from, to, time, frames);
    });
}

/// <summary>The file: <c>parley-pouch/1</c> and a line feed, then HPKE to the receiver's card key for live lines (info: suite and receiver) of: length of the
/// signed body as 4 bytes, signed body, zeros up to a size class, so that the length tells little. The signed body is [body, signature of the sender's
/// identity key over "parley/1/pouch\n" and body].</summary>
internal static class PouchFormat
{
    public const int MaxBody = 48 << 20;
    public const int MaxFrames = 65_536;
    private const int MaxSignature = 8192;
    private static readonly byte[] Mark = "parley-pouch/1\n"u8.ToArray();
    private static readonly byte[] SignContext = "parley/1/pouch\n"u8.ToArray();
    private static readonly int[] SizeClasses = [4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20, 64 << 20];

    public static byte[]? Seal(Suite suite, PouchBody body, SigningKey key, byte[] receiverKem)
    {
        var encoded = body.Encode();
        var writer = Cbor.Writer(encoded.Length + 256);
        writer.WriteStartArray(2);
        writer.WriteByteString(encoded);
        writer.WriteByteString(key.Sign([.. SignContext, .. encoded]));
        writer.WriteEndArray();
        var signed = writer.Encode();
        var padded = new byte[SizeClasses.First(s => s >= signed.Length + 4)];
        BinaryPrimitives.WriteInt32BigEndian(padded, signed.Length);
        signed.CopyTo(padded, 4);
        return suite.Seal(receiverKem, Info(suite.Id, body.To), Mark, padded) is { } carried ? [.. Mark, .. carried] : null;
    }

    /// <summary>The body and its signature; null when the file is none, is damaged, or is meant for somebody else.</summary>
    public static (PouchBody Body, byte[] Signed, byte[] Signature)? Open(Suite suite, ReadOnlyMemory<byte> file, PartyId own, KemKey kem)
    {
        if (file.Length < Mark.Length || !file.Span[..Mark.Length].SequenceEqual(Mark) ||
            suite.Open(kem, Info(suite.Id, own), Mark, file.Span[Mark.Length..]) is not { Length: > 4 } padded)
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(padded);
        if (length < 0 || length > padded.Length - 4 || padded.AsSpan(4 + length).ContainsAnyExcept((byte)0))
            return null;
        var parts = Cbor.Read(padded.AsMemory(4, length), MaxBody, static reader =>
        {
            reader.ArrayOf(2);
            var read = Tuple.Create(reader.ReadByteString(), reader.BytesUpTo(MaxSignature));
            reader.ReadEndArray();
            return read;
        });
        return parts is not null && PouchBody.Parse(parts.Item1) is { } body && body.To == own
            ? (body, [.. SignContext, .. parts.Item1], parts.Item2)
            : null;
    }

    private static byte[] Info(SuiteId suite, PartyId to) => Encoding.ASCII.GetBytes($"parley/1/pouch/{suite}/{to}");
}
