using System.Buffers;
using System.Buffers.Binary;
using Parley.Crypto;

namespace Parley.Testing.Suites;

/// <summary>SHA-256 over parts, each with its length before it, and as many bytes from it as wanted.</summary>
internal readonly record struct ZeroHash(Digest Digest)
{
    public const int TagSize = 16;

    private const int StackLimit = 1024;

    public static ZeroHash Of(
        ReadOnlySpan<byte> label, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b = default, ReadOnlySpan<byte> c = default)
    {
        var size = label.Length + a.Length + b.Length + c.Length + (4 * sizeof(int));
        var rented = size <= StackLimit ? null : ArrayPool<byte>.Shared.Rent(size);
        var input = rented is null ? stackalloc byte[StackLimit] : rented;
        var rest = Append(Append(Append(Append(input, label), a), b), c);
        var hash = new ZeroHash(Digest.Of(input[..^rest.Length]));
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>Fills the destination: the digest first, then digests of it with a number, so that a shorter stream begins a longer
    /// one.</summary>
    public void Stream(Span<byte> destination)
    {
        Span<byte> block = stackalloc byte[Digest.Size + sizeof(int)];
        Span<byte> bytes = stackalloc byte[Digest.Size];
        Digest.CopyTo(block);
        for (var i = 0; destination.Length > 0; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(block[Digest.Size..], i);
            (i == 0 ? Digest : Digest.Of(block)).CopyTo(bytes);
            var count = Math.Min(Digest.Size, destination.Length);
            bytes[..count].CopyTo(destination);
            destination = destination[count..];
        }
    }

    private static Span<byte> Append(Span<byte> target, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, part.Length);
        part.CopyTo(target[sizeof(int)..]);
        return target[(sizeof(int) + part.Length)..];
    }
}
