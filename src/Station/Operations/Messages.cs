using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Questions;
using Parley.Station.Attachments;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Words: drafted, approved, released.</summary>
internal static class Messages
{
    public static Outcome<DraftView> Draft(OperationContext context, DraftMessage operation)
    {
        if (Repeated(context, operation.Key) is { } before)
            return before;
        var frame = new Writing.Frame(operation.Line, operation.Precedence, operation.Status, operation.Regards, operation.Supersedes);
        if (Write(context, operation.Text, operation.Language, operation.Addressees, operation.Answer, frame, out var line, out var draft) is { } refused)
            return refused;
        Writing.Save(context.Step, draft);
        context.Step.Journal(JournalAct.Drafted, line.Id, draft.Id, key: operation.Key);
        context.Memory.Remember(operation.Key, $"draft {draft.Id}");
        return new Done<DraftView>(View(context, line, draft, null));
    }

    public static Outcome<DraftView> Send(OperationContext context, SendMessage operation)
    {
        if (Repeated(context, operation.Key) is { } before)
            return before;
        var frame = new Writing.Frame(operation.Line, operation.Precedence, operation.Status, operation.Regards, operation.Supersedes);
        return Write(context, operation.Text, operation.Language, operation.Addressees, operation.Answer, frame, out var line, out var draft) is { } refused
            ? refused
            : ApproveNow(context, line, draft, operation.Key);
    }

    public static Outcome<DraftView> Approve(OperationContext context, ApproveDraft operation)
    {
        if (Repeated(context, operation.Key) is { } before)
            return before;
        if (!context.Memory.Drafts.TryGetValue(operation.Draft, out var draft))
            return Refuse(Refusal.UnknownDraft, "There is no such draft. It may have been released or thrown away; 'drafts' lists those that wait.");
        if (draft.Revision().ToString() != operation.Revision)
            return Refuse(Refusal.DraftChanged, "The draft is not the one that was shown. Read it again before approving.");
        var line = context.Memory.Lines[draft.Line];
        if (draft.Approvals.Any(a => a.Officer == context.Actor.Name) && !WaitsForRelease(line, draft))
        {
            return Refuse(Refusal.AlreadyApproved, draft.Words.Kind == EntryKind.Notice
                ? "You have written or verified this notice; another officer must verify it before it can be released."
                : "You have approved this text already; another officer must approve it too.");
        }

        return Writing.NotOpen(context, line) is { } closed ? Refuse(closed.Refusal, closed.Detail)
            : Codes.Overtaken(context, line, draft) ?? Calls.Overtaken(context, line, draft) ?? Questions.Overtaken(context, line, draft) ??
                NoticeDrafts.Overtaken(context, line, draft) ?? ActivityInputs.Overtaken(context, line, draft) ??
                (Outcome<DraftView>)ApproveNow(context, line, draft, operation.Key);
    }

    /// <summary>A notice has every approval that it needs when it is written and verified, and leaves by an act of its own, of whomever.</summary>
    private static bool WaitsForRelease(LineState line, Draft draft) =>
        draft.Words.Kind == EntryKind.Notice && draft.Approvals.Count >= draft.Words.Required((line.Fold.Current ?? line.Fold.Founding!).Terms.Release, draft.Precedence);

    /// <summary>Words of any kind that the line's release rule stands over: drafted and approved at once. Where a second officer is asked for, the draft waits.</summary>
    public static Outcome<DraftView> Say(OperationContext context, Writing.Frame frame, Words words, string? key)
    {
        if (Repeated(context, key) is { } before)
            return before;
        return Writing.New(context, frame, (_, _) => words, out var line, out var why) is { } draft
            ? ApproveNow(context, line, draft, key)
            : Refuse(why.Refusal, why.Detail);
    }

    private static Done<DraftView> ApproveNow(OperationContext context, LineState line, Draft draft, string? key)
    {
        var entry = Writing.Approve(context, line, ref draft, key);
        return new Done<DraftView>(View(context, line, draft, entry));
    }

