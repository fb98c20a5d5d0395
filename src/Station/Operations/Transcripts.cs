using Parley.Control;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Reads transcripts. The loop takes what it knows at one moment (<see cref="LineGlance"/>); the store is read by the asker's own thread.</summary>
internal static class Transcripts
{
    public static object Read(OperationContext context, ReadTranscript operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<TranscriptPage>(refused.Why, refused.Detail);
        var after = operation.After is null ? null : TranscriptPosition.Parse(operation.After);
        var before = operation.Before is null ? null : TranscriptPosition.Parse(operation.Before);
        if ((operation.After is not null && after is null) || (operation.Before is not null && before is null))
            return new Refused<TranscriptPage>(Refusal.Malformed, "The cursor is not one that a page gave.");
        if (operation.Limit is < 1 or > Bounds.PageEntries)
            return new Refused<TranscriptPage>(Refusal.Malformed, "A page has 1 to 500 entries.");
        var glance = LineGlance.Of(context.Memory, line);
        // What the page shows to the end is what this officer has seen when he approves next.
        if (after is not null || before is null)
            context.Memory.Shown[(context.Actor.Name, line.Id)] = line.Heads;
        return new Deferred(() => Page(glance, operation, after, before));
    }

    private static Done<TranscriptPage> Page(LineGlance glance, ReadTranscript operation, TranscriptPosition? after, TranscriptPosition? before)
    {
        var entries = new List<EntryView>();
        var (first, last) = (after, before);
        var moreBefore = after is not null;
        var moreAfter = before is not null;
        while (entries.Count < operation.Limit)
        {
            var page = after is not null
                ? glance.Store.TranscriptAfter(glance.Line, after, operation.Limit)
                : [.. glance.Store.TranscriptBefore(glance.Line, before, operation.Limit).Reverse()];
            foreach (var stored in page)
            {
                if (entries.Count >= operation.Limit)
                    break;
                if (after is not null)
                    after = stored.Position;
                else
                    before = stored.Position;
                if (glance.View(stored) is { } view && (operation.All || !EntryKind.IsStation(view.Kind)))
                    entries.Add(view);
            }

            if (page.Count >= operation.Limit && entries.Count < operation.Limit)
                continue;
            var reachedEnd = page.Count < operation.Limit && entries.Count < operation.Limit;
            if (after is not null)
                moreAfter = !reachedEnd;
            else
                moreBefore = !reachedEnd;
            break;
        }

        if (operation.After is null)
            entries.Reverse();
        (first, last) = (operation.After is not null ? first : before, operation.After is not null ? after : last);
        return new Done<TranscriptPage>(new TranscriptPage(
            glance.Handle,
            entries,
            entries.Count > 0 ? entries[0].Cursor : first?.ToString(),
            entries.Count > 0 ? entries[^1].Cursor : last?.ToString(),
            moreBefore,
            moreAfter));
    }

    public static object ReadOne(OperationContext context, ReadEntry operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<EntryView>(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry))
            return new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line.");
        var glance = LineGlance.Of(context.Memory, line);
        return new Deferred(() => glance.Store.Entry(entry.Feed(glance.Line), entry.Index) is { } stored && glance.View(stored) is { } view
            ? new Done<EntryView>(view)
            : new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line."));
    }

    public static Outcome<EntryView> One(OperationContext context, LineState line, EntryRef entry) =>
        context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is { } stored && LineGlance.Of(context.Memory, line).View(stored) is { } view
            ? new Done<EntryView>(view)
            : new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line.");

    /// <summary>The answer of an operation that released an entry earlier.</summary>
    public static Outcome<DraftView> Released(OperationContext context, LineState line, EntryRef entry, string draft)
    {
        if (context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is not { } stored ||
            LineGlance.Of(context.Memory, line).View(stored) is not { } view)
            return new Refused<DraftView>(Refusal.UnknownEntry, "What this key released is not in the store.");
        return new Done<DraftView>(new DraftView(
            draft, view.Entry, "", "", view.Time, view.Precedence, view.Status, view.Language ?? "", view.Text ?? "", view.Regards, view.Supersedes, [], 0, false, view.Entry));
    }
}

/// <summary>What the loop knows of a line at one moment, for reading outside the loop.</summary>
internal sealed class LineGlance
{
    private readonly SortedDictionary<FeedId, (RangeSet Absent, RangeSet Unreadable, SortedDictionary<PartyId, Receipt> Receipts, long Cosignatures)> feeds = [];
    private readonly List<PartyId> others;
    private readonly StationMemory memory;
    private readonly TimeSpan skew;

    private LineGlance(StationMemory memory, LineState line)
    {
        this.memory = memory;
        Line = line.Id;
        Handle = LineNames.HandleOf(memory, line);
        skew = TimeSpan.FromSeconds((line.Fold.Current ?? line.Fold.Founding!).Terms.SkewSeconds);
        others = [.. line.Fold.Founding!.Parties.Select(p => p.Party).Where(p => !line.Fold.LeftBy.Contains(p))];
        foreach (var feed in line.Feeds.Values)
            feeds[feed.Id] = (feed.Absent, feed.Unreadable, new SortedDictionary<PartyId, Receipt>(feed.Receipts), feed.Cosignatures.Count);
    }

