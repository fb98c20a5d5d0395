using System.Globalization;
using Parley.Lines.Notices;
using Parley.Volumes;
using Parley.Volumes.Discrepancies;
using Parley.Volumes.Earth;

namespace Parley.Station.Activities;

/// <summary>Places of an activity as the other side read them back, held against what was notified.</summary>
internal static class ActivityReadBack
{
    private const string Field = "volume-";

    public static string FieldOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Field}{index + 1}");

    /// <summary>From 0; null for another name.</summary>
    public static int? IndexOf(string field) =>
        field.StartsWith(Field, StringComparison.Ordinal) && int.TryParse(field.AsSpan(Field.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
        number > 0 && FieldOf(number - 1) == field
            ? number - 1
            : null;

    /// <summary>A place in any notation as degrees, or a whole volume as it is; null when it is neither.</summary>
    public static string? Canonical(string text) => text.Length > Parley.Lines.Bounds.NoticeItemLength ? null
        : FieldText.Volume(text) is not null ? text
        : FieldText.AnyPlace(text);

    /// <summary>Metres from what was notified to what was read back, rounded up: of a place from the middle of the volume, of a volume as shapes are compared. Null: it cannot
    /// be told.</summary>
    public static long? Metres(Volume notified, string read)
    {
        if (FieldText.Volume(read) is { } volume)
            return ShapeDiscrepancy.Between(notified.Shapes, volume.Shapes).Metres is { } apart ? (long)Math.Ceiling(apart) : null;
        return FieldText.Place(read) is { } place && notified.Shapes.Select(s => Figure.Of(s)).ToList() is var figures && figures.TrueForAll(f => f is not null)
            ? (long)Math.Ceiling(figures.Min(f => Globe.Distance(f!.Centroid, place)))
            : null;
    }
}
