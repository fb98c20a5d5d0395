using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Messages;

namespace Parley.Console.Writing;

/// <summary>A draft that waits. It is approved exactly as it stands here: what has changed since this officer last looked is said before the text.</summary>
public sealed partial class DraftCard : ComponentBase
{
    private readonly List<string> news = [];
    private DraftView? before;
    private bool isBusy;
    private bool isDiscarding;
    private string trouble = "";

    [Parameter, EditorRequired]
    public required DraftView Draft { get; set; }

    /// <summary>Among drafts of several lines.</summary>
    [Parameter]
    public bool ShowsLine { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    protected override void OnParametersSet()
    {
        before ??= Desk.LastSeen(Draft);
        news.Clear();
        if (before is not null)
        {
            if (before.Revision != Draft.Revision)
                news.Add(Say["draft.new.text"]);
            foreach (var officer in Draft.ApprovedBy.Except(before.ApprovedBy))
                news.Add(Say["draft.new.approved", officer]);
            if (Draft.SpokenSince?.Count > (before.SpokenSince?.Count ?? 0))
                news.Add(Say["draft.new.spoken"]);
        }

        Desk.Saw(Draft);
    }

    private async Task Approve()
    {
        isBusy = true;
        var reply = await Desk.Ask(new ApproveDraft(Draft.Id, Draft.Revision));
        (isBusy, trouble) = (false, reply.Trouble);
    }

    private async Task Discard()
    {
        isDiscarding = false;
        trouble = (await Desk.Ask(new DiscardDraft(Draft.Id))).Trouble;
    }
}
