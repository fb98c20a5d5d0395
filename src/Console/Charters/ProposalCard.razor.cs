using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Lines;

namespace Parley.Console.Charters;

/// <summary>A proposal that waits, of a line or of other terms for it.</summary>
public sealed partial class ProposalCard : ComponentBase
{
    private bool isBusy;
    private string trouble = "";

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool MayAnswer => Desk.Roles.HasFlag(Roles.Charter);

    private IReadOnlyList<TermChange> Changes => Line.Proposal is { } proposal ? TermsText.Changes(Line.Terms, proposal.Terms, Say) : [];

    private string Names(IReadOnlyList<string> parties) => parties.Count == 0 ? Say["proposal.nobody"] : string.Join(", ", parties);

    private async Task Answer(Operation<LineView> operation)
    {
        isBusy = true;
        var reply = await Desk.Ask(operation);
        (isBusy, trouble) = (false, reply.Trouble);
        if (reply.IsDone)
            await OnTold.InvokeAsync(Say["charter.told"]);
    }
}
