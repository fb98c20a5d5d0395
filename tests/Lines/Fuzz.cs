using FsCheck;
using FsCheck.Fluent;

namespace Parley.Lines.Tests;

/// <summary>Damages valid bytes at random, several times over. Whatever a parser still accepts must encode to the very bytes it was given, and no parser may
/// throw.</summary>
internal static class Fuzz
{
    private enum Damage
    {
        Replace,
        Insert,
        Delete,
        Repeat,
    }

    /// <param name="telling">Bytes that the grammar cares about, so that damage often stays near the border of what is valid.</param>
    public static void Check(byte[] valid, byte[] telling, int rounds, Func<byte[], byte[]?> parseAndEncode)
    {
        Assert.Equal(valid, parseAndEncode(valid));
        var (accepted, refused) = (0, 0);
        Prop.ForAll(Damaged(valid, telling).ToArbitrary(), bytes =>
        {
            var encoded = parseAndEncode(bytes);
            (accepted, refused) = encoded is null ? (accepted, refused + 1) : (accepted + 1, refused);
            return encoded is null || encoded.AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds));

        // Both roads must have been taken, else the property has tried nothing.
        Assert.True(accepted > 0 && refused > 0);
    }

    private static Gen<byte[]> Damaged(byte[] valid, byte[] telling)
    {
        var blow =
            from kind in Gen.Elements(Enum.GetValues<Damage>())
            from position in Gen.Choose(0, int.MaxValue)
            from length in Gen.Choose(1, 4)
            from value in Gen.OneOf(Gen.Elements(telling), Gen.Choose(0, 255).Select(b => (byte)b))
            select (kind, position, length, value);
        return
            from count in Gen.Choose(1, 3)
            from blows in blow.ListOf(count)
            select blows.Aggregate(valid, (bytes, b) => Strike(bytes, b.kind, b.position, b.length, b.value));
    }

    private static byte[] Strike(byte[] bytes, Damage kind, int position, int length, byte value)
    {
        var at = position % (bytes.Length + 1);
        var to = Math.Min(at + length, bytes.Length);
        return kind switch
        {
            Damage.Replace => [.. bytes[..at], value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
            Damage.Insert => [.. bytes[..at], value, .. bytes[at..]],
            Damage.Delete => [.. bytes[..at], .. bytes[to..]],
            _ => [.. bytes[..to], .. bytes[at..]],
        };
    }
}
