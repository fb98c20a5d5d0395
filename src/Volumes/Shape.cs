using Parley.Volumes.Earth;

namespace Parley.Volumes;

/// <summary>How the way between two vertices runs.</summary>
public enum Edge
{
    /// <summary>The shortest way: a great circle of the sphere.</summary>
    Geodesic = 1,

    /// <summary>One heading throughout: straight on a Mercator chart.</summary>
    Rhumb = 2,

    /// <summary>Straight in longitude and latitude, as GeoJSON has it (RFC 7946, section 3.1.1). Follows parallels and meridians.</summary>
    Straight = 3,
}

/// <summary>Oceans whose quadrants a notice may name in the place of a launch area (1988 agreement on launch notifications, article II).</summary>
public enum Ocean
{
    Atlantic = 1,
    Pacific = 2,
    Indian = 3,
    Arctic = 4,
}

/// <summary>A quarter of an ocean.</summary>
public enum Quadrant
{
    Northeast = 1,
    Southeast = 2,
    Southwest = 3,
    Northwest = 4,
}

/// <summary>A shape on the earth, as its author said it. Lengths in metres, angles in degrees. A shape that breaks a bound cannot be made: see <see cref="ShapeFault"/>.</summary>
public abstract record Shape
{
    private protected Shape()
    {
    }
}

/// <summary>A place without extent.</summary>
public sealed record PointShape(Position At) : Shape;

/// <summary>Everything within a radius, metres along the ground.</summary>
public sealed record Circle : Shape
{
    private Circle(Position centre, int radius) => (Centre, Radius) = (centre, radius);

    public Position Centre { get; }

    /// <summary>Metres, 1 to <see cref="Bounds.Extent"/>.</summary>
    public int Radius { get; }

    /// <summary>The shape, or what is wrong.</summary>
    public static Made<Circle> Make(Position centre, int radius) =>
        radius is < 1 or > Bounds.Extent ? ShapeFault.Extent : new Circle(centre, radius);
}

/// <summary>An ellipse on the ground.</summary>
public sealed record Ellipse : Shape
{
    private Ellipse(Position centre, int major, int minor, int azimuth) => (Centre, Major, Minor, Azimuth) = (centre, major, minor, azimuth);

    public Position Centre { get; }

    /// <summary>Longer semi-axis, metres.</summary>
    public int Major { get; }

    /// <summary>Shorter semi-axis, metres, at most the longer one.</summary>
    public int Minor { get; }

    /// <summary>True direction of the longer axis, whole degrees clockwise from north, 0 to 179.</summary>
    public int Azimuth { get; }

    /// <inheritdoc cref="Circle.Make"/>
    public static Made<Ellipse> Make(Position centre, int major, int minor, int azimuth) =>
        major is < 1 or > Bounds.Extent || minor < 1 || minor > major ? ShapeFault.Extent
        : azimuth is < 0 or > 179 ? ShapeFault.Azimuth
        : new Ellipse(centre, major, minor, azimuth);
}

/// <summary>What a closed ring of vertices goes round, the smaller side of the earth; the last vertex is joined to the first and not repeated.</summary>
public sealed record Polygon : Shape
{
    private Polygon(IReadOnlyList<Position> vertices, Edge edges) => (Vertices, Edges) = (vertices, edges);

    /// <summary>Three at least.</summary>
    public IReadOnlyList<Position> Vertices { get; }

    public Edge Edges { get; }

    /// <summary>The shape, or what is wrong. A last vertex that repeats the first is left out; any other repetition in a row is a fault.</summary>
    public static Made<Polygon> Make(IReadOnlyList<Position> vertices, Edge edges)
    {
        var ring = vertices.Count > 1 && vertices[0] == vertices[^1] ? [.. vertices.Take(vertices.Count - 1)] : vertices.ToArray();
        return ring.Length < 3 ? ShapeFault.TooFewVertices
            : ring.Length > Bounds.Vertices ? ShapeFault.TooManyVertices
            : Enumerable.Range(0, ring.Length).Any(i => ring[i] == ring[(i + 1) % ring.Length]) ? ShapeFault.RepeatedVertex
            : Opposite.In(ring, edges, closed: true) ? ShapeFault.OppositeEnds
            : Crossing.Of(ring, edges) ? ShapeFault.CrossesItself
            : new Polygon(ring, edges);
    }

    public bool Equals(Polygon? other) => other is not null && Edges == other.Edges && Vertices.SequenceEqual(other.Vertices);

    public override int GetHashCode() => HashCode.Combine(Edges, Vertices.Count, Vertices[0]);
}

/// <summary>Everything within a distance of a way of one or more legs.</summary>
public sealed record Corridor : Shape
{
    private Corridor(IReadOnlyList<Position> vertices, int halfWidth, Edge edges) => (Vertices, HalfWidth, Edges) = (vertices, halfWidth, edges);

    /// <summary>The centre line, two at least.</summary>
    public IReadOnlyList<Position> Vertices { get; }

    /// <summary>Metres to either side.</summary>
    public int HalfWidth { get; }

    public Edge Edges { get; }

    /// <inheritdoc cref="Circle.Make"/>
    public static Made<Corridor> Make(IReadOnlyList<Position> vertices, int halfWidth, Edge edges) =>
        vertices.Count < 2 ? ShapeFault.TooFewVertices
        : vertices.Count > Bounds.Vertices ? ShapeFault.TooManyVertices
        : vertices.Zip(vertices.Skip(1)).Any(leg => leg.First == leg.Second) ? ShapeFault.RepeatedVertex
        : halfWidth is < 1 or > Bounds.Extent ? ShapeFault.Extent
        : Opposite.In(vertices, edges, closed: false) ? ShapeFault.OppositeEnds
        : new Corridor([.. vertices], halfWidth, edges);

    public bool Equals(Corridor? other) =>
        other is not null && HalfWidth == other.HalfWidth && Edges == other.Edges && Vertices.SequenceEqual(other.Vertices);

    public override int GetHashCode() => HashCode.Combine(HalfWidth, Edges, Vertices.Count, Vertices[0]);
}

/// <summary>A quarter of an ocean, which has no drawn edge.</summary>
public sealed record OceanQuadrant(Ocean Ocean, Quadrant Quadrant) : Shape;

/// <summary>An area that the charter of the line names: lower-case letters, digits and dashes.</summary>
public sealed record NamedArea : Shape
{
    private NamedArea(string name) => Name = name;

    public string Name { get; }

    /// <inheritdoc cref="Circle.Make"/>
    public static Made<NamedArea> Make(string name) =>
        name.Length is < 1 or > Bounds.AreaNameLength || !name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
            ? ShapeFault.AreaName
            : new NamedArea(name);
}
