using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Vectors.Tests;

public sealed class CheckpointVectors
{
    private static readonly SuiteOne Suite = SuiteOne.Instance;

    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("checkpoint", 9))
        {
            var outcome = c.Text("what") switch
            {
                "checkpoint" => Checkpoint(c),
                "cosignature" => Cosignature(c),
                _ => Note(c),
            };
            Assert.True(outcome == c.Text("expected"), $"{c.Text("what")}: {c.Text("name")}");
        }
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        using var key = Suite.GenerateSigningKey();
        using var peer = Suite.GenerateSigningKey();
        var feed = new FeedId(new LineId(Digest.Of([1])), PartyId.Parse("astra")!.Value, new GenerationId(0x0123456789abcdef), Lane.Urgent);
        var range = new CompactRange();
        range.AppendLeaf("one"u8);
        range.AppendLeaf("two"u8);
        range.AppendLeaf("three"u8);
        var signed = SignedCheckpoint.Sign(feed, Suite.Id, range.Head, LogHead.Empty, key);
        yield return Signed("of three leaves", "verifies", feed, signed.Encode(), key.PublicKey,
            Encoding.ASCII.GetString(signed.Checkpoint.ToBody()));
        yield return Signed("another lane", "wrong signature", feed.Sibling, signed.Encode(), key.PublicKey);
        yield return Signed("another key", "wrong signature", feed, signed.Encode(), peer.PublicKey);
        yield return Signed("of no leaves", "malformed", feed, (signed with { Head = LogHead.Empty }).Encode(), key.PublicKey);
        var boreal = PartyId.Parse("boreal")!.Value;
        var own = new HeadRow(boreal, new GenerationId(7), 4, 5);
        var receipt = SignedCosignature.Sign(signed, boreal, new Timestamp(1_800_000_000_000), own, RangeSet.Parse("1")!, Suite.Id, peer);
        yield return Receipt("all but one", "verifies", feed, receipt.Encode(), peer.PublicKey,
            Encoding.ASCII.GetString(receipt.SignedText()));
        yield return Receipt(
            "a later time", "wrong signature", feed, (receipt with { Time = receipt.Time + TimeSpan.FromSeconds(1) }).Encode(),
                peer.PublicKey);
        yield return Receipt(
            "lacks what the checkpoint does not cover", "malformed", feed, (receipt with { Lacks = RangeSet.Parse("3")! }).Encode(),
                peer.PublicKey);
        var name = feed.Party.ToString();
        var note = new SignedNote(
            signed.Checkpoint.ToBody(), [new NoteSignature(name, NoteKeyId.Of(name, Suite.Id, key.PublicKey), signed.Signature)]);
        yield return NoteCase("as a signed note", "verifies", note.Encode(), name, key.PublicKey);
        yield return NoteCase("another name", "not signed by it", note.Encode(), "boreal", key.PublicKey);
        yield return NoteCase("without its last line feed", "malformed", note.Encode()[..^1], name, key.PublicKey);
    }

    private static string Checkpoint(JsonElement c)
    {
        if (SignedCheckpoint.Parse(c.Hex("encoded"), FeedId.Parse(c.Text("feed"))!.Value) is not { } signed)
            return "malformed";
        if (c.TryGetProperty("text", out var text))
            Assert.Equal(text.GetString(), Encoding.ASCII.GetString(signed.Checkpoint.ToBody()));
        using var key = Suite.ImportVerifyingKey(c.Hex("key"))!;
        return signed.Verify(key) ? "verifies" : "wrong signature";
    }

    private static string Cosignature(JsonElement c)
    {
        if (SignedCosignature.Parse(c.Hex("encoded"), FeedId.Parse(c.Text("feed"))!.Value) is not { } signed)
            return "malformed";
        if (c.TryGetProperty("text", out var text))
            Assert.Equal(text.GetString(), Encoding.ASCII.GetString(signed.SignedText()));
        using var key = Suite.ImportVerifyingKey(c.Hex("key"))!;
        return signed.Verify(key) ? "verifies" : "wrong signature";
    }

    private static string Note(JsonElement c)
    {
        if (SignedNote.Parse(Encoding.UTF8.GetBytes(c.Text("note"))) is not { } note)
            return "malformed";
        using var key = Suite.ImportVerifyingKey(c.Hex("key"))!;
        return note.IsSignedBy(c.Text("signer"), Suite.Id, key) ? "verifies" : "not signed by it";
    }

    private static JsonObject Signed(string name, string expected, FeedId feed, byte[] encoded, byte[] key, string? text = null) =>
        Case("checkpoint", name, expected, feed, encoded, key, text);

    private static JsonObject Receipt(string name, string expected, FeedId feed, byte[] encoded, byte[] key, string? text = null) =>
        Case("cosignature", name, expected, feed, encoded, key, text);

    private static JsonObject NoteCase(string name, string expected, byte[] note, string signer, byte[] key) => new()
    {
        ["what"] = "note",
        ["name"] = name,
        ["expected"] = expected,
        ["note"] = Encoding.UTF8.GetString(note),
        ["signer"] = signer,
        ["key"] = VectorFile.Hex(key),
    };

    private static JsonObject Case(string what, string name, string expected, FeedId feed, byte[] encoded, byte[] key, string? text)
    {
        var result = new JsonObject
        {
            ["what"] = what,
            ["name"] = name,
            ["expected"] = expected,
            ["feed"] = feed.ToString(),
            ["encoded"] = VectorFile.Hex(encoded),
            ["key"] = VectorFile.Hex(key),
        };
        if (text is not null)
            result["text"] = text;
        return result;
    }
}
