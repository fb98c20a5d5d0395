using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Lines.Charters;

namespace Parley.Console.Overlaps;

/// <summary>Overlaps of activities, the gravest first.</summary>
public sealed partial class OverlapsPage : RoundPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<OverlapListView> lists = [];

    /// <summary>Handle of the one line that is shown; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.State == LineState.Open && l.Kind != LineKind.Operator).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        if (await Ask(new ListOverlaps(Line, All: true, Language: Say.Tag)) is { } found)
            lists = [.. found.OrderBy(l => l.Mode).ThenBy(l => l.Line, StringComparer.Ordinal)];
    }
}
