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

    private async Task SayIt()
    {
        if (answer is not { } chosen)
            return;
        var said = text.Trim();
        var (language, words) = said.Length > 0 ? (Entry.Language ?? Say.Tag, said) : (null, null);
        if (await sender.Send(Desk, new AnswerQuery(Line, Entry.Entry, chosen, Desk.Now.AddMinutes(minutes), language, words)) is not null)
            await OnDone.InvokeAsync(Say["told.sent"]);
    }
}
