using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>Where two cores come closest, on the sphere and without their slacks.</summary>
/// <param name="Least">Radians between them at least: less than the next only when the steps did not suffice.</param>
/// <param name="Most">Radians between the two places that were found.</param>
/// <param name="IsSure">Whether they surely have a place in common, whatever their slacks do.</param>
internal readonly record struct Approach(double Least, double Most, Vector One, Vector Other, bool IsSure)
{
    /// <summary>Places of a core that are tried as common ones.</summary>
    private const int Tried = 16;

    /// <summary>Where two cores come closest, if that is nearer than so many radians; null when it is not.</summary>
    /// <param name="steps">What may still be spent, and afterwards what is left.</param>
    public static Approach? Between(Core one, Core other, double within, ref int steps) => (one, other) switch
    {
        (WayCore a, WayCore b) => OfWays(a, b, within, ref steps),
        (WayCore way, _) => OfPlace(other, way, within) is { } turned ? turned with { One = turned.Other, Other = turned.One } : null,
        (_, WayCore way) => OfPlace(one, way, within),
        _ => OfPlaces(one.Place, other.Place, within),
    };

    private static Approach? OfPlaces(in Vector one, in Vector other, double within)
    {
        var angle = one.AngleTo(other);
        return angle < within ? new Approach(angle, angle, one, other, one == other) : null;
    }

    private static Approach? OfPlace(Core place, WayCore way, double within)
    {
        var at = place.Place;
        if (Inside(way, at, place.Slack + way.Slack) is { } inside)
            return inside;
        var (arc, squared) = way.Tree.Nearest(at, Ball.Chord(within));
        if (arc < 0)
            return null;
        var angle = Ball.Angle(Math.Sqrt(squared));
        return new Approach(angle, angle, at, Arcwise.Foot(at, way.Tree.From(arc), way.Tree.To(arc)), false);
    }

    private static Approach? OfWays(WayCore one, WayCore other, double within, ref int steps)
    {
        var slack = one.Slack + other.Slack;
        var inside = Inside(one, other.Place, slack) ?? Inside(other, one.Place, slack);
        if (inside is { IsSure: true })
            return inside;

        // Where the radii are greater than the slack, what crosses has a place in common in any case.
        var mustBeSure = one.Radius + other.Radius <= slack * Ellipsoidal.Most * Globe.Radius;
        var search = new ArcSearch(one.Tree, other.Tree, slack, Ball.Chord(within), mustBeSure, steps);
        var found = search.Run(out steps);
        if (found is { IsSure: true } || inside is null && found is not { Most: 0 })
            return found;
        return Common(one, other, slack) ?? (inside is null ? found : inside);
    }

    /// <summary>A place inside an area; null when it is not, or when there is no inside.</summary>
    private static Approach? Inside(WayCore way, in Vector at, double slack) =>
        way is AreaCore area && area.Ball.From(at) <= 0 && area.Depth(at) is >= 0 and var depth ? new Approach(0, 0, at, at, depth > slack) : null;

    /// <summary>A place that both surely have, among some that are likely; null when none of them is one.</summary>
    private static Approach? Common(WayCore one, WayCore other, double slack)
    {
        if (one is AreaCore { Inner: { } a } first && other is AreaCore { Inner: { } b } second)
        {
            foreach (var at in (ReadOnlySpan<Vector>)[a, b, Arc.At(a, b, 0.5)])
            {
                if (first.Depth(at) > slack && second.Depth(at) > slack)
                    return new Approach(0, 0, at, at, true);
            }
        }

        return Deep(one, other, slack) ?? Deep(other, one, slack);
    }

    /// <summary>A place of a way that lies deep inside an area.</summary>
    private static Approach? Deep(WayCore area, WayCore way, double slack)
    {
        var every = (way.Tree.Points.Length + Tried - 1) / Tried;
        for (var i = 0; i < way.Tree.Points.Length; i += every)
        {
            if (Inside(area, way.Tree.Points[i], slack) is { IsSure: true } deep)
                return deep;
        }

        return null;
    }
}
