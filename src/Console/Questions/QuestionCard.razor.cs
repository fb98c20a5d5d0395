using Microsoft.AspNetCore.Components;
using Parley.Console.Calls;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Questions;
using Parley.Lines.Questions;

namespace Parley.Console.Questions;

/// <summary>One question in the list, and the form to say that it does not apply.</summary>
public sealed partial class QuestionCard : ComponentBase
{
    private bool isContesting;
    private string why = "";
    private string language = "";
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required QuestionView Question { get; set; }

    /// <summary>Languages of the line, one at least.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Tongues { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private Mover Whose => QuestionMoves.Whose(Question);

    private string Label => Say["questions.title", Question.Party, string.Join(", ", Question.Legs.Select(l => l.Party))];

    private bool MayContest => Desk.MayWrite && QuestionMoves.MayContest(Question, Desk.Party);

    // Of our own leg the asker is awaited, who has our answer.
    private string NextOf(QuestionLegView leg) =>
        leg.Next == QuestionStep.Wait && leg.Party == Desk.Party ? "wait-judge" : leg.Next.ToString().ToLowerInvariant();

    // That a question does not apply stands among the words on it, with its reason.
    private IReadOnlyList<QuestionReplyView> RepliesOf(QuestionLegView leg) => [.. leg.Replies.Where(r => !Question.Words.Any(w => w.Entry == r.Entry))];

    protected override void OnParametersSet()
    {
        if (!Tongues.Contains(language))
            language = Tongues.Contains(Question.Language) ? Question.Language : Tongues.Contains(Say.Tag) ? Say.Tag : Tongues[0];
    }

    private async Task Contest()
    {
        if (await sender.Send(Desk, new ContestQuestion(Question.Line, Question.Entry, language, why.Trim())) is not { } draft)
            return;
        (isContesting, why) = (false, "");
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
