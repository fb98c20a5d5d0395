using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Station.Journals;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Notices before they leave: drafted with gaps or without, verified by an officer who has not written them, released by an act of its own when the form has no gap and
/// the notice would count by the fold by which everybody reads it.</summary>
internal static class NoticeDrafts
{
    private const int MostGaps = 4;

    public static object Draft(OperationContext context, DraftNotice operation) => Draft(context, operation, out _);

    /// <param name="written">The draft; null: nothing was written now.</param>
    public static object Draft(OperationContext context, DraftNotice operation, out Draft? written)
    {
        written = null;
        if (Repeated(context, operation.Key) is { } before)
            return before;
        Draft? old = null;
        if (operation.Draft is { } replaced && (!context.Memory.Drafts.TryGetValue(replaced, out old) || old.Words.Kind != EntryKind.Notice))
            return Refuse(Refusal.UnknownDraft, "There is no such draft of a notice. It may have been released or thrown away; 'drafts' lists those that wait.");
        if (NoticeInputs.Read(context, operation, out var line, out var format, out var content) is { } refused)
            return refused;
        var precedence = operation.Precedence ?? format.Precedence;
        var officers = OfficersOf(line, format, precedence);
        var frame = new Writing.Frame(operation.Line, precedence, operation.Status, operation.Regards);
        if (Writing.New(context, frame, (_, _) => content.ToWords(format, officers), out line, out var why) is not { } draft)
            return Refuse(why.Refusal, why.Detail);
        if (old is not null)
        {
            if (old.Line != line.Id)
                return Refuse(Refusal.UnknownDraft, "That draft is one of another line.");
            draft = draft with { Id = old.Id };
        }

        // Whoever writes a notice vouches for it: the second pair of eyes is another's.
        draft = draft with { Approvals = Counts(context, line, precedence) ? [ApprovalOf(context, line)] : [] };
        Writing.Save(context.Step, draft);
        context.Step.Journal(JournalAct.Drafted, line.Id, draft.Id, key: operation.Key);
        context.Memory.Remember(operation.Key, $"draft {draft.Id}");
        written = draft;
        return View(context, line, draft, null, null);
    }

    public static object Check(OperationContext context, CheckNotice operation)
    {
        var asked = new DraftNotice(operation.Line, operation.Format, operation.Language, operation.Values, operation.Regards);
        if (NoticeInputs.Read(context, asked, out var line, out var format, out var content) is { } refused)
            return new Refused<NoticeCheckView>(refused.Why, refused.Detail);
        List<EntryRef> regards = [.. (operation.Regards ?? []).Select(EntryRef.Parse).OfType<EntryRef>().Where(r => line.Heads.Covers(r))];
        var reading = Reading(context, line, null);
        return new Deferred(() => new Done<NoticeCheckView>(CheckOf(reading, context.Memory.Own.ToString(), format, content, regards)));
    }

    public static object Verify(OperationContext context, VerifyNotice operation)
    {
        if (Repeated(context, operation.Key) is { } before)
            return before;
        var (memory, step) = (context.Memory, context.Step);
        if (!memory.Drafts.TryGetValue(operation.Draft, out var draft) || draft.Words.Kind != EntryKind.Notice)
            return Refuse(Refusal.UnknownDraft, "There is no such draft of a notice. It may have been released or thrown away; 'drafts' lists those that wait.");
        if (draft.Revision().ToString() != operation.Revision)
            return Refuse(Refusal.DraftChanged, "The draft is not the one that was shown. Read it again before verifying.");
        if (draft.Author == context.Actor.Name)
            return Refuse(Refusal.OwnDraft, "You have written this notice; another officer must verify it.");
        if (draft.Approvals.FirstOrDefault(a => a.Officer != draft.Author) is { } verified)
            return Refuse(Refusal.AlreadyApproved, $"{verified.Officer} has verified or approved this notice already; an officer with the role release releases it.");
        var line = memory.Lines[draft.Line];
        if (Writing.NotOpen(context, line) is { } closed)
            return Refuse(closed.Refusal, closed.Detail);
        if (Overtaken(context, line, draft) is { } why)
            return Refuse(why.Why, why.Detail);
        if (!Counts(context, line, draft.Precedence))
            return Refuse(Refusal.NotAllowed, "The charter of this line asks for two officers who may release; whoever verifies here needs the role release.");
        draft = draft with { Approvals = [.. draft.Approvals, ApprovalOf(context, line)] };
        Writing.Save(step, draft);
        step.Journal(JournalAct.NoticeVerified, line.Id, draft.Id, key: operation.Key);
        memory.Remember(operation.Key, $"draft {draft.Id}");
        return View(context, line, draft, null, null);
    }

