using System.Text;

namespace Parley.Crypto.Tests;

public sealed class KeyFileTests
{
    private const string Kind = "signing";
    private const string Passphrase = "blue heron";
    private const int FewIterations = Bounds.KeyFileLeastIterations;

    // Both computed by another program from the definition.
    private const string Unprotected =
        "parley-key/1 signing\nprotection none\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vtNDxMrDSPlT3BRmQliFZfw==\n";

    private const string Protected =
        "parley-key/1 signing\nprotection pbkdf2-sha384 10000\nsalt WlpaWlpaWlpaWlpaWlpaWg==\n"
        + "MtOE2eBWXBoeTL8jRT+5QixSPbn1puXnGAxD2nzJJ+Qn4pvihD6XmdhZ8T3x8cb0lOvaFA2sPLE8XZDGPc+cbg==\n";

    private static readonly byte[] Secret = [.. Enumerable.Range(0, 48).Select(i => (byte)i)];

    [Fact]
    public void An_unprotected_file_is_written_and_read_as_defined()
    {
        Assert.Equal(Unprotected, Encoding.ASCII.GetString(KeyFile.Encode(Secret, Kind, null, SuiteOne.Instance)));
        Assert.Equal(Secret, Read(Unprotected));
        Assert.Equal(Secret, Read(Unprotected, Passphrase));
    }

    [Fact]
    public void A_protected_file_is_read_as_defined() => Assert.Equal(Secret, Read(Protected, Passphrase));

    [Fact]
    public void A_protected_file_has_600000_iterations_and_a_salt_of_its_own()
    {
        var first = Encoding.ASCII.GetString(KeyFile.Encode(Secret, Kind, Passphrase, SuiteOne.Instance));
        var second = Encoding.ASCII.GetString(KeyFile.Encode(Secret, Kind, Passphrase, SuiteOne.Instance, FewIterations));
        Assert.StartsWith("parley-key/1 signing\nprotection pbkdf2-sha384 600000\nsalt ", first, StringComparison.Ordinal);
        Assert.NotEqual(first.Split('\n')[2], second.Split('\n')[2]);
        Assert.Equal(Secret, Read(first, Passphrase));
        Assert.Equal(Secret, Read(second, Passphrase));
    }

    [Fact]
    public void A_missing_passphrase_is_asked_for()
    {
        Assert.Equal(new KeyFileResult.PassphraseNeeded(), Decode(Protected, null));
        Assert.Equal(new KeyFileResult.PassphraseNeeded(), Decode(Protected, ""));
    }

    [Fact]
    public void A_wrong_passphrase_is_named() =>
        Assert.Equal(new KeyFileResult.WrongPassphrase(), Decode(Protected, "blue herons"));

    [Fact]
    public void Another_kind_is_named()
    {
        Assert.Equal(new KeyFileResult.WrongKind(Kind), KeyFile.Decode(Bytes(Unprotected), "next", null));
        Assert.Equal(new KeyFileResult.WrongKind(Kind), KeyFile.Decode(Bytes(Protected), "next", null));
    }

    [Fact]
    public void Every_flipped_byte_of_an_unprotected_file_is_refused() =>
        Assert.All(Flips(Unprotected, everyBit: true), file => Assert.IsNotType<KeyFileResult.Ok>(KeyFile.Decode(file, Kind, null)));

    [Fact]
    public void Every_flipped_byte_of_a_protected_file_is_refused() =>
        Assert.All(Flips(Protected, everyBit: false), file =>
            Assert.IsNotType<KeyFileResult.Ok>(KeyFile.Decode(file, Kind, Passphrase)));

