using System.Buffers.Binary;
using Parley.Ledger;

namespace Parley.Station.Activities;

/// <summary>What rests under the station's key in the place of a content that was destroyed: a mark and when, milliseconds since 1970 (8 bytes, big-endian). It is no content by
/// its form, so nobody takes it for one.</summary>
internal static class DestroyedContent
{
    private static ReadOnlySpan<byte> Mark => "parley/1/destroyed"u8;

    public static byte[] Write(Timestamp at)
    {
        var bytes = new byte[Mark.Length + sizeof(long)];
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(Mark.Length), at.UnixMilliseconds);
        return bytes;
    }

    /// <summary>When; null for anything else.</summary>
    public static Timestamp? Parse(ReadOnlySpan<byte> clear) =>
        clear.Length == Mark.Length + sizeof(long) && clear.StartsWith(Mark) && Timestamp.TryFrom(BinaryPrimitives.ReadInt64BigEndian(clear[Mark.Length..]), out var at)
            ? at
            : null;
}