    public static object Show(OperationContext context, ShowNoticeDraft operation) =>
        context.Memory.Drafts.TryGetValue(operation.Draft, out var draft) && draft.Words.Kind == EntryKind.Notice
            ? View(context, context.Memory.Lines[draft.Line], draft, null, operation.Language)
            : Refuse(Refusal.UnknownDraft, "There is no such draft of a notice. It may have been released or thrown away; 'drafts' lists those that wait.");

    /// <summary>Why a draft of a notice cannot leave: its form has gaps, the charter no longer names its format, or it would change nothing. Null when it can, and for
    /// drafts of other kinds.</summary>
    public static Refused<DraftView>? Overtaken(OperationContext context, LineState line, Draft draft)
    {
        if (draft.Words.Kind != EntryKind.Notice || Of(draft) is not { } content)
            return null;
        if (Formats.Of(context.Memory, line).FirstOrDefault(f => f.Hash == content.Format.Hash) is not { Format: { } format })
            return Bar(Refusal.UnknownFormat, $"The charter of this line no longer names {Formats.Name(content.Format)}. Write the notice anew.");
        if (OfficersOf(line, format, draft.Precedence) != draft.Words.Officers)
            return Bar(Refusal.DraftChanged, "The charter has another release rule since this notice was written. Edit the draft, so that it is approved anew.");
        var gaps = NoticeChecks.Gaps(format, content.Notice);
        if (gaps.Count > 0)
        {
            var more = gaps.Count > MostGaps ? $"; and {gaps.Count - MostGaps} more" : "";
            return Bar(Refusal.NoticeIncomplete, $"{string.Join("; ", gaps.Take(MostGaps).Select(g => NoticeChecks.Words(format, g)))}{more}. The draft is kept.");
        }

        return Effect(Reading(context, line, null), context.Memory.Own.ToString(), format, content, draft.Regards) is { } effect and not StepEffect.Took
            ? Bar(Refusal.NoticeMisplaced, $"{NoticeChecks.Words(effect)} The draft is kept.")
            : null;
    }

    /// <summary>What stands in a draft; null for a draft that is none of a notice.</summary>
    public static NoticeContent? Of(Draft draft) => NoticeContent.From(draft.Words.ToContent(new byte[Content.SeedSize]));

    /// <summary>As many as the format asks for, and no fewer than the charter does.</summary>
    private static int OfficersOf(LineState line, NoticeFormat format, Precedence precedence) => Math.Max(format.Officers, OfCharter(line, precedence));

    private static int OfCharter(LineState line, Precedence precedence) =>
        (line.Fold.Current ?? line.Fold.Founding!).Terms.Release.Required(precedence, EntryKind.Notice);

    /// <summary>Where the charter itself asks for two officers, it means officers who may release; where the format alone does, another one who writes is enough.</summary>
    private static bool Counts(OperationContext context, LineState line, Precedence precedence) =>
        (context.Actor.Roles & Roles.Release) != 0 || OfCharter(line, precedence) < 2;

    private static Approval ApprovalOf(OperationContext context, LineState line) => new(
        context.Actor.Name, context.Step.Now, context.Memory.Shown.GetValueOrDefault((context.Actor.Name, line.Id)) ?? Heads.None);

    private static NoticeReading Reading(OperationContext context, LineState line, string? language) =>
        new(context.Memory, LineGlance.Of(context, line, language), context.Step.Now);

