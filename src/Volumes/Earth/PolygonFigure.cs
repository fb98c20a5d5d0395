namespace Parley.Volumes.Earth;

/// <summary>A polygon on the sphere.</summary>
internal sealed class PolygonFigure : Figure
{
    /// <summary>Radians from the mean of the outline within which it is taken as flat to find its centre: 64 km, flat to a metre.</summary>
    private const double Flat = 0.01;

    private readonly Polygon _polygon;
    private readonly IReadOnlyList<Leg> _legs;
    private readonly Ring _ring;
    private IReadOnlyList<Vector>? _edge;

    public PolygonFigure(Polygon polygon)
    {
        _polygon = polygon;
        _legs = Legs.Of(polygon.Vertices, polygon.Edges, closed: true);
        _ring = new Ring(_legs);
    }

    public override double Area => (_ring.InsideIsLeft ? _ring.LeftArea : 4 * Math.PI - _ring.LeftArea) * Globe.Radius * Globe.Radius;

    internal override Vector Middle => CentreOfArea();

    public override double DistanceTo(Position at) => _ring.Contains(at) ? 0 : DistanceToEdge(at);

    public override double DistanceToEdge(Position at) => Arc.Distance(Vector.Of(at), _edge ??= Arcs(Bounds.OutlinePoints)) * Globe.Radius;

    /// <summary>Vertices are where they are said to be; the further from them, the less.</summary>
    public override double ErrorNear(Position at) => _polygon.Vertices.Min(v => Globe.Distance(v, at)) * Globe.RelativeError + Bounds.Deviation;

    internal override IReadOnlyList<Vector> Arcs(int most) => Densified.Way(_legs, most);

    private protected override bool HasInsideOnRight => !_ring.InsideIsLeft;

    /// <summary>Straight edges are drawn as they are. A vertex at a pole is one position here, whatever the longitude of the meridians that lead there.</summary>
    private protected override IReadOnlyList<Position> Drawn(IReadOnlyList<Vector> arcs)
    {
        var drawn = _polygon.Edges == Edge.Straight ? _polygon.Vertices : base.Drawn(arcs);
        return HasInsideOnRight ? [.. drawn.Reverse()] : drawn;
    }

    /// <summary>The mean of all places inside. On the sphere it is half the sum, over the arcs of the edge, of their lengths along their normals; for what is small
    /// that loses digits, and the plane keeps them.</summary>
    private Vector CentreOfArea()
    {
        var arcs = Compared;
        var mean = arcs.Aggregate((a, b) => a + b);
        if (mean.Length > arcs.Count * 0.5 && arcs.All(a => (a - mean.Unit()).Length < Flat))
            return CentreInPlane(mean.Unit(), arcs);
        var sum = default(Vector);
        for (var i = 1; i < arcs.Count; i++)
        {
            var normal = (arcs[i] + arcs[i - 1]).Cross(arcs[i] - arcs[i - 1]);
            if (normal.Length > 0)
                sum += normal * (arcs[i - 1].AngleTo(arcs[i]) / normal.Length);
        }

        // Half the earth has its centre well off nothing; only what is all edge has not.
        return sum.Length < 1e-12 ? arcs[0] : (_ring.InsideIsLeft ? sum : sum * -1).Unit();
    }

    private static Vector CentreInPlane(Vector middle, IReadOnlyList<Vector> arcs)
    {
        var flat = arcs.Select(a => (Azimuth: middle.AzimuthTo(a), Angle: middle.AngleTo(a)))
            .Select(p => (X: p.Angle * Math.Sin(p.Azimuth), Y: p.Angle * Math.Cos(p.Azimuth))).ToArray();
        var (area, x, y) = (0.0, 0.0, 0.0);
        for (var i = 1; i < flat.Length; i++)
        {
            var twice = flat[i - 1].X * flat[i].Y - flat[i].X * flat[i - 1].Y;
            area += twice;
            x += (flat[i - 1].X + flat[i].X) * twice;
            y += (flat[i - 1].Y + flat[i].Y) * twice;
        }

        if (Math.Abs(area) < 1e-17)
            return middle;
        (x, y) = (x / (3 * area), y / (3 * area));
        return middle.Towards(Math.Atan2(x, y), Math.Sqrt(x * x + y * y));
    }
}
