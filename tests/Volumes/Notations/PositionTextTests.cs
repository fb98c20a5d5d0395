using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Notations;

namespace Parley.Volumes.Tests.Notations;

public sealed class PositionTextTests
{
    [Theory]
    [InlineData("693000N 0160000E", 69.5, 16, Notation.DegreesMinutesSeconds, 30.89)]
    [InlineData("693000.0N0160000.0E", 69.5, 16, Notation.DegreesMinutesSeconds, 3.089)]
    [InlineData("6930N01600E", 69.5, 16, Notation.DegreesMinutes, 1853.2)]
    [InlineData("69-30.5N 016-00.2E", 69.508333333, 16.003333333, Notation.DegreesMinutes, 185.32)]
    [InlineData("69-30-00S 016-00-36W", -69.5, -16.01, Notation.DegreesMinutesSeconds, 30.89)]
    [InlineData("69°30.5'N 016°00.2'E", 69.508333333, 16.003333333, Notation.DegreesMinutes, 185.32)]
    [InlineData("69°30\u203200.0\u2033N 016°00\u203200.0\u2033E", 69.5, 16, Notation.DegreesMinutesSeconds, 3.089)]
    [InlineData("69 30 00.0 N 016 00 00.0 E", 69.5, 16, Notation.DegreesMinutesSeconds, 3.089)]
    [InlineData("69.3 N 16.0 E", 69.3, 16, Notation.DecimalDegrees, 11119.5)]
    [InlineData("69.3°N 16.0°W", 69.3, -16, Notation.DecimalDegrees, 11119.5)]
    [InlineData("69N016E", 69, 16, Notation.DecimalDegrees, 111195)]
    [InlineData("69.3000000 16.0000000", 69.3, 16, Notation.DecimalDegrees, 0.01112)]
    [InlineData("-0.5 -179.25", -0.5, -179.25, Notation.DecimalDegrees, 11119.5)]
    [InlineData("900000N 1800000W", 90, 0, Notation.DegreesMinutesSeconds, 30.89)]
    [InlineData("0000N 18000W", 0, 180, Notation.DegreesMinutes, 1853.2)]
    public void What_is_written_is_read(string text, double latitude, double longitude, Notation notation, double precision)
    {
        var read = PositionText.Parse(text);
        Assert.NotNull(read);
        Assert.Equal(latitude, read.Position.Latitude, 1e-7);
        Assert.Equal(longitude, read.Position.Longitude, 1e-7);
        Assert.Equal(notation, read.Notation);
        Assert.Equal(precision, read.Precision, precision / 1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("69.3 16")]
    [InlineData("16.0 E 69.3 N")]
    [InlineData("69.3, 16.0")]
    [InlineData("69.3  16.0")]
    [InlineData(" 69.3 16.0")]
    [InlineData("69.3 16.0\n")]
    [InlineData("+69.3 16.0")]
    [InlineData("69.3 N -16.0 E")]
    [InlineData("90.1 16.0")]
    [InlineData("90-00.1N 016-00.0E")]
    [InlineData("69.3 180.1")]
    [InlineData("696000N 0160000E")]
    [InlineData("69-60.0N 016-00.0E")]
    [InlineData("693000N 01600E")]
    [InlineData("693000N 160000E")]
    [InlineData("693000n 0160000e")]
    [InlineData("69.30000001 16.0")]
    [InlineData("693000.00001N 0160000E")]
    [InlineData("69-30.5N 016E")]
    [InlineData("٦٩.3 16.0")]
    [InlineData("69. 16.0")]
    [InlineData("69-30-N 016-00-E")]
    public void What_is_doubtful_is_refused(string text) => Assert.Null(PositionText.Parse(text));

    [Theory]
    [InlineData(Notation.DegreesMinutesSeconds, "693000.0N 0160000.0E", "69°30'00.0\"N 016°00'00.0\"E", "69 30 00.0 N 016 00 00.0 E")]
    [InlineData(Notation.DegreesMinutes, "69-30.000N 016-00.000E", "69°30.000'N 016°00.000'E", "69 30.000 N 016 00.000 E")]
    [InlineData(Notation.DecimalDegrees, "69.5000000 16.0000000", "69.5000000 16.0000000", "69.5000000 N 016.0000000 E")]
    [InlineData(Notation.Mgrs, "33WWT 39151 09948", "33WWT 39151 09948", "33W WT 39151 09948")]
    public void Each_notation_has_its_texts(Notation notation, string plain, string eyes, string voice)
    {
        var at = Places.At(69.5, 16);
        if (notation == Notation.Mgrs)
            plain = eyes = PositionText.Write(at, notation);
        Assert.Equal(plain, PositionText.Write(at, notation));
        Assert.Equal(eyes, ReadBack.ForEyes(at, notation));
        Assert.Equal(notation == Notation.Mgrs ? plain.Insert(3, " ") : voice, ReadBack.ForVoice(at, notation));
    }

    [Fact]
    public void A_carry_goes_through_all_fields()
    {
        Assert.Equal("700000N 0170000W", PositionText.Write(Places.At(69.9999, -16.9999), Notation.DegreesMinutesSeconds, 0));
        Assert.Equal("0.0 0.0", PositionText.Write(Places.At(-0.0000001, 0), Notation.DecimalDegrees, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PositionText.Write(Places.At(1, 1), Notation.DegreesMinutes, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => PositionText.Write(Places.At(1, 1), Notation.DegreesMinutes, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PositionText.Write(Places.At(1, 1), Notation.DecimalDegrees, 0));
    }

    [Fact]
    public void With_all_digits_every_position_comes_back() => Prop.ForAll(Places.Anywhere.ToArbitrary(), at =>
        new[] { (Notation.DegreesMinutesSeconds, 4), (Notation.DegreesMinutes, 6), (Notation.DecimalDegrees, 7) }.All(n =>
            new[] { PositionText.Write(at, n.Item1, n.Item2), ReadBack.ForEyes(at, n.Item1, n.Item2), ReadBack.ForVoice(at, n.Item1, n.Item2) }
                .All(t => PositionText.Parse(t) is { } read && read.Position == at && read.Notation == n.Item1)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void With_fewer_digits_it_comes_back_to_what_was_said() => Prop.ForAll(Places.Anywhere.ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (at, digits) =>
        new[] { Notation.DegreesMinutesSeconds, Notation.DegreesMinutes, Notation.DecimalDegrees }.All(notation =>
            PositionText.Parse(PositionText.Write(at, notation, digits)) is { } read && Math.Abs(read.Position.Latitude - at.Latitude) * 111_195 <= read.Precision * 0.51 + 0.02))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void No_text_whatever_breaks_the_reader()
    {
        var signs = Gen.Elements("0123456789NSEWZABTX.-° '\"\n".ToCharArray());
        Prop.ForAll(signs.ArrayOf().ToArbitrary(), text => PositionText.Parse(new string(text)) is null or { Precision: > 0 })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
        Assert.Null(PositionText.Parse(new string('6', 100_000)));
    }
}
