using Parley.Volumes;
using Parley.Volumes.Earth;
using Parley.Volumes.Index;
using Parley.Volumes.Separations;

namespace Parley.Lines.Observations;

/// <summary>An observation as it is compared: a point with its error, and times in ticks. A shape counts as its middle, with half its reach as the error.</summary>
internal sealed class SeenPoint
{
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    public SeenPoint(Observation observation, Dictionary<AltitudeBand, (float Low, float High)> bands)
    {
        Observation = observation;
        Party = observation.Party?.ToString();
        var (from, until) = (observation.Span.From, observation.Span.Until);
        (From, Until, TimeError) = (from.ToDateTimeOffset().UtcTicks, until.ToDateTimeOffset().UtcTicks, observation.Span.Error * TimeSpan.TicksPerSecond);
        if (observation.Place is { At: { } at, Error: { } error })
            (At, Error) = (at, error);
        else
            (At, Error) = Middle(observation.Place.Shape!);
        (low, high) = observation.Altitude is { } band ? Heights(band, bands) : (float.NegativeInfinity, float.PositiveInfinity);
    }

    private readonly float low;
    private readonly float high;

    public Observation Observation { get; }

    /// <summary>Whose it is taken to be; null: not known.</summary>
    public string? Party { get; }

    public Position At { get; }

    public PlaceError Error { get; }

    public long From { get; }

    public long Until { get; }

    public long TimeError { get; }

    /// <summary>Metres as far as its error reaches.</summary>
    public double Reach => (double)Bounds.ObservedDeviations * Error.Major;

    /// <summary>Ticks as far as the error of its times reaches.</summary>
    public long TimeReach => Bounds.ObservedDeviations * TimeError;

    /// <summary>Strength as it counts: one launch or track where none is said.</summary>
    public Strength? Strength => Observation.Strength ?? (Observation.Kind.HasRange() ? One : null);

    private static Strength One { get; } = new(1, 1, StrengthUnit.Launches);

    /// <summary>The box in which it may be, wider by so many metres and ticks.</summary>
    public IndexBox Box(double metres, long ticks)
    {
        var (sine, cosine) = Math.SinCos(At.Latitude * (Math.PI / 180));
        var (east, zero) = Math.SinCos(At.Longitude * (Math.PI / 180));
        // No distance on the ellipsoid is less than 0.994 of that on the sphere.
        var chord = Math.Min(2, (Reach + metres) / (Globe.Radius * (1 - Globe.RelativeError)));
        var (x, y, z) = (cosine * zero, cosine * east, sine);
        return new IndexBox(Down(x - chord), Up(x + chord), Down(y - chord), Up(y + chord), Down(z - chord), Up(z + chord), low, high,
            Down(Minutes(From - TimeReach - ticks)), Up(Minutes(Until + TimeReach + ticks)));
    }

    private static double Minutes(long ticks) => (ticks - Epoch) / (double)TimeSpan.TicksPerMinute;

    private static (Position At, PlaceError Error) Middle(Shape shape)
    {
        var figure = Figure.Of(shape)!;
        var reach = figure.ArcOutline(256).Max(p => Globe.Distance(figure.Centroid, p));
        return (figure.Centroid, PlaceError.Round((int)Math.Clamp(reach / 2, 1, Bounds.ObservedPlaceError)));
    }

    private static (float, float) Heights(AltitudeBand band, Dictionary<AltitudeBand, (float Low, float High)> bands)
    {
        if (bands.TryGetValue(band, out var known))
            return known;
        var schedule = Schedule.Make(Window.Make(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)).Must()).Must();
        var box = Boxes.Of(LaidVolume.Of(Volume.Make([new PointShape(default)], band, schedule).Must()), Separation.Make(0, 0, 0).Must())[0];
        return bands[band] = (box.MinAltitude, box.MaxAltitude);
    }

    private static float Down(double value) => (float)value > value ? MathF.BitDecrement((float)value) : (float)value;

    private static float Up(double value) => (float)value < value ? MathF.BitIncrement((float)value) : (float)value;
}
