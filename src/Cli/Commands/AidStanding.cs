using Parley.Cli.Rendering;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary>Sites or movements of our own that stand on a line or wait as drafts: what a list holds of these is not notified again.</summary>
internal sealed class AidStanding(ILookup<string, ActivityRowView> standing, IReadOnlyList<DraftView> drafts, Status status)
{
    public static async Task<AidStanding> Read(Invocation invocation, OpenStation station, string line, ActivityKind kind, Status status)
    {
        var rows = await Rows(invocation, station, line, kind);
        var drafts = await invocation.Do(station.Control, new ListDrafts(line));
        return new AidStanding(rows.Where(r => r.IsOurs).ToLookup(r => r.Title), [.. drafts.Where(d => d.Regards.Count == 0)], status);
    }

    /// <summary>All of a kind that are notified now, whoever notified them.</summary>
    public static async Task<IReadOnlyList<ActivityRowView>> Rows(Invocation invocation, OpenStation station, string line, ActivityKind kind)
    {
        var rows = new List<ActivityRowView>();
        for (string? after = null; ; after = rows[^1].Entry)
        {
            var list = (await invocation.Do(station.Control, new ListActivities(line, Kind: kind, After: after)))[0];
            rows.AddRange(list.Activities);
            if (list.More == 0 || list.Activities.Count == 0)
                return rows;
        }
    }

    /// <summary>The item with what stands of it.</summary>
    public AidImportItem Seen(AidImportItem item)
    {
        var named = standing[item.Title].Where(r => r.Status == status).ToList();
        if (named.Find(r => r.Volumes is [var only] && Place(only.Text, item.BeginsNow) == Place(item.Volume, item.BeginsNow)) is { } same)
            return item with { State = AidItemState.AlreadyNotified, Entry = same.Entry, Remarks = [.. Differences(item, same)] };
        if (drafts.FirstOrDefault(d => d.Status == status && IsOf(d, item)) is { } draft)
            return item with { State = AidItemState.AlreadyDrafted, Draft = draft.Id, Remarks = [] };
        return item with { Beside = named.FirstOrDefault()?.Entry };
    }

    private static IEnumerable<string> Differences(AidImportItem item, ActivityRowView standing)
    {
        if (standing.Expires is { } expires && expires != item.Expires)
            yield return $"it stands until {ActivityLines.Time(expires)}, and the list has {ActivityLines.Time(item.Expires)}; what stands is not changed";
        if (standing.Contact != item.Contact)
            yield return $"it stands with the contact {SafeText.Line(standing.Contact)}, and the list has {SafeText.Line(item.Contact)}; what stands is not changed";
    }

    // A draft is told as the text that will be read: its title, and its volume as it is written.
    private static bool IsOf(DraftView draft, AidImportItem item) =>
        draft.Text.StartsWith($"HUMANITARIAN {item.Kind.Name().ToUpperInvariant()} {item.Title}. Contact: ", StringComparison.Ordinal) &&
        $"\n{Place(draft.Text, item.BeginsNow)}\n".Contains($"\n{Place(item.Volume, item.BeginsNow).Split('\n', 2)[1]}\n", StringComparison.Ordinal);

    /// <summary>A volume's text; without its begin, where that is only when the list was read.</summary>
    private static string Place(string volume, bool withoutBegin) => string.Join('\n', volume.TrimEnd('\n').Split('\n').Select(l =>
        withoutBegin && l.Split(' ') is ["valid", _, var until] ? $"valid .. {until}" : l));
}
