using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Shifts;

namespace Parley.Console.Desks;

/// <summary>The way to every page.</summary>
public sealed partial class DeskNav : DeskPage
{
    private const Roles Anyone = Roles.Watch | Roles.Release | Roles.Charter | Roles.Admin | Roles.Audit;

    private static readonly (string Page, Roles AnyOf)[] OfStation =
    [
        ("peers", Anyone), ("lines", Anyone), ("codebooks", Anyone), ("notices/formats", Anyone), ("notices/calendar", Anyone), ("timeline", Anyone), ("journal", Roles.Audit),
        ("reports", Roles.Audit | Roles.Charter), ("officers", Anyone), ("station", Anyone),
    ];

    private IReadOnlyList<LineView> lines = [];
    private int drafts;
    private int waiting;

    private IEnumerable<string> Ways => OfStation.Where(w => (w.AnyOf & Desk.Roles) != 0).Select(w => w.Page);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line or ChangeKind.Draft or ChangeKind.Alarm;

    protected override async Task Load()
    {
        lines = await Ask(new ListLines()) is { } all ? [.. all.Where(l => l.State != LineState.Closed).OrderBy(l => l.Mode).ThenBy(l => l.Kind)] : lines;
        drafts = (await Ask(new ListDrafts()))?.Count ?? drafts;
        waiting = (await Ask(new ListHandovers(0)))?.Count ?? waiting;
    }
}
