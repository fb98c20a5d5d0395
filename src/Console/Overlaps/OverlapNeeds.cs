using Parley.Console.Board;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Console.Overlaps;

/// <summary>What the board says of overlaps: one need a line, with how many are now and of how many our side owes a word.</summary>
internal static class OverlapNeeds
{
    public static IEnumerable<Need> Ours(IReadOnlyList<OverlapListView> lists, string own, Language say)
    {
        foreach (var list in lists)
        {
            var now = list.Overlaps.Count(o => o.Severity == OverlapSeverity.Now);
            var owed = list.Overlaps.Where(o => OverlapMoves.IsUnanswered(o, own)).ToList();
            if (now + owed.Count == 0)
                continue;
            var press = now > 0 || owed.Any(o => o.IsLate) ? Press.Overdue : Press.Now;
            yield return new Need(
                press, list.Line, list.Mode == LineMode.Exercise, say["need.overlaps", say.Number(now), say.Number(owed.Count)], OverlapLinks.All(list.Line), owed.Min(o => o.Due));
        }
    }
}
