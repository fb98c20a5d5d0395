using Parley.Volumes.Earth;

namespace Parley.Lines.Observations;

/// <summary>Observations of two sources that may be of the same thing: one kind, times and places within their errors, strengths that overlap. They are said, and never
/// merged: which of them is right is for officers.</summary>
internal static class Doubles
{
    /// <summary>For each observation the places of its doubles, in order; null: none. It is mutual.</summary>
    public static List<int>?[] Of(IReadOnlyList<SeenPoint> all)
    {
        var doubles = new List<int>?[all.Count];
        foreach (var kind in Enumerable.Range(0, all.Count).GroupBy(i => all[i].Observation.Kind).OrderBy(g => g.Key))
        {
            int[] order = [.. kind.OrderBy(i => all[i].From).ThenBy(i => all[i].Observation.Number)];
            for (var i = 1; i < order.Length; i++)
            {
                for (var j = i - 1; j >= Math.Max(0, i - Bounds.DuplicatesTried); j--)
                {
                    var (one, other) = (all[order[j]], all[order[i]]);
                    if (AreSame(one, other))
                    {
                        (doubles[order[j]] ??= []).Add(order[i]);
                        (doubles[order[i]] ??= []).Add(order[j]);
                    }
                }
            }
        }

        foreach (var list in doubles)
            list?.Sort();
        return doubles;
    }

    /// <summary>Whether two may be of the same thing. It is the same whichever is named first.</summary>
    public static bool AreSame(SeenPoint one, SeenPoint other)
    {
        var (a, b) = (one.Observation, other.Observation);
        if (a.Kind != b.Kind || (a.Source == b.Source && a.Officer == b.Officer) || (a.Party is { } own && b.Party is { } others && own != others))
            return false;
        var slack = Bounds.DuplicateSeconds * TimeSpan.TicksPerSecond + Bounds.ObservedDeviations * Math.Max(one.TimeError, other.TimeError);
        if (one.From > other.Until + slack || other.From > one.Until + slack)
            return false;
        if (a.Strength is { } few && b.Strength is { } many && few.Unit == many.Unit && (few.Lower > many.Upper || many.Lower > few.Upper))
            return false;
        var metres = Bounds.DuplicateMetres + Bounds.ObservedDeviations * Math.Sqrt((double)one.Error.Major * one.Error.Major + (double)other.Error.Major * other.Error.Major);
        return Math.Abs(one.At.Latitude - other.At.Latitude) * 110_000 <= metres && Globe.Distance(one.At, other.At) <= metres;
    }
}
