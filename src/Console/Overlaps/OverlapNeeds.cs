using Parley.Console.Board;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Overlaps;

/// <summary>What the board says of overlaps: one need a line, with how many are now, of how many a word is owed, and what else nobody may overlook.</summary>
internal static class OverlapNeeds
{
    public static IEnumerable<Need> Ours(IReadOnlyList<OverlapListView> lists, string own, Language say)
    {
        foreach (var list in lists)
        {
            Need Of(Press press, string text, DateTimeOffset? due = null) => new(press, list.Line, list.Mode == LineMode.Exercise, text, OverlapLinks.All(list.Line), due);
            var now = list.Overlaps.Count(o => o.Severity == OverlapSeverity.Now);
            var owed = list.Overlaps.Where(o => OverlapMoves.IsUnanswered(o, own)).ToList();
            var aid = list.Overlaps.Count(o => OverlapMoves.IsHumanitarian(o) && IsMeant(o));
            var objected = list.Overlaps.Count(o => o.State == CoordinationState.Objected && IsMeant(o));
            if (now + owed.Count > 0)
            {
                var press = now > 0 || owed.Exists(o => o.IsLate) ? Press.Overdue : Press.Now;
                yield return Of(press, say["need.overlaps", say.Number(now), say.Number(owed.Count)], owed.Min(o => o.Due));
            }

            if (aid > 0)
                yield return Of(Press.Now, say["need.overlaps-aid", say.Number(aid)]);
            if (objected > 0)
                yield return Of(Press.Now, say["need.overlaps-objected", say.Number(objected)]);
        }
    }

    /// <summary>Where we have spoken and the other side has not, by its clock.</summary>
    public static IEnumerable<Need> Theirs(IReadOnlyList<OverlapListView> lists, string own, Language say)
    {
        foreach (var list in lists)
        {
            var waits = list.Overlaps.Where(o => o.Due is not null && OverlapMoves.IsOurs(o, own) && !OverlapMoves.IsUnanswered(o, own)).ToList();
            if (waits.Count > 0)
            {
                yield return new Need(
                    waits.Exists(o => o.IsLate) ? Press.Overdue : Press.Later, list.Line, list.Mode == LineMode.Exercise, say["wait.overlaps", say.Number(waits.Count)],
                    OverlapLinks.All(list.Line), waits.Min(o => o.Due));
            }
        }
    }

    private static bool IsMeant(OverlapView overlap) => overlap.Severity is not null && overlap.One.Status == Status.Actual && overlap.Other.Status == Status.Actual;
}
