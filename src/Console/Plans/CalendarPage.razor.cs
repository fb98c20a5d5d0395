using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Notices;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Notices;
using Parley.Control.Plans;
using Parley.Lines.Charters;

namespace Parley.Console.Plans;

/// <summary>Who has announced what and when, what overlaps, and what we plan ourselves: our plans are seen here and nowhere else.</summary>
public sealed partial class CalendarPage : RoundPage
{
    private readonly Sender sender = new();
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<FormatView> formats = [];
    private IReadOnlyList<PlanView> plans = [];
    private PlanCalendarView? calendar;
    private PlanSignsView? signs;

    /// <summary>Of exercise lines; null: of live ones.</summary>
    [SupplyParameterFromQuery]
    public string? Exercise { get; set; }

    /// <summary>Number of the plan whose signs are shown; null: none.</summary>
    [SupplyParameterFromQuery]
    public int? Plan { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private bool IsExercise => Exercise is not null;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Line or ChangeKind.Opened;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all || await Ask(new ListFormats(Language: Say.Tag)) is not { } forms)
            return;
        (lines, formats) = ([.. all.Where(l => l.Terms.Formats is { Count: > 0 }).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)], forms);
        calendar = await Ask(new ShowCalendar(Exercise: IsExercise)) ?? calendar;
        plans = await Ask(new ListPlans()) is { } kept ? [.. kept.Where(p => p.Mode == LineMode.Exercise == IsExercise)] : plans;
        signs = Plan is { } number && plans.Any(p => p.Number == number) ? await Ask(new ShowSigns(number)) : null;
    }

    private string StateOf(CalendarRowView row) => row.State is { } state ? Say["notices.state." + state.ToString().ToLowerInvariant()] : Say["calendar.plan"];

    private async Task Draft(PlanView plan)
    {
        if (await sender.Send(Desk, new DraftPlan(plan.Number, Say.Tag)) is { } draft)
            Address.NavigateTo(NoticeLinks.Draft(draft.Draft.Id));
    }

    private async Task Remove(PlanView plan)
    {
        if (await sender.Send(Desk, new RemovePlan(plan.Number)) is not null)
            await LoadAnew();
    }
}
