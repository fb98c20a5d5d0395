using System.Text;
using System.Text.Json.Nodes;
using Parley.Crypto;

namespace Parley.Vectors.Tests;

public sealed class KeyFileVectors
{
    private const string Kind = "station";
    private const string Passphrase = "correct horse";

    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("key-file", 7))
        {
            var passphrase = c.TryGetProperty("passphrase", out var p) ? p.GetString() : null;
            var result = KeyFile.Decode(Encoding.ASCII.GetBytes(c.Text("file")), Kind, passphrase);
            Assert.True(Outcome(result) == c.Text("expected"), c.Text("name"));
            if (result is KeyFileResult.Ok ok)
                Assert.Equal(c.Hex("secret"), ok.Secret);
        }
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        var secret = new byte[48];
        SuiteOne.Instance.FillRandom(secret);
        var open = KeyFile.Encode(secret, Kind, null, SuiteOne.Instance);
        var closed = KeyFile.Encode(secret, Kind, Passphrase, SuiteOne.Instance);
        var flipped = Encoding.ASCII.GetString(open);
        flipped = flipped[..^6] + (flipped[^6] == 'A' ? 'B' : 'A') + flipped[^5..];
        yield return Case("without protection", open, null, secret);
        yield return Case("under a passphrase", closed, Passphrase, secret);
        yield return Case("no passphrase given", closed, null, secret);
        yield return Case("another passphrase", closed, "battery staple", secret);
        yield return Case("a changed character", Encoding.ASCII.GetBytes(flipped), null, secret);
        yield return Case("another kind", KeyFile.Encode(secret, "next", null, SuiteOne.Instance), null, secret);
        yield return Case("line ends of another system", Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(open).Replace("\n", "\r\n")),
            null, secret);
        yield return Case("a trailing line", [.. open, (byte)'\n'], null, secret);
    }

    private static string Outcome(KeyFileResult result) => result switch
    {
        KeyFileResult.Ok => "ok",
        KeyFileResult.PassphraseNeeded => "passphrase needed",
        KeyFileResult.WrongPassphrase => "wrong passphrase",
        KeyFileResult.WrongKind => "another kind",
        _ => "malformed",
    };

    private static JsonObject Case(string name, byte[] file, string? passphrase, byte[] secret)
    {
        var outcome = Outcome(KeyFile.Decode(file, Kind, passphrase));
        var result = new JsonObject { ["name"] = name, ["expected"] = outcome, ["file"] = Encoding.ASCII.GetString(file) };
        if (passphrase is not null)
            result["passphrase"] = passphrase;
        if (outcome == "ok")
            result["secret"] = VectorFile.Hex(secret);
        return result;
    }
}
