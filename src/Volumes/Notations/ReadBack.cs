namespace Parley.Volumes.Notations;

/// <summary>Positions written out for people. Each of these texts reads back by <see cref="PositionText.Parse"/>.</summary>
public static class ReadBack
{
    /// <summary>As charts have it: <c>69°30'00.0"N 016°00'00.0"E</c>, <c>69°30.000'N 016°00.000'E</c>. Digits as in <see cref="PositionText.Write"/>.</summary>
    public static string ForEyes(Position position, Notation notation, int? digits = null) => notation switch
    {
        Notation.DegreesMinutesSeconds => Join(position, 3, PositionText.Places(notation, digits), (f, h) => $"{f[0]}°{f[1]}'{f[2]}\"{h}"),
        Notation.DegreesMinutes => Join(position, 2, PositionText.Places(notation, digits), (f, h) => $"{f[0]}°{f[1]}'{h}"),
        _ => PositionText.Write(position, notation, digits),
    };

    /// <summary>In groups that are said one after the other, sign by sign: <c>69 30 00.0 N 016 00 00.0 E</c>, <c>33W WT 39151 09948</c>. It has no words, so that
    /// each side says it in its own language.</summary>
    public static string ForVoice(Position position, Notation notation, int? digits = null)
    {
        if (notation == Notation.Mgrs)
        {
            var text = PositionText.Write(position, notation, digits);
            var square = text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? space : text.Length;
            return text.Insert(square - 2, " ");
        }

        var fields = notation switch { Notation.DecimalDegrees => 1, Notation.DegreesMinutes => 2, _ => 3 };
        return Join(position, fields, PositionText.Places(notation, digits), (f, h) => string.Join(' ', f) + " " + h);
    }

    private static string Join(Position position, int fields, int places, Func<IReadOnlyList<string>, string, string> half)
    {
        var (latitude, longitude) = (Ordinate.Split(position.LatitudeUnits, fields, places), Ordinate.Split(position.LongitudeUnits, fields, places));
        return $"{half(latitude.Fields(true), latitude.Hemisphere(true))} {half(longitude.Fields(false), longitude.Hemisphere(false))}";
    }
}
