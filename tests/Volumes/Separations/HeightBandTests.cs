using Parley.Volumes.Separations;

namespace Parley.Volumes.Tests.Separations;

public sealed class HeightBandTests
{
    private static readonly LaidVolume Everything = LaidVolume.Of(Pairs.At(AltitudeBand.Everything));

    /// <summary>Ten flight levels are 304.8 m, whatever the weather: so they are kept.</summary>
    [Theory]
    [InlineData(304, Nearness.Clear)]
    [InlineData(305, Nearness.Within)]
    public void Flight_levels_among_themselves(int vertical, Nearness expected) => Assert.Equal(expected, Told("FL195..FL245", "FL255..FL300", vertical, 9_260));

    /// <summary>At one place, over which both volumes lie.</summary>
    [Theory]
    [InlineData("M0..M1000", "M1300..M2000", 300, Nearness.Clear)]
    [InlineData("M0..M1000", "M1299..M2000", 300, Nearness.Within)]
    [InlineData("M0..M1000", "M1000..M2000", 0, Nearness.Meets)] // They touch.
    [InlineData("M0..M1000", "M1001..M2000", 0, Nearness.Clear)]
    [InlineData("F0..F10000", "M3048..M4000", 0, Nearness.Meets)] // 10,000 ft are 3,048 m exactly.
    [InlineData("F0..F9999", "M3048..M4000", 0, Nearness.Clear)]
    [InlineData("M0..M1000", "M500..U", 0, Nearness.Meets)]
    [InlineData("S..U", "FL100..FL200", 300, Nearness.Possible)] // High ground may reach above flight level 100.
    [InlineData("S..FL100", "S..M500", 300, Nearness.Meets)] // Both begin at the ground.
    [InlineData("S..M2000", "FL500..FL600", 300, Nearness.Clear)] // 15,240 m less 1,300, times 0.75, is 10,455.
    [InlineData("M0..M9000", "FL500..FL600", 300, Nearness.Clear)]
    [InlineData("M0..M10400", "FL500..FL600", 300, Nearness.Possible)]
    [InlineData("M0..M3000", "FL100..FL200", 0, Nearness.Possible)]
    [InlineData("M0..M20000", "FL300..FL400", 0, Nearness.Meets)] // 12,192 m and 600, times 1.15, is 14,711.
    [InlineData("M0..M100", "E400..E500", 200, Nearness.Clear)] // 210 m above the sea at least.
    [InlineData("M0..M100", "E400..E500", 220, Nearness.Possible)]
    [InlineData("M0..M100", "E0..E500", 0, Nearness.Possible)]
    [InlineData("M0..M120", "E0..E500", 0, Nearness.Meets)] // 110 m above the sea at most.
    [InlineData("D50..D10", "D300..D110", 60, Nearness.Clear)]
    [InlineData("D50..D10", "D300..D110", 61, Nearness.Within)]
    [InlineData("D300..D100", "M0..M500", 70, Nearness.Clear)] // The sea's surface is 30 m above its mean at most.
    [InlineData("D300..D100", "M0..M500", 71, Nearness.Possible)]
    [InlineData("FL3000..U", "M0..M50000", 0, Nearness.Clear)] // No less than 59,025 m.
    [InlineData("FL3000..U", "M0..M200000", 0, Nearness.Possible)] // No height follows from a pressure there.
    public void References_at_one_place(string one, string other, int vertical, Nearness expected) => Assert.Equal(expected, Told(one, other, vertical, 0));

    /// <summary>Above ground it is the ground that decides, and within the separation that may differ.</summary>
    [Theory]
    [InlineData("G0..G100", "G500..G600", 0, 300, Nearness.Clear)]
    [InlineData("S..G100", "G500..G600", 0, 401, Nearness.Within)]
    [InlineData("S..G100", "G500..G600", 1_000, 300, Nearness.Possible)] // A cliff between them.
    [InlineData("S..G100", "G3500..G4000", 1_000, 300, Nearness.Clear)] // 3,400 m less 3,000.
    [InlineData("S..G100", "G3500..G4000", 1_000, 401, Nearness.Possible)]
    [InlineData("D300..D100", "S..U", 0, 100, Nearness.Clear)] // Where there is depth, the surface is the sea's.
    [InlineData("D500..D400", "S..U", 9_260, 200, Nearness.Clear)] // And beside it the ground may lie 200 m lower.
    [InlineData("D500..D400", "S..U", 9_260, 201, Nearness.Possible)]
    public void Ground(string one, string other, int horizontal, int vertical, Nearness expected) => Assert.Equal(expected, Told(one, other, vertical, horizontal));

    [Fact]
    public void The_gap_is_told()
    {
        var gap = Meeting.Measured(Laid("M0..M1000"), Laid("FL100..FL200"), Pairs.Apart(0)).Vertical!.Value;

        // (3,048 - 1,300) 0.75 and (3,048 + 600) 1.15, less 1,000.
        Assert.Equal(311, gap.Least, 1e-6);
        Assert.Equal(3_195.2, gap.Most!.Value, 1e-6);
        Assert.Null(Meeting.Measured(Laid("FL3000..U"), Laid("M0..M50000"), Pairs.Apart(0)).Vertical!.Value.Most);
        Assert.Equal(new Gap(0, 0), Meeting.Measured(Everything, Everything, Pairs.Apart(0)).Vertical);
    }

