using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>How words of any noun get onto the road: the line must be open, what they regard must be there, and the officers whom the line or the kind asks
/// for must approve.</summary>
internal static class Writing
{
    /// <summary>What a draft of any kind says of itself beside its words.</summary>
    public sealed record Frame(
        string Line, Precedence Precedence, Status Status, IReadOnlyList<string>? Regards = null, string? Supersedes = null);

    /// <summary>Why, in the terms of an officer.</summary>
    public sealed record Why(Refusal Refusal, string Detail);

    /// <summary>A draft of these words, approved by nobody yet and not saved; null with the reason when it may not be written.</summary>
    public static Draft? New(OperationContext context, Frame frame, Func<LineState, EntryRef?, Words> words, out LineState line, out Why why)
    {
        line = LineNames.Find(context.Memory, frame.Line, out var refused)!;
        why = line is null ? new Why(refused.Why, refused.Detail) : NotOpen(context, line) ?? Wrong(context, frame)!;
        if (why is not null)
            return null;
        if (References(context.Memory.Own, line!, frame, out var regards, out why!) is not { } found)
            return null;
        var said = words(line!, regards);
        why = OutOfPlace(line!, said.Kind)!;
        return why is null ? Make(context, line!, frame.Precedence, frame.Status, found, said) : null;
    }

    /// <summary>Why words of that kind have no place on this line; null when they have.</summary>
    public static Why? OutOfPlace(LineState line, string kind)
    {
        var of = line.Fold.Founding!.Kind;
        if (EntryKind.HasPlaceOn(kind, of))
            return null;
        return kind == EntryKind.Service
            ? new Why(Refusal.WrongLineKind, "Service messages stand on operator lines alone, such as operator:boreal.")
            : new Why(Refusal.WrongLineKind, "This is the line of the crews. Agreed texts, postures, calls, contacts and checks stand on lines of their own.");
    }

    public static Draft Make(
        OperationContext context, LineState line, Precedence precedence, Status status, IReadOnlyList<EntryRef> regards, Words words)
    {
        Span<byte> id = stackalloc byte[16];
        context.Memory.Suite.FillRandom(id);
        return new Draft(Convert.ToHexStringLower(id), line.Id, context.Actor.Name, context.Step.Now, precedence, status, regards, words, []);
    }

    /// <summary>This officer approves. The entry when that was the last approval asked for; otherwise null, and the draft is saved with it.</summary>
    public static EntryRef? Approve(OperationContext context, LineState line, ref Draft draft, string? key)
    {
        var (memory, step) = (context.Memory, context.Step);
        var seen = context.Shown ?? Seen(context, line, draft.Words.Kind);
        draft = draft with { Approvals = [.. draft.Approvals.Where(a => a.Officer != context.Actor.Name), new Approval(context.Actor.Name, step.Now, seen)] };
        if (Outbound.Release(step, line, draft) is { } entry)
        {
            step.Journal(JournalAct.Released, line.Id, entry.ToString(), draft.Id, key);
            memory.Remember(key, $"entry {line.Id} {entry} {draft.Id}");
            CallLadders.Leave(context, line, draft);
            memory.Observations.Released(step, draft.Id, entry);
            return entry;
        }

        Save(step, draft);
        step.Journal(JournalAct.Approved, line.Id, draft.Id, key: key);
        memory.Remember(key, $"draft {draft.Id}");
        return null;
    }

    /// <summary>What this officer has been shown of what such words are about: of words on activities the line's picture, of all others its transcript.</summary>
    public static Heads Seen(OperationContext context, LineState line, string kind)
    {
        var (memory, officer) = (context.Memory, context.Actor.Name);
        var transcript = memory.Shown.GetValueOrDefault((officer, line.Id)) ?? Heads.None;
        return EntryKind.IsOfActivity(kind) ? memory.PictureShown.Of(officer, line.Id, transcript) : transcript;
    }

    /// <summary>Words of a kind that one officer releases alone: they leave at once.</summary>
    public static EntryRef Say(
        OperationContext context, LineState line, Precedence precedence, Status status, IReadOnlyList<EntryRef> regards, Words words, string? key)
    {
        var draft = Make(context, line, precedence, status, regards, words);
        return Approve(context, line, ref draft, key) ?? throw new InvalidOperationException($"'{words.Kind}' waits for a second officer");
    }