    private static Deferred View(OperationContext context, LineState line, Draft draft, EntryRef? released, string? language)
    {
        var (reading, own) = (Reading(context, line, language), context.Memory.Own.ToString());
        var view = Messages.View(context, line, draft, released, language);
        var content = Of(draft)!;
        var format = context.Memory.Formats.GetValueOrDefault(content.Format.Hash)?.Format;
        return new Deferred(() => new Done<NoticeDraftView>(new NoticeDraftView(
            view,
            content.Format.ToString(),
            format is null ? content.Format.Id : reading.Forms.TitleOf(format),
            content.Notice.Language,
            content.Notice.Values,
            format is null ? [] : reading.Forms.LinesOf(format, content.Notice),
            [.. draft.Approvals.Select(a => a.Officer).Where(o => o != draft.Author)],
            format is null
                ? new NoticeCheckView([], [], NoticeChecks.NoClocks, null, "", ["Its format is not at this station any more."])
                : CheckOf(reading, own, format, content, draft.Regards))));
    }

    private static NoticeCheckView CheckOf(NoticeReading reading, string own, NoticeFormat format, NoticeContent content, IReadOnlyList<EntryRef> regards)
    {
        var now = reading.Now.ToDateTimeOffset();
        var clocks = NoticeClocks.Of(format, content.Notice, new Receipt(now, now));
        var effect = Effect(reading, own, format, content, regards);
        return new NoticeCheckView(
            NoticeChecks.Gaps(format, content.Notice),
            NoticeChecks.Marks(format, content.Notice),
            NoticeChecks.Clocks(clocks, content.Wish is { } wish ? now + TimeSpan.FromMinutes(wish.Minutes) : null),
            effect,
            effect is { } known ? NoticeChecks.Words(known) : "",
            [.. Warnings(reading, format, content, clocks, now)]);
    }

    private static IEnumerable<string> Warnings(NoticeReading reading, NoticeFormat format, NoticeContent content, NoticeClocks clocks, DateTimeOffset now)
    {
        if (clocks.Lead == LeadStanding.Short)
        {
            yield return $"Short notice: the format asks that it be received until {EntryText.Clock(Timestamp.From(clocks.LeadDue!.Value))}. " +
                "It can leave, and both sides see that it is late.";
        }

        if (NoticeFold.IsStep(format.Effect) is false && clocks.End < now)
            yield return "What it announces is over already.";
        var missing = format.Addressees.Where(role => content.Addressees?.Any(a => a.Addressee.Role == role) != true).ToList();
        if (missing.Count > 0)
            yield return $"The format asks that these acknowledge, and the notice names none of them: {string.Join(", ", missing)}.";
        var notBound = AgreementFold.NotBound(reading.Agreement(), format.Id);
        if (notBound.Count > 0)
            yield return $"Voluntary now: {string.Join(", ", notBound)} suspended or left the agreement. The notice can leave, and is marked so.";
    }

    /// <summary>What the notice would do, by the fold by which everybody reads it.</summary>
    private static StepEffect? Effect(NoticeReading reading, string own, NoticeFormat format, NoticeContent content, IReadOnlyList<EntryRef> regards) => NoticeFold.Try(
        [.. reading.Around(regards).Select(n => n.Said).OfType<NoticeSaid>()],
        new NoticeSaid("", own, format, content.Notice, [.. regards.Select(r => r.ToString())], null));

    private static object? Repeated(OperationContext context, string? key)
    {
        if (key is null || !context.Memory.Remembered.TryGetValue(key, out var made))
            return null;
        if (made.Split(' ') is ["draft", var id] && context.Memory.Drafts.TryGetValue(id, out var draft))
            return View(context, context.Memory.Lines[draft.Line], draft, null, null);
        return Refuse(Refusal.UnknownDraft, "What this key made before is gone: the draft was released or discarded.");
    }

    private static Refused<DraftView> Bar(Refusal why, string detail) => new(why, detail);

    private static Refused<NoticeDraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
