using Parley.Console.Words;
using Parley.Control.Notices;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>What is still needed before a draft of a notice leaves, in plain words.</summary>
internal static class NoticeStanding
{
    public static string Needed(NoticeDraftView notice, Language say)
    {
        var draft = notice.Draft;
        if (notice.Check.Gaps.Count > 0)
            return say["notice.needs.gaps", say.Number(notice.Check.Gaps.Count)];
        if (notice.Check.Step is not (null or StepEffect.Took))
            return say["notice.needs.step"];
        if (draft.ApprovedBy.Count >= draft.ApprovalsNeeded)
            return say["notice.needs.release"];
        if (draft.ApprovalsNeeded == 1)
            return say["notice.needs.one"];
        if (draft.ApprovedBy.Count == 0)
            return say["notice.needs.two"];
        return notice.VerifiedBy.Count > 0 ? say["notice.needs.after-verification", string.Join(", ", notice.VerifiedBy)] : say["notice.needs.verification"];
    }
}
