using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Maps;
using Parley.Console.Observations;
using Parley.Control;
using Parley.Control.PublicWarnings;

namespace Parley.Console.PublicWarnings;

/// <summary>What others published for everybody and the station keeps: on a map and in a table.</summary>
public sealed partial class WarningsPage : RoundPage
{
    private WarningListView? list;
    private IReadOnlyList<MapItem> items = [];
    private string read = "-";
    private DateOnly? from;
    private DateOnly? to;
    private bool isClosed;

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>Also those that were replaced or cancelled; null: only what stands.</summary>
    [SupplyParameterFromQuery]
    public string? Closed { get; set; }

    /// <summary>What is played; null: what is real.</summary>
    [SupplyParameterFromQuery]
    public string? Exercise { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private bool IsExercise => Exercise is not null;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Observation;

    protected override async Task Load()
    {
        if (!SeenWords.MaySee(Desk.Roles))
            return;
        var address = WarningLinks.All(From, To, Closed is not null, IsExercise);
        if (read != address)
            (read, from, to, isClosed) = (address, UtcText.Day(From), UtcText.Day(To), Closed is not null);
        if (await Ask(new ListWarnings(From, To, null, Closed is not null, IsExercise)) is not { } found)
            return;
        (list, items) = (found, WarningPlaces.Of(found.Warnings, Desk.Time.GetUtcNow(), Say));
    }

    private void Look() => Address.NavigateTo(WarningLinks.All(Text(from), Text(to), isClosed, IsExercise));

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
