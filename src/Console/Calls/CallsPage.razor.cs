using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Lines;

namespace Parley.Console.Calls;

/// <summary>Calls of every line with counterparts: those first of which something is still to come, the most pressing first.</summary>
public sealed partial class CallsPage : RoundPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<CallListView> lists = [];
    private IReadOnlyList<CallView> open = [];
    private IReadOnlyList<CallView> over = [];
    private string told = "";

    /// <summary>Handle of the one line that is shown; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>The form to ask for a call stands open.</summary>
    [SupplyParameterFromQuery(Name = "ask")]
    public string? Asking { get; set; }

    private IReadOnlyList<LineView> Shown => Line is null ? lines : [.. lines.Where(l => l.Handle == Line)];

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.State != LineState.Closed && l.Terms.Counterparts is { Count: > 0 }).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        var found = new List<CallListView>();
        foreach (var line in Shown)
        {
            if (await Ask(new ListCalls(line.Handle)) is not { } list)
                return;
            found.Add(list);
        }

        lists = found;
        var calls = found.SelectMany(l => l.Calls).ToList();
        open = CallMoves.Ordered(calls.Where(c => CallMoves.IsOpenFor(c, Desk.Party)), Desk.Party);
        over = [.. calls.Where(c => !CallMoves.IsOpenFor(c, Desk.Party)).OrderByDescending(c => c.RequestedAt)];
        if (Line is not null && Shown.Count == 0)
            Trouble = Say["line.unknown", Line];
    }

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
    }
}
