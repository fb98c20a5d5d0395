using System.Globalization;
using Parley.Volumes;
using Parley.Volumes.Earth;
using VolumesBounds = Parley.Volumes.Bounds;

namespace Parley.Exchange.Notices.Exports;

/// <summary>The rings of a shape, or why there are none.</summary>
/// <param name="Note">What the rings do not show; empty: nothing.</param>
internal sealed record ExportOutline(IReadOnlyList<IReadOnlyList<ChartSpot>> Rings, string Note);

/// <summary>Draws the shapes of one file, up to a number of points for all of them together.</summary>
internal sealed class ExportOutlines
{
    /// <summary>As many as readers of such rings take, with room for the places where it is cut.</summary>
    private const int Most = VolumesBounds.Vertices - 8;

    private int _left = Bounds.ExportPoints;

    public ExportOutline Of(Shape shape)
    {
        if (shape is PointShape || Figure.Of(shape) is not { } figure)
            return new([], "no drawn edge");
        var outline = figure.Outline();
        var note = shape is Polygon { Edges: Edge.Straight } ? "" : "outline drawn by straight lines of longitude and latitude";
        if (outline.Count > Most)
            (outline, note) = Fewer(shape, outline);
        if (outline.Count > _left)
            return new([], "not drawn: the file has too many points");
        _left -= outline.Count;
        return ChartRing.Cut(outline) is { } rings ? new(rings, note) : new([], "not drawn: it has no inside on a chart");
    }

    private static (IReadOnlyList<Position>, string) Fewer(Shape shape, IReadOnlyList<Position> outline)
    {
        if (shape is Polygon polygon && Polygon.Make(polygon.Vertices, Edge.Straight).Value is { } straight)
            return (Figure.Of(straight)!.Outline(), $"vertices alone; its edges are {polygon.Edges.ToString().ToLowerInvariant()}");
        var step = (outline.Count + Most - 1) / Most;
        return ([.. outline.Where((_, i) => i % step == 0)], string.Create(CultureInfo.InvariantCulture, $"outline drawn by one in {step} of its points"));
    }
}
