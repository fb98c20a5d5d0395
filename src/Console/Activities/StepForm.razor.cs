using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Console.Activities;

/// <summary>The steps of an activity of ours.</summary>
public sealed partial class StepForm : ComponentBase
{
    private readonly WarnedSender sender = new();
    private readonly List<VolumeSheet> sheets = [];
    private ActivityStep? step;
    private string note = "";
    private string expires = "";
    private bool hasPlace;

    [Parameter, EditorRequired]
    public required string Line { get; set; }

    [Parameter, EditorRequired]
    public required ActivityRowView Activity { get; set; }

    /// <summary>What else is to be seen where it is drawn.</summary>
    [Parameter]
    public IReadOnlyList<MapItem> Nearby { get; set; } = [];

    /// <summary>What became of it, in words.</summary>
    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool IsAid => Activity.Kind.IsHumanitarian();

    private bool TakesVolumes => step is ActivityStep.Deviate || (step == ActivityStep.Emergency && hasPlace) || (step == ActivityStep.Amend && IsMoved);

    // A validity can be renewed though the volumes stay.
    private bool IsMoved => !IsAid || !sheets.Select(s => s.Text).SequenceEqual(Activity.Volumes.Select(v => v.Text));

    private string? Missing =>
        TakesVolumes && sheets.Select(s => s.Gap(Desk.Now)).FirstOrDefault(g => g != VolumeGap.None) is var gap and not VolumeGap.None
            ? "volume.gap." + gap.ToString().ToLowerInvariant()
        : step == ActivityStep.Amend && IsAid && expires.Trim().Length > 0 && UtcText.Coming(expires, Desk.Now) is null ? "activity.gap.expires"
        : step == ActivityStep.Amend && !TakesVolumes && expires.Trim().Length == 0 ? "activity.gap.change"
        : null;

    private void Choose(ActivityStep? chosen)
    {
        (step, note, expires, hasPlace) = (chosen == step ? null : chosen, "", "", false);
        sheets.Clear();
        sender.Changed();
        if (step == ActivityStep.Amend)
        {
            foreach (var volume in Activity.Volumes)
            {
                var sheet = new VolumeSheet();
                sheet.Type(volume.Text);
                sheets.Add(sheet);
            }
        }
        else if (step is { } wanted && ActivityMoves.AsksForVolumes(wanted))
        {
            // Where it is now is asked for: nothing of the old place is put in, so that it does not leave unseen.
            var sheet = new VolumeSheet();
            sheet.Follow(Activity.Volumes[0].Text, Desk.Now);
            sheets.Add(sheet);
        }
    }

    private void Changed() => sender.Changed();

    private async Task Send(bool despite)
    {
        if (step is not { } chosen || Missing is not null)
            return;
        var said = note.Trim();
        var wanted = new StepActivity(
            Line, Activity.Entry, chosen, TakesVolumes ? [.. sheets.Select(s => s.Text)] : null,
            chosen == ActivityStep.Amend && IsAid ? UtcText.Coming(expires, Desk.Now) : null, said.Length == 0 ? null : Say.Tag, said.Length == 0 ? null : said);
        if (await sender.Send(Desk, wanted, despite ? wanted with { Despite = true } : null) is not { } draft)
            return;
        Choose(null);
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
