using Parley.Volumes;

namespace Parley.Lines.Maps;

/// <summary>What can be drawn on a map.</summary>
public enum DrawnKind
{
    Point = 1,
    Circle,
    Polygon,
    Corridor,
}

/// <summary>How the way between two vertices runs, as <see cref="Edge"/> has it.</summary>
public enum DrawnEdges
{
    Geodesic = 1,
    Rhumb,
    Straight,
}

/// <summary>Why what is drawn is no volume yet.</summary>
public enum DrawnFault
{
    None = 0,

    /// <summary>A vertex that is no place.</summary>
    Position,

    /// <summary>A radius or half width of nothing, or beyond 5,000 km.</summary>
    Extent,
    TooFewVertices,
    TooManyVertices,

    /// <summary>The same vertex twice in a row.</summary>
    RepeatedVertex,
    CrossesItself,

    /// <summary>An edge between opposite ends of the earth: there is no one way.</summary>
    OppositeEnds,

    /// <summary>More shapes than a volume may have.</summary>
    TooManyShapes,

    /// <summary>The lines of heights and times cannot be read.</summary>
    Rest,

    /// <summary>The text is longer than a notice takes.</summary>
    TooLong,
}

/// <summary>A shape as an officer draws it: it need not be one yet.</summary>
/// <param name="Edges">Of a polygon or corridor.</param>
/// <param name="Vertices">The place or centre alone, or the vertices in order.</param>
/// <param name="Metres">A circle's radius, or half a corridor's width; nothing for the others.</param>
public sealed record DrawnShape(DrawnKind Kind, DrawnEdges Edges, IReadOnlyList<MapPoint> Vertices, int Metres)
{
    public bool Equals(DrawnShape? other) =>
        other is not null && Kind == other.Kind && Edges == other.Edges && Metres == other.Metres && Vertices.SequenceEqual(other.Vertices);

    public override int GetHashCode() => HashCode.Combine(Kind, Edges, Metres, Vertices.Count);

    /// <summary>Null for a shape that cannot be drawn: an ellipse, a quarter of an ocean, a named area.</summary>
    internal static DrawnShape? Of(Shape shape) => shape switch
    {
        PointShape point => new DrawnShape(DrawnKind.Point, DrawnEdges.Geodesic, [Outlines.At(point.At)], 0),
        Circle circle => new DrawnShape(DrawnKind.Circle, DrawnEdges.Geodesic, [Outlines.At(circle.Centre)], circle.Radius),
        Polygon polygon => new DrawnShape(DrawnKind.Polygon, (DrawnEdges)polygon.Edges, [.. polygon.Vertices.Select(Outlines.At)], 0),
        Corridor corridor => new DrawnShape(DrawnKind.Corridor, (DrawnEdges)corridor.Edges, [.. corridor.Vertices.Select(Outlines.At)], corridor.HalfWidth),
        _ => null,
    };

    /// <summary>The shape; null and what is wrong.</summary>
    internal Shape? Make(out DrawnFault fault)
    {
        fault = DrawnFault.Position;
        var places = new List<Position>(Vertices.Count);
        foreach (var vertex in Vertices)
        {
            if (Position.FromDegrees(vertex.Latitude, vertex.Longitude) is not { } place)
                return null;
            places.Add(place);
        }

        fault = DrawnFault.None;
        if (Kind is DrawnKind.Polygon)
            return Made(Polygon.Make(places, (Edge)Edges), out fault);
        if (Kind is DrawnKind.Corridor)
            return Made(Corridor.Make(places, Metres, (Edge)Edges), out fault);
        if (places is not [var at])
        {
            fault = DrawnFault.TooFewVertices;
            return null;
        }

        return Kind is DrawnKind.Circle ? Made(Circle.Make(at, Metres), out fault) : new PointShape(at);
    }

    private static T? Made<T>(Made<T> made, out DrawnFault fault)
        where T : Shape
    {
        fault = made.Fault switch
        {
            null => DrawnFault.None,
            ShapeFault.Extent => DrawnFault.Extent,
            ShapeFault.TooFewVertices => DrawnFault.TooFewVertices,
            ShapeFault.TooManyVertices => DrawnFault.TooManyVertices,
            ShapeFault.RepeatedVertex => DrawnFault.RepeatedVertex,
            ShapeFault.CrossesItself => DrawnFault.CrossesItself,
            ShapeFault.OppositeEnds => DrawnFault.OppositeEnds,
            var other => throw new InvalidOperationException($"a drawn shape has no fault {other}"),
        };
        return made.Value;
    }
}
