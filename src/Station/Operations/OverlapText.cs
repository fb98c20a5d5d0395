using System.Globalization;
using Parley.Lines.Activities;
using Parley.Volumes.Separations;

namespace Parley.Station.Operations;

/// <summary>Overlaps in words.</summary>
internal static class OverlapText
{
    /// <summary>Such as <c>CLOSER THAN AGREED (at most 3.2 km): with</c>.</summary>
    public static string Of(Overlap overlap) => overlap.Severity switch
    {
        OverlapSeverity.Now => "OVERLAP NOW with",
        OverlapSeverity.Meets => "OVERLAP with",
        OverlapSeverity.Near => $"Closer than agreed ({Distance(overlap.Meeting.Horizontal)}): to",
        _ => "It cannot be told that it keeps clear of",
    };

    public static string Distance(Gap? gap) => gap is not { } known ? "distance not known"
        : known.Most is { } most ? string.Create(CultureInfo.InvariantCulture, $"{known.Least / 1000:0.0} to {most / 1000:0.0} km")
        : string.Create(CultureInfo.InvariantCulture, $"{known.Least / 1000:0.0} km at least");
}
