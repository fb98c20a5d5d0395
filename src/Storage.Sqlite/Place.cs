using System.Buffers.Binary;
using System.Text;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite;

/// <summary>A transcript position as bytes whose order is that of the transcript: effective time and depth (8 bytes each, big-endian,
/// the sign bit turned), party in ASCII closed by a zero, generation (16 bytes), lane (1 byte), index (8 bytes as before).</summary>
internal static class Place
{
    private const int BeforeParty = 2 * sizeof(long);
    private const int AfterParty = GenerationId.Size + 1 + sizeof(long);

    /// <summary>Less than any position.</summary>
    public static byte[] BeforeAll { get; } = [];

    /// <summary>Greater than any position: a time that none has.</summary>
    public static byte[] AfterAll { get; } = [.. Enumerable.Repeat((byte)0xff, sizeof(long))];

    public static byte[] Write(TranscriptPosition position)
    {
        var party = position.Party.ToString();
        var bytes = new byte[BeforeParty + party.Length + 1 + AfterParty];
        WriteOrdered(bytes, position.Effective.UnixMilliseconds);
        WriteOrdered(bytes.AsSpan(sizeof(long)), position.Depth);
        Encoding.ASCII.GetBytes(party, bytes.AsSpan(BeforeParty));
        var rest = bytes.AsSpan(^AfterParty..);
        BinaryPrimitives.WriteUInt128BigEndian(rest, position.Generation.Value);
        rest[GenerationId.Size] = (byte)position.Lane;
        WriteOrdered(rest[(GenerationId.Size + 1)..], position.Index);
        return bytes;
    }

    /// <exception cref="StoreFault">Corrupt: no position was ever written so.</exception>
    public static TranscriptPosition Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= BeforeParty + AfterParty || !Timestamp.TryFrom(ReadOrdered(bytes), out var effective) ||
            PartyId.Parse(Encoding.ASCII.GetString(bytes[BeforeParty..^(AfterParty + 1)])) is not { } party ||
            bytes[^(AfterParty + 1)] != 0 || bytes[^(sizeof(long) + 1)] > (byte)Lane.Ordinary)
            throw new StoreFault(StoreTrouble.Corrupt, "The place of an entry in its transcript is damaged.");
        var rest = bytes[^AfterParty..];
        return new TranscriptPosition(
            effective,
            ReadOrdered(bytes[sizeof(long)..]),
            party,
            GenerationId.From(rest[..GenerationId.Size]),
            (Lane)rest[GenerationId.Size],
            ReadOrdered(rest[(GenerationId.Size + 1)..]));
    }

    private static void WriteOrdered(Span<byte> to, long value) => BinaryPrimitives.WriteInt64BigEndian(to, value ^ long.MinValue);

    private static long ReadOrdered(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadInt64BigEndian(from) ^ long.MinValue;
}
