using Parley.Console.Activities;
using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Control.PublicWarnings;
using Parley.Lines.Maps;

namespace Parley.Console.PublicWarnings;

/// <summary>Public warnings for a map.</summary>
internal static class WarningPlaces
{
    public static IReadOnlyList<MapItem> Of(IEnumerable<WarningRowView> rows, DateTimeOffset now, Language say) => [.. rows.SelectMany(r => Of(r, now, say))];

    /// <summary>What it is about.</summary>
    public static string Kinds(WarningRowView row, Language say) => string.Join(", ", row.Kinds.Select(k => say["announced.kind." + k.ToString().ToLowerInvariant()]));

    private static IEnumerable<MapItem> Of(WarningRowView row, DateTimeOffset now, Language say) => row.Volumes.Select((volume, i) =>
    {
        var outline = Outlines.OfText(volume.Text);
        return new MapItem(
            FormattableString.Invariant($"w{row.Number}-{i}"),
            ActivityWords.Shown(row.Reference),
            MapSide.Third,
            say["warning.one", say.Number(row.Number)],
            StateOf(row, now),
            outline?.Rings ?? [],
            outline?.Centre,
            row.From,
            row.Until,
            Kinds(row, say),
            WarningLinks.One(row.Number)) { Party = row.Party is { } party ? ActivityWords.Shown(party) : null };
    });

    private static MapState StateOf(WarningRowView row, DateTimeOffset now) =>
        row.Closed is not null ? MapState.Cancelled
        : row.Until <= now ? MapState.Over
        : row.From <= now ? MapState.Active
        : MapState.Announced;
}
