using System.Globalization;
using Parley.Exchange.Imports;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Exchange.Places;

/// <summary>Arcs of a circle, drawn as chords.</summary>
internal static class Arc
{
    /// <summary>Places on the arc between its ends, without them. Their number follows from <see cref="Bounds.ArcDeviation"/>.</summary>
    /// <param name="metres">The radius; 0 when it is the distance from the centre to the end.</param>
    public static IEnumerable<Position> Between(Position centre, double metres, Position from, Position to, bool isClockwise, Remarks remarks)
    {
        var radius = metres > 0 ? metres : Globe.Distance(centre, to);
        var first = Globe.Azimuth(centre, from) ?? 0;
        var turn = (Globe.Azimuth(centre, to) ?? 0) - first;
        if (isClockwise && turn <= 0)
            turn += 360;
        else if (!isClockwise && turn >= 0)
            turn -= 360;
        return Draw(centre, radius, first, turn, withEnds: false, remarks);
    }

    /// <summary>The part of a circle between two directions, clockwise, and its centre.</summary>
    /// <param name="from">Degrees.</param>
    /// <param name="to">Degrees.</param>
    public static IReadOnlyList<Position> Sector(Position centre, double radius, double from, double to, Remarks remarks)
    {
        var turn = (to - from + 360) % 360;
        return [centre, .. Draw(centre, radius, from, turn == 0 ? 360 : turn, withEnds: true, remarks)];
    }

    /// <param name="first">Degrees.</param>
    /// <param name="turn">Degrees, clockwise where positive.</param>
    private static List<Position> Draw(Position centre, double radius, double first, double turn, bool withEnds, Remarks remarks)
    {
        var radians = Math.Abs(turn) * (Math.PI / 180);
        var step = 2 * Math.Acos(Math.Max(0, 1 - (Bounds.ArcDeviation - 1) / Math.Max(radius, Bounds.ArcDeviation)));
        var count = Math.Max(4, (int)Math.Ceiling(radians / step));
        var deviation = radius * (1 - Math.Cos(radians / count / 2));
        remarks.Add(ImportRemarkKind.ArcDrawn, string.Create(
            CultureInfo.InvariantCulture, $"arc of {radius:0} m round {centre} as {count} chords, at most {Math.Ceiling(deviation):0} m off"));
        var places = new List<Position>();
        for (var i = withEnds ? 0 : 1; i <= (withEnds ? count : count - 1); i++)
            places.Add(Globe.Destination(centre, first + turn * i / count, radius));
        return places;
    }
}
