using System.Globalization;
using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Notices;

/// <summary>Volumes as people read them.</summary>
public sealed class VolumeWordsTests
{
    [Fact]
    public void Shapes_heights_and_times_have_a_line_each() => Assert.Equal(
        [
            "Circle: 69°00'00.0\"N 016°00'00.0\"E, radius 5 km",
            "Height: surface – unlimited",
            "Valid: 2027-02-01 10:00Z – 2027-02-03 10:00Z",
            "Times: 2027-02-02 10:00Z – 2027-02-02 12:00Z",
        ],
        VolumeWords.Of(SampleFormat.Area, "en"));

    [Theory]
    [InlineData("ellipse 76.5000000 13.8000000 90000 40000 172", "Ellipse: 76°30'00.0\"N 013°48'00.0\"E, semi-axes 90 km × 40 km, long axis 172°")]
    [InlineData("point 1.0000000 2.0000000", "Point: 01°00'00.0\"N 002°00'00.0\"E")]
    [InlineData("quadrant pacific southwest", "Pacific, south-west quadrant")]
    [InlineData("area border", "Area of the charter: border")]
    [InlineData("corridor rhumb 1550\nvertex 1.0000000 2.0000000\nvertex 2.0000000 2.0000000",
        "Corridor ± 1550 m (edges: one heading): 01°00'00.0\"N 002°00'00.0\"E; 02°00'00.0\"N 002°00'00.0\"E")]
    public void Every_shape_has_its_words(string shape, string words) =>
        Assert.Equal(words, VolumeWords.Of($"volume 1\n{shape}\nband agl 500 ft .. fl 65\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:30Z", "en")![0]);

    [Fact]
    public void Heights_keep_their_reference()
    {
        string Height(string band) => VolumeWords.Of($"volume 1\npoint 1.0000000 2.0000000\nband {band}\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z", "en")![1];
        Assert.Equal("Height: 500 ft above ground – FL 065", Height("agl 500 ft .. fl 65"));
        Assert.Equal("Height: -20 m above sea level – 300 m above the WGS 84 ellipsoid", Height("amsl -20 m .. wgs84 300 m"));
        Assert.Equal("Height: 50 m deep – surface", Height("depth 50 m .. sfc"));
    }

    [Theory]
    [InlineData("ru", "Круг: ")]
    [InlineData("ar", "دائرة: ")]
    [InlineData("de", "Circle: ")]
    public void Readers_have_their_own_language(string language, string begins) =>
        Assert.StartsWith(begins, VolumeWords.Of(SampleFormat.Area, language)![0], StringComparison.Ordinal);

    [Fact]
    public void Daily_hours_name_their_days()
    {
        const string daily = "daily 2027-02-01 2027-02-03 mon,wed 05:00:00 10:30:00";
        Assert.Contains(
            "Daily: 05:00–10:30Z, Mon Wed, 2027-02-01 – 2027-02-03",
            VolumeWords.Of($"volume 1\npoint 1.0000000 2.0000000\nband sfc .. unlimited\nvalid 2027-02-01T00:00:00Z 2027-02-04T00:00:00Z\n{daily}", "en")!);
    }

    [Fact]
    public void A_volume_of_a_notice_has_its_bound()
    {
        string Round(int vertices) => "volume 1\npolygon geodesic\n" + string.Concat(Enumerable.Range(0, vertices).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"vertex {50 + Math.Sin(2 * Math.PI * i / vertices):F7} {20 + Math.Cos(2 * Math.PI * i / vertices):F7}\n"))) +
            "band sfc .. unlimited\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z";
        Assert.NotNull(FieldText.Volume(Round(500)));
        Assert.Null(FieldText.Volume(Round(600)));
    }

    [Fact]
    public void What_is_no_volume_has_no_words()
    {
        Assert.Null(VolumeWords.Of("near the coast", "en"));
        Assert.Equal(4, NoticeLine.Of(SampleFormat.Format, SampleFormat.Notice, "en").Single(l => l.Label == "The splash").Words.Count);
        Assert.Empty(NoticeLine.Of(SampleFormat.Format, SampleFormat.Notice, "en")[0].Words);
    }
}
