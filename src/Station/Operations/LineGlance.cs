using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What the loop knows of a line at one moment, for reading outside the loop.</summary>
internal sealed class LineGlance
{
    private readonly SortedDictionary<FeedId, (RangeSet Absent, RangeSet Unreadable, SortedDictionary<PartyId, Receipt> Receipts)> feeds = [];
    private readonly List<PartyId> others;
    private readonly StationMemory memory;
    private readonly Timestamp now;
    private readonly TimeSpan skew;

    private LineGlance(StationMemory memory, LineState line, Timestamp now)
    {
        (this.memory, this.now) = (memory, now);
        Line = line.Id;
        Handle = LineNames.HandleOf(memory, line);
        skew = TimeSpan.FromSeconds((line.Fold.Current ?? line.Fold.Founding!).Terms.SkewSeconds);
        others = [.. line.Fold.Founding!.Parties.Select(p => p.Party).Where(p => !line.Fold.LeftBy.Contains(p))];
        foreach (var feed in line.Feeds.Values)
            feeds[feed.Id] = (feed.Absent, feed.Unreadable, new SortedDictionary<PartyId, Receipt>(feed.Receipts));
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

    /// <summary>The first cosignature of that party that covers the entry and does not name it. Receipts of a feed grow in size with their number, so it is
    /// found by halving.</summary>
    private SignedCosignature? FirstReceipt(StoredEntry stored, PartyId party)
    {
        long low = 0;
        long high = 1;
        while (Store.Cosignatures(stored.Feed, high, 1) is [var probe] && probe.Size <= stored.Index)
            (low, high) = (high, high * 2);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Store.Cosignatures(stored.Feed, middle, 1) is [var probe] && probe.Size <= stored.Index)
                low = middle;
            else
                high = middle;
        }

        for (var page = Store.Cosignatures(stored.Feed, low, 64); page.Count > 0; page = Store.Cosignatures(stored.Feed, page[^1].Number, 64))
        {
            foreach (var one in page)
            {
                if (one.By == party && one.Size > stored.Index && SignedCosignature.Parse(one.Signed, stored.Feed) is { } signed &&
                    !signed.Lacks.Contains(stored.Index))
                    return signed;
            }
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
