using Parley.Cli.Rendering;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary>The items of a list with what stands of them.</summary>
internal sealed class AidStanding(StandingAid standing)
{
    public static async Task<AidStanding> Read(Invocation invocation, OpenStation station, string line, ActivityKind kind, Status status) => new(
        new StandingAid(await Rows(invocation, station, line, kind), await invocation.Do(station.Control, new ListDrafts(line)), status));

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
        if (standing.Notified(item.Kind, item.Title, item.Volume, item.BeginsNow) is { } same)
            return item with { State = AidItemState.AlreadyNotified, Entry = same.Entry, Remarks = [.. Differences(item, same)] };
        if (standing.Waiting(item.Kind, item.Title, item.Volume, item.BeginsNow) is { } draft)
            return item with { State = AidItemState.AlreadyDrafted, Draft = draft.Id, Remarks = [] };
        return item with { Beside = standing.Named(item.Kind, item.Title)?.Entry };
    }

    private static IEnumerable<string> Differences(AidImportItem item, ActivityRowView standing)
    {
        if (standing.Expires is { } expires && expires != item.Expires)
            yield return $"it stands until {ActivityLines.Time(expires)}, and the list has {ActivityLines.Time(item.Expires)}; what stands is not changed";
        if (standing.Contact != item.Contact)
            yield return $"it stands with the contact {SafeText.Line(standing.Contact)}, and the list has {SafeText.Line(item.Contact)}; what stands is not changed";
    }
}
