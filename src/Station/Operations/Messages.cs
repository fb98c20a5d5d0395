using Parley.Control;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
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
        var words = new Words(operation.Line, operation.Precedence, operation.Status, operation.Language, operation.Text, operation.Regards, operation.Supersedes);
        if (Write(context, words, out var line, out var draft) is { } refused)
            return refused;
        Save(context.Step, draft);
        context.Step.Journal(JournalAct.Drafted, line.Id, draft.Id, key: operation.Key);
        context.Memory.Remember(operation.Key, $"draft {draft.Id}");
        return new Done<DraftView>(View(context, line, draft, null));
    }

    public static Outcome<DraftView> Send(OperationContext context, SendMessage operation)
    {
        if (Repeated(context, operation.Key) is { } before)
            return before;
        var words = new Words(operation.Line, operation.Precedence, operation.Status, operation.Language, operation.Text, operation.Regards, operation.Supersedes);
        return Write(context, words, out var line, out var draft) is { } refused ? refused : ApproveNow(context, line, draft, operation.Key);
    }

    public static Outcome<DraftView> Approve(OperationContext context, ApproveDraft operation)
    {
        if (Repeated(context, operation.Key) is { } before)
            return before;
        if (!context.Memory.Drafts.TryGetValue(operation.Draft, out var draft))
            return Refuse(Refusal.UnknownDraft, "There is no such draft. It may have been released or thrown away; 'drafts' lists those that wait.");
        if (draft.Revision().ToString() != operation.Revision)
            return Refuse(Refusal.DraftChanged, "The draft is not the one that was shown. Read it again before approving.");
        if (draft.Approvals.Any(a => a.Officer == context.Actor.Name))
            return Refuse(Refusal.AlreadyApproved, "You have approved this text already; another officer must approve it too.");
        var line = context.Memory.Lines[draft.Line];
        return NotOpen(context.Memory, line) ?? ApproveNow(context, line, draft, operation.Key);
    }

    private static Outcome<DraftView> ApproveNow(OperationContext context, LineState line, Draft draft, string? key)
    {
        var (memory, step) = (context.Memory, context.Step);
        var seen = memory.Shown.GetValueOrDefault((context.Actor.Name, line.Id)) ?? Heads.None;
        draft = draft with { Approvals = [.. draft.Approvals, new Approval(context.Actor.Name, step.Now, seen)] };
        if (Outbound.Release(step, line, draft) is { } entry)
        {
            step.Journal(JournalAct.Released, line.Id, entry.ToString(), draft.Id, key);
            memory.Remember(key, $"entry {line.Id} {entry} {draft.Id}");
            return new Done<DraftView>(View(context, line, draft, entry));
        }

        Save(step, draft);
        step.Journal(JournalAct.Approved, line.Id, draft.Id, key: key);
        memory.Remember(key, $"draft {draft.Id}");
        return new Done<DraftView>(View(context, line, draft, null));
    }

    public static Outcome<Nothing> Discard(OperationContext context, DiscardDraft operation)
    {
        if (!context.Memory.Drafts.Remove(operation.Draft, out var draft))
            return new Refused<Nothing>(Refusal.UnknownDraft, "There is no such draft.");
        context.Step.Remove(DocumentKind.Draft, draft.Id);
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
            .Select(d => View(context, context.Memory.Lines[d.Line], d, null))]);
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

    private sealed record Words(
        string Line, Precedence Precedence, Status Status, string Language, string Text, IReadOnlyList<string>? Regards, string? Supersedes);

    private static Refused<DraftView>? Write(OperationContext context, Words words, out LineState line, out Draft draft)
    {
        draft = null!;
        line = LineNames.Find(context.Memory, words.Line, out var refused)!;
        if (line is null)
            return Refuse(refused.Why, refused.Detail);
        if (NotOpen(context.Memory, line) is { } closed)
            return closed;
        if (context.Memory.Drafts.Count >= Bounds.Drafts)
            return Refuse(Refusal.TooMany, "Too many drafts wait. Release or discard some.");
        if (words.Text.Length > Parley.Lines.Bounds.TextLength)
            return Refuse(Refusal.TooLong, "A text has at most 65,536 characters. Split it.");
        if (!MessageContent.IsText(words.Text))
            return Refuse(Refusal.Malformed, "A text must hold words, and no control characters other than line ends and tabs.");
        if (!MessageContent.IsLanguage(words.Language))
            return Refuse(Refusal.Malformed, "The language is a tag such as en, ru, zh-Hant.");
        if (words.Status == Status.System || !Enum.IsDefined(words.Status) || !Enum.IsDefined(words.Precedence))
            return Refuse(Refusal.Malformed, "Status is actual or test; precedence flash, immediate, priority or routine.");
        if (References(line, words, out var regards, out var supersedes) is { } unknown)
            return unknown;
        Span<byte> id = stackalloc byte[16];
        context.Memory.Suite.FillRandom(id);
        draft = new Draft(
            Convert.ToHexStringLower(id),
            line.Id,
            context.Actor.Name,
            context.Step.Now,
            words.Precedence,
            words.Status,
            regards,
            new MessageContent(words.Text, words.Language, supersedes),
            []);
        return null;
    }

    private static Refused<DraftView>? References(LineState line, Words words, out List<EntryRef> regards, out EntryRef? supersedes)
    {
        var found = new SortedSet<EntryRef>();
        regards = [];
        supersedes = null;
        foreach (var text in (words.Regards ?? []).Concat(words.Supersedes is { } s ? [s] : []))
        {
            if (EntryRef.Parse(text) is not { } entry || !line.Heads.Covers(entry))
                return Refuse(Refusal.RegardsUnknown, $"'{text}' is no entry of this line here. Entry references stand beside each entry in 'read'.");
            found.Add(entry);
        }

        if (found.Count > Parley.Lines.Bounds.Regards)
            return Refuse(Refusal.TooLong, "A message regards at most 16 entries.");
        regards = [.. found];
        supersedes = words.Supersedes is { } old ? EntryRef.Parse(old) : null;
        return null;
    }

    private static Refused<DraftView>? NotOpen(StationMemory memory, LineState line)
    {
        var fold = line.Fold;
        if (fold.IsClosed || fold.LeftBy.Contains(memory.Own))
            return Refuse(Refusal.LineClosed, "This line is closed.");
        if (fold.InForce.Count == 0)
            return Refuse(Refusal.LineNotOpen, "This line is proposed and not open yet: every party must accept.");
        if (fold.Current!.Terms.LeastSuite.Number > memory.Suite.Id.Number)
            return Refuse(Refusal.SuiteTooWeak, $"This line asks for suite {fold.Current.Terms.LeastSuite} at least; this station has {memory.Suite.Id}.");
        return fold.SuspendedBy.Any()
            ? Refuse(Refusal.LineSuspended, $"This line is suspended by {string.Join(", ", fold.SuspendedBy)}.")
            : null;
    }

    /// <summary>A key that was used before: what it made, as it is now.</summary>
    private static Outcome<DraftView>? Repeated(OperationContext context, string? key)
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

    private static void Save(Step step, Draft draft)
    {
        step.Memory.Drafts[draft.Id] = draft;
        step.Put(DocumentKind.Draft, draft.Id, draft.Encode());
        step.Note(ChangeKind.Draft, draft.Line, text: draft.Id);
    }

    public static DraftView View(OperationContext context, LineState line, Draft draft, EntryRef? released)
    {
        var shown = context.Memory.Shown.GetValueOrDefault((context.Actor.Name, line.Id)) ?? Heads.None;
        var spoke = line.Feeds.Values.Any(f => f.Id.Party != context.Memory.Own && f.Size > shown.SizeOf(f.Id.Party, f.Id.Generation, f.Id.Lane));
        return new DraftView(
            draft.Id,
            LineNames.HandleOf(context.Memory, line),
            draft.Revision().ToString(),
            draft.Author,
            draft.At.ToDateTimeOffset(),
            draft.Precedence,
            draft.Status,
            draft.Message.Language,
            draft.Message.Text,
            [.. draft.Regards.Select(r => r.ToString())],
            draft.Message.Supersedes?.ToString(),
            [.. draft.Approvals.Select(a => a.Officer)],
            (line.Fold.Current ?? line.Fold.Founding!).Terms.Release.Required(draft.Precedence, EntryKind.Message),
            spoke,
            released?.ToString());
    }

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