    /// <summary>The same from the line's name on: the entry as it is once this step is committed, or why nothing was said.</summary>
    public static object SayAlone(
        OperationContext context, string name, Precedence precedence, IReadOnlyList<EntryRef> regards, Words words, string? key, Status status = Status.Actual)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, name, out var refused) is not { } line)
            return new Refused<EntryView>(refused.Why, refused.Detail);
        if (key is not null && memory.Remembered.TryGetValue(key, out var made) && made.Split(' ') is ["entry", _, var told, ..])
            return Transcripts.Later(context, line, EntryRef.Parse(told)!.Value);
        if ((NotOpen(context, line) ?? OutOfPlace(line, words.Kind)) is { } closed)
            return new Refused<EntryView>(closed.Refusal, closed.Detail);
        return Transcripts.Later(context, line, Say(context, line, precedence, status, regards, words, key));
    }

    /// <summary>What officers are told when a note is not sound.</summary>
    public const string NoteRule = "Words need their language, a tag such as en or ru; a text has 1 to 65,536 characters and no control characters but line ends and tabs.";

    /// <summary>Whether free words beside fixed ones are sound: a text with its language, or neither.</summary>
    public static bool Note(string? text, string? language, out Note? note)
    {
        note = text is not null && language is not null && MessageContent.IsText(text) && MessageContent.IsLanguage(language) ? new Note(text, language) : null;
        return note is not null || (text is null && language is null);
    }

    /// <summary>An officer was revoked: his approvals are taken out of the drafts that wait.</summary>
    public static void Void(Step step, string officer)
    {
        foreach (var draft in step.Memory.Drafts.Values.Where(d => d.Approvals.Any(a => a.Officer == officer)).ToList())
        {
            Save(step, draft with { Approvals = [.. draft.Approvals.Where(a => a.Officer != officer)] });
            step.Journal(JournalAct.ApprovalVoided, draft.Line, draft.Id, officer);
        }
    }

    public static void Save(Step step, Draft draft)
    {
        step.Memory.Drafts[draft.Id] = draft;
        step.Put(DocumentKind.Draft, draft.Id, draft.Encode());
        step.Note(ChangeKind.Draft, draft.Line, text: draft.Id);
    }

    /// <summary>Why nothing may be said on this line now; null when something may.</summary>
    public static Why? NotOpen(OperationContext context, LineState line)
    {
        var fold = line.Fold;
        if (fold.IsClosed || fold.LeftBy.Contains(context.Memory.Own))
            return new Why(Refusal.LineClosed, "This line is closed.");
        if (fold.InForce.Count == 0)
            return new Why(Refusal.LineNotOpen, "This line is proposed and not open yet: every party must accept.");
        if (fold.Current!.Terms.LeastSuite.Number > context.Memory.Suite.Id.Number)
            return new Why(Refusal.SuiteTooWeak, $"This line asks for suite {fold.Current.Terms.LeastSuite} at least; this station has {context.Memory.Suite.Id}.");
        return fold.SuspendedBy.Any()
            ? new Why(Refusal.LineSuspended, $"This line is suspended by {string.Join(", ", fold.SuspendedBy)}.")
            : null;
    }

    private static Why? Wrong(OperationContext context, Frame frame)
    {
        if (context.Memory.Drafts.Count >= Bounds.Drafts)
            return new Why(Refusal.TooMany, "Too many drafts wait. Release or discard some.");
        return frame.Status == Status.System || !Enum.IsDefined(frame.Status) || !Enum.IsDefined(frame.Precedence)
            ? new Why(Refusal.Malformed, "Status is actual or test; precedence flash, immediate, priority or routine.")
            : null;
    }

    private static List<EntryRef>? References(PartyId own, LineState line, Frame frame, out EntryRef? supersedes, out Why? why)
    {
        var found = new SortedSet<EntryRef>();
        (supersedes, why) = (null, null);
        foreach (var text in (frame.Regards ?? []).Concat(frame.Supersedes is { } s ? [s] : []))
        {
            if (EntryRef.Parse(text) is not { } entry || !line.Heads.Covers(entry))
            {
                why = new Why(Refusal.RegardsUnknown, $"'{text}' is no entry of this line here. Entry references stand beside each entry in 'read'.");
                return null;
            }

            found.Add(entry);
        }

        if (found.Count > Parley.Lines.Bounds.Regards)
        {
            why = new Why(Refusal.TooLong, "A message regards at most 16 entries.");
            return null;
        }

        supersedes = frame.Supersedes is { } old ? EntryRef.Parse(old) : null;
        if (supersedes is { } ours && ours.Party != own)
        {
            why = new Why(Refusal.RegardsUnknown, "Only words of our own can be replaced; words of others are answered.");
            return null;
        }

        return [.. found];
    }
}
