using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>A way or ring of arcs under a tree of balls, each round a run of arcs: what is far is passed over by the run. Never changed, so that many threads may ask at
/// once.</summary>
internal sealed class ArcTree
{
    /// <summary>Arcs of a run that is not divided.</summary>
    private const int Run = 4;

    private readonly Node[] _nodes;

    /// <param name="points">Two at least, none twice in a row; of a ring the first is not repeated.</param>
    public ArcTree(Vector[] points, bool closed)
    {
        Points = points;
        Arcs = closed ? points.Length : points.Length - 1;
        var nodes = new List<Node>(2 * (Arcs / Run) + 1);
        Add(nodes, 0, Arcs);
        _nodes = [.. nodes];
    }

    public Vector[] Points { get; }

    public int Arcs { get; }

    public Ball Whole => _nodes[0].Ball;

    public ref readonly Vector From(int arc) => ref Points[arc];

    public ref readonly Vector To(int arc) => ref Points[arc + 1 == Points.Length ? 0 : arc + 1];

    public ref readonly Node this[int node] => ref _nodes[node];

    /// <summary>The arc that is nearest to a place, and the square of the straight distance; none when there is none nearer than was asked for.</summary>
    public (int Arc, double Squared) Nearest(in Vector at, double chord)
    {
        var (best, squared) = (-1, chord * chord);
        Nearest(0, at, ref best, ref squared, ref chord);
        return (best, squared);
    }

    private void Nearest(int node, in Vector at, ref int best, ref double squared, ref double chord)
    {
        ref readonly var here = ref _nodes[node];
        if (here.Right == 0)
        {
            for (var arc = here.First; arc < here.First + here.Count; arc++)
            {
                var found = Arcwise.Squared(at, From(arc), To(arc));
                if (found < squared)
                    (best, squared, chord) = (arc, found, Math.Sqrt(found));
            }

            return;
        }

        var (left, right) = (_nodes[node + 1].Ball.From(at), _nodes[here.Right].Ball.From(at));
        if (left <= right && left < chord)
            Nearest(node + 1, at, ref best, ref squared, ref chord);
        if (right < chord)
            Nearest(here.Right, at, ref best, ref squared, ref chord);
        if (left > right && left < chord)
            Nearest(node + 1, at, ref best, ref squared, ref chord);
    }

    private Ball Add(List<Node> nodes, int first, int count)
    {
        var here = nodes.Count;
        nodes.Add(default);
        if (count <= Run)
        {
            var ball = Ball.Of(From(first), To(first));
            for (var arc = first + 1; arc < first + count; arc++)
                ball = Ball.Around(ball, Ball.Of(From(arc), To(arc)));
            nodes[here] = new Node(ball, first, count, 0);
            return ball;
        }

        var half = (count / 2 + Run - 1) / Run * Run;
        var left = Add(nodes, first, half);
        var right = nodes.Count;
        var both = Ball.Around(left, Add(nodes, first + half, count - half));
        nodes[here] = new Node(both, first, count, right);
        return both;
    }

    /// <summary>A run of arcs. Its left half is the next node, its right half the one named; 0 when it is not divided.</summary>
    internal readonly record struct Node(Ball Ball, int First, int Count, int Right);
}
