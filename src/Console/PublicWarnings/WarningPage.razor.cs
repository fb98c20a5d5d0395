using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Console.Observations;
using Parley.Control;
using Parley.Control.PublicWarnings;

namespace Parley.Console.PublicWarnings;

/// <summary>One public warning: its words as published, and what was read in them.</summary>
public sealed partial class WarningPage : RoundPage
{
    private WarningView? view;
    private IReadOnlyList<MapItem> items = [];
    private int shown;

    [Parameter]
    public int Number { get; set; }

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Observation;

    protected override async Task Load()
    {
        if (!SeenWords.MaySee(Desk.Roles))
            return;
        if (shown != Number)
            (shown, view) = (Number, null);
        if (await Ask(new ShowWarning(Number)) is { } found)
            (view, items) = (found, WarningPlaces.Of([found.Row], Desk.Time.GetUtcNow(), Say));
    }
}
