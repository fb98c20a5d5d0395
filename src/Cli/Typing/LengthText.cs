using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Volumes;

namespace Parley.Cli.Typing;

/// <summary>Lengths as officers type them: <c>5km</c>, <c>2.5nm</c>, <c>800m</c>. A capital M alone is refused: on a chart it is a nautical mile.</summary>
internal static partial class LengthText
{
    private const decimal MetresInNauticalMile = 1852;

    public static bool IsUnit(string word) => word is "m" or "km" or "nm" or "NM";

    /// <summary>Metres, rounded up to whole ones: what is to be kept free must not become smaller.</summary>
    /// <param name="option">Where it was typed, for the sentence that refuses it.</param>
    /// <exception cref="CommandFault">It is no length, or nothing, or beyond <see cref="Bounds.Extent"/>.</exception>
    public static int Metres(string option, string text)
    {
        if (Form().Match(text.Trim()) is not { Success: true } match)
            throw new CommandFault(ExitCode.Usage, $"{option}: '{text}' is no length; write it with its unit, such as 5km, 3nm or 800m");
        var unit = match.Groups["unit"].Value switch { "m" => 1, "km" => 1000, _ => MetresInNauticalMile };
        var metres = Math.Ceiling(decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * unit);
        return metres is < 1 or > Bounds.Extent
            ? throw new CommandFault(ExitCode.Usage, $"refused (extent): {option}: '{text}' is out of bounds; write a length from 1m to {Bounds.Extent / 1000}km")
            : (int)metres;
    }

    [GeneratedRegex(@"\A(?<number>[0-9]{1,7}(\.[0-9]{1,3})?) ?(?<unit>m|km|nm|NM)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
