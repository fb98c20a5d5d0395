using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Lines;

namespace Parley.Console.Peers;

/// <summary>What is to be read out to a party without a station, what was done with it, and what the party says.</summary>
public sealed partial class ByHandDesk : DeskPage
{
    private IReadOnlyList<ByHandOutView> outgoing = [];
    private bool all;
    private string told = "";

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter, EditorRequired]
    public required string Party { get; set; }

    protected override bool Concerns(ChangeNote note) => note.Line == Line.Id;

    protected override async Task Load() =>
        outgoing = await Ask(new ListByHandOut(Line.Handle, all)) is { } waiting ? [.. waiting.Where(w => w.Party == Party)] : outgoing;

    private async Task Done(string words)
    {
        told = words;
        await LoadAnew();
    }
}
