using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>How far the shapes of two volumes are apart.</summary>
/// <param name="Where">Where they come closest, half way between them or in both; null when none of them is drawn.</param>
internal readonly record struct Proximity(Nearness Nearness, Gap Gap, Position? Where)
{
    /// <summary>Whether they are surely so many metres apart, and do not touch. Most pairs are told apart by their balls.</summary>
    public static bool AreApart(LaidVolume one, LaidVolume other, int metres)
    {
        if (!one.IsDrawn || !other.IsDrawn)
            return false;
        var apart = Ellipsoidal.Angle(metres);
        if (Ball.Between(one.Ball, other.Ball) >= Ball.Chord(apart + one.Reach + other.Reach))
            return true;
        if (LaidVolume.Order(one, other) > 0)
            (one, other) = (other, one);
        var steps = Bounds.ComparisonSteps;
        foreach (var core in one.Cores)
        {
            if (Ball.Between(core.Ball, other.Ball) >= Ball.Chord(Ellipsoidal.Angle(metres + core.Radius) + core.Slack + other.Reach))
                continue;
            foreach (var against in other.Cores)
            {
                var (kept, slack) = ((double)metres + core.Radius + against.Radius, core.Slack + against.Slack);
                var within = kept / LeastMetres(core, against, Ellipsoidal.Angle(kept) + slack) + slack;
                if (Ball.Between(core.Ball, against.Ball) < Ball.Chord(within) && Approach.Between(core, against, within, ref steps) is not null)
                    return false;
            }
        }

        return true;
    }

    /// <summary>How far they are apart, measured.</summary>
    public static Proximity Between(LaidVolume one, LaidVolume other, int metres)
    {
        if (LaidVolume.Order(one, other) > 0)
            (one, other) = (other, one);
        var (closest, steps) = (new Closest(), Bounds.ComparisonSteps);
        foreach (var core in one.Cores)
        {
            foreach (var against in other.Cores)
                closest.Try(core, against, ref steps);
        }

        var gap = new Gap(one.IsDrawn && other.IsDrawn ? closest.Least : 0, double.IsInfinity(closest.Most) ? null : closest.Most);
        return new Proximity(gap.Against(metres), gap, closest.Where?.ToPosition());
    }

    /// <summary>Metres of a radian at least on the nearest way between two cores. No place of a way is further from its ends than half its length, which is so many radians at
    /// most.</summary>
    private static double LeastMetres(Core one, Core other, double length)
    {
        var (own, others) = (one.Ball, other.Ball);
        return Ellipsoidal.LeastMetres(Math.Min(Math.Abs(own.Centre.Z) - own.Radius, Math.Abs(others.Centre.Z) - others.Radius) - length);
    }

    /// <summary>The closest of the pairs that were tried, in metres on the ellipsoid.</summary>
    private struct Closest()
    {
        public double Least { get; private set; } = double.PositiveInfinity;

        public double Most { get; private set; } = double.PositiveInfinity;

        public Vector? Where { get; private set; }

        public void Try(Core one, Core other, ref int steps)
        {
            var (slack, radii) = (one.Slack + other.Slack, (double)one.Radius + other.Radius);

            // Beyond both angles the pair changes neither the least nor the most.
            var within = Math.Max(Ellipsoidal.Angle(Least + radii) + slack, (Most + radii) / (Ellipsoidal.Most * Globe.Radius) - slack);
            if (Ball.Between(one.Ball, other.Ball) >= Ball.Chord(within) || Approach.Between(one, other, within, ref steps) is not { } approach)
                return;
            Least = Math.Min(Least, Math.Max(0, LeastMetres(one, other, approach.Most * 1.02 + 2 * slack) * (approach.Least - slack) - radii));
            var sine = Math.Max(Math.Abs(approach.One.Z), Math.Abs(approach.Other.Z)) + approach.Most + slack;
            var most = approach.IsSure ? 0 : Math.Max(0, Ellipsoidal.MostMetres(sine) * (approach.Most + slack) - radii);
            if (most >= Most)
                return;
            (Most, Where) = (most, Between(approach, one.Radius / Globe.Radius, other.Radius / Globe.Radius));
        }

        /// <summary>Half way between the edges of two shapes, or within both.</summary>
        private static Vector Between(in Approach approach, double own, double others)
        {
            // Nothing is half way to the opposite end.
            if (approach.Most is 0 or > Math.PI - 1e-6)
                return approach.One;
            var part = (own + (approach.Most - own - others) / 2) / approach.Most;
            return Arc.At(approach.One, approach.Other, Math.Clamp(part, 0, 1));
        }
    }
}
