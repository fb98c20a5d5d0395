using Parley.Control;
using Parley.Control.Attachments;
using Parley.Control.Messages;
using Parley.Crypto;
using Parley.Lines.Attachments;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Attachments;
using Parley.Station.Journals;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Files that go with words: sent, listed, given out as inert bytes. Nothing here looks into one.</summary>
internal static class Attachments
{
    public static Outcome<DraftView> Attach(OperationContext context, AttachFile operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (Wrong(operation) is { } wrong)
            return wrong;
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (Keeping.NoRoom(memory, line, memory.Own, operation.Bytes.Length) is { } full)
            return Refuse(Refusal.TooMany, full);
        var key = new byte[Suite.EncryptionKeySize];
        memory.Suite.FillRandom(key);
        var (content, carried) = AttachmentContent.Seal(memory.Suite, line.Id, operation.Name, operation.Type, operation.Bytes, key, note);
        var frame = new Writing.Frame(operation.Line, operation.Precedence, Status.Actual, operation.Regards);
        var said = Messages.Say(context, frame, content.ToWords(), operation.Key);
        if (said is not Done<DraftView> { Answer: var draft })
            return said;
        // In the commit of the draft, or of the entry: neither names what is not here.
        Keeping.Store(step, line, content.IdOn(line.Id), carried);
        step.Journal(JournalAct.Attached, line.Id, draft.Released ?? draft.Id, $"{content.Digest} {content.Size} {content.Type} {content.Name}");
        return said;
    }

    private static Refused<DraftView>? Wrong(AttachFile operation)
    {
        if (operation.Bytes.Length > Parley.Lines.Bounds.AttachmentSize)
            return Refuse(Refusal.TooLong, "An attachment has at most 8,388,608 bytes (8 MiB). Split it, or send a smaller copy.");
        if (operation.Bytes.Length == 0)
            return Refuse(Refusal.Malformed, "The file is empty.");
        if (!AttachmentContent.Types.Contains(operation.Type))
            return Refuse(Refusal.Malformed, $"The type is one of {string.Join(", ", AttachmentContent.Types)}.");
        return AttachmentContent.IsName(operation.Name)
            ? null
            : Refuse(Refusal.Malformed, "The name has 1 to 128 characters on one line, no dot at either end, no control or direction characters, " +
                "and none of / \\ : * ? \" < > |.");
    }

    public static object List(OperationContext context, ListAttachments operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<IReadOnlyList<AttachmentView>>(refused.Why, refused.Detail);
        var memory = context.Memory;
        var mode = line.Mode;
        List<HeldAttachment> all = [.. line.Attachments.Values.Where(a => a.Entry is not null)];
        return new Deferred(() => new Done<IReadOnlyList<AttachmentView>>(
            [.. all.Select(a => View(memory, mode, a)).OfType<AttachmentView>().OrderBy(v => v.Time).ThenBy(v => v.Entry, StringComparer.Ordinal)]));
    }

    private static AttachmentView? View(StationMemory memory, LineMode mode, HeldAttachment held)
    {
        var entry = held.Entry!.Value;
        if (Named(memory, held.Id.Line, entry) is not var (header, content))
            return null;
        var state = held.IsWhole ? AttachmentState.Here : held.IsWanted ? AttachmentState.Coming : AttachmentState.GivenUp;
        return new AttachmentView(
            mode, entry.ToString(), entry.Party.ToString(), header.Time.ToDateTimeOffset(), content.Name, content.Type, content.Size,
            content.Digest.ToString(), held.Bytes, state);
    }

    public static object Fetch(OperationContext context, FetchAttachment operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refused(refused.Why, refused.Detail);
        AttachmentContent? content = null;
        if (memory.Drafts.TryGetValue(operation.Entry, out var draft) && draft.Line == line.Id && draft.Words.Kind == EntryKind.Attachment)
            content = AttachmentContent.From(draft.Words.ToContent(new byte[Content.SeedSize]));
        else if (EntryRef.Parse(operation.Entry) is { } entry && line.Heads.Covers(entry))
            content = Named(memory, line.Id, entry)?.Content;
        if (content is null)
            return Refused(Refusal.UnknownEntry, "There is no attachment under that ref on this line, or its words are not readable here. 'attachments' lists them.");
        var id = content.IdOn(line.Id);
        if (line.Attachments.GetValueOrDefault(id) is not { IsWhole: true } held)
            return Refused(Why(line, id), AttachmentText.State(line.Attachments.GetValueOrDefault(id), id));
        return new Deferred(() => Keeping.All(memory, held.Id) is { } carried && content.Open(memory.Suite, line.Id, carried) is { } clear
            ? new Done<AttachmentFile>(new AttachmentFile(line.Mode, content.Name, content.Type, content.Size, clear))
            : Refused(Refusal.AttachmentDiffers, "The bytes do not open under the key that the entry gives: its author must send them again."));
    }

    private static Refusal Why(LineState line, AttachmentId id) =>
        line.Attachments.GetValueOrDefault(id) is { IsWanted: false } ? Refusal.AttachmentDiffers : Refusal.AttachmentNotHere;

    /// <summary>What an entry says of its attachment; null when it names none or is not readable.</summary>
    private static (EntryHeader Header, AttachmentContent Content)? Named(StationMemory memory, LineId line, EntryRef entry) =>
        memory.Store.Entry(entry.Feed(line), entry.Index) is { } stored && EntryHeader.Parse(stored.Header) is { Kind: EntryKind.Attachment } header &&
        Handover.OpenAtRest(memory, stored) is { } clear && Content.Parse(clear) is { } content && AttachmentContent.From(content) is { } attachment
            ? (header, attachment)
            : null;

    private static Refused<AttachmentFile> Refused(Refusal why, string detail) => new(why, detail);

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
