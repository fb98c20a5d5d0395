namespace Parley.Volumes.Earth;

/// <summary>Whether a ring of rhumb lines or of straight edges crosses itself, in the chart in which they are straight. The chart goes round: two legs are compared where
/// they are nearest to each other.</summary>
internal static class ChartCrossing
{
    public static bool Of(IReadOnlyList<Leg> ring)
    {
        // What only turns at a pole has no length, and a ring that is at a pole twice was found before.
        var lines = ring.Where(l => !l.OnlyTurns).Select(Line.Of).ToArray();
        var (lows, highs) = (lines.Select(l => l.Low).ToArray(), lines.Select(l => l.High).ToArray());
        var (middles, reaches) = (lines.Select(l => (l.X1 + l.X2) / 2).ToArray(), lines.Select(l => Math.Abs(l.X2 - l.X1) / 2 + 1).ToArray());
        for (var i = 0; i < lines.Length; i++)
        {
            if (FoldsBack(lines[i], lines[(i + 1) % lines.Length]))
                return true;
            var (low, high, middle, reach) = (lows[i], highs[i], middles[i], reaches[i]);
            for (var j = i + 2; j < lines.Length - (i == 0 ? 1 : 0); j++)
            {
                if (low <= highs[j] && lows[j] <= high && Math.Abs(Math.IEEERemainder(middle - middles[j], Leg.Turn)) <= reach + reaches[j] &&
                    Meet(lines[i], lines[j].Near(lines[i])))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the second line runs back on the first, at whose end it begins; at a pole, whether it takes the meridian by which the first came.</summary>
    private static bool FoldsBack(Line first, Line second)
    {
        second = second.Near(first);
        if (first.IsMeridian && second.IsMeridian)
            return first.X1 == second.X1 && Math.Sign(first.Y2 - first.Y1) != Math.Sign(second.Y2 - second.Y1);
        return second.X1 == first.X2 && second.Y1 == first.Y2 && Side(first, second.X2, second.Y2) == 0 &&
            (second.X2 - second.X1) * (first.X2 - first.X1) + (second.Y2 - second.Y1) * (first.Y2 - first.Y1) < 0;
    }

    private static bool Meet(Line a, Line b)
    {
        if (!a.Overlaps(b))
            return false;
        var (b1, b2, a1, a2) = (Side(a, b.X1, b.Y1), Side(a, b.X2, b.Y2), Side(b, a.X1, a.Y1), Side(b, a.X2, a.Y2));
        return b1 == 0 && a.Holds(b.X1, b.Y1) || b2 == 0 && a.Holds(b.X2, b.Y2) || a1 == 0 && b.Holds(a.X1, a.Y1) || a2 == 0 && b.Holds(a.X2, a.Y2) ||
            b1 * b2 < 0 && a1 * a2 < 0;
    }

    /// <summary>1 when the place is left of the line, -1 when it is right of it, 0 when it is on it or, off whole numbers, when rounding cannot tell.</summary>
    private static int Side(Line line, double x, double y)
    {
        var (plus, minus) = ((line.X2 - line.X1) * (y - line.Y1), (line.Y2 - line.Y1) * (x - line.X1));
        var side = plus - minus;
        if (Math.Abs(side) > 1e-15 * (Math.Abs(plus) + Math.Abs(minus)))
            return Math.Sign(side);
        if (!line.Whole)
            return 0;
        return Int128.Sign((Int128)(line.X2 - line.X1) * (Int128)(y - line.Y1) - (Int128)(line.Y2 - line.Y1) * (Int128)(x - line.X1));
    }

    /// <summary>A leg in its chart: units to the east, and units to the north of latitude or of a Mercator chart.</summary>
    private readonly record struct Line(bool Whole, double X1, double Y1, double X2, double Y2)
    {
        public double Low => Math.Min(Y1, Y2);

        public double High => Math.Max(Y1, Y2);

        public bool IsMeridian => X1 == X2;

        public static Line Of(Leg leg) => leg.Edges == Edge.Straight
            ? new Line(true, leg.X1, leg.Y1, leg.X2, leg.Y2)
            : new Line(false, leg.X1, Leg.Mercator(leg.Y1) / Vector.RadiansInUnit, leg.X2, Leg.Mercator(leg.Y2) / Vector.RadiansInUnit);

        /// <summary>The same line, whole turns away, where it is nearest to the other one.</summary>
        public Line Near(Line other)
        {
            var turns = Math.Round((other.X1 + other.X2 - X1 - X2) / (2 * Leg.Turn)) * Leg.Turn;
            return turns == 0 ? this : this with { X1 = X1 + turns, X2 = X2 + turns };
        }

        public bool Overlaps(Line other) => Math.Min(X1, X2) <= Math.Max(other.X1, other.X2) && Math.Min(other.X1, other.X2) <= Math.Max(X1, X2);

        /// <summary>Whether the line's box holds a place.</summary>
        public bool Holds(double x, double y) => x >= Math.Min(X1, X2) && x <= Math.Max(X1, X2) && y >= Low && y <= High;
    }
}
