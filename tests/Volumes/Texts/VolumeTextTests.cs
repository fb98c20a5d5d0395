using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Texts;

namespace Parley.Volumes.Tests.Texts;

public sealed class VolumeTextTests
{
    private const string Sample = """
        volume 1
        circle 69.3000000 16.0000000 5000
        polygon geodesic
        vertex 69.0000000 15.0000000
        vertex 69.0000000 17.0000000
        vertex 70.0000000 16.0000000
        band agl 0 ft .. fl 195
        valid 2026-11-26T10:00:00Z 2026-11-29T10:00:00Z
        window 2026-11-26T12:00:00Z 2026-11-26T14:30:00Z
        daily 2026-11-27 2026-11-28 fri,sat 22:00:00 02:00:00
        alternate 2026-11-29T08:00:00Z 2026-11-29T09:00:00Z

        """;

    [Fact]
    public void The_sample_of_the_documentation_is_a_volume()
    {
        Assert.True(VolumeText.TryParse(Sample, out var volume, out var line));
        Assert.Equal(0, line);
        Assert.Equal(Sample, VolumeText.Write(volume));
        Assert.Equal(Circle.Make(Places.At(69.3, 16), 5000).Must(), volume.Shapes[0]);
        Assert.Equal(AltitudeReference.FlightLevel, volume.Band.Upper.Reference);
        Assert.Equal(Days.Friday | Days.Saturday, Assert.Single(volume.Schedule.Daily).On);
    }

    [Theory]
    [InlineData("volume 1", "volume 2", 1)]
    [InlineData("volume 1\n", "\nvolume 1\n", 1)]
    [InlineData("69.3000000 16", "69.3 16", 2)]
    [InlineData("69.3000000 16", "+69.3000000 16", 2)]
    [InlineData("circle", "Circle", 2)]
    [InlineData(" 5000", "  5000", 2)]
    [InlineData(" 5000", " 05000", 2)]
    [InlineData(" 5000", " 5000 ", 2)]
    [InlineData(" 5000", " 5000001", 2)]
    [InlineData(" 5000\n", " 5000\r\n", 2)]
    [InlineData("geodesic", "1", 3)]
    [InlineData("vertex 70.0000000 16.0000000\n", "", 5)]
    [InlineData("vertex 70.0000000 16.0000000", "vertex 69.0000000 17.0000000", 6)]
    [InlineData("fl 195", "fl 195 ft", 7)]
    [InlineData("fl 195", "sfc .. fl 195", 7)]
    [InlineData("agl 0 ft", "agl -0 ft", 7)]
    [InlineData("2026-11-26T10:00:00Z", "2026-11-26T10:00:00.0Z", 8)]
    [InlineData("2026-11-26T10:00:00Z", "2026-11-26T10:00Z", 8)]
    [InlineData("2026-11-26T10:00:00Z", "2026-11-30T10:00:00Z", 8)]
    [InlineData("window", "windows", 9)]
    [InlineData("fri,sat", "sat,fri", 10)]
    [InlineData("fri,sat", "fri,fri,sat", 10)]
    [InlineData("fri,sat", "", 10)]
    [InlineData("2026-11-27 ", "2026-11-29 ", 10)]
    [InlineData("09:00:00Z\n", "09:00:00Z", 11)]
    [InlineData("09:00:00Z\n", "09:00:00Z\n\n", 12)]
    [InlineData("09:00:00Z\n", "09:00:00Z\nwindow 2026-11-26T12:00:00Z 2026-11-26T14:30:00Z\n", 10)]
    public void Anything_else_is_refused_with_its_line(string was, string becomes, int wrong)
    {
        var text = Sample.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(Sample, text);
        Assert.False(VolumeText.TryParse(text, out var volume, out var line));
        Assert.Null(volume);
        Assert.Equal(wrong, line);
    }

