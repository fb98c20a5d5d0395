using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Console.Activities;

/// <summary>What both sides do in which volumes, on a map and in its table, and what of it overlaps. Our own stands first.</summary>
public sealed partial class ActivitiesPage : RoundPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<OfLine> shown = [];

    /// <summary>Handle of the one line that is shown; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>Name of the one kind that is shown; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <summary>Those that are over too; null: only what is not.</summary>
    [SupplyParameterFromQuery]
    public string? Past { get; set; }

    private ActivityKind? Only => Kind is null ? null : ActivityKinds.Parse(Kind);

    private bool IsPast => Past is not null;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.State == LineState.Open && l.Kind != LineKind.Operator).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        if (await Ask(new ListActivities(Line, IsPast, Only, Say.Tag)) is not { } lists || await Ask(new ListOverlaps(Line, All: true, Language: Say.Tag)) is not { } overlaps)
            return;
        shown = [.. lists.OrderBy(l => l.Mode).ThenBy(l => l.Line, StringComparer.Ordinal).Select(l => Of(l, overlaps.FirstOrDefault(o => o.Line == l.Line)))];
    }

    private OfLine Of(ActivityListView list, OverlapListView? overlaps)
    {
        IReadOnlyList<MapItem> items = [.. list.Activities.OrderByDescending(a => a.IsOurs).SelectMany(a => ActivityPlaces.Of(a, list.Line, Desk.Now, Say))];
        return new OfLine(list, overlaps, items, ActivityPlaces.Meetings(overlaps?.Overlaps ?? [], items, Say));
    }

    /// <summary>What is shown of one line.</summary>
    /// <param name="Overlaps">All of them, whatever kinds are left out: no danger is hidden by a choice.</param>
    private sealed record OfLine(ActivityListView List, OverlapListView? Overlaps, IReadOnlyList<MapItem> Items, IReadOnlyList<MapMeeting> Meetings);
}
