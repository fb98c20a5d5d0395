using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Handling;

namespace Parley.Console.Lines;

/// <summary>Enters a stage of handling.</summary>
public sealed partial class HandlingForm : ComponentBase
{
    private static readonly HandlingStage[] Stages =
    [
        HandlingStage.Sight, HandlingStage.Rough, HandlingStage.Certified, HandlingStage.Read, HandlingStage.Passed, HandlingStage.Acknowledged, HandlingStage.Acted,
        HandlingStage.Relayed, HandlingStage.Confirmed, HandlingStage.Stopped,
    ];

    private HandlingStage stage = HandlingStage.Sight;
    private string role = "";
    private string language = "";
    private string addressee = "";
    private string text = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required string Line { get; set; }

    [Parameter, EditorRequired]
    public required EntryView Entry { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    protected override void OnInitialized() => (role, language) = (Say["handling.role.default"], Say.Tag);

    private async Task Record()
    {
        var said = text.Trim();
        var handling = new RecordHandling(
            Line, Entry.Entry, stage, role.Trim(), Addressee: addressee.Length > 0 ? addressee : null, Language: said.Length > 0 ? language.Trim() : null,
            Text: said.Length > 0 ? said : null);
        if (await sender.Send(Desk, handling) is not null)
            await OnDone.InvokeAsync(Say["told.recorded"]);
    }
}
