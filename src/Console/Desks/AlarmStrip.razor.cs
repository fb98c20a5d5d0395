using Microsoft.AspNetCore.Components;
using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Lines;
using Parley.Control.Messages;

namespace Parley.Console.Desks;

/// <summary>What rings, and what the title, the picture and the sound of the page say of it.</summary>
public sealed partial class AlarmStrip : DeskPage
{
    private AlarmBoard? board;
    private Dictionary<string, string> names = [];

    /// <summary>Level and title, whenever they are known anew.</summary>
    [Parameter]
    public EventCallback<(string Level, string Title)> OnSignal { get; set; }

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Alarm or ChangeKind.Recorded or ChangeKind.Handled or ChangeKind.Draft or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListAlarms()) is { } alarms)
            board = alarms;
        if (await Ask(new ListLines()) is { } lines)
            names = lines.ToDictionary(l => l.Id, l => l.Handle);
        var drafts = await Ask(new ListDrafts()) ?? [];
        var ours = drafts.Count(d => Desk.Roles.HasFlag(Roles.Release) && !d.ApprovedBy.Contains(Desk.Officer));
        var rings = board?.Live.Concat(board.Exercise).Count(a => a.TakenBy is null) ?? 0;
        var level = rings > 0 ? "flash" : ours > 0 ? "waiting" : "";
        var mark = rings > 0 ? $"(⚡{rings}) {Say["title.flash"]} · " : ours > 0 ? $"({ours}) " : "";
        await OnSignal.InvokeAsync((level, $"{mark}{Desk.PartyName} · {Desk.Officer} · Parley"));
    }

    private string LineName(AlarmView alarm) => alarm.Line is { } id ? names.GetValueOrDefault(id, id) : "";

    private async Task Take(AlarmView alarm)
    {
        if (await Ask(alarm.Entry is null ? new TakeAlarm(Outlet: alarm.Outlet) : new TakeAlarm(alarm.Line, alarm.Entry)) is { } after)
            board = after;
    }
}
