namespace Parley.Volumes.Tests;

public sealed class PositionTests
{
    [Fact]
    public void A_pole_and_the_meridian_of_180_have_one_position()
    {
        Assert.Equal(Places.At(90, 0), Places.At(90, 77));
        Assert.Equal(Places.At(5, 180), Places.At(5, -180));
        Assert.Null(Position.FromDegrees(90.1, 0));
        Assert.Null(Position.FromDegrees(0, double.NaN));
        Assert.Null(Position.FromUnits(0, 1_800_000_001));
        Assert.Equal("69.3000000 -0.0000001", Places.At(69.3, -0.0000001).ToString());
    }
}
