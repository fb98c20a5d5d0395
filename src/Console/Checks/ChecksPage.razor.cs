using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Lines;

namespace Parley.Console.Checks;

/// <summary>Checks of every line that has some: what is due now first, then what became of those of the last days.</summary>
public sealed partial class ChecksPage : RoundPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<(LineView Line, CheckReportView Report)> reports = [];

    /// <summary>Handle of the one line that is shown; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines =
        [
            .. all.Where(l => l.State != LineState.Closed && l.Terms.Checks is { Length: > 0 })
                .OrderBy(l => l.Mode).ThenBy(l => l.Kind).ThenBy(l => l.Handle, StringComparer.Ordinal),
        ];
        var found = new List<(LineView, CheckReportView)>();
        foreach (var line in lines.Where(l => Line is null || l.Handle == Line))
        {
            if (await Ask(new ListChecks(line.Handle)) is not { } report)
                return;
            found.Add((line, report));
        }

        reports = found;
    }
}
