using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;

namespace Parley.Vectors.Tests;

public sealed class CardVectors
{
    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("card", 8))
            Assert.True(Outcome(c) == c.Text("expected"), c.Text("name"));
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        var member = new Member(SuiteOne.Instance, "astra");
        var first = member.Cards;
        yield return Case("one card", first);
        member.Update("tls://192.0.2.7:7101");
        member.Rotate(CardStep.Rotate);
        yield return Case("an update and a rotation", member.Cards);
        var rotated = member.Cards.Cards[^1];
        member.Rotate(CardStep.Revoke);
        yield return Case("a revocation", member.Cards);
        yield return Case("an update under a foreign key", first.Extend(
            first.Current with { Version = 2, Step = CardStep.Update, Previous = first.Current.Hash() }, null, member.Key));
        yield return Case("a rotation without the old key", first.Extend(rotated.Card, null, member.Key));
        var bytes = first.Encode();
        yield return Damaged("a trailing byte", [.. bytes, 0]);
        yield return Damaged("a byte missing", bytes[..^1]);
        yield return Damaged("a length that is not the shortest", [0x98, 0x01, .. bytes.AsSpan(1)]);
        var flipped = (byte[])bytes.Clone();
        flipped[^1] ^= 1;
        yield return Case("a flipped byte in the signature", CardChain.Parse(flipped)!);
    }

    private static string Outcome(JsonElement c)
    {
        if (CardChain.Parse(c.Hex("chain")) is not { } chain)
            return "malformed";
        if (!chain.Verify(id => id == SuiteId.One ? SuiteOne.Instance : null))
            return "does not follow";
        Assert.Equal(c.Text("party"), chain.Party.ToString());
        Assert.Equal(c.GetProperty("version").GetInt32(), chain.Current.Version);
        Assert.Equal(c.Text("hash"), chain.Current.Hash().ToString());
        Assert.Equal(c.Text("digits"), chain.DigitsToCompare);
        return "verifies";
    }

    private static JsonObject Case(string name, CardChain chain)
    {
        var verifies = chain.Verify(_ => SuiteOne.Instance);
        var result = new JsonObject
        {
            ["name"] = name,
            ["expected"] = verifies ? "verifies" : "does not follow",
            ["chain"] = VectorFile.Hex(chain.Encode()),
        };
        if (verifies)
        {
            result["party"] = chain.Party.ToString();
            result["version"] = chain.Current.Version;
            result["hash"] = chain.Current.Hash().ToString();
            result["digits"] = chain.DigitsToCompare;
        }

        return result;
    }

    private static JsonObject Damaged(string name, byte[] chain) =>
        new() { ["name"] = name, ["expected"] = "malformed", ["chain"] = VectorFile.Hex(chain) };
}
