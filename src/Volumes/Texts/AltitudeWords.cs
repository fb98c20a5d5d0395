using System.Globalization;

namespace Parley.Volumes.Texts;

/// <summary>Altitudes in words: <c>sfc</c>, <c>agl 500 ft</c>, <c>amsl 300 m</c>, <c>fl 195</c>, <c>wgs84 100 m</c>, <c>depth 50 m</c>, <c>unlimited</c>.</summary>
internal static class AltitudeWords
{
    public static string Write(Altitude altitude) => altitude.Reference switch
    {
        AltitudeReference.Surface => "sfc",
        AltitudeReference.Unlimited => "unlimited",
        AltitudeReference.FlightLevel => string.Create(CultureInfo.InvariantCulture, $"fl {altitude.Value}"),
        AltitudeReference.AboveGround => Valued("agl", altitude),
        AltitudeReference.AboveSea => Valued("amsl", altitude),
        AltitudeReference.AboveEllipsoid => Valued("wgs84", altitude),
        AltitudeReference.Depth => Valued("depth", altitude),
        _ => throw new ArgumentOutOfRangeException(nameof(altitude)),
    };

    public static Altitude? Read(string[] words) => words switch
    {
        ["sfc"] => Altitude.Surface,
        ["unlimited"] => Altitude.Unlimited,
        ["fl", var value] => Made(AltitudeReference.FlightLevel, value, AltitudeUnit.HundredFeet),
        [var word, var value, "ft"] when Reference(word) is { } reference => Made(reference, value, AltitudeUnit.Foot),
        [var word, var value, "m"] when Reference(word) is { } reference => Made(reference, value, AltitudeUnit.Metre),
        _ => null,
    };

    private static AltitudeReference? Reference(string word) => word switch
    {
        "agl" => AltitudeReference.AboveGround,
        "amsl" => AltitudeReference.AboveSea,
        "wgs84" => AltitudeReference.AboveEllipsoid,
        "depth" => AltitudeReference.Depth,
        _ => null,
    };

    private static string Valued(string word, Altitude altitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{word} {altitude.Value} {(altitude.Unit == AltitudeUnit.Foot ? "ft" : "m")}");

    private static Altitude? Made(AltitudeReference reference, string value, AltitudeUnit unit) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Altitude.Make(reference, number, unit).Value : null;
}
