using System.Globalization;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Places;

/// <summary>Arcs of a circle, drawn as chords.</summary>
internal static class Arc
{
    /// <summary>Places on the arc between its ends, without them. Their number follows from <see cref="Bounds.ArcDeviation"/>.</summary>
    /// <param name="metres">The radius; 0 when it is the distance from the centre to the end.</param>
    public static IEnumerable<Position> Between(Position centre, double metres, Position from, Position to, bool isClockwise, Remarks remarks)
    {
        var radius = metres > 0 ? metres : Sphere.Distance(centre, to);
        var first = Sphere.Bearing(centre, from);
        var turn = Sphere.Bearing(centre, to) - first;
        if (isClockwise && turn <= 0)
            turn += 2 * Math.PI;
        else if (!isClockwise && turn >= 0)
            turn -= 2 * Math.PI;
        return Draw(centre, radius, first, turn, withEnds: false, remarks);
    }

    /// <summary>The part of a circle between two directions, clockwise, and its centre.</summary>
    /// <param name="from">Degrees.</param>
    /// <param name="to">Degrees.</param>
    public static IReadOnlyList<Position> Sector(Position centre, double radius, double from, double to, Remarks remarks)
    {
        var turn = (to - from + 360) % 360;
        return [centre, .. Draw(centre, radius, from * Math.PI / 180, (turn == 0 ? 360 : turn) * Math.PI / 180, withEnds: true, remarks)];
    }

    private static List<Position> Draw(Position centre, double radius, double first, double turn, bool withEnds, Remarks remarks)
    {
        var step = 2 * Math.Acos(Math.Max(0, 1 - (Bounds.ArcDeviation - 1) / Math.Max(radius, Bounds.ArcDeviation)));
        var count = Math.Max(4, (int)Math.Ceiling(Math.Abs(turn) / step));
        var deviation = radius * (1 - Math.Cos(turn / count / 2));
        remarks.Add(ImportRemarkKind.ArcDrawn, string.Create(
            CultureInfo.InvariantCulture, $"arc of {radius:0} m round {centre} as {count} chords, at most {Math.Ceiling(deviation):0} m off"));
        var places = new List<Position>();
        for (var i = withEnds ? 0 : 1; i <= (withEnds ? count : count - 1); i++)
        {
            if (Sphere.Reach(centre, first + turn * i / count, radius) is { } place)
                places.Add(place);
        }

        return places;
    }
}
