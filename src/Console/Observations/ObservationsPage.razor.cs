using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>What was seen, beside what was announced: on a map, over time, and in a table that says all of it.</summary>
public sealed partial class ObservationsPage : RoundPage
{
    private IReadOnlyList<string> parties = [];
    private ExplanationListView? list;
    private IReadOnlyList<ExplainedView> shown = [];
    private IReadOnlyList<MapItem> items = [];
    private IReadOnlyList<int> chosen = [];
    private string read = "";
    private DateOnly? from;
    private DateOnly? to;
    private DateOnly? asOf;
    private string of = "";
    private bool isUnexplained;

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Party { get; set; }

    /// <summary>By what was known then; null: now.</summary>
    [SupplyParameterFromQuery(Name = "asof")]
    public string? AsOf { get; set; }

    [SupplyParameterFromQuery]
    public string? Unexplained { get; set; }

    /// <summary>Name of the one verdict that is shown; null: all.</summary>
    [SupplyParameterFromQuery(Name = "only")]
    public string? Picked { get; set; }

    /// <summary>What is played; null: what is real.</summary>
    [SupplyParameterFromQuery]
    public string? Exercise { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private SeenFilter Filter => new(From, To, Party, AsOf, Unexplained is not null, ObservationLinks.Verdict(Picked), IsExercise);

    private bool IsExercise => Exercise is not null;

    internal static bool IsConcerned(ChangeNote note) => note.Kind is
        ChangeKind.Observation or ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Handled or ChangeKind.Line or ChangeKind.Draft;

    protected override bool Concerns(ChangeNote note) => IsConcerned(note);

    protected override async Task Load()
    {
        if (!SeenWords.MaySee(Desk.Roles))
            return;
        Read();
        if (await Ask(new ListLines()) is not { } lines)
            return;
        var found = await Ask(new ExplainObservations(From, To, Party, AsOf, Unexplained is not null, IsExercise));
        if (found is null)
            return;
        list = found;
        var named = lines.Where(l => l.Mode == found.Mode).SelectMany(l => l.Parties).Concat(found.Seen.Select(s => s.Seen.Party).OfType<string>());
        parties = [.. named.Where(p => p != Desk.Party).Distinct().Order(StringComparer.Ordinal)];
        shown = Filter.Only is { } only ? [.. found.Seen.Where(s => s.Verdict == only)] : found.Seen;
        items = ObservationPlaces.Of(shown, Say);
        chosen = [.. chosen.Where(c => shown.Any(s => s.Seen.Number == c))];
    }

    // The fields of the form follow the address, and what is being typed stays until it is another one.
    private void Read()
    {
        if (read == ObservationLinks.All(Filter))
            return;
        read = ObservationLinks.All(Filter);
        (from, to, asOf, of, isUnexplained) = (Day(From), Day(To), Day(AsOf), Party ?? "", Unexplained is not null);
    }

    private bool IsOnly(VerdictKind verdict) => verdict == VerdictKind.Unexplained ? Filter.Unexplained : Filter.Only == verdict;

    // Of those that nothing explains the station has all, and no page needs to pick.
    private SeenFilter Only(VerdictKind verdict) => IsOnly(verdict) ? Filter with { Unexplained = false, Only = null }
        : verdict == VerdictKind.Unexplained ? Filter with { Unexplained = true, Only = null }
        : Filter with { Unexplained = false, Only = verdict };

    private void Look() => Address.NavigateTo(ObservationLinks.All(
        new SeenFilter(Text(from), Text(to), of, Text(asOf), isUnexplained, isUnexplained ? null : Filter.Only, IsExercise)));

    private void Choose(IReadOnlyList<string> keys) =>
        chosen = [.. shown.Select(s => s.Seen.Number).Where(n => keys.Contains(string.Create(CultureInfo.InvariantCulture, $"o{n}")))];

    private static DateOnly? Day(string? text) => Frame.UtcText.Day(text);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
