using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Observations;

namespace Parley.Console.Observations;

/// <summary>One observation: how it stands to what was announced and why, who of our own house knows of that, what was asked, and what can be done.</summary>
public sealed partial class ObservationPage : RoundPage
{
    private ExplainedView? view;
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<MapItem> items = [];
    private int shown;
    private string told = "";

    [Parameter]
    public int Number { get; set; }

    protected override bool Concerns(ChangeNote note) => ObservationsPage.IsConcerned(note);

    protected override async Task Load()
    {
        if (!SeenWords.MaySee(Desk.Roles))
            return;
        if (shown != Number)
            (shown, told, view) = (Number, "", null);
        if (await Ask(new ListLines()) is not { } all || await Ask(new ShowObservation(Number)) is not { } found)
            return;
        (view, items) = (found, [ObservationPlaces.Of(found, Say)]);
        lines = [.. all.Where(l => l.State != LineState.Closed && l.Mode == found.Seen.Mode).OrderBy(l => l.Handle, StringComparer.Ordinal)];
    }

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
    }
}
