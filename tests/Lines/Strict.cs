namespace Parley.Lines.Tests;

/// <summary>Tries a parser with every flipped bit's worth of damage. What it still accepts must encode to the very bytes it was given, for
/// signatures are over bytes.</summary>
internal static class Strict
{
    /// <summary>Flips each byte in two ways, cuts at each place, adds bytes; <paramref name="parseAndEncode"/> gives null for a refusal
    /// and must not throw.</summary>
    public static void Check(byte[] valid, Func<byte[], byte[]?> parseAndEncode)
    {
        Assert.Equal(valid, parseAndEncode(valid));
        foreach (var damaged in Damaged(valid))
        {
            var encoded = parseAndEncode(damaged);
            Assert.True(encoded is null || encoded.AsSpan().SequenceEqual(damaged), Convert.ToHexStringLower(damaged));
        }

        for (var length = 0; length < valid.Length; length++)
            Assert.Null(parseAndEncode(valid[..length]));
        Assert.Null(parseAndEncode([.. valid, 0]));
        Assert.Null(parseAndEncode([.. valid, .. valid]));
    }

    private static IEnumerable<byte[]> Damaged(byte[] valid)
    {
        for (var i = 0; i < valid.Length; i++)
        {
            foreach (var mask in new byte[] { (byte)(1 << (i % 8)), 0x20, 0xff })
            {
                var flipped = (byte[])valid.Clone();
                flipped[i] ^= mask;
                yield return flipped;
            }

            yield return [.. valid[..i], .. valid[(i + 1)..]];
            yield return [.. valid[..i], 0, .. valid[i..]];
        }
    }
}
