using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.ByHand;
using Parley.Lines.ByHand;
using Parley.Lines.Handling;

namespace Parley.Console.Peers;

/// <summary>Enters what was done by hand with a message: read out, received, refused, handled.</summary>
public sealed partial class DeedForm : ComponentBase
{
    private ByHandDeed deed;
    private HandlingStage stage;
    private Means means;
    private DateTime at;
    private string addressee = "";
    private string text = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required string Line { get; set; }

    [Parameter, EditorRequired]
    public required string Entry { get; set; }

    [Parameter, EditorRequired]
    public required string Party { get; set; }

    /// <summary>It was read out or handed over: what comes next is what they say.</summary>
    [Parameter]
    public bool IsSent { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    protected override void OnInitialized() => (at, deed) = (Desk.Now.UtcDateTime, IsSent ? ByHandDeed.Received : ByHandDeed.Sent);

    private async Task Record()
    {
        var said = text.Trim();
        var isHandled = deed == ByHandDeed.Handled;
        var done = new RecordByHand(
            Line, Entry, Party, deed, means, new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), isHandled ? stage : null,
            isHandled && addressee.Trim() is { Length: > 0 } role ? role : null, said.Length > 0 ? Say.Tag : null, said.Length > 0 ? said : null);
        if (await sender.Send(Desk, done) is null)
            return;
        (text, addressee) = ("", "");
        await OnDone.InvokeAsync(Say["told.recorded"]);
    }
}
