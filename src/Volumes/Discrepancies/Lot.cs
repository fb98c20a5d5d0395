using Parley.Volumes.Earth;

namespace Parley.Volumes.Discrepancies;

/// <summary>Shapes taken as one for comparison: their outlines, and the mean of their middles.</summary>
internal sealed class Lot
{
    private readonly IReadOnlyList<IReadOnlyList<Vector>> _outlines;

    private Lot(IReadOnlyList<IReadOnlyList<Vector>> outlines, Vector middle) => (_outlines, Middle) = (outlines, middle);

    public Vector Middle { get; }

    /// <summary>Null when one of the shapes has no figure.</summary>
    public static Lot? Of(IReadOnlyList<Shape> shapes, AreaResolver? areas)
    {
        var figures = shapes.Select(s => Figure.Of(s, areas)).OfType<Figure>().ToList();
        if (figures.Count < shapes.Count)
            return null;
        var sum = figures.Select(f => f.Middle).Aggregate((a, b) => a + b);
        return new Lot([.. figures.Select(f => f.Arcs(Bounds.ComparedPoints / figures.Count))], sum.Length < 1e-9 ? figures[0].Middle : sum.Unit());
    }

    /// <summary>Radians from that place of ours that is furthest from the outlines of the other, to them.</summary>
    public double FurthestFrom(Lot other)
    {
        var furthest = 0.0;
        var hints = new int[other._outlines.Count];
        foreach (var at in Samples())
        {
            // A place that is nearer than the furthest so far changes nothing, however near it is.
            var nearest = double.MaxValue;
            for (var i = 0; i < hints.Length && nearest > furthest; i++)
                nearest = Math.Min(nearest, Arc.Distance(at, other._outlines[i], furthest, ref hints[i]));
            furthest = Math.Max(furthest, nearest);
        }

        return furthest;
    }

    /// <summary>Places on our outlines: their points, and more between them where they are far apart; where there are more points than places, every so-manieth of them.</summary>
    private IEnumerable<Vector> Samples()
    {
        var length = _outlines.Sum(Length);
        var every = Math.Max(1, _outlines.Sum(o => o.Count) / Bounds.Samples);
        foreach (var outline in _outlines)
        {
            for (var i = 0; i < outline.Count; i += every)
            {
                yield return outline[i];
                if (i + 1 >= outline.Count || every > 1)
                    continue;
                var pieces = (int)Math.Ceiling(outline[i].AngleTo(outline[i + 1]) * Bounds.Samples / Math.Max(length, 1e-12));
                for (var j = 1; j < pieces; j++)
                    yield return Arc.At(outline[i], outline[i + 1], (double)j / pieces);
            }
        }
    }

    private static double Length(IReadOnlyList<Vector> outline)
    {
        var length = 0.0;
        for (var i = 1; i < outline.Count; i++)
            length += outline[i - 1].AngleTo(outline[i]);
        return length;
    }
}
