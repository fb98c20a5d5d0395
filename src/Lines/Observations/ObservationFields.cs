using System.Globalization;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.Observations;

/// <summary>Writes an observation as the fields from which <see cref="ObservationForm"/> reads it, so that a correction begins with what stands.</summary>
public static class ObservationFields
{
    private static readonly Schedule Always = Schedule.Make(Window.Make(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)).Must()).Must();

    /// <summary>Every field that is not empty, in the order of the form.</summary>
    public static IReadOnlyList<(string Field, string Text)> Of(Observation o)
    {
        (string, string)[] all =
        [
            ("kind", o.Kind.Name()),
            ("party", o.Party?.ToString() ?? ""),
            ("place", o.Place.At?.ToString() ?? ""),
            ("error", o.Place.Error is { } error ? Error(error) : ""),
            ("shape", o.Place.Shape is { } shape ? ShapeText(shape) : ""),
            ("altitude", o.Altitude is { } band ? BandText(band) : ""),
            ("from", Instant(o.Span.From.ToDateTimeOffset())),
            ("until", o.Span.Until == o.Span.From ? "" : Instant(o.Span.Until.ToDateTimeOffset())),
            ("time-error", Number(o.Span.Error)),
            ("strength", o.Strength is { } strength ? $"{Number(strength.Lower)} {Number(strength.Upper)} {strength.Unit.ToString().ToLowerInvariant()}" : ""),
            ("heading", o.Movement is { Heading: { } heading, HeadingError: { } off } ? $"{Number(heading)} {Number(off)}" : ""),
            ("speed", o.Movement is { Speed: { } speed, SpeedError: { } by } ? $"{Number(speed)} {Number(by)}" : ""),
            ("level", o.Level),
            ("source", o.Source.Name()),
            ("grading", o.Grading),
            ("text", o.Text),
            ("supersedes", string.Join(' ', o.Supersedes.Select(s => Number(s)))),
        ];
        return [.. all.Where(f => f.Item2.Length > 0)];
    }

    /// <summary>Where it was seen, as a volume that a map can draw: the ellipse of one standard deviation, or the shape that was seen.</summary>
    public static Volume Drawn(Observation o) => Volume.Make([o.Place.Shape ?? Around(o.Place.At!.Value, o.Place.Error!)], AltitudeBand.Everything, Always).Must();

    private static Ellipse Around(Position at, PlaceError error) => Ellipse.Make(at, error.Major, error.Minor, error.Azimuth).Must();

    private static string Error(PlaceError error) =>
        error.Major == error.Minor ? Number(error.Major) : $"{Number(error.Major)} {Number(error.Minor)} {Number(error.Azimuth)}";

    // The second line of a volume's text is its first shape, and the third its band.
    private static string ShapeText(Shape shape) => VolumeText.Write(Volume.Make([shape], AltitudeBand.Everything, Always).Must()).Split("\nband ")[0].Split('\n', 2)[1];

    private static string BandText(AltitudeBand band) =>
        VolumeText.Write(Volume.Make([new PointShape(default)], band, Always).Must()).Split('\n').First(l => l.StartsWith("band ", StringComparison.Ordinal))["band ".Length..];

    private static string Instant(DateTimeOffset at) => at.ToString(at.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
