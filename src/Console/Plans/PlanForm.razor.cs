using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control.Lines;
using Parley.Control.Notices;
using Parley.Control.Plans;
using Parley.Lines.Notices;
using Parley.Lines.Plans;

namespace Parley.Console.Plans;

/// <summary>Keeps what our party plans, for this station alone.</summary>
public sealed partial class PlanForm : ComponentBase
{
    private readonly SortedSet<Sign> seen = [];
    private readonly Sender sender = new();
    private string title = "";
    private string from = "";
    private string until = "";
    private string line = "";
    private string format = "";
    private string note = "";

    [Parameter, EditorRequired]
    public required IReadOnlyList<LineView> Lines { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FormatView> Formats { get; set; }

    [Parameter]
    public EventCallback OnKept { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private IEnumerable<FormatView> Announcing => Formats.Where(f => f.Effect == NoticeEffect.Announces).OrderBy(f => f.Title, StringComparer.Ordinal);

    private void Choose(Sign sign, bool chosen)
    {
        if (chosen)
            seen.Add(sign);
        else
            seen.Remove(sign);
    }

    private async Task Keep()
    {
        if (UtcText.Dated(from) is not { } start || UtcText.Dated(until) is not { } end)
        {
            sender.Trouble = Say["time.wrong"];
            return;
        }

        var plan = new KeepPlan(title.Trim(), start, end, [.. seen], NullIfEmpty(line), NullIfEmpty(format), NullIfEmpty(note.Trim()));
        if (await sender.Send(Desk, plan) is null)
            return;
        (title, from, until, note) = ("", "", "", "");
        seen.Clear();
        await OnKept.InvokeAsync();
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
