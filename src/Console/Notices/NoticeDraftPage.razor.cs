using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>A notice that waits: what is still needed before it leaves, what its form says of it, and the notice as it will be read.</summary>
public sealed partial class NoticeDraftPage : DeskPage
{
    private readonly Sender sender = new();
    private NoticeDraftView? notice;
    private NoticeFormat? format;
    private string shown = "";
    private string revision = "";
    private bool isChanged;
    private bool isDiscarding;

    [SupplyParameterFromQuery]
    public string? Id { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private bool IsReady => notice is { Check: { Gaps.Count: 0, Step: null or StepEffect.Took } };

    private bool IsAuthor => notice!.Draft.Author == Desk.Officer;

    private bool IsMine => notice!.Draft.ApprovedBy.Contains(Desk.Officer);

    // Its author is one of the officers who vouch for it. When there are enough, whoever may release lets it leave; he may be the last of them where another has verified it.
    private bool IsVouchedFor => notice!.Draft.ApprovedBy.Count >= notice.Draft.ApprovalsNeeded;

    private bool MayRelease => IsReady && Desk.MayRelease &&
        (IsVouchedFor || (!IsMine && notice!.VerifiedBy.Count > 0 && notice.Draft.ApprovedBy.Count + 1 >= notice.Draft.ApprovalsNeeded));

    private string Needed => NoticeStanding.Needed(notice!, Say);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Draft or ChangeKind.Recorded or ChangeKind.Line;

    protected override async Task Load()
    {
        // What is under way says itself what became of the draft: one that leaves is no draft any more before its page is left.
        if (sender.IsBusy && shown == (Id ?? ""))
            return;
        if (shown != (Id ?? ""))
            (shown, notice, format, revision, isChanged) = (Id ?? "", null, null, "", false);
        if (await Ask(new ShowNoticeDraft(Id ?? "", Say.Tag)) is not { } found)
        {
            // It was released or thrown away, here or by another: what stood here is no draft any more.
            notice = null;
            return;
        }

        if (format is null && await Desk.Ask(new ShowFormat(found.Format, Say.Tag)) is { Answer: { } texts })
            format = NoticeFormat.Parse(texts.Encoding);
        isChanged |= revision.Length > 0 && revision != found.Draft.Revision;
        (notice, revision) = (found, found.Draft.Revision);
        Desk.Saw(found.Draft);
    }

    private static string Number(string entry) => EntryRef.Parse(entry) is { } known ? MessageNumber.Of(known).ToString() : entry;

    private async Task Verify()
    {
        if (await sender.Send(Desk, new VerifyNotice(notice!.Draft.Id, notice.Draft.Revision)) is { } verified)
            await After(verified.Draft);
    }

    private async Task Release()
    {
        if (await sender.Send(Desk, new ApproveDraft(notice!.Draft.Id, notice.Draft.Revision)) is { } approved)
            await After(approved);
    }

    private async Task After(DraftView draft)
    {
        isChanged = false;
        if (draft.Released is { } entry)
            Address.NavigateTo(NoticeLinks.One(draft.Line, entry));
        else
            await LoadAnew();
    }

    private async Task Discard()
    {
        isDiscarding = false;
        if (await sender.Send(Desk, new DiscardDraft(notice!.Draft.Id)) is not null)
            Address.NavigateTo("drafts");
    }
}
