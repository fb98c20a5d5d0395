using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>Seeks the nearest places of two trees of arcs, from the whole to the runs that are near each other. What is no nearer than what was found, or than what was asked for,
/// is passed over.</summary>
internal ref struct ArcSearch(ArcTree one, ArcTree other, double slack, double chord, bool mustBeSure, int steps)
{
    /// <summary>Below any straight distance, overlaps of balls too: nothing more is sought.</summary>
    private const double Enough = -5;

    private double _chord = chord;
    private int _steps = steps;
    private double _found = double.PositiveInfinity;
    private bool _isCross;
    private bool _isSure;
    private int _arc;
    private int _otherArc;

    /// <summary>What was found; null when nothing is as near as was asked for. Without steps left, nothing is told of what was not looked at.</summary>
    public Approach? Run(out int left)
    {
        Visit(0, 0);
        left = Math.Max(0, _steps);
        if (double.IsInfinity(_found))
            return _steps > 0 ? null : new Approach(0, Math.PI, one.Points[0], other.Points[0], false);
        var (a, b, c, d) = (one.From(_arc), one.To(_arc), other.From(_otherArc), other.To(_otherArc));
        if (_isCross)
        {
            var at = Arcwise.Crossing(a, b, c, d);
            return new Approach(0, 0, at, at, _isSure);
        }

        var angle = Ball.Angle(_found);
        var (own, others) = Ends(a, b, c, d);
        return new Approach(_steps > 0 ? angle : 0, angle, own, others, false);
    }

    /// <summary>The nearest places of two arcs that do not cross.</summary>
    private static (Vector One, Vector Other) Ends(in Vector a, in Vector b, in Vector c, in Vector d)
    {
        var nearest = (One: a, Other: Arcwise.Foot(a, c, d));
        foreach (var (own, others) in (ReadOnlySpan<(Vector, Vector)>)[(b, Arcwise.Foot(b, c, d)), (Arcwise.Foot(c, a, b), c), (Arcwise.Foot(d, a, b), d)])
        {
            if (Arcwise.Squared(own, others) < Arcwise.Squared(nearest.One, nearest.Other))
                nearest = (own, others);
        }

        return nearest;
    }

    private void Visit(int own, int others)
    {
        ref readonly var first = ref one[own];
        ref readonly var second = ref other[others];
        if (--_steps <= 0 || Ball.Between(first.Ball, second.Ball) >= _chord)
            return;
        if (first.Right == 0 && second.Right == 0)
        {
            Compare(first, second);
            return;
        }

        var isFirst = second.Right == 0 || first.Right != 0 && first.Ball.Radius >= second.Ball.Radius;
        var (left, right) = isFirst ? (own + 1, first.Right) : (others + 1, second.Right);
        var (near, far) = isFirst
            ? (Ball.Between(one[left].Ball, second.Ball), Ball.Between(one[right].Ball, second.Ball))
            : (Ball.Between(first.Ball, other[left].Ball), Ball.Between(first.Ball, other[right].Ball));
        if (far < near)
            (left, right) = (right, left);
        Visit(isFirst ? left : own, isFirst ? others : left);
        Visit(isFirst ? right : own, isFirst ? others : right);
    }

    private void Compare(in ArcTree.Node first, in ArcTree.Node second)
    {
        for (var i = first.First; i < first.First + first.Count; i++)
        {
            ref readonly var from = ref one.From(i);
            ref readonly var to = ref one.To(i);
            var ball = Ball.Of(from, to);
            if (Ball.Between(ball, second.Ball) >= _chord)
                continue;
            var normal = (to + from).Cross(to - from);
            normal *= 1 / normal.Length;
            for (var j = second.First; j < second.First + second.Count; j++)
            {
                ref readonly var otherFrom = ref other.From(j);
                ref readonly var otherTo = ref other.To(j);
                if (!AreBeside(normal, otherFrom, otherTo) && Ball.Between(ball, Ball.Of(otherFrom, otherTo)) < _chord)
                    Compare(i, j, from, to, otherFrom, otherTo);
            }
        }
    }

    /// <summary>Whether an arc lies on one side of a great circle, as far off as what is sought: it is nowhere nearer to the plane of the circle than at its ends.</summary>
    private readonly bool AreBeside(in Vector normal, in Vector from, in Vector to)
    {
        var (first, last) = (normal.Dot(from), normal.Dot(to));
        return first >= _chord && last >= _chord || first <= -_chord && last <= -_chord;
    }

    private void Compare(int i, int j, in Vector a, in Vector b, in Vector c, in Vector d)
    {
        _steps--;
        var ends = Math.Sqrt(Math.Min(
            Math.Min(Arcwise.Squared(a, c, d), Arcwise.Squared(b, c, d)), Math.Min(Arcwise.Squared(c, a, b), Arcwise.Squared(d, a, b))));
        if (Arcwise.Cross(a, b, c, d))
        {
            // With all ends further off than the slack, the true edges cross too: moving them so far carries no end over the other edge.
            (_found, _isCross, _isSure, _arc, _otherArc) = (0, true, ends > slack, i, j);
            _chord = _isSure || !mustBeSure ? Enough : 0;
        }
        else if (ends < _chord)
        {
            (_found, _chord, _arc, _otherArc) = (ends, ends, i, j);
        }
    }
}
