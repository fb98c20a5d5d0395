using Microsoft.AspNetCore.Components;
using Parley.Console.Activities;
using Parley.Console.Desks;
using Parley.Console.Lines;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Lines.Charters;

namespace Parley.Console.Overlaps;

/// <summary>How two activities stand to each other: both side by side, who, when, how close, what was said of it, and what can be said next.</summary>
public sealed partial class OverlapPage : RoundPage
{
    private OverlapView? view;
    private LineMode mode;
    private IReadOnlyList<MapItem> items = [];
    private IReadOnlyList<MapMeeting> meetings = [];
    private string shown = "";
    private string told = "";
    private string? destroyed;

    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>One of the two activities.</summary>
    [SupplyParameterFromQuery]
    public string? Entry { get; set; }

    /// <summary>The other one.</summary>
    [SupplyParameterFromQuery]
    public string? Other { get; set; }

    // Ours stands first; of two others the one whose party is first in order.
    private ActivityRowView Ours => view!.Other.IsOurs ? view.Other : view.One;

    private ActivityRowView Theirs => view!.Other.IsOurs ? view.One : view.Other;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (shown != $"{Line} {Entry} {Other}")
            (shown, told, view, destroyed) = ($"{Line} {Entry} {Other}", "", null, null);
        if (await Ask(new ListLines()) is not { } lines)
            return;
        if (await Ask(new ShowOverlap(Line ?? "", Entry ?? "", Other ?? "", Say.Tag)) is not { } found)
        {
            // What was destroyed does not stay on a page that was open.
            destroyed = await DestroyedWords.Of(Desk, Line, Entry, Other);
            if (destroyed is not null)
                (view, Trouble) = (null, "");
            return;
        }

        (view, mode) = (found, lines.FirstOrDefault(l => l.Handle == found.Line)?.Mode ?? LineMode.Live);
        var proposed = found.Proposal is { } proposal ? ActivityPlaces.Proposed(RowOf(proposal.For), proposal, Say) : [];
        items = [.. new[] { Ours, Theirs }.SelectMany(a => ActivityPlaces.Of(a, found.Line, Desk.Now, Say)), .. proposed];
        meetings = ActivityPlaces.Meetings([found], items, Say);
    }

    private ActivityRowView RowOf(string entry) => view!.One.Entry == entry ? view.One : view.Other;

    private string TitleOf(string entry) => ActivityWords.Shown(RowOf(entry).Title);

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
    }
}
