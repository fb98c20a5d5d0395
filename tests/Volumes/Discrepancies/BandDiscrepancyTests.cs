using Parley.Volumes.Discrepancies;

namespace Parley.Volumes.Tests.Discrepancies;

public sealed class BandDiscrepancyTests
{
    [Fact]
    public void Limits_over_the_same_datum_are_metres_apart()
    {
        Assert.Equal(new LimitDiscrepancy(false, 30.48), Between(Feet(AltitudeReference.AboveSea, 1000), Feet(AltitudeReference.AboveSea, 1100)), Near);
        Assert.Equal(new LimitDiscrepancy(false, -10), Between(Metres(AltitudeReference.Depth, 40), Metres(AltitudeReference.Depth, 50)), Near);
        Assert.Equal(new LimitDiscrepancy(false, 152.4), Between(Altitude.Surface, Feet(AltitudeReference.AboveGround, 500)), Near);
        Assert.False(Between(Feet(AltitudeReference.AboveSea, 1000), Metres(AltitudeReference.AboveSea, 305)).Beyond(1));
    }

    [Fact]
    public void Limits_over_another_datum_are_a_doubt()
    {
        var doubt = Between(Feet(AltitudeReference.AboveSea, 5000), Altitude.Make(AltitudeReference.FlightLevel, 50, AltitudeUnit.HundredFeet).Must());
        Assert.Null(doubt.Metres);
        Assert.True(doubt.Beyond(1e9));
        Assert.True(Between(Altitude.Unlimited, Feet(AltitudeReference.AboveSea, 60000)).Beyond(1e9));
        Assert.False(Between(Altitude.Unlimited, Altitude.Unlimited).Beyond(0));
    }

    [Fact]
    public void Bands_differ_in_each_limit()
    {
        var one = AltitudeBand.Make(Altitude.Surface, Feet(AltitudeReference.AboveSea, 10_000)).Must();
        var other = AltitudeBand.Make(Altitude.Surface, Feet(AltitudeReference.AboveSea, 20_000)).Must();
        var apart = BandDiscrepancy.Between(one, other);
        Assert.True(apart.Lower.Same);
        Assert.Equal(3048, apart.Upper.Metres!.Value, 1e-9);
        Assert.True(apart.Beyond(3000));
        Assert.False(apart.Beyond(3100));
    }

    private static LimitDiscrepancy Between(Altitude one, Altitude other) => LimitDiscrepancy.Between(one, other);

    private static bool Near(LimitDiscrepancy a, LimitDiscrepancy b) => a.Same == b.Same && Math.Abs(a.Metres!.Value - b.Metres!.Value) < 1e-9;

    private static Altitude Feet(AltitudeReference reference, int value) => Altitude.Make(reference, value, AltitudeUnit.Foot).Must();

    private static Altitude Metres(AltitudeReference reference, int value) => Altitude.Make(reference, value, AltitudeUnit.Metre).Must();
}