    public LineId Line { get; }

    public string Handle { get; }

    public IStationStore Store => memory.Store;

    public static LineGlance Of(StationMemory memory, LineState line) => new(memory, line);

    /// <summary>One entry as it can be read here; null when its row is damaged or came after this glance.</summary>
    public EntryView? View(StoredEntry stored)
    {
        if (!feeds.TryGetValue(stored.Feed, out var feed) || EntryHeader.Parse(stored.Header) is not { } header)
            return null;
        var clear = Handover.OpenAtRest(memory, stored);
        var content = clear is null ? null : Content.Parse(clear);
        var message = content is null ? null : EntryText.Of(header.Kind, content);
        var own = stored.Feed.Party == memory.Own;
        return new EntryView(
            header.Ref.ToString(),
            stored.Position.ToString(),
            stored.Feed.Party.ToString(),
            stored.Feed.Lane,
            stored.Index,
            header.Kind,
            header.Precedence,
            header.Status,
            header.Time.ToDateTimeOffset(),
            own ? header.Time.ToDateTimeOffset() : FirstReceipt(stored, memory.Own)?.Time.ToDateTimeOffset(),
            content is not null ? Readability.Readable : feed.Absent.Contains(stored.Index) ? Readability.Absent : Readability.Unreadable,
            message?.Language,
            message?.Text,
            [.. header.Regards.Select(r => r.ToString())],
            message?.Supersedes?.ToString(),
            Crossed(header),
            [.. others.Where(p => p != stored.Feed.Party).Select(p => ReceiptOf(stored, header, feed.Receipts.GetValueOrDefault(p), p))]);
    }

    private ReceiptView ReceiptOf(StoredEntry stored, EntryHeader header, Receipt? latest, PartyId party)
    {
        if (latest is null || latest.Size <= stored.Index)
            return new ReceiptView(party.ToString(), false, null, false, false);
        if (latest.Lacks.Contains(stored.Index))
            return new ReceiptView(party.ToString(), false, null, false, true);
        var first = FirstReceipt(stored, party);
        var disputed = first is not null && (first.Time + skew < header.Time);
        return new ReceiptView(party.ToString(), true, first?.Time.ToDateTimeOffset(), disputed, false);
    }

    /// <summary>The first cosignature of that party that covers the entry and does not name it. Receipts of one party over a feed grow in size with their
    /// number, and those of the others stand between them, so it is found by halving.</summary>
    private SignedCosignature? FirstReceipt(StoredEntry stored, PartyId party)
    {
        long low = 0;
        var high = feeds[stored.Feed].Cosignatures;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (NextReceipt(stored.Feed, party, middle, high) is { } next && next.Size <= stored.Index)
                low = next.Number;
            else
                high = middle;
        }

        for (var next = NextReceipt(stored.Feed, party, low, long.MaxValue); next is not null; next = NextReceipt(stored.Feed, party, next.Number, long.MaxValue))
        {
            if (next.Size > stored.Index && SignedCosignature.Parse(next.Signed, stored.Feed) is { } signed && !signed.Lacks.Contains(stored.Index))
                return signed;
        }

        return null;
    }

    /// <summary>That party's first cosignature after <paramref name="number"/> and not after <paramref name="last"/>.</summary>
    private StoredCosignature? NextReceipt(FeedId feed, PartyId party, long number, long last)
    {
        for (var page = 1; number < last; page = 64)
        {
            var found = Store.Cosignatures(feed, number, page);
            if (found.FirstOrDefault(c => c.By == party) is { } one)
                return one.Number <= last ? one : null;
            if (found.Count == 0)
                return null;
            number = found[^1].Number;
        }

        return null;
    }

    /// <summary>Words of others that had been sent when this text was approved and that its author had not been shown: for each feed, what was recorded at
    /// the author's when it was appended and not seen.</summary>
    private List<string> Crossed(EntryHeader header)
    {
        var crossed = new List<string>();
        if (header.Kind != EntryKind.Message || header.Seen.Equals(Heads.None))
            return crossed;
        foreach (var row in header.Held.Rows)
        {
            if (row.Party == header.Feed.Party)
                continue;
            for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
            {
                for (var i = header.Seen.SizeOf(row.Party, row.Generation, lane); i < row.Size(lane) && crossed.Count < 16; i++)
                {
                    var entry = new EntryRef(row.Party, row.Generation, lane, i);
                    if (memory.Store.Entry(entry.Feed(Line), i) is { } stored && EntryHeader.Parse(stored.Header)?.Kind == EntryKind.Message)
                        crossed.Add(entry.ToString());
                }
            }
        }

        return crossed;
    }
}
