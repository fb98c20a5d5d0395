using System.Text;
using Parley.Ledger;
using Parley.Lines.Codebooks;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Codebooks;

public sealed class BlankValueTests
{
    [Theory]
    [InlineData("time 2026-11-22T12:00:00Z", "2026-11-22 12:00:00 UTC")]
    [InlineData("place Gull Bay", "“Gull Bay”")]
    [InlineData("place Залив Чаек", "“Залив Чаек”")]
    [InlineData("at 12.34567N 045.67890E", "12.34567N 045.67890E")]
    [InlineData("at 90.00000S 180.00000E", "90.00000S 180.00000E")]
    [InlineData("at 00.00000N 000.00001W", "00.00000N 000.00001W")]
    [InlineData("count 0", "0")]
    [InlineData("count 999999999", "999999999")]
    public void Are_written_in_one_way(string encoded, string shown)
    {
        var value = BlankValue.Parse(encoded)!;
        Assert.Equal(shown, value.Shown);
        Assert.Equal(encoded, value.Encode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("count")]
    [InlineData("count ")]
    [InlineData("count -1")]
    [InlineData("count 01")]
    [InlineData("count 1 ")]
    [InlineData("count ١")]
    [InlineData("count 1000000000")]
    [InlineData("number 1")]
    [InlineData("time 2026-11-22T12:00Z")]
    [InlineData("time 2026-11-22T12:00:00.000Z")]
    [InlineData("time 2026-11-22T12:00:00")]
    [InlineData("time 2026-13-22T12:00:00Z")]
    [InlineData("time 1969-12-31T23:59:59Z")]
    [InlineData("place ")]
    [InlineData("place  Gull Bay")]
    [InlineData("place Gull”. We agree. “Bay")]
    [InlineData("place Gull\nBay")]
    [InlineData("place Gull\u202eBay")]
    [InlineData("at 12.34567N 45.67890E")]
    [InlineData("at 91.00000N 045.67890E")]
    [InlineData("at 90.00001N 045.67890E")]
    [InlineData("at 12.34567N 180.00000W")]
    [InlineData("at 12.34567N 180.00001E")]
    [InlineData("at 00.00000S 045.67890E")]
    [InlineData("at 00.00000N 000.00000W")]
    [InlineData("at +2.34567N 045.67890E")]
    public void No_values(string text) => Assert.Null(BlankValue.Parse(text));

    [Theory]
    [InlineData("time 2026-11-22T12:00:00Z")]
    [InlineData("at 12.34567N 045.67890E")]
    [InlineData("count 120")]
    [InlineData("place Gull Bay")]
    public void Damage_is_refused_or_says_what_it_says(string text) => Fuzz.Check(
        Encoding.UTF8.GetBytes(text),
        Encoding.ASCII.GetBytes("0123456789-:.TZNSEW a"),
        5_000,
        bytes => BlankValue.Parse(Encoding.Latin1.GetString(bytes)) is { } value ? Encoding.Latin1.GetBytes(value.Encode()) : null);

    [Theory]
    [InlineData(BlankKind.Time, "2026-11-22T12:00Z", "time 2026-11-22T12:00:00Z")]
    [InlineData(BlankKind.Time, "2026-11-22T12:00:05Z", "time 2026-11-22T12:00:05Z")]
    [InlineData(BlankKind.Place, "12.34567N 045.67890E", "at 12.34567N 045.67890E")]
    [InlineData(BlankKind.Place, "00.00000S 000.00000W", "at 00.00000N 000.00000E")]
    [InlineData(BlankKind.Place, "12.3N 45E", "place 12.3N 45E")]
    [InlineData(BlankKind.Count, "007", "count 7")]
    [InlineData(BlankKind.Count, "seven", null)]
    [InlineData(BlankKind.Time, "tomorrow", null)]
    [InlineData(BlankKind.Place, " ", null)]
    public void As_officers_type_them(BlankKind kind, string typed, string? encoded) => Assert.Equal(encoded, BlankValue.Typed(kind, typed)?.Encode());

    [Fact]
    public void What_cannot_be_shown_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new TimeValue(new Timestamp(1)));
        Assert.Throws<ArgumentException>(() => new PlaceValue("“"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountValue(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoordinatesValue(9_000_001, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoordinatesValue(0, -18_000_000));
        Assert.Equal("01.00000S 002.00000W", new CoordinatesValue(-100_000, -200_000).Shown);
        Assert.Equal(BlankKind.Time, SampleCodebook.Noon.Kind);
    }
}
