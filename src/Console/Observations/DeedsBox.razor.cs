using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Notices;
using Parley.Console.Words;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>Asks, decides and corrects.</summary>
public sealed partial class DeedsBox : ComponentBase
{
    private readonly Sender sender = new();
    private string reason = "";
    private string line = "";
    private string entry = "";

    [Parameter, EditorRequired]
    public required ExplainedView View { get; set; }

    /// <summary>On which something may be or have been said of it.</summary>
    [Parameter]
    public IReadOnlyList<LineView> Lines { get; set; } = [];

    /// <summary>What became of it, in words.</summary>
    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool MayWrite => Desk.MayWrite;

    private int Number => View.Seen.Number;

    private async Task Draft(OptionView option)
    {
        if (await sender.Send(Desk, new DraftObservationQuestion([Number], Say.Tag, option.Line, option.Format)) is { } draft)
            Address.NavigateTo(NoticeLinks.Draft(draft.Draft.Id));
    }

    private async Task Decide(ReactionChoice choice)
    {
        if (await sender.Send(Desk, new DecideReaction(Number, choice, reason.Trim() is { Length: > 0 } said ? said : null)) is null)
            return;
        reason = "";
        await OnTold.InvokeAsync(Say[choice == ReactionChoice.Mirror ? "observation.told.proposed" : "observation.told.decided"]);
    }

    private async Task Second()
    {
        if (await sender.Send(Desk, new SecondReaction(Number)) is not null)
            await OnTold.InvokeAsync(Say["observation.told.decided"]);
    }

    private async Task Attach()
    {
        if (await sender.Send(Desk, new AttachEntry(line, entry.Trim(), Number)) is null)
            return;
        entry = "";
        await OnTold.InvokeAsync(Say["observation.told.attached"]);
    }

    // The query has left; that it is about this observation is said by itself, and where that fails the box says why.
    private async Task Asked(string on, EntryView query)
    {
        await sender.Send(Desk, new AttachEntry(on, query.Entry, Number));
        await OnTold.InvokeAsync(Say["told.sent"]);
    }
}
