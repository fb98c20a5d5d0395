using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Volumes;

namespace Parley.Cli.Typing;

/// <summary>Heights as officers type them: <c>surface..FL100</c>, <c>500ft-agl..3000ft-amsl</c>, <c>FL240..unlimited</c>. From where a height is
/// measured must be said: none is guessed.</summary>
internal static partial class AltitudeText
{
    private const string Option = "--altitude";

    /// <summary>The forms, for help and refusals.</summary>
    public const string Forms =
        "surface, unlimited, FL100, 500ft-agl (above ground), 3000ft-amsl or 900m-amsl (above the sea), 100m-wgs84 (above the ellipsoid), 50m-depth (below the sea)";

    /// <summary>From the lower limit to the upper one.</summary>
    /// <exception cref="CommandFault">A limit is no height, is out of bounds, or the upper one is surely below the lower one.</exception>
    public static AltitudeBand Band(string text)
    {
        if (text.Split("..") is not [var from, var to])
            throw new CommandFault(ExitCode.Usage, $"{Option}: '{text}' is not written FROM..TO; write both limits, such as surface..FL100. A limit is one of: {Forms}");
        return AltitudeBand.Make(One(from.Trim()), One(to.Trim())).Value ??
            throw new CommandFault(ExitCode.Usage, $"refused (upsideDown): {Option}: in '{text}' the upper limit is below the lower one; write the lower one first");
    }

    private static Altitude One(string text)
    {
        if (text.ToUpperInvariant() is "SURFACE" or "SFC" or "GND")
            return Altitude.Surface;
        if (text.ToUpperInvariant() is "UNLIMITED" or "UNL")
            return Altitude.Unlimited;
        if (Level().Match(text) is { Success: true } level)
            return Made(text, AltitudeReference.FlightLevel, level, AltitudeUnit.HundredFeet);
        if (Measured().Match(text) is not { Success: true } match)
        {
            throw new CommandFault(ExitCode.Usage, Bare().IsMatch(text)
                ? $"{Option}: '{text}' does not say from where it is measured; write {text}-agl (above ground) or {text}-amsl (above the sea)"
                : $"{Option}: '{text}' is no height; write one of: {Forms}");
        }

        var reference = match.Groups["from"].Value.ToUpperInvariant() switch
        {
            "AGL" => AltitudeReference.AboveGround,
            "AMSL" => AltitudeReference.AboveSea,
            "WGS84" => AltitudeReference.AboveEllipsoid,
            _ => AltitudeReference.Depth,
        };
        return Made(text, reference, match, match.Groups["unit"].Value.Equals("ft", StringComparison.OrdinalIgnoreCase) ? AltitudeUnit.Foot : AltitudeUnit.Metre);
    }

    private static Altitude Made(string text, AltitudeReference reference, Match match, AltitudeUnit unit) =>
        Altitude.Make(reference, int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), unit).Value ??
        throw new CommandFault(ExitCode.Usage, $"refused (altitude): {Option}: '{text}' is out of bounds; only heights above the sea and the ellipsoid may be negative");

    [GeneratedRegex(@"\AFL ?(?<number>[0-9]{1,4})\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex(
        @"\A(?<number>-?[0-9]{1,9}) ?(?<unit>ft|m)[- ](?<from>agl|amsl|wgs84|depth)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measured();

    [GeneratedRegex(@"\A-?[0-9]{1,9} ?(ft|m)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
