using Parley.Volumes.Index;

namespace Parley.Bench.Volumes;

/// <summary>The box of a circle on the earth within heights and times.</summary>
internal static class Round
{
    private const double EarthKilometres = 6371.0088;

    /// <param name="latitude">Degrees, as the longitude.</param>
    /// <param name="heights">Metres, infinite where there is no limit; times in minutes likewise.</param>
    public static IndexBox Box(double latitude, double longitude, double kilometres, (double From, double To) heights, (double From, double To) minutes)
    {
        var (sine, cosine) = Math.SinCos(latitude * Math.PI / 180);
        var (east, zero) = Math.SinCos(longitude * Math.PI / 180);
        var radians = kilometres / EarthKilometres;
        var (x, y, z) = (Span(cosine * zero, radians), Span(cosine * east, radians), Span(sine, radians));
        return new IndexBox(
            Down(x.From), Up(x.To), Down(y.From), Up(y.To), Down(z.From), Up(z.To), Down(heights.From), Up(heights.To), Down(minutes.From), Up(minutes.To));
    }

    // Of a circle round a place, along one axis: what is nearest to the axis and what is farthest from it.
    private static (double From, double To) Span(double centre, double radians)
    {
        var angle = Math.Acos(Math.Clamp(centre, -1, 1));
        return (Math.Cos(Math.Min(Math.PI, angle + radians)), Math.Cos(Math.Max(0, angle - radians)));
    }

    private static float Down(double value) => (float)value is var near && near > value ? MathF.BitDecrement(near) : near;

    private static float Up(double value) => (float)value is var near && near < value ? MathF.BitIncrement(near) : near;
}