    [Fact]
    public void Every_truncated_file_is_refused()
    {
        foreach (var file in (byte[][])[Bytes(Unprotected), Bytes(Protected)])
        {
            for (var length = 0; length < file.Length; length++)
            {
                Assert.Equal(new KeyFileResult.Malformed(), KeyFile.Decode(file.AsSpan(0, length), Kind, Passphrase));
            }
        }
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("parley-key/1", " parley-key/1")]
    [InlineData("parley-key/1", "parley-key/2")]
    [InlineData("parley-key/1", "\ufeffparley-key/1")]
    [InlineData("signing\n", "signing \n")]
    [InlineData("signing\n", "Signing\n")]
    [InlineData("signing\n", "\n")]
    [InlineData("signing\n", "signing-signing-signing-signing-x\n")]
    [InlineData("sha384 10000", "sha384 010000")]
    [InlineData("sha384 10000", "sha384 +10000")]
    [InlineData("sha384 10000", "sha384 10000 ")]
    [InlineData("sha384 10000", "sha384 9999")]
    [InlineData("sha384 10000", "sha384 10000001")]
    [InlineData("sha384 10000", "sha384 4294977296")]
    [InlineData("sha384", "sha512")]
    [InlineData("WlpaWg==", "WlpaWh==")]
    [InlineData("WlpaWg==", "WlpaWg")]
    [InlineData("salt Wlpa", "salt ")]
    [InlineData("salt Wlpa", "salt Wlpa Wlpa")]
    [InlineData("salt WlpaWlpaWlpaWlpaWlpaWg==\n", "")]
    [InlineData("bg==\n", "bg==\n\n")]
    [InlineData("bg==\n", "bg== \n")]
    [InlineData("bg==\n", "bg==\nx\n")]
    [InlineData("bg==\n", "bh==\n")]
    public void A_protected_file_has_one_spelling(string from, string to)
    {
        Assert.Contains(from, Protected, StringComparison.Ordinal);
        Assert.Equal(new KeyFileResult.Malformed(), Decode(Protected.Replace(from, to, StringComparison.Ordinal), Passphrase));
    }

    [Theory]
    [InlineData("protection none", "protection  none")]
    [InlineData("protection none", "protection pbkdf2-sha384 10000")]
    [InlineData("protection none\n", "protection none\nsalt WlpaWlpaWlpaWlpaWlpaWg==\n")]
    [InlineData("fw==\n", "fw==\n\n")]
    [InlineData("fw==\n", "fw==")]
    [InlineData("fw==\n", "fx==\n")]
    public void An_unprotected_file_has_one_spelling(string from, string to)
    {
        Assert.Contains(from, Unprotected, StringComparison.Ordinal);
        Assert.Equal(new KeyFileResult.Malformed(), Decode(Unprotected.Replace(from, to, StringComparison.Ordinal), Passphrase));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Bounds.KeyFileSecretBytes)]
    public void Secrets_at_the_bounds_come_back(int size)
    {
        var secret = new byte[size];
        Assert.Equal(secret, Read(Encoding.ASCII.GetString(KeyFile.Encode(secret, Kind, null, SuiteOne.Instance))));
        Assert.Equal(
            secret,
            Read(Encoding.ASCII.GetString(KeyFile.Encode(secret, Kind, Passphrase, SuiteOne.Instance, FewIterations)), Passphrase));
    }

    [Theory]
    [InlineData(0, Kind, null)]
    [InlineData(Bounds.KeyFileSecretBytes + 1, Kind, null)]
    [InlineData(1, "", null)]
    [InlineData(1, "two words", null)]
    [InlineData(1, "line\n", null)]
    [InlineData(1, Kind, "")]
    public void What_no_file_can_hold_is_a_fault(int size, string kind, string? passphrase) =>
        Assert.Throws<ArgumentException>(() => KeyFile.Encode(new byte[size], kind, passphrase, SuiteOne.Instance));

    private static byte[] Bytes(string file) => Encoding.UTF8.GetBytes(file);

    private static KeyFileResult Decode(string file, string? passphrase) => KeyFile.Decode(Bytes(file), Kind, passphrase);

    private static byte[] Read(string file, string? passphrase = null) =>
        Assert.IsType<KeyFileResult.Ok>(Decode(file, passphrase)).Secret;

    private static IEnumerable<byte[]> Flips(string text, bool everyBit)
    {
        var file = Bytes(text);
        for (var bit = 0; bit < file.Length * 8; bit += everyBit ? 1 : 8)
        {
            byte[] flipped = [.. file];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return flipped;
        }
    }
}
