using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Board;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Notices;
using Parley.Console.PublicWarnings;
using Parley.Control.Observations;
using Parley.Control;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>How another party stands: what it declared, what was seen of it, what of that nothing explains, and what we do ourselves beside it.</summary>
public sealed partial class PosturePage : RoundPage
{
    private PostureBoardView? board;
    private string shown = "";
    private DateOnly? since;

    [Parameter]
    public string Party { get; set; } = "";

    /// <summary>What changed since that day; null: since we last talked with it.</summary>
    [SupplyParameterFromQuery]
    public string? Since { get; set; }

    /// <summary>As it is played; null: what is real.</summary>
    [SupplyParameterFromQuery]
    public string? Exercise { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private bool IsExercise => Exercise is not null;

    private IReadOnlyList<ExplainedView> Unexplained => [.. board!.Observed.Seen.Where(s => s.Verdict == VerdictKind.Unexplained)];

    private IReadOnlyList<ExplainedView> Reactions => [.. board!.Observed.Seen.Where(s => s.Reaction is not null)];

    protected override bool Concerns(ChangeNote note) => ObservationsPage.IsConcerned(note);

    protected override async Task Load()
    {
        if (!SeenWords.MaySee(Desk.Roles))
            return;
        if (shown != $"{Party} {Since} {Exercise}")
            (shown, board, since) = ($"{Party} {Since} {Exercise}", null, UtcText.Day(Since));
        board = await Ask(new ShowPosture(Party, Since, IsExercise)) ?? board;
    }

    // What has an effect of a form is a notice; of the others the entry on its line says what it is.
    private static string Link(DeclaredView one) => one.Warning is { } number ? WarningLinks.One(number)
        : one.Effect is not null ? NoticeLinks.One(one.Line, one.Entry)
        : Needs.EntryLink(one.Line, one.Entry);

    private void Look() => Address.NavigateTo(ObservationLinks.Posture(Party, since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsExercise));
}
