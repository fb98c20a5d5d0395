using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Notams;

/// <summary>Heights of items F and G, of the text, and of the Q line.</summary>
internal static partial class NotamHeights
{
    private const string Limit = @"(?:SFC|GND|MSL|UNL|UNLTD|FL\s?\d{1,3}|\d{1,6}\s?(?:FT|M)(?:\s?(?:AMSL|AGL|MSL|ALT|HGT))?)";

    /// <summary>The band, by the first of these that speaks of heights.</summary>
    public static AltitudeBand Band(NotamItems items, Remarks remarks)
    {
        if (items.F.Trim().Length > 0 || items.G.Trim().Length > 0)
        {
            if (Joined(items.F, items.G) is { } band)
                return band;
            remarks.Add(ImportRemarkKind.HeightsUnread, $"{items.F} to {items.G}");
        }

        if (OfText(items.E) is { } told)
            return told;
        if (OfLevels(items.Lower, items.Upper) is { } levels)
        {
            remarks.Add(ImportRemarkKind.HeightsOfQLine, $"{items.Lower}/{items.Upper}");
            return levels;
        }

        remarks.Add(ImportRemarkKind.NoHeights, "");
        return AltitudeBand.Everything;
    }

    /// <summary>The first band that the words state; null when they state none.</summary>
    /// <param name="words">Upper case.</param>
    public static AltitudeBand? OfText(string words)
    {
        if (Range().Match(words) is { Success: true } range)
            return Joined(range.Groups["a"].Value, range.Groups["b"].Value);
        return Upper().Match(words) is { Success: true } upper ? Joined("SFC", upper.Groups["b"].Value) : null;
    }

    /// <summary>One limit; null when it is none.</summary>
    public static Altitude? One(string words)
    {
        words = words.Trim();
        if (words is "SFC" or "GND" or "MSL")
            return Altitude.Surface;
        if (words is "UNL" or "UNLTD")
            return Altitude.Unlimited;
        var match = Parts().Match(words);
        if (!match.Success || !int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return null;
        if (match.Groups["fl"].Success)
            return Altitude.Make(AltitudeReference.FlightLevel, value, AltitudeUnit.HundredFeet).Value;
        var reference = match.Groups["r"].Value is "AGL" or "HGT" ? AltitudeReference.AboveGround : AltitudeReference.AboveSea;
        return Altitude.Make(reference, value, match.Groups["u"].Value == "M" ? AltitudeUnit.Metre : AltitudeUnit.Foot).Value;
    }

    private static AltitudeBand? Joined(string lower, string upper) =>
        One(lower) is { } from && One(upper) is { } to ? AltitudeBand.Make(from, to).Value : null;

    private static AltitudeBand? OfLevels(string lower, string upper)
    {
        if (!int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ||
            !int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
            return null;
        var below = from == 0 ? Altitude.Surface : Altitude.Make(AltitudeReference.FlightLevel, from, AltitudeUnit.HundredFeet).Value;
        var above = to >= 999 ? Altitude.Unlimited : Altitude.Make(AltitudeReference.FlightLevel, to, AltitudeUnit.HundredFeet).Value;
        return below is null || above is null ? null : AltitudeBand.Make(below, above).Value;
    }

    [GeneratedRegex(@"^(?:(?<fl>FL)\s?(?<n>\d{1,3})|(?<n>\d{1,6})\s?(?<u>FT|M)(?:\s?(?<r>AMSL|AGL|MSL|ALT|HGT))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"(?<![A-Z0-9/])(?:(?<a>" + Limit + @")\s*(?:-|TO|UP TO)\s*(?<b>" + Limit + @")|(?<a>SFC|GND|FL\s?\d{1,3})\s*/\s*(?<b>" + Limit + @")|" +
        @"BTN\s+(?<a>" + Limit + @")\s+AND\s+(?<b>" + Limit + @"))(?![A-Z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"(?:MAX(?:IMUM)? (?:HGT|HEIGHT|ALT)|UP TO|NOT ABOVE|BELOW|HGT)\s*:?\s*(?<b>" + Limit + @")(?![A-Z0-9])|" +
        @"(?<![A-Z0-9/])(?<b>\d{2,5}FT\s(?:AGL|AMSL))(?![A-Z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Upper();
}
