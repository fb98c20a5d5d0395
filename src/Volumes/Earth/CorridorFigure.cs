namespace Parley.Volumes.Earth;

/// <summary>A corridor on the sphere. Its outline goes up on one side and down on the other, round at the ends and at the outer side of bends; places of it that
/// lie within the corridor (at the inner side of bends, or where a corridor meets itself) are left out, so that it is drawn without knots. Where a corridor goes round a hole, the
/// hole is not drawn.</summary>
internal sealed class CorridorFigure : Figure
{
    /// <summary>Radians: at a sharper bend the corner of the inner sides is too far off to be of use.</summary>
    private const double SharpBend = 2.1;

    /// <summary>Radians.</summary>
    private const double NearCut = 10 * Bounds.Deviation / Globe.Radius;

    private readonly Corridor _corridor;
    private readonly List<Leg> _legs;
    private IReadOnlyList<Vector>? _line;

    /// <summary>While an outline is laid: the arc of the centre line that was nearest last.</summary>
    private int _nearest;

    /// <summary>While an outline is laid: whether the side begins in the corner that it has with the one before.</summary>
    private bool _inCorner;

    public CorridorFigure(Corridor corridor)
    {
        _corridor = corridor;
        _legs = Legs.Of(corridor.Vertices, corridor.Edges, closed: false);
    }

    public override double Area
    {
        get
        {
            var (line, length) = (Densified.Way(_legs, Bounds.ComparedPoints), 0.0);
            for (var i = 1; i < line.Count; i++)
                length += line[i - 1].AngleTo(line[i]) * Globe.Radius;
            return (2 * length + Math.PI * _corridor.HalfWidth) * _corridor.HalfWidth;
        }
    }

    internal override Vector Middle
    {
        get
        {
            var line = Densified.Way(_legs, Bounds.ComparedPoints);
            var sum = default(Vector);
            for (var i = 1; i < line.Count; i++)
                sum += (line[i] + line[i - 1]) * line[i - 1].AngleTo(line[i]);
            return sum.Length < 1e-15 ? line[line.Count / 2] : sum.Unit();
        }
    }

    private IReadOnlyList<Vector> Line => _line ??= Densified.Way(_legs, Bounds.OutlinePoints);

    private double HalfWidth => _corridor.HalfWidth / Globe.Radius;

    public override double DistanceTo(Position at) => Math.Max(0, Arc.Distance(Vector.Of(at), Line) * Globe.Radius - _corridor.HalfWidth);

    public override double DistanceToEdge(Position at) => Math.Abs(Arc.Distance(Vector.Of(at), Line) * Globe.Radius - _corridor.HalfWidth);

    public override double ErrorNear(Position at) =>
        (_corridor.Vertices.Min(v => Globe.Distance(v, at)) + _corridor.HalfWidth) * Globe.RelativeError + Bounds.Deviation;

    internal override IReadOnlyList<Vector> Arcs(int most)
    {
        var line = Densified.Way(_legs, most / 8);
        var offset = new List<Vector>();
        (_inCorner, _nearest) = (false, 0);
        for (var i = 1; i < line.Count; i++)
            Side(offset, line[i - 1], line[i], i + 1 < line.Count ? line[i + 1] : line[i - 1], most / (4 * line.Count));
        for (var i = line.Count - 1; i > 0; i--)
            Side(offset, line[i], line[i - 1], i > 1 ? line[i - 2] : line[i], most / (4 * line.Count));

        var ring = Outside(offset, line);
        ring.Reverse();
        ring.Add(ring[0]);
        return ring;
    }

