using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Queries;
using Parley.Lines.Queries;

namespace Parley.Console.Writing;

/// <summary>A query to the other side, of a place and of what is seen there.</summary>
public sealed partial class QueryForm : ComponentBase
{
    private QueryAbout about;
    private string place = "";
    private string text = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    /// <summary>What stands where it is asked, to begin with.</summary>
    [Parameter]
    public string Place { get; set; } = "";

    /// <summary>What stands of what is seen there, to begin with.</summary>
    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public EventCallback<EntryView> OnAsked { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool IsReady => !sender.IsBusy && place.Trim().Length > 0 && text.Trim().Length > 0;

    protected override void OnInitialized() => (place, text) = (Place, Text);

    private async Task SayIt()
    {
        if (await sender.Send(Desk, new AskQuery(Line.Handle, about, place.Trim(), LineTongues.FirstOf(Line, Say), text.Trim())) is not { } asked)
            return;
        (place, text) = ("", "");
        await OnAsked.InvokeAsync(asked);
    }
}
