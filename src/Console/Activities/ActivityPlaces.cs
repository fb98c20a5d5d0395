using Parley.Console.Maps;
using Parley.Console.Overlaps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Maps;
using Parley.Lines.Notices;

namespace Parley.Console.Activities;

/// <summary>Activities and overlaps, for a map and the table below it. One item a volume: each has a time of its own.</summary>
internal static class ActivityPlaces
{
    // A contact keeps its own direction among the words around it (Unicode's first strong isolate).
    private const string Apart = "\u2068";
    private const string Together = "\u2069";

    /// <param name="line">Where its page is.</param>
    public static IEnumerable<MapItem> Of(ActivityRowView row, string line, DateTimeOffset now, Language say) =>
        Items(row, row.Volumes, Key(row), ActivityWords.Shown(row.Title), $"{ActivityWords.Kind(row.Kind, say)} · {StateWord(row, say)}", say)
            .Select(i => i with { State = StateOf(row, i.From, now), Href = ActivityLinks.One(line, row.Entry) });

    /// <summary>Where an activity would be from now on, by a proposal.</summary>
    public static IEnumerable<MapItem> Proposed(ActivityRowView row, OverlapProposalView proposal, Language say) =>
        Items(row, proposal.Volumes, "p." + Key(row), say["overlap.proposed", ActivityWords.Shown(row.Title)], say["overlap.proposed.what", proposal.Party], say);

    /// <summary>Places where two of the items are closest; what has no place, or of which the map lacks one, is left to the list.</summary>
    public static IReadOnlyList<MapMeeting> Meetings(IEnumerable<OverlapView> overlaps, IReadOnlyList<MapItem> items, Language say)
    {
        var keys = items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. overlaps.Where(o => o.Severity is not null && o.Where.Length > 0).Select(o =>
                (Overlap: o, First: Key(o.One) + ".1", Second: Key(o.Other) + ".1", Where: Outlines.Place(o.Where)))
                .Where(m => m.Where is not null && keys.Contains(m.First) && keys.Contains(m.Second))
                .Select(m => new MapMeeting(
                    $"m.{m.First}.{m.Second}", m.First, m.Second, m.Where!.Value, $"{PairWords.Severity(m.Overlap, say)}: {PairWords.Place(m.Overlap.Place, say)}",
                    OverlapLinks.One(m.Overlap))),
        ];
    }

    private static IEnumerable<MapItem> Items(ActivityRowView row, IReadOnlyList<ActivityVolumeView> volumes, string key, string title, string kind, Language say)
    {
        foreach (var (index, volume) in volumes.Index())
        {
            var outline = Outlines.OfText(volume.Text);
            var span = FieldText.Span(FieldKind.Volume, volume.Text);
            yield return new MapItem(
                FormattableString.Invariant($"{key}.{index + 1}"),
                volumes.Count > 1 ? $"{title} {say.Number(index + 1)}/{say.Number(volumes.Count)}" : title,
                row.IsOurs ? MapSide.Ours : MapSide.Theirs,
                row.Status == Status.Test ? $"{say["entry.test"]} · {kind}" : kind,
                MapState.Announced,
                outline?.Rings ?? [],
                outline?.Centre,
                span?.From,
                span?.Until,
                $"{ActivityWords.Height(volume)} · {Apart}{ActivityWords.Shown(row.Contact)}{Together}") { Party = row.Party };
        }
    }

    /// <summary>The beginning of the keys of its volumes, which are counted from 1.</summary>
    public static string Key(ActivityRowView row) => $"{row.Party}.{row.Number}";

    private static string StateWord(ActivityRowView row, Language say) => row is { State: ActivityState.Reserved, ReserveUntil: { } until, IsOver: false }
        ? say["activity.state.reserved-until", FieldText.OfTime(until)]
        : ActivityWords.State(row, say);

    private static MapState StateOf(ActivityRowView row, DateTimeOffset? from, DateTimeOffset now) =>
        row.State == ActivityState.Cancelled ? MapState.Cancelled
        : row.IsOver ? MapState.Over
        : row.State is ActivityState.Active or ActivityState.Deviating or ActivityState.Emergency || from <= now ? MapState.Active
        : MapState.Announced;
}