    [Fact]
    public void A_gap_holds_what_any_terrain_weather_and_geoid_make_of_it()
    {
        var (dice, counts) = (new Dice(4), new int[5]);
        for (var i = 0; i < 50_000; i++)
        {
            var (one, other) = (Band(dice), Band(dice));
            if (one is null || other is null)
                continue;
            var sky = new Sky(dice);
            if (sky.Heights(one) is not var (low, high) || sky.Heights(other) is not var (otherLow, otherHigh) || high < low || otherHigh < otherLow)
                continue;
            var distance = Math.Max(0, Math.Max(low - otherHigh, otherLow - high));
            var vertical = dice.Below(2_000);
            var meeting = Pairs.Between(LaidVolume.Of(Pairs.At(one)), LaidVolume.Of(Pairs.At(other)), Pairs.Apart(0, vertical));
            counts[(int)meeting.Nearness]++;
            var said = $"{meeting.Nearness} {meeting.Vertical} at {vertical}, true {distance}: {one} {other} {low} {high} {otherLow} {otherHigh}";

            // Levels of pressure are kept apart as such: between two of them the air may be thinner or thicker.
            if (one.ToString().Contains("FlightLevel", StringComparison.Ordinal) && other.ToString().Contains("FlightLevel", StringComparison.Ordinal))
                continue;
            Assert.True(meeting.Vertical!.Value.Least <= distance + 1e-6 && (meeting.Vertical.Value.Most is not { } most || most >= distance - 1e-6), said);
            Assert.True(meeting.Nearness != Nearness.Clear || distance >= vertical, said);
            Assert.True(meeting.Nearness != Nearness.Meets || distance <= 1e-6, said);
        }

        Assert.All(counts[1..], c => Assert.True(c > 0 || c == counts[3]));
    }

    private static Nearness Told(string one, string other, int vertical, int horizontal)
    {
        var (first, second, apart) = (Laid(one), Laid(other), Pairs.Apart(horizontal, vertical));
        var nearness = Pairs.Between(first, second, apart).Nearness;
        Assert.True(nearness == Nearness.Clear || BoxesTests.Meet(first, second, apart));
        return nearness;
    }

    private static LaidVolume Laid(string band)
    {
        var ends = band.Split("..").Select(Limit).ToArray();
        return LaidVolume.Of(Pairs.At(AltitudeBand.Make(ends[0], ends[1]).Must()));
    }

    private static Altitude Limit(string text) => text switch
    {
        "S" => Altitude.Surface,
        "U" => Altitude.Unlimited,
        _ when text.StartsWith("FL", StringComparison.Ordinal) => Altitude.Make(AltitudeReference.FlightLevel, int.Parse(text[2..]), AltitudeUnit.HundredFeet).Must(),
        _ => Altitude.Make(text[0] switch
        {
            'G' => AltitudeReference.AboveGround,
            'E' => AltitudeReference.AboveEllipsoid,
            'D' => AltitudeReference.Depth,
            _ => AltitudeReference.AboveSea,
        }, int.Parse(text[1..]), text[0] == 'F' ? AltitudeUnit.Foot : AltitudeUnit.Metre).Must(),
    };

    private static AltitudeBand? Band(Dice dice)
    {
        var (one, other) = (Any(dice), Any(dice));
        return one is null || other is null ? null : AltitudeBand.Make(one, other).Value;
    }

    private static Altitude? Any(Dice dice) =>
        Altitude.Make((AltitudeReference)(dice.Below(7) + 1), dice.One(0, dice.Below(400), dice.Below(20_000)), (AltitudeUnit)(dice.Below(3) + 1)).Value;

    /// <summary>Ground, geoid, sea and air over one place, as they may be.</summary>
    private sealed class Sky(Dice dice)
    {
        private readonly double _ground = dice.Between(-450, 8_900);
        private readonly bool _isSea = dice.Below(2) == 0;
        private readonly double _sea = dice.Between(-30, 30);
        private readonly double _geoid = dice.Between(-110, 90);
        private readonly double _pressure = dice.Between(-600, 1_300);
        private readonly double _air = dice.Between(0.75, 1.15);

        public (double Low, double High)? Heights(AltitudeBand band) => Height(band.Lower) is { } low && Height(band.Upper) is { } high ? (low, high) : null;

        /// <summary>Metres above mean sea level; null for a depth where there is no sea.</summary>
        private double? Height(Altitude altitude) => altitude.Reference switch
        {
            AltitudeReference.Surface or AltitudeReference.AboveGround => (_isSea ? _sea : _ground) + altitude.Metres,
            AltitudeReference.AboveSea => altitude.Metres,
            AltitudeReference.FlightLevel => (altitude.Metres - _pressure) * _air,
            AltitudeReference.AboveEllipsoid => altitude.Metres - _geoid,
            AltitudeReference.Depth => _isSea ? _sea - altitude.Metres : null,
            _ => double.PositiveInfinity,
        };
    }
}