    public static Outcome<Nothing> Discard(OperationContext context, DiscardDraft operation)
    {
        if (!context.Memory.Drafts.Remove(operation.Draft, out var draft))
            return new Refused<Nothing>(Refusal.UnknownDraft, "There is no such draft.");
        context.Step.Remove(DocumentKind.Draft, draft.Id);
        if (draft.Words.Kind == EntryKind.Attachment)
            Keeping.Discard(context.Step, context.Memory.Lines[draft.Line], draft.Words.ToContent(new byte[Content.SeedSize]));
        context.Memory.Observations.Discarded(context.Step, draft.Id);
        context.Step.Journal(JournalAct.Discarded, draft.Line, draft.Id);
        context.Step.Note(ChangeKind.Draft, draft.Line, text: "discarded");
        return new Done<Nothing>(Nothing.Value);
    }

    public static Outcome<IReadOnlyList<DraftView>> List(OperationContext context, ListDrafts operation)
    {
        LineState? only = null;
        if (operation.Line is { } name && (only = LineNames.Find(context.Memory, name, out var refused)) is null)
            return new Refused<IReadOnlyList<DraftView>>(refused.Why, refused.Detail);
        return new Done<IReadOnlyList<DraftView>>([.. context.Memory.Drafts.Values
            .Where(d => only is null || d.Line == only.Id).OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => View(context, context.Memory.Lines[d.Line], d, null, operation.Language))]);
    }

    /// <summary>Hands the words of an entry anew to every member that reports them unreadable.</summary>
    public static Outcome<EntryView> Reissue(OperationContext context, ReissueEntry operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<EntryView>(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Feeds.TryGetValue(entry.Feed(line.Id), out var feed) || entry.Index >= feed.Size)
            return new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line.");
        var only = RangeSet.Empty.Add(entry.Index, entry.Index + 1);
        var to = feed.Receipts.Where(r => r.Value.Lacks.Contains(entry.Index)).Select(r => r.Key).ToList();
        if (to.Count == 0)
            return new Refused<EntryView>(Refusal.NothingToConfirm, "No member reports these words as unreadable.");
        if (!to.Any(party => Handover.Hand(context.Step, context.Links.Of(party), feed, only)))
            return new Refused<EntryView>(Refusal.Busy, "No circuit to that member is open, or the words are not readable here. Try again later.");
        return Transcripts.One(context, line, entry);
    }

    private static Refused<DraftView>? Write(
        OperationContext context, string text, string language, IReadOnlyList<AddresseeInput>? addressees, AnswerWishInput? answer, Writing.Frame frame, out LineState line,
        out Draft draft)
    {
        (line, draft) = (null!, null!);
        if (text.Length > Parley.Lines.Bounds.TextLength)
            return Refuse(Refusal.TooLong, "A text has at most 65,536 characters. Split it.");
        if (!MessageContent.IsText(text))
            return Refuse(Refusal.Malformed, "A text must hold words, and no control characters other than line ends and tabs.");
        if (!MessageContent.IsLanguage(language))
            return Refuse(Refusal.Malformed, "The language is a tag such as en, ru, zh-Hant.");
        List<Addressed> addressed = [];
        AnswerWish? wish = null;
        Words Said(LineState on, EntryRef? old) => new MessageContent(text, language, old, addressed, wish).ToWords();
        if (LineNames.Find(context.Memory, frame.Line, out _) is { } known &&
            (Addressees(context, known, addressees ?? [], addressed) ?? Questions.Wish(context, known, answer, out wish)) is { } unknown)
            return unknown;
        if (Writing.New(context, frame, Said, out line, out var why) is not { } written)
            return Refuse(why.Refusal, why.Detail);
        draft = written;
        return null;
    }

    /// <summary>Each must be among those that the charter names, and be another party's.</summary>
    internal static Refused<DraftView>? Addressees(
        OperationContext context, LineState line, IReadOnlyList<AddresseeInput> asked, List<Addressed> found)
    {
        if (asked.Count > Parley.Lines.Bounds.Addressees)
            return Refuse(Refusal.TooMany, "A message names at most 64 action addressees.");
        var known = line.Fold.Current?.Terms.Addressees ?? [];
        foreach (var one in asked)
        {
            if (ActionAddressee.Parse(one.Addressee) is not { } addressee || addressee.Party == context.Memory.Own || !known.Contains(addressee))
            {
                return Refuse(Refusal.UnknownAddressee, known.Count == 0
                    ? $"The charter of this line names no action addressees, so '{one.Addressee}' cannot be named."
                    : $"The charter names no addressee '{one.Addressee}' of another party; it names {string.Join(", ", known)}.");
            }

            if (one.Minutes is < 1 or > 525_600 || found.Exists(f => f.Addressee == addressee))
                return Refuse(Refusal.Malformed, "Each action addressee is named once, with 1 to 525600 minutes.");
            found.Add(new Addressed(addressee, context.Step.Now + TimeSpan.FromMinutes(one.Minutes)));
        }

        found.Sort(static (a, b) => a.Addressee.CompareTo(b.Addressee));
        return null;
    }

    /// <summary>A key that was used before: what it made, as it is now.</summary>
    public static Outcome<DraftView>? Repeated(OperationContext context, string? key)
    {
        if (key is null || !context.Memory.Remembered.TryGetValue(key, out var made))
            return null;
        var parts = made.Split(' ');
        var memory = context.Memory;
        if (parts[0] == "draft" && memory.Drafts.TryGetValue(parts[1], out var draft))
            return new Done<DraftView>(View(context, memory.Lines[draft.Line], draft, null));
        if (parts[0] == "entry" && Parley.Lines.Charters.LineId.Parse(parts[1]) is { } id && EntryRef.Parse(parts[2]) is { } entry)
            return Transcripts.Released(context, memory.Lines[id], entry, parts[3]);
        return Refuse(Refusal.UnknownDraft, "What this key made before is gone: the draft was released by another or discarded.");
    }

    public static DraftView View(OperationContext context, LineState line, Draft draft, EntryRef? released, string? language = null)
    {
        var shown = context.Memory.Shown.GetValueOrDefault((context.Actor.Name, line.Id)) ?? Heads.None;
        var spoke = line.Feeds.Values.Any(f => f.Id.Party != context.Memory.Own && HasSpoken(context.Memory, f, shown.SizeOf(f.Id.Party, f.Id.Generation, f.Id.Lane)));
        var codes = CodeReading.Of(context.Memory, line, language);
        var forms = FormReading.Of(context.Memory, line, language);
        var content = draft.Words.ToContent(new byte[Content.SeedSize]);
        var read = EntryText.Of(
            draft.Words.Kind, content, context.Step.Now, context.Memory.Own,
            (code, author) => codes.Read(code, author, draft.Regards, line.Fold.InForce.Count),
            notice => forms.Read(notice, line.Fold.InForce.Count, context.Step.Now));
        return new DraftView(
            line.Mode,
            draft.Id,
            LineNames.HandleOf(context.Memory, line),
            draft.Revision().ToString(),
            draft.Author,
            draft.At.ToDateTimeOffset(),
            draft.Precedence,
            draft.Status,
            read?.Language ?? "",
            read?.Text ?? "",
            [.. draft.Regards.Select(r => r.ToString())],
            read?.Supersedes?.ToString(),
            [.. draft.Approvals.Select(a => a.Officer)],
            draft.Words.Required((line.Fold.Current ?? line.Fold.Founding!).Terms.Release, draft.Precedence),
            spoke,
            released?.ToString(),
            [.. (read?.Addressees ?? []).Select(a => $"{a.Addressee} by {EntryText.Clock(a.By)}")],
            read?.Code,
            SpokenSince.Of(context.Memory, line, draft),
            read?.Wish is { } wish ? new AnswerWishView(wish.By.ToDateTimeOffset(), [.. wish.From.Select(p => p.ToString())]) : null,
            draft.Words.Kind == EntryKind.Notice,
            ActivityViews.Drafted(draft.Words.Kind, content));
    }

    /// <summary>Whether a feed holds words from there on: of what the stations say, of reports of handling and of checks no text has to take account.</summary>
    private static bool HasSpoken(StationMemory memory, FeedState feed, long from) => feed.Size - from > Bounds.UnseenEntries ||
        (feed.Size > from && memory.Store.Entries(feed.Id, from, Bounds.UnseenEntries).Any(
            e => EntryHeader.Parse(e.Header) is { Kind: var kind } && EntryKind.IsTalk(kind)));

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
