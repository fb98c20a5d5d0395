using Parley.Control;
using Parley.Control.Ultimatums;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Transcripts;
using Parley.Lines.Ultimatums;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Marked messages of one line, read from our own notes and the transcript by the asker's own thread.</summary>
internal sealed class UltimatumReading
{
    private const int Page = 64;
    private readonly StationMemory memory;
    private readonly LineGlance glance;
    private readonly Timestamp now;
    private readonly List<Draft> drafts;

    private UltimatumReading(OperationContext context, LineState line)
    {
        (memory, now) = (context.Memory, context.Step.Now);
        glance = LineGlance.Of(context, line);
        drafts = [.. memory.Drafts.Values.Where(d => d.Line == line.Id)];
    }

    public static UltimatumReading Of(OperationContext context, LineState line) => new(context, line);

    /// <summary>One marked message as it is once this step is committed.</summary>
    public static Deferred Later(OperationContext context, LineState line, EntryRef message)
    {
        var reading = Of(context, line);
        return new Deferred(() => reading.View(message) is { } view
            ? new Done<UltimatumView>(view)
            : new Refused<UltimatumView>(Refusal.NotMarked, "This message is not marked as an ultimatum."));
    }

    /// <summary>Null when it is not marked, or not to be found.</summary>
    public UltimatumView? View(EntryRef message)
    {
        var marks = Notes(memory, glance.Line, message).Select(n => n.Mark).ToList();
        if (marks.Count == 0 || memory.Store.Entry(message.Feed(glance.Line), message.Index) is not { } stored || EntryHeader.Parse(stored.Header) is not { } header ||
            glance.View(stored) is not { } view)
            return null;
        var replies = Replies(memory, glance, header).ToList();
        var record = UltimatumRecord.Of(marks, replies.Select(r => r.Reply), now);
        var shown = replies.ToDictionary(r => r.Reply.Entry, r => Of(r.Stored, r.Reply));
        return new UltimatumView(
            glance.Handle,
            view,
            record.Last.IsUltimatum,
            record.Marks.LastOrDefault(m => m.IsUltimatum)?.Deadline?.ToDateTimeOffset(),
            record.IsPast,
            [.. record.Marks.Select(m => new UltimatumMarkView(m.Number, m.Deadline?.ToDateTimeOffset(), m.Note, m.Officer, m.At.ToDateTimeOffset()))],
            drafts.Find(d => IsAcknowledgment(glance, stored, header, d.Words.ToContent(new byte[Content.SeedSize])) && d.Regards.Contains(message))?.Id,
            record.Acknowledged is { } acknowledged ? shown[acknowledged.Entry] : null,
            [.. record.Answers.Select(a => shown[a.Entry])]);
    }

    private UltimatumReplyView Of(StoredEntry stored, UltimatumReply reply)
    {
        var view = glance.View(stored);
        return new UltimatumReplyView(
            reply.Entry.ToString(), view?.Kind ?? "", reply.At.ToDateTimeOffset(), view?.Language, view?.Text, view?.Receipts.All(r => r.Received) == true);
    }

    /// <summary>Our words that regard the message, in transcript order.</summary>
    public static IEnumerable<(UltimatumReply Reply, StoredEntry Stored)> Replies(StationMemory memory, LineGlance glance, EntryHeader message)
    {
        var stored = memory.Store.Entry(message.Feed, message.Index);
        TranscriptPosition? after = null;
        while (stored is not null && memory.Store.Regarding(glance.Line, message.Ref, after, Page) is { Count: > 0 } page)
        {
            foreach (var one in page)
            {
                after = one.Position;
                if (one.Feed.Party == memory.Own && EntryHeader.Parse(one.Header) is { } header && EntryKind.IsTalk(header.Kind))
                {
                    var content = Handover.OpenAtRest(memory, one) is { } clear ? Content.Parse(clear) : null;
                    yield return (new UltimatumReply(header.Ref, header.Time, content is not null && IsAcknowledgment(glance, stored, message, content)), one);
                }
            }
        }
    }

    /// <summary>The draft of the prepared acknowledgment that waits, if there is one.</summary>
    public static Draft? Waiting(StationMemory memory, LineGlance glance, EntryHeader message) =>
        memory.Store.Entry(message.Feed, message.Index) is { } stored
            ? memory.Drafts.Values.FirstOrDefault(d => d.Line == glance.Line && d.Regards.Contains(message.Ref) &&
                IsAcknowledgment(glance, stored, message, d.Words.ToContent(new byte[Content.SeedSize])))
            : null;

    /// <summary>The prepared words; null where there are none in that language.</summary>
    public static MessageContent? Acknowledgment(LineGlance glance, StoredEntry stored, EntryHeader message, string language) =>
        UltimatumAcknowledgment.Of(language, message.Ref, message.Time, glance.RecordedAt(stored) ?? message.Time);

    private static bool IsAcknowledgment(LineGlance glance, StoredEntry stored, EntryHeader message, Content content) =>
        MessageContent.From(content) is { } said && Acknowledgment(glance, stored, message, said.Language) is { } prepared && said.Text == prepared.Text;

    /// <summary>What our officers entered about one message, in order.</summary>
    public static IEnumerable<UltimatumNote> Notes(StationMemory memory, LineId line, EntryRef message)
    {
        var prefix = NoteId.Prefix(line, message);
        return From(memory, prefix).TakeWhile(n => n.Id.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Every message about which something was entered, of one line or of all.</summary>
    public static IEnumerable<(LineId Line, EntryRef Message)> Marked(StationMemory memory, LineId? line)
    {
        var notes = line is { } only ? From(memory, $"{only}/").TakeWhile(n => n.Line == only) : From(memory, "");
        return notes.Select(n => (n.Line, n.Message)).Distinct();
    }

    private static IEnumerable<UltimatumNote> From(StationMemory memory, string after)
    {
        while (memory.Store.Documents(DocumentKind.Ultimatum, after, Page) is { Count: > 0 } page)
        {
            foreach (var document in page)
            {
                after = document.Id;
                if (memory.Keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes) is { } bytes && UltimatumNote.Parse(document.Id, bytes) is { } note)
                    yield return note;
            }
        }
    }
}
