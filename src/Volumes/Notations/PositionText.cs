using System.Globalization;

namespace Parley.Volumes.Notations;

/// <summary>Positions as text, both ways. Latitude comes first throughout.</summary>
public static class PositionText
{
    /// <summary>The most digits after the point that a position can hold, and the number that is written when none is asked for: 3 m, 2 m, all, and squares of 1 m.</summary>
    private static readonly Dictionary<Notation, (int Most, int Usual)> Digits = new()
    {
        [Notation.DegreesMinutesSeconds] = (4, 1),
        [Notation.DegreesMinutes] = (6, 3),
        [Notation.DecimalDegrees] = (7, 7),
        [Notation.Mgrs] = (5, 5),
    };

    /// <summary>The position in a notation. <paramref name="digits"/>: digits after the point of its last field, rounded to the nearest; for a grid reference
    /// digits of each half, cut off as its squares are. With the most digits (seconds 4, minutes 6, degrees 7) it reads back as the same position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More digits than a position can hold, or less than none (of decimal degrees: than one).</exception>
    public static string Write(Position position, Notation notation, int? digits = null)
    {
        var places = Places(notation, digits);
        if (notation == Notation.Mgrs)
            return Mgrs.Write(position, places);
        if (notation == Notation.DecimalDegrees)
            return $"{Signed(position.LatitudeUnits, places)} {Signed(position.LongitudeUnits, places)}";
        var fields = notation == Notation.DegreesMinutes ? 2 : 3;
        var join = fields == 2 ? "-" : "";
        return $"{Said(Ordinate.Split(position.LatitudeUnits, fields, places), latitude: true)} {Said(Ordinate.Split(position.LongitudeUnits, fields, places), latitude: false)}";

        string Said(Ordinate ordinate, bool latitude) => string.Join(join, ordinate.Fields(latitude)) + ordinate.Hemisphere(latitude);
    }

    /// <summary>The position that a text says in one of the notations, or null. Strict: ASCII digits and capital letters, fields of two digits (three for degrees
    /// of longitude) but in decimal degrees, both halves in the same notation and to the same field, no space around, no more digits than a position can hold.</summary>
    public static PositionReading? Parse(string text) =>
        text.Length > Bounds.PositionTextLength ? null : Mgrs.Parse(text) ?? Graticule.Parse(text);

    internal static int Places(Notation notation, int? digits)
    {
        var (most, usual) = Digits[notation];
        var places = digits ?? usual;

        // Signed degrees have a point, and a digit after it that is not meant would be taken as one that is.
        ArgumentOutOfRangeException.ThrowIfLessThan(places, notation == Notation.DecimalDegrees ? 1 : 0, nameof(digits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, most, nameof(digits));
        return places;
    }

    private static string Signed(int units, int places)
    {
        var ordinate = Ordinate.Split(units, 1, places);
        var zero = ordinate is { Degrees: 0, Fraction: 0 };
        return string.Create(CultureInfo.InvariantCulture, $"{(units < 0 && !zero ? "-" : "")}{ordinate.Degrees}{ordinate.Point}");
    }
}
