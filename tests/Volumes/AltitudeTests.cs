namespace Parley.Volumes.Tests;

public sealed class AltitudeTests
{
    [Theory]
    [InlineData(AltitudeReference.FlightLevel, 195, AltitudeUnit.Foot)]
    [InlineData(AltitudeReference.AboveSea, 195, AltitudeUnit.HundredFeet)]
    [InlineData(AltitudeReference.AboveGround, -1, AltitudeUnit.Foot)]
    [InlineData(AltitudeReference.Depth, -1, AltitudeUnit.Metre)]
    [InlineData(AltitudeReference.Surface, 1, AltitudeUnit.Metre)]
    [InlineData(AltitudeReference.AboveSea, Bounds.Altitude + 1, AltitudeUnit.Metre)]
    public void What_is_no_altitude(AltitudeReference reference, int value, AltitudeUnit unit) =>
        Assert.Equal(ShapeFault.Altitude, Altitude.Make(reference, value, unit).Fault);

    [Fact]
    public void A_band_that_is_surely_upside_down_is_refused_and_a_doubtful_one_stands()
    {
        var level = Altitude.Make(AltitudeReference.FlightLevel, 50, AltitudeUnit.HundredFeet).Must();
        var low = Altitude.Make(AltitudeReference.AboveSea, 1000, AltitudeUnit.Foot).Must();
        Assert.Equal(5000 * Altitude.MetresInFoot, level.Metres, 1e-9);
        Assert.Null(AltitudeBand.Make(level, low).Fault);
        Assert.Equal(ShapeFault.UpsideDown, AltitudeBand.Make(low, Altitude.Make(AltitudeReference.AboveSea, 300, AltitudeUnit.Metre).Must()).Fault);
        Assert.Equal(ShapeFault.UpsideDown, AltitudeBand.Make(Altitude.Unlimited, low).Fault);
    }
}
