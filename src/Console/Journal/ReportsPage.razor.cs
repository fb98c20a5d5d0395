using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;

namespace Parley.Console.Journal;

/// <summary>What auditors take away: a line with every proof, and signed reports of silences.</summary>
public sealed partial class ReportsPage : DeskPage
{
    private IReadOnlyList<LineView> lines = [];

    [Inject]
    public required ConsoleOptions Options { get; set; }

    private bool MayReport => (Desk.Roles & (Roles.Audit | Roles.Charter)) != 0;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line;

    protected override async Task Load() => lines = await Ask(new ListLines()) is { } all ? [.. all.OrderBy(l => l.Mode).ThenBy(l => l.Kind)] : lines;

    private string Day(int days) => Desk.Now.UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
