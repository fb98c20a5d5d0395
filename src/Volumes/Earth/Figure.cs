namespace Parley.Volumes.Earth;

/// <summary>The shape that an area named by a charter has; null when its name is not known.</summary>
public delegate Shape? AreaResolver(NamedArea area);

/// <summary>A shape laid out on the sphere, to be measured again and again, by one thread at a time.</summary>
public abstract class Figure
{
    private IReadOnlyList<Vector>? _compared;

    private protected Figure()
    {
    }

    /// <summary>The shape's middle: of a polygon the centre of its area, of a corridor the centre of its centre line.</summary>
    public Position Centroid => Middle.ToPosition();

    /// <summary>Square metres on the sphere; of a corridor those of its legs and round ends, bends counted twice.</summary>
    public abstract double Area { get; }

    internal abstract Vector Middle { get; }

    /// <summary>The outline as points joined by great circles, the first one again at the end; of few points for comparison.</summary>
    internal IReadOnlyList<Vector> Compared => _compared ??= Arcs(Bounds.ComparedPoints);

    /// <summary>The figure of a shape; null for a quarter of an ocean, which has no drawn edge, and for an area whose name is not resolved to a shape that has one.</summary>
    public static Figure? Of(Shape shape, AreaResolver? areas = null) => shape switch
    {
        PointShape point => new RoundFigure(point.At, 0, 0, 0),
        Circle circle => new RoundFigure(circle.Centre, circle.Radius, circle.Radius, 0),
        Ellipse ellipse => new RoundFigure(ellipse.Centre, ellipse.Major, ellipse.Minor, ellipse.Azimuth),
        Polygon polygon => new PolygonFigure(polygon),
        Corridor corridor => new CorridorFigure(corridor),
        NamedArea area => areas?.Invoke(area) is { } named and not NamedArea ? Of(named) : null,
        _ => null,
    };

    /// <summary>Whether a place is inside or on the edge, as far as the sphere can tell.</summary>
    public bool Contains(Position at) => DistanceTo(at) == 0;

    /// <summary>Metres from a place to the shape, 0 inside.</summary>
    public abstract double DistanceTo(Position at);

    /// <summary>Metres by which the ellipsoid may have the shape's edge elsewhere than here, seen from a place near it: what is nearer to the edge is doubtful.</summary>
    public abstract double ErrorNear(Position at);

    /// <summary>Metres from a place to the shape's edge, from either side.</summary>
    public virtual double DistanceToEdge(Position at) => Arc.Distance(Vector.Of(at), Arcs(Bounds.OutlinePoints)) * Globe.Radius;

    /// <summary>The outline as a ring of places to be joined by straight lines of longitude and latitude, as charts and GeoJSON do, with the
    /// inside on the left; the first is not repeated. One place for a point. Longitudes are not unrolled, and an outline round a pole is not cut open.</summary>
    public IReadOnlyList<Position> Outline() => Opened(Drawn(Arcs(Bounds.ComparedPoints)));

    /// <summary>The outline as a ring of places to be joined by great circles, with the inside on the left; the first is not repeated. One place for a point.</summary>
    /// <param name="most">Points, about: the rounds at the ends and bends of a corridor may have some hundreds more. Every vertex of a polygon is kept, however many
    /// there are.</param>
    public IReadOnlyList<Position> ArcOutline(int most)
    {
        var arcs = Arcs(Math.Clamp(most, 1, Bounds.ComparedPoints)).Select(v => v.ToPosition());
        return Opened([.. HasInsideOnRight ? arcs.Reverse() : arcs]);
    }

    /// <summary>The edge as points joined by great circles, the first one again at the end.</summary>
    internal abstract IReadOnlyList<Vector> Arcs(int most);

    /// <summary>Whether <see cref="Arcs"/> go round with the clock.</summary>
    private protected virtual bool HasInsideOnRight => false;

    private protected virtual IReadOnlyList<Position> Drawn(IReadOnlyList<Vector> arcs) =>
        [.. Densified.Straight(arcs, Bounds.ComparedPoints).Select(v => v.ToPosition())];

    /// <summary>The same without places twice in a row, the last and the first included.</summary>
    private static List<Position> Opened(IReadOnlyList<Position> points)
    {
        var ring = new List<Position>(points.Count);
        foreach (var at in points)
        {
            if (ring.Count == 0 || ring[^1] != at)
                ring.Add(at);
        }

        if (ring.Count > 1 && ring[0] == ring[^1])
            ring.RemoveAt(ring.Count - 1);
        return ring;
    }
}
