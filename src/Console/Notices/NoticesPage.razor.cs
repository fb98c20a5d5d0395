using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Notices;

namespace Parley.Console.Notices;

/// <summary>What was announced, what followed and what is due: what comes next stands first.</summary>
public sealed partial class NoticesPage : RoundPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<NoticeListView> lists = [];

    /// <summary>Handle of the one line that is shown; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>Only what is open; null: everything.</summary>
    [SupplyParameterFromQuery]
    public string? Open { get; set; }

    private bool IsOpen => Open is not null;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Handled or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is not { } all)
            return;
        lines = [.. all.Where(l => l.Terms.Formats is { Count: > 0 }).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        if (await Ask(new ListNotices(Line, IsOpen, Language: Say.Tag)) is { } found)
            lists = [.. found.OrderBy(l => l.Mode).ThenBy(l => l.Line, StringComparer.Ordinal)];
    }
}
