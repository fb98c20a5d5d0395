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
        if (draft.ApprovedBy.Count < draft.ApprovalsNeeded)
            return say["notice.needs.verification"];
        return say[draft.ApprovalsNeeded == 1 && notice.VerifiedBy.Count == 0 ? "notice.needs.one" : "notice.needs.release"];
    }
}
