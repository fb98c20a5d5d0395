using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Attachments;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Parties;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What the loop knows of a line at one moment, for reading outside the loop.</summary>
internal sealed class LineGlance
{
    private readonly SortedDictionary<FeedId, (RangeSet Absent, RangeSet Unreadable, SortedDictionary<PartyId, Receipt> Receipts, long Cosignatures)> feeds = [];
    private readonly SortedDictionary<AttachmentId, HeldAttachment> attachments;
    private readonly List<PartyId> others;
    private readonly StationMemory memory;
    private readonly Timestamp now;
    private readonly TimeSpan skew;

    private LineGlance(StationMemory memory, LineState line, Timestamp now)
    {
        (this.memory, this.now) = (memory, now);
        attachments = new SortedDictionary<AttachmentId, HeldAttachment>(line.Attachments);
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

    public static LineGlance Of(OperationContext context, LineState line) => new(context.Memory, line, context.Step.Now);

    /// <summary>One entry as it can be read here; null when its row is damaged or came after this glance.</summary>
    public EntryView? View(StoredEntry stored)
    {
        if (!feeds.TryGetValue(stored.Feed, out var feed) || EntryHeader.Parse(stored.Header) is not { } header)
            return null;
        var clear = Handover.OpenAtRest(memory, stored);
        var content = clear is null ? null : Content.Parse(clear);
        var message = content is null ? null : EntryText.Of(header.Kind, content, now);
        if (message is not null && header.Kind == EntryKind.Relayed && RelayedContent.From(content!) is { } relayed)
            message = RelayedText.Of(memory, header, relayed, message);
        if (message is not null && header.Kind == EntryKind.Attachment && AttachmentContent.From(content!)?.IdOn(Line) is { } id)
            message = message with { Text = $"{message.Text}\n{AttachmentText.State(attachments.GetValueOrDefault(id), id)}" };
        var own = stored.Feed.Party == memory.Own;
        ReceiptView[] receipts = [.. others.Where(p => p != stored.Feed.Party).Select(p => ReceiptOf(stored, header, feed.Receipts.GetValueOrDefault(p), p))];
        var handling = EntryHandling.Of(this, memory, stored, header, message?.Addressees ?? [], receipts, now);
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
            receipts,
            handling.Stages,
            handling.Addressees);
    }

    /// <summary>When that party had the entry, by its receipt; by the entry's own time while that is not known.</summary>
    public Timestamp ReceivedBy(StoredEntry stored, EntryHeader header, PartyId party) =>
        party == header.Feed.Party ? header.Time : FirstReceipt(stored, party)?.Time ?? header.Time;

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
        if (!EntryKind.IsWords(header.Kind) || EntryKind.IsAside(header.Kind) || header.Seen.Equals(Heads.None))
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
                    if (memory.Store.Entry(entry.Feed(Line), i) is { } stored && EntryHeader.Parse(stored.Header) is { Kind: var kind } &&
                        EntryKind.IsWords(kind) && !EntryKind.IsAside(kind))
                        crossed.Add(entry.ToString());
                }
            }
        }

        return crossed;
    }
}
