using Parley.Console.Activities;
using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Control.Observations;
using Parley.Lines.Maps;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>What was seen, for a map. What nothing explains bears a mark and a word of its own, so that it is told apart without colours.</summary>
internal static class ObservationPlaces
{
    public static IReadOnlyList<MapItem> Of(IEnumerable<ExplainedView> seen, Language say) => [.. seen.Select(s => Of(s, say))];

    public static MapItem Of(ExplainedView one, Language say)
    {
        var seen = one.Seen;
        var outline = Outlines.OfText(seen.Drawn.Text);
        return new MapItem(
            FormattableString.Invariant($"o{seen.Number}"),
            $"{say.Number(seen.Number)} {SeenWords.Kind(seen.Kind, say)}",
            seen.Party is null ? MapSide.Third : MapSide.Theirs,
            SeenWords.Verdict(one.Verdict, say),
            StateOf(one.Verdict),
            outline?.Rings ?? [],
            outline?.Centre,
            seen.From,
            seen.Until,
            seen.Where,
            ObservationLinks.One(seen.Number)) { Party = seen.Party is { } party ? ActivityWords.Shown(party) : null };
    }

    private static MapState StateOf(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Unexplained => MapState.Unexplained,
        VerdictKind.ConsistentWith => MapState.Consistent,
        _ => MapState.Differs,
    };
}
