using Parley.Lines.Notices;
using Parley.Volumes;
using Parley.Volumes.Earth;
using Parley.Volumes.Notations;

namespace Parley.Lines.Maps;

/// <summary>Lays out for a map what a text says. An outline leaves the true edge by ten metres at most, and by more only where the points of one volume do not suffice.</summary>
public static class Outlines
{
    // A round of few points would be seen to have corners.
    private const int FewestOfShape = 64;

    /// <summary>The outline of a volume as notices write it; null for a text that is none.</summary>
    public static MapOutline? OfText(string text) => FieldText.Volume(text) is { } volume ? OfVolume(volume) : null;

    /// <summary>The outline of a place as notices write it, which is a place without extent; null for a text that is none.</summary>
    public static MapOutline? OfPlace(string text) => FieldText.Place(text) is { } place ? OfVolume([new PointShape(place)], null) : null;

    /// <summary>The outline of a volume.</summary>
    /// <param name="areas">What the charter's names of areas stand for; null: nothing.</param>
    public static MapOutline OfVolume(Volume volume, AreaResolver? areas = null) => OfVolume(volume.Shapes, areas);

    /// <summary>The outline of what is being drawn; null while it is no shape.</summary>
    public static MapOutline? OfDrawn(DrawnShape drawn) => drawn.Make(out _) is { } shape ? OfVolume([shape], null) : null;

    /// <summary>A place in any notation (degrees with or without minutes and seconds, MGRS); null when it is none.</summary>
    public static MapPoint? Place(string typed) => PositionText.Parse(typed)?.Position is { } place ? At(place) : null;

    /// <summary>The place as volumes write it: degrees with seven decimals, latitude first.</summary>
    public static string TextOf(MapPoint at) => PositionOf(at).ToString();

    /// <summary>Metres along the ground, as everything is measured: on a sphere, wrong by 0.6 % at most.</summary>
    public static double Metres(MapPoint from, MapPoint to) => Globe.Distance(PositionOf(from), PositionOf(to));

    internal static MapPoint At(Position at) => new(at.Latitude, at.Longitude);

    private static Position PositionOf(MapPoint at) =>
        Position.FromDegrees(at.Latitude, at.Longitude) ?? throw new ArgumentOutOfRangeException(nameof(at));

    private static MapOutline OfVolume(IReadOnlyList<Shape> shapes, AreaResolver? areas)
    {
        var share = Math.Clamp(Bounds.MapPoints / Math.Max(1, shapes.Count), FewestOfShape, Bounds.MapRingPoints);
        var (figures, drawn) = (new List<Figure>(), new List<Shape>());
        foreach (var shape in shapes)
        {
            if (Figure.Of(shape, areas) is not { } figure)
                continue;
            figures.Add(figure);
            drawn.Add(shape);
        }

        return new MapOutline(
            [.. figures.Select(f => new MapRing([.. f.ArcOutline(share).Select(At)]))],
            figures.Count > 0 ? At(PlaceOf(figures[0], drawn[0])) : null,
            shapes.Count - figures.Count);
    }

    // The middle of what bends may lie outside of it, where a mark would say something else: the place of it that is nearest to there. Of a corridor it is near its centre line.
    private static Position PlaceOf(Figure figure, Shape shape)
    {
        var middle = figure.Centroid;
        if (figure.Contains(middle))
            return middle;
        var nearest = figure.ArcOutline(Bounds.MapRingPoints).MinBy(p => Globe.Distance(middle, p));
        var further = shape is Corridor corridor && Globe.Azimuth(middle, nearest) is { } azimuth
            ? Globe.Destination(middle, azimuth, Globe.Distance(middle, nearest) + corridor.HalfWidth)
            : nearest;
        return figure.Contains(further) ? further : nearest;
    }
}
