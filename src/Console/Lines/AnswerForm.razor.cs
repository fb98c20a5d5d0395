using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Messages;
using Parley.Control.Queries;
using Parley.Lines.Queries;

namespace Parley.Console.Lines;

/// <summary>Answers a query of the other side. Nothing is chosen before the officer chooses.</summary>
public sealed partial class AnswerForm : ComponentBase
{
    private const int MostMinutes = 24 * 60;
    private QueryAnswer? answer;
    private int minutes = 30;
    private string text = "";
    private string language = "";
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

    private bool IsReady => answer is not null && minutes is > 0 and <= MostMinutes;

    protected override void OnInitialized() => language = Say.Tag;

    private async Task SayIt()
    {
        if (answer is not { } chosen)
            return;
        var said = text.Trim();
        var reply = new AnswerQuery(
            Line, Entry.Entry, chosen, Desk.Now.AddMinutes(minutes), said.Length > 0 ? language.Trim() : null, said.Length > 0 ? said : null);
        if (await sender.Send(Desk, reply) is not null)
            await OnDone.InvokeAsync(Say["told.sent"]);
    }
}
