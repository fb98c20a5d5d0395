using System.Formats.Cbor;
using System.Reflection;
using System.Text.Json;

namespace Parley.Lines.Tests;

public sealed class CborTests
{
    // Encodings of one value that differ from the deterministic one: longer integers and lengths, open lengths, other types, leftovers.
    [Theory]
    [InlineData("1800")]
    [InlineData("190001")]
    [InlineData("1a00000001")]
    [InlineData("1b0000000000000001")]
    [InlineData("20")]
    [InlineData("f90000")]
    [InlineData("c100")]
    [InlineData("0000")]
    [InlineData("")]
    [InlineData("18")]
    public void One_number_has_one_encoding(string hex) => Assert.Null(Number(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("5f4101ff")]
    [InlineData("580101")]
    [InlineData("7f6161ff")]
    public void Strings_have_definite_and_shortest_lengths(string hex)
    {
        Assert.Null(Cbor.Read(Convert.FromHexString(hex), 100, r => r.ReadByteString()));
        Assert.Null(Cbor.Read(Convert.FromHexString(hex), 100, r => r.ReadTextString()));
    }

    [Fact]
    public void Arrays_have_definite_lengths()
    {
        Assert.NotNull(Cbor.Read(new byte[] { 0x80 }, 1, Empty));
        Assert.Null(Cbor.Read(new byte[] { 0x9f, 0xff }, 2, Empty));
        Assert.Null(Cbor.Read(new byte[] { 0x98, 0x00 }, 2, Empty));
        Assert.Null(Cbor.Read(new byte[] { 0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, 9, Empty));
    }

    [Fact]
    public void Text_is_UTF8() => Assert.Null(Cbor.Read(new byte[] { 0x61, 0xff }, 2, r => r.ReadTextString()));

    [Fact]
    public void Counts_stop_at_2_to_the_53rd()
    {
        Assert.Equal("9007199254740991", Number(Convert.FromHexString("1b001fffffffffffff")));
        Assert.Null(Number(Convert.FromHexString("1b0020000000000000")));
    }

    [Fact]
    public void The_bound_is_on_the_whole()
    {
        Assert.NotNull(Cbor.Read(new byte[] { 0x41, 7 }, 2, r => r.ReadByteString()));
        Assert.Null(Cbor.Read(new byte[] { 0x41, 7 }, 1, r => r.ReadByteString()));
    }

    /// <summary>RFC 8949, appendix A: unsigned integers and strings that the example calls the preferred encoding are read and written
    /// back; the others (open lengths, tags, floats) are refused where a number or string is asked for.</summary>
    [Fact]
    public void Appendix_A()
    {
        var (read, refused) = (0, 0);
        foreach (var example in Vectors("cbor/appendix_a.json").EnumerateArray())
        {
            var bytes = Convert.FromHexString(example.GetProperty("hex").GetString()!);
            var again = Again(bytes);
            var wanted = IsPlain(bytes) && example.GetProperty("roundtrip").GetBoolean();
            Assert.True(wanted == again is not null, example.GetProperty("hex").GetString());
            if (again is null)
                refused++;
            else
                Assert.Equal(bytes, again);
            read += again is null ? 0 : 1;
        }

        Assert.True(read > 15 && refused > 15);
    }

    // Unsigned integers up to 2^53-1, byte and text strings.
    private static bool IsPlain(byte[] bytes) => (bytes[0] >> 5) switch
    {
        0 => bytes[0] != 0x1b || bytes[1] == 0,
        2 or 3 => (bytes[0] & 0x1f) != 0x1f,
        _ => false,
    };

    private static byte[]? Again(byte[] bytes) => Cbor.Read(bytes, 1000, reader =>
    {
        var writer = Cbor.Writer();
        switch (reader.PeekState())
        {
            case CborReaderState.TextString:
                writer.WriteTextString(reader.Text(1000));
                break;
            case CborReaderState.ByteString:
                writer.WriteByteString(reader.BytesUpTo(1000));
                break;
            default:
                writer.WriteUInt64((ulong)reader.Count());
                break;
        }

        return writer.Encode();
    });

    private static string? Number(byte[] bytes) => Cbor.Read(bytes, 100, r => r.Count().ToString());

    private static string Empty(CborReader reader)
    {
        reader.ArrayOf(0);
        reader.ReadEndArray();
        return "read";
    }

    private static JsonElement Vectors(string name)
    {
        var root = typeof(CborTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot")
            .Value!;
        var shared = Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine(root, "..", "shared");
        var path = Path.Combine(shared, "vectors", name);
        if (!File.Exists(path))
            Assert.Skip($"vectors not present: {name}");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
