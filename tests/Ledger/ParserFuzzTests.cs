using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Parley.Ledger.Tests;

/// <summary>Damages valid texts at random. Whatever a parser still accepts must encode to the very bytes it was given, because the
/// signature is over bytes; and no parser may throw.</summary>
public sealed class ParserFuzzTests
{
    private const int Rounds = 20_000;

    // Bytes that the grammars care about, so that damage often stays near the border of what is valid.
    private static readonly byte[] Telling = Encoding.UTF8.GetBytes("0123456789-,+ =\n\r\tAaZz/.— \0\u007fé");

    private static readonly Checkpoint SomeCheckpoint =
        new("parley/1/1/0f/astra/9a/urgent", new LogHead(1907, Trees.Leaf(1)), new LogHead(20, Trees.Leaf(2)));

    private static readonly Cosignature SomeCosignature =
        new("boreal", new Timestamp(1_795_348_800_000), "u3,o12", RangeSet.Parse("0-1,3,10-190,1906")!);

    private static readonly SignedNote SomeNote =
        new(SomeCosignature.ToSignedText(SomeCheckpoint), [new NoteSignature("astra", 7, [1, 2, 3]), new NoteSignature("boreal", 8, [4])]);

    private enum Damage
    {
        Replace,
        Insert,
        Delete,
        Repeat,
        Flip,
    }

    [Fact]
    public void Checkpoints() => Fuzz(SomeCheckpoint.ToBody(), bytes => Checkpoint.Parse(bytes)?.ToBody());

    [Fact]
    public void Cosignatures() => Fuzz(
        SomeCosignature.ToSignedText(SomeCheckpoint),
        bytes => Cosignature.Parse(bytes) is { } parsed ? parsed.Cosignature.ToSignedText(parsed.Over) : null);

    [Fact]
    public void Notes() => Fuzz(SomeNote.Encode(), bytes => SignedNote.Parse(bytes)?.Encode());

    [Fact]
    public void Frontiers()
    {
        var range = new CompactRange();
        range.AppendLeaf("leaf"u8);
        Fuzz(range.Encode(), bytes => CompactRange.Parse(bytes)?.Encode());
    }

    [Fact]
    public void Range_sets() => Fuzz(
        Encoding.ASCII.GetBytes("0-1,3,10-190,1906"),
        bytes => RangeSet.Parse(Encoding.Latin1.GetString(bytes)) is { } set ? Encoding.Latin1.GetBytes(set.ToString()) : null);

    [Fact]
    public void Timestamps() => Fuzz(
        Encoding.ASCII.GetBytes("2026-11-22T12:00:00.000Z"),
        bytes => Timestamp.TryParse(Encoding.Latin1.GetString(bytes), out var time) ? Encoding.Latin1.GetBytes(time.ToString()) : null);

    private static void Fuzz(byte[] valid, Func<byte[], byte[]?> parseAndEncode)
    {
        Assert.Equal(valid, parseAndEncode(valid));
        var (accepted, refused) = (0, 0);
        Prop.ForAll(Damaged(valid).ToArbitrary(), bytes =>
        {
            var encoded = parseAndEncode(bytes);
            (accepted, refused) = encoded is null ? (accepted, refused + 1) : (accepted + 1, refused);
            return encoded is null || encoded.AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));

        // Both roads must have been taken, else the property has tried nothing.
        Assert.True(accepted > 0 && refused > 0);
    }

    private static Gen<byte[]> Damaged(byte[] valid)
    {
        var blow =
            from kind in Gen.Elements(Enum.GetValues<Damage>())
            from position in Gen.Choose(0, int.MaxValue)
            from length in Gen.Choose(1, 4)
            from value in Gen.OneOf(Gen.Elements(Telling), Gen.Choose(0, 255).Select(b => (byte)b))
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
            Damage.Repeat => [.. bytes[..to], .. bytes[at..]],
            _ => [.. bytes.Select((b, i) => i == at ? (byte)(b ^ (1 << (value % 8))) : b)],
        };
    }
}
