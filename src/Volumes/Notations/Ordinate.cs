using System.Globalization;

namespace Parley.Volumes.Notations;

/// <summary>A latitude or longitude in the fields in which it is said: degrees, minutes, seconds, as many as <paramref name="Count"/>, and a fraction of the last.</summary>
/// <param name="Fraction">In units of the last digit.</param>
/// <param name="Places">Digits of the fraction.</param>
internal readonly record struct Ordinate(bool Negative, int Count, long Degrees, long Minutes, long Seconds, long Fraction, int Places)
{
    /// <summary>The point with the fraction; nothing without places.</summary>
    public string Point => Places == 0 ? "" : "." + Fraction.ToString(CultureInfo.InvariantCulture).PadLeft(Places, '0');

    /// <summary>Rounded to the last digit, halves away from zero; a carry goes through all fields.</summary>
    public static Ordinate Split(int units, int count, int places)
    {
        var scale = Power(places);
        var perDegree = count == 1 ? 1 : count == 2 ? 60 : 3600;
        var total = (Math.Abs((long)units) * perDegree * scale + Bounds.UnitsInDegree / 2) / Bounds.UnitsInDegree;
        var (whole, fraction) = Math.DivRem(total, scale);
        return new Ordinate(
            units < 0, count, whole / perDegree, count == 1 ? 0 : whole / (perDegree / 60) % 60, count == 3 ? whole % 60 : 0, fraction, places);
    }

    /// <summary>Units of a <see cref="Position"/>, to the nearest.</summary>
    public long Units()
    {
        var perDegree = Count == 1 ? 1 : Count == 2 ? 60 : 3600;
        var whole = Count == 1 ? Degrees : Count == 2 ? Degrees * 60 + Minutes : (Degrees * 60 + Minutes) * 60 + Seconds;
        var scale = Power(Places) * perDegree;
        var units = ((whole * Power(Places) + Fraction) * Bounds.UnitsInDegree + scale / 2) / scale;
        return Negative ? -units : units;
    }

    /// <summary>Degrees of one unit of the last digit.</summary>
    public double Last() => 1.0 / Power(Places) / (Count == 1 ? 1 : Count == 2 ? 60 : 3600);

    /// <summary>Each field with all its digits, the last with the fraction.</summary>
    public IReadOnlyList<string> Fields(bool latitude)
    {
        var degrees = Degrees.ToString(latitude ? "00" : "000", CultureInfo.InvariantCulture);
        var minutes = Minutes.ToString("00", CultureInfo.InvariantCulture);
        return Count == 1 ? [degrees + Point] : Count == 2 ? [degrees, minutes + Point] : [degrees, minutes, Seconds.ToString("00", CultureInfo.InvariantCulture) + Point];
    }

    public string Hemisphere(bool latitude) => latitude ? Negative ? "S" : "N" : Negative ? "W" : "E";

    private static long Power(int places)
    {
        var power = 1L;
        for (var i = 0; i < places; i++)
            power *= 10;
        return power;
    }
}
