namespace Parley.Volumes.Earth;

/// <summary>A point, circle or ellipse. The ellipse is one of directions and distances from its centre: in the direction t off its longer axis its edge is at
/// ab / sqrt((b cos t)^2 + (a sin t)^2).</summary>
internal sealed class RoundFigure(Position centre, int major, int minor, int azimuth) : Figure
{
    private readonly double _azimuth = azimuth * (Math.PI / 180);
    private IReadOnlyList<Vector>? _edge;

    public override double Area => Math.PI * major * minor;

    internal override Vector Middle { get; } = Vector.Of(centre);

    public override double DistanceTo(Position at)
    {
        var distance = Globe.Distance(centre, at);
        if (major == minor)
            return Math.Max(0, distance - major);
        return distance <= Reach(Middle.AzimuthTo(Vector.Of(at)) - _azimuth) ? 0 : DistanceToEdge(at);
    }

    public override double DistanceToEdge(Position at) =>
        major == minor ? Math.Abs(Globe.Distance(centre, at) - major) : Arc.Distance(Vector.Of(at), _edge ??= Arcs(Bounds.OutlinePoints)) * Globe.Radius;

    public override double ErrorNear(Position at) => Globe.Distance(centre, at) * Globe.RelativeError + (major == minor ? 0 : Bounds.Deviation);

    internal override IReadOnlyList<Vector> Arcs(int most) => major == 0 ? [Middle] : Densified.Round(Edge, most);

    private double Reach(double direction)
    {
        var (sine, cosine) = Math.SinCos(direction);
        return (double)major * minor / Math.Sqrt(Math.Pow(minor * cosine, 2) + Math.Pow(major * sine, 2));
    }

    private Vector Edge(double turn)
    {
        var (sine, cosine) = Math.SinCos(-2 * Math.PI * turn);
        var (along, across) = (major * cosine, minor * sine);
        return Middle.Towards(_azimuth + Math.Atan2(across, along), Math.Sqrt(along * along + across * across) / Globe.Radius);
    }
}
