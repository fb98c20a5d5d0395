using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Exchange.Places;

/// <summary>Lengths as notices write them.</summary>
internal static partial class Length
{
    /// <summary>Of a number and a unit, for patterns of others: groups <c>n</c> and <c>u</c>.</summary>
    public const string Pattern =
        @"(?<n>\d{1,5}(?:[.,]\d{1,4})?|1/2|ONE[ -]HALF|HALF(?: A)?|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|TWELVE|FIFTEEN|TWENTY|THIRTY|FORTY|FIFTY)[ -]?" +
        @"(?<u>NM|NAUTICAL MILES?|MILES?|MI|KM|KILOMET(?:RE|ER)S?|M|MET(?:RE|ER)S?|MTRS?|YARDS?|FT|FEET|FOOT)(?![A-Z])";

    /// <summary>Metres, exactly.</summary>
    public const double NauticalMile = 1852;

    /// <summary>Metres; 0 when there is nothing of the kind. Miles of notices are nautical.</summary>
    public static double Metres(Match match)
    {
        var number = match.Groups["n"].Value switch
        {
            "1/2" or "HALF" or "HALF A" or "ONE HALF" or "ONE-HALF" => 0.5,
            "ONE" => 1,
            "TWO" => 2,
            "THREE" => 3,
            "FOUR" => 4,
            "FIVE" => 5,
            "SIX" => 6,
            "SEVEN" => 7,
            "EIGHT" => 8,
            "NINE" => 9,
            "TEN" => 10,
            "TWELVE" => 12,
            "FIFTEEN" => 15,
            "TWENTY" => 20,
            "THIRTY" => 30,
            "FORTY" => 40,
            "FIFTY" => 50,
            var digits => double.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0,
        };
        return number * match.Groups["u"].Value switch
        {
            ['N', ..] or ['M', 'I', ..] => NauticalMile,
            ['K', ..] => 1000,
            ['Y', ..] => 0.9144,
            ['F', ..] => Volumes.Altitude.MetresInFoot,
            _ => 1,
        };
    }

    /// <summary>The last length in the words; 0 when there is none.</summary>
    public static double LastIn(string words) => All().Matches(words) is { Count: > 0 } all ? Metres(all[^1]) : 0;

    [GeneratedRegex(@"(?<![\d.,A-Z])" + Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex All();
}
