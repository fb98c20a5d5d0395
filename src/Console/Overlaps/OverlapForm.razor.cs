using Microsoft.AspNetCore.Components;
using Parley.Console.Activities;
using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;

namespace Parley.Console.Overlaps;

/// <summary>The words of one party on an overlap of its activity.</summary>
public sealed partial class OverlapForm : ComponentBase
{
    private readonly Sender sender = new();
    private readonly List<VolumeSheet> sheets = [];
    private OverlapWord? word;
    private string proposal = "";
    private string target = "";
    private string note = "";

    [Parameter, EditorRequired]
    public required OverlapView Overlap { get; set; }

    /// <summary>What else is to be seen where a proposal is drawn.</summary>
    [Parameter]
    public IReadOnlyList<MapItem> Nearby { get; set; } = [];

    /// <summary>What became of it, in words.</summary>
    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private IEnumerable<ActivityRowView> Pair => new[] { Overlap.One, Overlap.Other }.OrderByDescending(a => a.IsOurs);

    private string? Missing =>
        word == OverlapWord.Object && note.Trim().Length == 0 ? "overlap.gap.why"
        : word == OverlapWord.Counter && sheets.Select(s => s.Gap(Desk.Now)).FirstOrDefault(g => g != VolumeGap.None) is var gap and not VolumeGap.None
            ? "volume.gap." + gap.ToString().ToLowerInvariant()
        : word == OverlapWord.Counter && sheets.Select(s => s.Text).SequenceEqual(Pair.First(a => a.Entry == target).Volumes.Select(v => v.Text)) ? "overlap.gap.same"
        : word == OverlapWord.Agree && Overlap.Proposal?.Entry != proposal ? "overlap.gap.changed"
        : null;

    private string Pressed(OverlapWord one) => one == word ? "true" : "false";

    private void Choose(OverlapWord? chosen)
    {
        (word, note) = (chosen == word ? null : chosen, "");
        proposal = Overlap.Proposal?.Entry ?? "";
        sender.Clear();
        if (word == OverlapWord.Counter)
            Aim(Pair.First().Entry);
    }

    private void Changed() => sender.Clear();

    // A proposal begins with the volumes as they stand: what is changed is seen.
    private void Aim(string entry)
    {
        target = entry;
        sheets.Clear();
        foreach (var volume in Pair.First(a => a.Entry == target).Volumes)
        {
            var sheet = new VolumeSheet();
            sheet.Type(volume.Text);
            sheets.Add(sheet);
        }
    }

    private async Task Send()
    {
        if (word is not { } chosen || Missing is not null)
            return;
        var said = note.Trim();
        var (language, text) = said.Length == 0 ? (null, (string?)null) : (Say.Tag, said);
        Operation<DraftView>? wanted = chosen switch
        {
            OverlapWord.Agree => new AnswerOverlapWord(Overlap.Line, proposal, Language: language, Text: text),
            OverlapWord.Withdraw when OverlapMoves.Withdrawable(Overlap, Desk.Party) is { } mine => new AnswerOverlapWord(Overlap.Line, mine.Entry, true, language, text),
            OverlapWord.Withdraw => null,
            OverlapWord.Counter => new SayOnOverlap(Overlap.Line, Overlap.One.Entry, Overlap.Other.Entry, chosen, target, [.. sheets.Select(s => s.Text)], language, text),
            _ => new SayOnOverlap(Overlap.Line, Overlap.One.Entry, Overlap.Other.Entry, chosen, Language: language, Text: text),
        };
        if (wanted is null || await sender.Send(Desk, wanted) is not { } draft)
            return;
        Choose(null);
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