    [Fact]
    public void Every_volume_comes_back() => Prop.ForAll(Any.Volume.ToArbitrary(), volume =>
    {
        var text = VolumeText.Write(volume);
        return VolumeText.TryParse(Encoding.ASCII.GetBytes(text), out var read, out _) && read == volume && VolumeText.Write(read) == text &&
            text.All(c => c is '\n' or >= ' ' and <= '~');
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Changed_bytes_never_throw_and_mean_themselves() => Prop.ForAll(
        Any.Volume.ToArbitrary(), Gen.Choose(0, int.MaxValue).Two().ArrayOf(3).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (volume, places, how) =>
        {
            var bytes = Encoding.ASCII.GetBytes(VolumeText.Write(volume)).ToList();
            foreach (var (place, value) in places)
            {
                var at = place % bytes.Count;
                if (how == 0)
                    bytes[at] = (byte)value;
                else if (how == 1)
                    bytes.RemoveAt(at);
                else if (how == 2)
                    bytes.Insert(at, bytes[value % bytes.Count]);
                else
                    bytes.RemoveRange(at, bytes.Count - at);
                if (bytes.Count == 0)
                    break;
            }

            var text = bytes.ToArray();
            return VolumeText.TryParse(text, out var read, out var line)
                ? line == 0 && Encoding.ASCII.GetBytes(VolumeText.Write(read)).AsSpan().SequenceEqual(text)
                : read is null && line >= 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Bounds_hold()
    {
        var point = new PointShape(Places.At(1, 2));
        var volume = Volume.Make([point], AltitudeBand.Everything, Schedule.Make(Tests.Schedules.Times.Of(Tests.Schedules.Times.Monday, 1)).Must()).Must();
        var text = VolumeText.Write(volume);
        var line = $"point {point.At}\n";
        Assert.True(VolumeText.TryParse(text.Replace(line, string.Concat(Enumerable.Repeat(line, Bounds.Shapes))), out _, out _));
        Assert.False(VolumeText.TryParse(text.Replace(line, string.Concat(Enumerable.Repeat(line, Bounds.Shapes + 1))), out _, out _));
        Assert.False(VolumeText.TryParse(new string('v', Bounds.VolumeTextLength + 1), out _, out _));
        Assert.False(VolumeText.TryParse(new string('\n', Bounds.VolumeTextLength), out _, out _));
        Assert.False(VolumeText.TryParse(text + string.Concat(Enumerable.Repeat("window 2026-11-02T00:00:00Z 2026-11-02T01:00:00Z\n", Bounds.Windows + 1)), out _, out var wrong));
        Assert.Equal(4 + Bounds.Windows, wrong);
        Assert.False(VolumeText.TryParse(Encoding.UTF8.GetBytes("volume 1\narea süd\n"), out _, out wrong));
        Assert.Equal(2, wrong);
    }

    [Fact]
    public void The_longest_volume_has_room()
    {
        var ring = Enumerable.Range(0, Bounds.Vertices).Select(i => Position.FromUnits(i % 2 == 0 ? -812_345_678 : -823_456_789, -1_799_999_999 + i * 600_001L)!.Value);
        var polygon = Corridor.Make([.. ring], Bounds.Extent, Edge.Geodesic).Must();
        var (from, until) = (Tests.Schedules.Times.Monday.AddTicks(1), Tests.Schedules.Times.Monday.AddTicks(3));
        var daily = DailyRule.Make(DateOnly.MinValue, DateOnly.MaxValue, Days.All, new TimeOnly(1), new TimeOnly(2)).Must();
        var schedule = Schedule.Make(Window.Make(from, until).Must(), daily: [.. Enumerable.Repeat(daily, Bounds.Windows)]).Must();
        var text = VolumeText.Write(Volume.Make([.. Enumerable.Repeat(polygon, Bounds.Shapes)], AltitudeBand.Everything, schedule).Must());
        Assert.InRange(text.Length, 4_000_000, Bounds.VolumeTextLength);
        Assert.True(VolumeText.TryParse(text, out _, out _));
    }
}