    /// <summary>The part of a closed way that does not lie within the corridor. Where it comes in or goes out, the place is sought by halving.</summary>
    private List<Vector> Outside(List<Vector> way, List<Vector> line)
    {
        var kept = new List<(Vector At, bool IsCut)>();
        var last = way[^1];
        var lastOut = IsOut(last, line, 1e-9);
        foreach (var at in way)
        {
            var isOut = IsOut(at, line, 1e-9);
            if (isOut != lastOut)
                Keep(isOut ? Cut(at, last, line) : Cut(last, at, line), true);
            if (isOut)
                Keep(at, false);
            (last, lastOut) = (at, isOut);
        }

        return kept.Count < 3 ? way : [.. kept.Select(k => k.At)];

        // A cut may lie a little beyond the place where both sides meet: near another place it is not needed, and of two cuts the middle is.
        void Keep(Vector at, bool isCut)
        {
            var near = kept.Count > 0 && (kept[^1].At - at).Length < NearCut;
            if (near && isCut && kept[^1].IsCut)
                kept[^1] = ((kept[^1].At + at).Unit(), true);
            else if (near && kept[^1].IsCut)
                kept[^1] = (at, false);
            else if (!near || !isCut)
                kept.Add((at, isCut));
        }
    }

    private bool IsOut(Vector at, List<Vector> line, double tolerance)
    {
        // The arc that was near to the last place is near to this one, and one that is near enough settles it.
        var limit = HalfWidth * (1 - 1e-9) - tolerance;
        return Arc.Distance(at, line, limit, ref _nearest) > limit;
    }

    /// <summary>Where a way goes in. Between two places of the edge the chord lies within it by as much as an outline may.</summary>
    private Vector Cut(Vector outside, Vector inside, List<Vector> line)
    {
        for (var i = 0; i < 16; i++)
        {
            var middle = (outside + inside).Unit();
            (outside, inside) = IsOut(middle, line, Bounds.Deviation / Globe.Radius) ? (middle, inside) : (outside, middle);
        }

        return outside;
    }

    /// <summary>The left side of one arc of the centre line, which is no great circle itself, and what follows at its end: the round to the next arc, or the corner
    /// in which both sides meet.</summary>
    private void Side(List<Vector> offset, Vector from, Vector to, Vector next, int most)
    {
        if ((to - from).Length == 0)
            return;
        var piece = Math.Min(Math.Sqrt(8 * Bounds.Deviation / Globe.Radius / Math.Tan(HalfWidth)), 4 * HalfWidth);
        var pieces = (int)Math.Clamp(Math.Ceiling(from.AngleTo(to) / piece), 1, Math.Max(1, most));
        for (var i = _inCorner ? 1 : 0; i < pieces; i++)
        {
            var at = Arc.At(from, to, (double)i / pieces);
            offset.Add(at.Towards(at.AzimuthTo(to) - Math.PI / 2, HalfWidth));
        }

        var left = to.AzimuthTo(from) + Math.PI / 2;
        var bend = (next - to).Length == 0 ? 0 : Math.IEEERemainder(to.AzimuthTo(next) - left - Math.PI / 2, 2 * Math.PI);

        // A turn back, as at the ends, is half a round on the left side.
        if (Math.PI - Math.Abs(bend) < 1e-6)
            bend = Math.PI;
        _inCorner = bend is <= 0 and > -SharpBend;
        if (_inCorner)
        {
            offset.Add(to.Towards(left + bend / 2, Math.Atan(Math.Tan(HalfWidth) / Math.Cos(bend / 2))));
            return;
        }

        var steps = bend <= 0 ? 0 : (int)Math.Ceiling(bend / StepOfRound());
        for (var i = 0; i <= steps; i++)
            offset.Add(to.Towards(left + (steps == 0 ? 0 : bend * i / steps), HalfWidth));
    }

    /// <summary>Radians of a round whose chord leaves it by the deviation that is allowed, 45 degrees at most, and more than that where a round a vertex takes too
    /// many points.</summary>
    private double StepOfRound() => Math.Clamp(
        2 * Math.Acos(1 - Math.Min(1, (double)Bounds.Deviation / _corridor.HalfWidth)),
        Math.Min(Math.PI / 4, 2 * Math.PI * _corridor.Vertices.Count / Bounds.ComparedPoints),
        Math.PI / 4);
}
