using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Questions;

namespace Parley.Console.Lines;

/// <summary>The clock of a question, what became of it with each asked party, and what we can do next.</summary>
public sealed partial class QuestionBox : ComponentBase
{
    private string? notEnough;
    private string why = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required QuestionView Question { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private async Task Judge(string party, bool isEnough)
    {
        var judgement = new JudgeAnswer(Question.Line, Question.Entry, isEnough, Party: party, Language: isEnough ? null : Question.Language, Text: isEnough ? null : why);
        if (await sender.Send(Desk, judgement) is not { } draft)
            return;
        notEnough = null;
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
