using System.Globalization;

namespace Parley.Console.Activities;

/// <summary>One limit of height while it is typed, and as a text of a volume has it (docs/formats/volume.md, Altitudes).</summary>
public sealed class AltitudeSheet
{
    /// <summary>From where a height is measured; the first and the last have no number.</summary>
    public static IReadOnlyList<string> References { get; } = ["sfc", "agl", "amsl", "fl", "wgs84", "depth", "unlimited"];

    /// <summary>Units of heights; flight levels have none.</summary>
    public static IReadOnlyList<string> Units { get; } = ["ft", "m"];

    public string Reference { get; set; } = References[0];

    /// <summary>As it was typed.</summary>
    public string Number { get; set; } = "";

    public string Unit { get; set; } = Units[0];

    public bool HasNumber => Reference is not ("sfc" or "unlimited");

    public bool HasUnit => HasNumber && Reference != "fl";

    /// <summary>As it travels; null while its number is none.</summary>
    public string? Written => !HasNumber ? Reference
        : !int.TryParse(Number.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? null
        : HasUnit ? string.Create(CultureInfo.InvariantCulture, $"{Reference} {number} {Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{Reference} {number}");

    /// <summary>Takes what a volume says; anything else changes nothing.</summary>
    public void Take(string written)
    {
        var parts = written.Split(' ');
        if (!References.Contains(parts[0]))
            return;
        Reference = parts[0];
        Number = parts.ElementAtOrDefault(1) ?? "";
        if (parts.ElementAtOrDefault(2) is { } unit && Units.Contains(unit))
            Unit = unit;
    }
}
