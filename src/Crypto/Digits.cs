using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>A digest as digits that two people compare by voice, in any language: eight groups of five, 132 bits in all.</summary>
/// <remarks>Group i is bytes 5i to 5i+4 of SHA-384("parley/1/digits" then the digest), big-endian, modulo 100000.</remarks>
public static class Digits
{
    private const int Groups = 8;
    private const int DigitsPerGroup = 5;
    private const int BytesPerGroup = 5;
    private const ulong GroupModulus = 100_000;

    private static ReadOnlySpan<byte> Label => "parley/1/digits"u8;

    /// <summary>The groups, separated by one space.</summary>
    public static string Of(Digest digest)
    {
        Span<char> digits = stackalloc char[Groups * DigitsPerGroup];
        Fill(digest, digits);
        Span<char> text = stackalloc char[Groups * (DigitsPerGroup + 1) - 1];
        text.Fill(' ');
        for (var group = 0; group < Groups; group++)
        {
            digits.Slice(group * DigitsPerGroup, DigitsPerGroup).CopyTo(text[(group * (DigitsPerGroup + 1))..]);
        }

        return new string(text);
    }

    /// <summary>True if the typed text holds all digits of the digest. White space and dashes are passed over; anything else that is not
    /// a digit 0 to 9 of ASCII makes it false. Takes the same time wherever a wrong digit stands.</summary>
    public static bool Matches(string typed, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(typed);
        Span<char> read = stackalloc char[Groups * DigitsPerGroup];
        var count = 0;
        foreach (var c in typed)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation)
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || count == read.Length)
            {
                return false;
            }

            read[count++] = c;
        }

        Span<char> expected = stackalloc char[Groups * DigitsPerGroup];
        Fill(digest, expected);
        return count == read.Length
            && CryptographicOperations.FixedTimeEquals(
                MemoryMarshal.AsBytes(read),
                MemoryMarshal.AsBytes(expected));
    }

    private static void Fill(Digest digest, Span<char> digits)
    {
        Span<byte> input = stackalloc byte[Label.Length + Digest.Size];
        Label.CopyTo(input);
        digest.CopyTo(input[Label.Length..]);
        Span<byte> hash = stackalloc byte[SHA384.HashSizeInBytes];
        SHA384.HashData(input, hash);
        for (var group = 0; group < Groups; group++)
        {
            var bytes = hash.Slice(group * BytesPerGroup, BytesPerGroup);
            var value = ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 8 | bytes[4]) % GroupModulus;
            value.TryFormat(digits.Slice(group * DigitsPerGroup, DigitsPerGroup), out _, "D5", CultureInfo.InvariantCulture);
        }
    }
}
