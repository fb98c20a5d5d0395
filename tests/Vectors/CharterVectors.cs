using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Vectors.Tests;

public sealed class CharterVectors
{
    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("charter", 8))
            Assert.True(Outcome(c) == c.Text("expected"), c.Text("name"));
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        var (astra, boreal) = (PartyId.Parse("astra")!.Value, PartyId.Parse("boreal")!.Value);
        var nonce = new byte[Charter.NonceSize];
        SuiteOne.Instance.FillRandom(nonce);
        var charter = new Charter(
            1, "strait", LineKind.Hot, LineMode.Live, astra,
            [new CharterParty(astra, Digest.Of([1])), new CharterParty(boreal, Digest.Of([2]))], nonce, null,
            CharterTerms.Default with { Languages = ["en", "ru"], Release = ReleaseRule.Parse("flash=2,charter=2")! });
        var next = charter with { Version = 2, Predecessor = charter.Hash(), Terms = CharterTerms.Default };
        yield return Case("founds a line", charter);
        yield return Case("amends it", next, charter);
        yield return Case("an exercise line is another line", charter with { Mode = LineMode.Exercise });
        yield return Case("an operator line", Charter.Operator(LineMode.Live, (astra, [1]), (boreal, [2])));
        yield return Case("an amendment that changes the name", next with { Name = "other" }, charter);
        yield return Case("an amendment of another charter", next with { Predecessor = Digest.Of([3]) }, charter);
        yield return Malformed("parties out of order", (charter with { Parties = [charter.Parties[1], charter.Parties[0]] }).Encode());
        yield return Malformed("a second version without the one before", (charter with { Version = 2 }).Encode());
        yield return Malformed("a trailing byte", [.. charter.Encode(), 0]);
        yield return Malformed("a number that is not the shortest", [.. charter.Encode()[..1], 0x18, .. charter.Encode()[1..]]);
    }

    private static string Outcome(JsonElement c)
    {
        if (Charter.Parse(c.Hex("charter")) is not { } charter)
            return "malformed";
        Assert.Equal(c.Text("hash"), charter.Hash().ToString());
        if (!c.TryGetProperty("before", out _))
            return charter.FoundedLine().ToString() == c.Text("line") ? "founds" : "does not found";
        return Charter.Parse(c.Hex("before"))!.Precedes(charter) ? "follows" : "does not follow";
    }

    private static JsonObject Case(string name, Charter charter, Charter? before = null)
    {
        var result = new JsonObject
        {
            ["name"] = name,
            ["expected"] = before is null ? "founds" : before.Precedes(charter) ? "follows" : "does not follow",
            ["charter"] = VectorFile.Hex(charter.Encode()),
            ["hash"] = charter.Hash().ToString(),
        };
        if (before is null)
            result["line"] = charter.FoundedLine().ToString();
        else
            result["before"] = VectorFile.Hex(before.Encode());
        return result;
    }

    private static JsonObject Malformed(string name, byte[] charter) =>
        new() { ["name"] = name, ["expected"] = "malformed", ["charter"] = VectorFile.Hex(charter) };
}
