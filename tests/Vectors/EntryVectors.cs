using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Vectors.Tests;

public sealed class EntryVectors
{
    private static readonly SuiteOne Suite = SuiteOne.Instance;
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;

    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("entry", 12))
        {
            var outcome = c.Text("what") switch
            {
                "header" => Header(c),
                "content" => ContentOf(c),
                "sealing" => Sealing(c),
                _ => Keying(c),
            };
            Assert.True(outcome == c.Text("expected"), $"{c.Text("what")}: {c.Text("name")}");
        }
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        var feed = new FeedId(new LineId(Digest.Of([1])), Astra, GenerationId.From(Random(16)), Lane.Urgent);
        var content = new MessageContent("Aircraft near the strait are ours.", "en", null).ToWords().ToContent(Random(Content.SeedSize));
        var secret = Random(KeyingContent.SecretSize);
        var header = new EntryHeader(
            feed, 2, 1, new Timestamp(1_800_000_000_000), Precedence.Flash, Status.Actual, EntryKind.Message,
            [new EntryRef(Boreal, feed.Generation, Lane.Urgent, 0)],
            Heads.Of([new HeadRow(Astra, feed.Generation, 2, 0), new HeadRow(Boreal, feed.Generation, 1, 0)]),
            Heads.Of([new HeadRow(Boreal, feed.Generation, 1, 0)]), content.Commitment(), default);
        var sealedContent = EntrySeal.Seal(Suite, secret, feed, header.EncodePrefix(), content.Encode());
        header = header with { Content = Digest.Of(sealedContent) };
        return [.. HeaderCases(header), .. ContentCases(content), .. SealingCases(header, secret, content, sealedContent),
            .. KeyingCases(feed)];
    }

    private static IEnumerable<JsonObject> HeaderCases(EntryHeader header)
    {
        var good = Case("header", "a flash message", "ok", ("header", header.Encode()), ("prefix", header.EncodePrefix()));
        good["leaf hash"] = MerkleTree.LeafHash(header.Encode()).ToString();
        good["entry"] = header.Ref.ToString();
        yield return good;
        var bytes = header.Encode();
        yield return Case("header", "its own lane is held beyond its index", "malformed", ("header", (header with { Index = 1 }).Encode()));
        yield return Case("header", "a kind in capitals", "malformed", ("header", (header with { Kind = "Message" }).Encode()));
        yield return Case("header", "a trailing byte", "malformed", ("header", [.. bytes, 0]));
        yield return Case("header", "the prefix alone", "malformed", ("header", header.EncodePrefix()));
        yield return Case("header", "a format of the future", "malformed", ("header", [bytes[0], 2, .. bytes[2..]]));
    }

    private static IEnumerable<JsonObject> ContentCases(Content content)
    {
        var good = Case("content", "a message", "ok", ("content", content.Encode()), ("commitment", content.Commitment().ToArray()));
        good["fields"] = new JsonArray([.. content.Fields.Select((f, i) => new JsonObject
        {
            ["name"] = f.Name,
            ["value"] = VectorFile.Hex(f.Value.Span),
            ["salt"] = VectorFile.Hex(content.SaltOf(i)),
            ["commitment"] = Content.FieldCommitment(content.SaltOf(i), f).ToString(),
        })]);
        yield return good;
        var twice = Content.Of(content.Seed, content.Fields[0], content.Fields[0]);
        yield return Case("content", "a name that stands twice", "malformed", ("content", twice.Encode()));
        yield return Case("content", "a short seed", "malformed", ("content", [0x82, 0x4f, .. content.Encode()[3..]]));
    }

    private static IEnumerable<JsonObject> SealingCases(EntryHeader header, byte[] secret, Content content, byte[] sealedContent)
    {
        yield return Sealed("opens", "ok", header, secret, sealedContent, content);
        yield return Sealed("another epoch's secret", "does not open", header, Random(32), sealedContent, content);
        yield return Sealed("another header", "does not open", header with { Status = Status.Test }, secret, sealedContent, content);
        yield return Sealed("a byte missing", "does not open", header, secret, sealedContent[..^1], content);
    }

    private static IEnumerable<JsonObject> KeyingCases(FeedId feed)
    {
        using var key = Suite.GenerateKemKey();
        using var other = Suite.GenerateKemKey();
        var secret = Random(KeyingContent.SecretSize);
        var keying = KeyingContent.Seal(Suite, feed, 1, secret, [(Boreal, key.PublicKey)])!.ToContent(Random(Content.SeedSize));
        yield return Keyed("the second entry of its lane", "ok", feed, 1, key, keying, secret);
        yield return Keyed("another epoch", "does not open", feed, 2, key, keying, secret);
        yield return Keyed("another lane", "does not open", feed.Sibling, 1, key, keying, secret);
        yield return Keyed("another key", "does not open", feed, 1, other, keying, secret);
    }

    private static string Header(JsonElement c)
    {
        if (EntryHeader.Parse(c.Hex("header")) is not { } header)
            return "malformed";
        Assert.Equal(c.Hex("prefix"), header.EncodePrefix());
        Assert.Equal(c.Text("leaf hash"), MerkleTree.LeafHash(header.Encode()).ToString());
        Assert.Equal(c.Text("entry"), header.Ref.ToString());
        return "ok";
    }

    private static string ContentOf(JsonElement c)
    {
        if (Content.Parse(c.Hex("content")) is not { } content)
            return "malformed";
        Assert.Equal(c.Hex("commitment"), content.Commitment().ToArray());
        var fields = c.GetProperty("fields").EnumerateArray().ToArray();
        Assert.Equal(fields.Length, content.Fields.Count);
        for (var i = 0; i < fields.Length; i++)
        {
            Assert.Equal(fields[i].Hex("salt"), content.SaltOf(i));
            Assert.Equal(fields[i].Text("commitment"), Content.FieldCommitment(content.SaltOf(i), content.Fields[i]).ToString());
        }

        return "ok";
    }

    private static string Sealing(JsonElement c)
    {
        var header = EntryHeader.Parse(c.Hex("header"))!;
        var opened = EntrySeal.Open(Suite, c.Hex("epoch secret"), header.Feed, header.EncodePrefix(), c.Hex("sealed"));
        return opened is null ? "does not open" : opened.AsSpan().SequenceEqual(c.Hex("content")) ? "ok" : "opens to something else";
    }

    private static string Keying(JsonElement c)
    {
        using var key = Suite.ImportKemKey(c.Hex("private key"))!;
        var keying = KeyingContent.From(Content.Parse(c.Hex("content"))!)!;
        var secret = keying.Open(Suite, FeedId.Parse(c.Text("feed"))!.Value, c.GetProperty("epoch").GetInt64(), Boreal, key);
        return secret is null ? "does not open" : secret.AsSpan().SequenceEqual(c.Hex("epoch secret")) ? "ok" : "opens to something else";
    }

    private static JsonObject Sealed(string name, string expected, EntryHeader header, byte[] secret, byte[] sealedContent,
        Content content) => Case(
        "sealing", name, expected,
        ("epoch secret", secret), ("header", header.Encode()), ("sealed", sealedContent), ("content", content.Encode()));

    private static JsonObject Keyed(string name, string expected, FeedId feed, long epoch, KemKey key, Content keying, byte[] secret)
    {
        var result = Case(
            "keying", name, expected, ("private key", key.ExportPrivateKey()), ("content", keying.Encode()), ("epoch secret", secret));
        result["party"] = Boreal.ToString();
        result["feed"] = feed.ToString();
        result["epoch"] = epoch;
        return result;
    }

    private static JsonObject Case(string what, string name, string expected, params (string Name, byte[] Bytes)[] values)
    {
        var result = new JsonObject { ["what"] = what, ["name"] = name, ["expected"] = expected };
        foreach (var (key, bytes) in values)
            result[key] = VectorFile.Hex(bytes);
        return result;
    }

    private static byte[] Random(int count)
    {
        var bytes = new byte[count];
        Suite.FillRandom(bytes);
        return bytes;
    }
}
