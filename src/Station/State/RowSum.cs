using System.Buffers.Binary;
using Parley.Crypto;
using Parley.Lines;

namespace Parley.Station.State;

/// <summary>What a set of rows comes to: how many, and the sum modulo 2^256 of their digests. Kept under the station's key, it tells when a row was taken
/// away, added or set back to what it was before, which no row can tell of itself.</summary>
internal readonly record struct RowSum(long Count, UInt128 High, UInt128 Low)
{
    public RowSum With(Digest row)
    {
        var (high, low) = Parts(row);
        var sum = unchecked(Low + low);
        return new RowSum(Count + 1, unchecked(High + high + (sum < low ? UInt128.One : UInt128.Zero)), sum);
    }

    public RowSum Without(Digest row)
    {
        var (high, low) = Parts(row);
        return new RowSum(Count - 1, unchecked(High - high - (Low < low ? UInt128.One : UInt128.Zero)), unchecked(Low - low));
    }

    /// <summary>[count, sum].</summary>
    public void Write(System.Formats.Cbor.CborWriter writer)
    {
        var sum = new byte[Digest.Size];
        BinaryPrimitives.WriteUInt128BigEndian(sum, High);
        BinaryPrimitives.WriteUInt128BigEndian(sum.AsSpan(Digest.Size / 2), Low);
        writer.WriteStartArray(2);
        writer.WriteUInt64((ulong)Count);
        writer.WriteByteString(sum);
        writer.WriteEndArray();
    }

    public static RowSum Read(System.Formats.Cbor.CborReader reader)
    {
        reader.ArrayOf(2);
        var count = reader.Count();
        var sum = reader.Bytes(Digest.Size);
        reader.ReadEndArray();
        return new RowSum(
            count, BinaryPrimitives.ReadUInt128BigEndian(sum), BinaryPrimitives.ReadUInt128BigEndian(sum.AsSpan(Digest.Size / 2)));
    }

    private static (UInt128 High, UInt128 Low) Parts(Digest row)
    {
        Span<byte> bytes = stackalloc byte[Digest.Size];
        row.CopyTo(bytes);
        return (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[(Digest.Size / 2)..]));
    }
}
