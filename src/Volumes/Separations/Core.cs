using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>What a shape is drawn round: a place, a way, or an area. The shape is all that lies within a distance of its core. This one is a place: of a point or circle.</summary>
/// <param name="ball">Holds all of the core, inside and all.</param>
/// <param name="slack">Radians by which the core may lie elsewhere on the ellipsoid, with what rounding adds.</param>
/// <param name="radius">Metres on the ellipsoid round the core.</param>
internal class Core(Ball ball, double slack, int radius)
{
    public Ball Ball { get; } = ball;

    public double Slack { get; } = slack;

    public int Radius { get; } = radius;

    /// <summary>A place of the core, off by the slack at most.</summary>
    public virtual Vector Place => Ball.Centre;

    /// <summary>An order of cores by what they are, so that two volumes are compared in the same order whoever asks. Nothing when they are the same.</summary>
    public static int Order(Core one, Core other)
    {
        var order = Order(one.Ball.Centre, other.Ball.Centre);
        if (order == 0 && (order = one.Radius.CompareTo(other.Radius)) == 0 && (order = one.Slack.CompareTo(other.Slack)) == 0)
            order = Order((one as WayCore)?.Tree.Points ?? [], (other as WayCore)?.Tree.Points ?? []);
        return order != 0 ? order : (one is AreaCore).CompareTo(other is AreaCore);
    }

    private static int Order(Vector[] one, Vector[] other)
    {
        var order = one.Length.CompareTo(other.Length);
        for (var i = 0; order == 0 && i < one.Length; i++)
            order = Order(one[i], other[i]);
        return order;
    }

    private static int Order(in Vector one, in Vector other)
    {
        var order = one.X.CompareTo(other.X);
        return order != 0 || (order = one.Y.CompareTo(other.Y)) != 0 ? order : one.Z.CompareTo(other.Z);
    }
}

/// <summary>A way of arcs, of a corridor.</summary>
internal class WayCore(ArcTree tree, Ball ball, double slack, int radius) : Core(ball, slack, radius)
{
    public ArcTree Tree { get; } = tree;

    public override Vector Place => Tree.Points[0];
}

/// <summary>What a ring of arcs holds, of a polygon or an ellipse. The ring has the inside on its left.</summary>
/// <param name="ring">What tells the sides where arcs stand for edges of another kind; null where they are the edges. Arcs that stand for two edges a few metres from each other
/// may cross, and
/// then their own sides are none.</param>
internal sealed class AreaCore(ArcTree tree, Ball ball, double slack, Ring? ring) : WayCore(tree, ball, slack, radius: 0)
{
    /// <summary>A place inside that is likely to be deep; null when none was found at once.</summary>
    public Vector? Inner { get; init; }

    /// <summary>Radians from a place to the edge, positive inside and negative outside. Nearer to it than the slack, either may be said.</summary>
    public double Depth(in Vector at)
    {
        var (arc, squared) = Tree.Nearest(at, 3);
        var angle = Ball.Angle(Math.Sqrt(squared));
        return ring?.Contains(at) ?? IsLeft(arc, squared, at) ? angle : -angle;
    }

    /// <summary>Whether a place is inside, by the arc that is nearest to it. The way there meets the edge nowhere else, so the side on which it comes to it is the side on which
    /// the place lies: that of the
    /// arc, or between the two that meet in the nearest vertex.</summary>
    private bool IsLeft(int arc, double squared, in Vector at)
    {
        ref readonly var from = ref Tree.From(arc);
        ref readonly var to = ref Tree.To(arc);
        return Arcwise.Squared(at, from) <= squared ? IsLeft(Tree.From(arc == 0 ? Tree.Arcs - 1 : arc - 1), from, to, at)
            : Arcwise.Squared(at, to) <= squared ? IsLeft(from, to, Tree.To(arc + 1 == Tree.Arcs ? 0 : arc + 1), at)
            : Arcwise.Side(from, to, at) > 0;
    }

    /// <summary>Whether a place lies left of the way that bends at a vertex.</summary>
    private static bool IsLeft(in Vector before, in Vector vertex, in Vector after, in Vector at)
    {
        var (first, second) = (Arcwise.Side(before, vertex, at) > 0, Arcwise.Side(vertex, after, at) > 0);
        return Arcwise.Side(before, vertex, after) >= 0 ? first && second : first || second;
    }
}
