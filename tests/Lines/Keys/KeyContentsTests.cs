using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Keys;

public sealed class KeyContentsTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly FeedId Feed = new(new LineId(Digest.Of([1])), Astra, new GenerationId(5), Lane.Urgent);

    private readonly SuiteZero suite = new(8);

    [Fact]
    public void An_epoch_opens_for_its_members_alone()
    {
        using var one = suite.GenerateKemKey();
        using var two = suite.GenerateKemKey();
        var secret = new byte[KeyingContent.SecretSize];
        suite.FillRandom(secret);
        var keying = KeyingContent.Seal(suite, Feed, 3, secret, [(Boreal, two.PublicKey), (Astra, one.PublicKey)])!;
        var read = KeyingContent.From(Content.Parse(keying.ToContent(Seed).Encode())!)!;
        Assert.Equal([Astra, Boreal], read.Secrets.Select(s => s.Party));
        Assert.Equal(secret, read.Open(suite, Feed, 3, Boreal, two));
        Assert.Equal(secret, read.Open(suite, Feed, 3, Astra, one));
        Assert.Null(read.Open(suite, Feed, 3, Boreal, one));
        Assert.Null(read.Open(suite, Feed, 4, Boreal, two));
        Assert.Null(read.Open(suite, Feed.Sibling, 3, Boreal, two));
        Assert.Null(read.Open(suite, Feed, 3, Astra, two));
        Assert.Null(KeyingContent.Seal(suite, Feed, 3, secret, [(Boreal, [1])]));
        Strict.Check(Value(keying.ToContent(Seed)), b => Again(b, "keying", c => KeyingContent.From(c)?.ToContent(Seed)));
    }

    [Fact]
    public void An_entry_opens_under_its_header_alone()
    {
        var secret = new byte[32];
        byte[] prefix = [1, 2, 3];
        var sealedContent = EntrySeal.Seal(suite, secret, Feed, prefix, [9, 9]);
        Assert.Equal([9, 9], EntrySeal.Open(suite, secret, Feed, prefix, sealedContent));
        Assert.Null(EntrySeal.Open(suite, secret, Feed, [1, 2, 4], sealedContent));
        Assert.Null(EntrySeal.Open(suite, [.. secret[1..], 1], Feed, prefix, sealedContent));
        Assert.Null(EntrySeal.Open(suite, secret, Feed with { Line = default }, prefix, sealedContent));
        Assert.Null(EntrySeal.Open(new SuiteZero(8), secret, Feed, prefix, sealedContent.AsSpan(1)));
    }

    [Fact]
    public void The_key_of_an_entry_is_as_the_format_says()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        byte[] prefix = [1, 2, 3];
        byte[] info = [.. "parley/1/entry/"u8, 1, .. Feed.Line.Value.ToArray()];
        var key = SuiteOne.Instance.DeriveKey(secret, Digest.Of(prefix).ToArray(), info, 32);
        Assert.Equal(SuiteOne.Instance.Encrypt(key, prefix, [7]), EntrySeal.Seal(SuiteOne.Instance, secret, Feed, prefix, [7]));
    }

    [Fact]
    public void Generations()
    {
        var content = new GenerationContent(GenerationReason.Restored, Heads.Of([new HeadRow(Astra, new GenerationId(4), 3, 9)]));
        Assert.Equal(content, GenerationContent.From(Content.Parse(content.ToContent(Seed).Encode())!));
        Strict.Check(Value(content.ToContent(Seed)), b => Again(b, "generation", c => GenerationContent.From(c)?.ToContent(Seed)));
    }

    [Fact]
    public void Rotations()
    {
        var member = new Member(suite, "astra");
        member.Rotate(CardStep.Rotate);
        var content = new RotationContent(member.Cards).ToContent(Seed);
        Assert.Equal(member.Cards.Encode(), RotationContent.From(Content.Parse(content.Encode())!)!.Chain.Encode());
        Strict.Check(Value(content), b => Again(b, "chain", c => RotationContent.From(c)?.ToContent(Seed)));
    }

    [Fact]
    public void Keys()
    {
        Assert.Equal([1, 2], KeyContent.From(new KeyContent([1, 2]).ToContent(Seed))!.PublicKey);
        Assert.Null(KeyContent.From(new KeyContent([]).ToContent(Seed)));
        Assert.Null(KeyContent.From(new KeyContent(new byte[4097]).ToContent(Seed)));
        Assert.Null(KeyContent.From(Content.Of(Seed)));
    }

    private static byte[] Value(Content content) => content.Fields[0].Value.ToArray();

    private static byte[]? Again(byte[] value, string field, Func<Content, Content?> read) =>
        read(Content.Of(Seed, new ContentField(field, value))) is { } content ? Value(content) : null;
}
