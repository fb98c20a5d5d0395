using Parley.Console.Activities;
using Parley.Console.Words;

namespace Parley.Console.Tests.Activities;

/// <summary>A volume that is made by fields, by a drawing and as a text: one text holds.</summary>
public sealed class VolumeSheetTests
{
    private const string Whole = "volume 1\ncircle 54.5000000 19.2000000 5000\nband amsl 300 m .. fl 195\nvalid 2026-11-26T12:00:00Z 2026-11-26T15:00:00Z\n";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_place_and_its_fields_make_the_text()
    {
        var sheet = new VolumeSheet();
        Assert.Equal(VolumeGap.Shape, sheet.Gap(Now));
        Assert.True(sheet.Around("54°30'00\"N 019°12'00\"E", "5000", Now));
        Assert.Equal(VolumeGap.Times, sheet.Gap(Now));
        (sheet.Lower.Reference, sheet.Lower.Number, sheet.Lower.Unit) = ("amsl", "300", "m");
        (sheet.Upper.Reference, sheet.Upper.Number) = ("fl", "195");
        sheet.Set("12:00", "15:00Z", Now);
        Assert.Equal((VolumeGap.None, Whole), (sheet.Gap(Now), sheet.Text));
    }

    [Fact]
    public void What_is_typed_as_a_text_stands_in_the_fields()
    {
        var sheet = new VolumeSheet();
        sheet.Type(Whole.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(Whole, sheet.Text);
        Assert.Equal(("amsl 300 m", "fl 195"), (sheet.Lower.Written, sheet.Upper.Written));
        Assert.Equal(("2026-11-26T12:00:00Z", "2026-11-26T15:00:00Z"), (sheet.From, sheet.Until));
    }

    [Fact]
    public void Windows_that_no_field_has_outlive_a_change_of_fields()
    {
        var sheet = new VolumeSheet();
        sheet.Type(Whole + "window 2026-11-26T13:00:00Z 2026-11-26T14:00:00Z\n");
        sheet.Set(null, "2026-11-26T16:00Z", Now);
        Assert.EndsWith("valid 2026-11-26T12:00:00Z 2026-11-26T16:00:00Z\nwindow 2026-11-26T13:00:00Z 2026-11-26T14:00:00Z\n", sheet.Text, StringComparison.Ordinal);
        Assert.True(sheet.IsWhole);
    }

    [Fact]
    public void A_shape_that_was_drawn_first_never_travels_with_the_times_that_it_was_drawn_under()
    {
        var sheet = new VolumeSheet();
        sheet.Draw($"volume 1\npoint 54.5000000 19.2000000\n{VolumeSheet.DrawingRest}", Now);
        Assert.Equal(VolumeGap.Times, sheet.Gap(Now));
        Assert.DoesNotContain("2100", sheet.Text, StringComparison.Ordinal);

        // The drawing stays where it is while the times are being typed.
        Assert.Contains("point 54.5000000 19.2000000", sheet.Drawable, StringComparison.Ordinal);
        Assert.Contains("2100", sheet.Drawable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "5000")]
    [InlineData("54.5 19.2", "0")]
    [InlineData("54.5 19.2", "5 km")]
    public void What_is_no_place_or_no_distance_changes_nothing(string place, string metres)
    {
        var sheet = new VolumeSheet();
        sheet.Type(Whole);
        Assert.False(sheet.Around(place, metres, Now));
        Assert.Equal(Whole, sheet.Text);
    }

    [Fact]
    public void A_deviation_begins_now_without_the_old_place()
    {
        var sheet = new VolumeSheet();
        sheet.Follow(Whole, Now.AddHours(3));
        Assert.Equal(("", "2026-11-26T13:00Z", "2026-11-26T15:00:00Z"), (sheet.Text, sheet.From, sheet.Until));
        sheet.Follow(Whole, Now.AddHours(6));
        Assert.Equal("", sheet.Until);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var sheet = new VolumeSheet();
        sheet.Around("54.5 19.2", "", Now);
        sheet.Set("2026-11-26T15:00Z", "2026-11-26T12:00Z", Now);
        Assert.Equal(VolumeGap.Order, sheet.Gap(Now));
        (sheet.Lower.Reference, sheet.Lower.Number) = ("agl", "low");
        Assert.Equal(VolumeGap.Height, sheet.Gap(Now));
        sheet.Type("volume 1\ncircle here\n");
        Assert.Equal(VolumeGap.Text, sheet.Gap(Now));
        Assert.All(Languages.Read(null).All, l => Assert.All(Enum.GetValues<VolumeGap>().Where(g => g != VolumeGap.None), g =>
            Assert.NotNull(l.Find("volume.gap." + g.ToString().ToLowerInvariant()))));
    }
}
