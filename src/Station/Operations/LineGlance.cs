using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Ledger;
using Parley.Lines.Attachments;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Parties;
using Parley.Lines.Questions;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What the loop knows of a line at one moment, for reading outside the loop.</summary>
internal sealed class LineGlance
{
    private readonly SortedDictionary<FeedId, (RangeSet Absent, RangeSet Unreadable, SortedDictionary<PartyId, Receipt> Receipts, long Cosignatures, long Size)> feeds = [];
    private readonly SortedDictionary<AttachmentId, HeldAttachment> attachments;
    private readonly List<PartyId> others;
    private readonly List<PartyId> parties;
    private readonly StationMemory memory;
    private readonly Timestamp now;
    private readonly TimeSpan skew;
    private readonly LineKind kind;
    private readonly CodeReading codes;
    private readonly Heads heads;
    private readonly Dictionary<PartyId, CardChain> chains;
    private readonly SortedDictionary<PartyId, TimeSpan?> clocks = [];
    private readonly Dictionary<EntryRef, QuestionRecord?> questions = [];

    private LineGlance(OperationContext context, LineState line, string? language)
    {
        (memory, now, heads) = (context.Memory, context.Step.Now, line.Heads);
        codes = CodeReading.Of(memory, line, language);
        Forms = FormReading.Of(memory, line, language);
        attachments = new SortedDictionary<AttachmentId, HeldAttachment>(line.Attachments);
        Line = line.Id;
        Handle = LineNames.HandleOf(memory, line);
        Mode = line.Mode;
        kind = line.Fold.Founding!.Kind;
        skew = TimeSpan.FromSeconds((line.Fold.Current ?? line.Fold.Founding!).Terms.SkewSeconds);
        others = [.. line.Fold.Members];
        parties = [.. line.Fold.Founding!.Parties.Select(p => p.Party)];
        ByHand = [.. line.Fold.Founding!.ByHand];
        foreach (var party in others.Where(p => p != memory.Own))
            clocks[party] = context.Links.Of(party).Clock.Ahead;
        chains = memory.Peers.Values.Select(p => p.Chain).Append(memory.Keys.Chain).ToDictionary(c => c.Party);
        Outside = [.. OutsideNotes.Of(memory, line.Id).OrderBy(n => n.At).ThenBy(n => n.Number).Select(n => (n.At, OutsideNotes.View(memory, n)))];
        foreach (var feed in line.Feeds.Values)
            feeds[feed.Id] = (feed.Absent, feed.Unreadable, new SortedDictionary<PartyId, Receipt>(feed.Receipts), feed.Cosignatures.Count, feed.Size);
    }

    public LineId Line { get; }

    public string Handle { get; }

    public LineMode Mode { get; }

    /// <summary>Of the founding charter, with and without a station.</summary>
    public IReadOnlyList<PartyId> Parties => parties;

    /// <summary>Parties without a station.</summary>
    public IReadOnlyList<PartyId> ByHand { get; }

    /// <summary>What was said elsewhere, in order of its time.</summary>
    public IReadOnlyList<(Timestamp At, OutsideView View)> Outside { get; }

    public IStationStore Store => memory.Store;

    /// <summary>Writes notices out for this reader.</summary>
    public FormReading Forms { get; }

    /// <param name="language">In which code messages are read; null: see <see cref="CodeReading"/>.</param>
    public static LineGlance Of(OperationContext context, LineState line, string? language = null) => new(context, line, language);

    /// <summary>The content of a recorded entry; null when it is not readable here.</summary>
    public Content? Content(EntryHeader header) =>
        Store.Entry(header.Feed, header.Index) is { } stored && Handover.OpenAtRest(memory, stored) is { } clear ? Parley.Lines.Entries.Content.Parse(clear) : null;

    /// <summary>The words of an entry for this reader; null for kinds that hold none.</summary>
    public EntryText? Text(EntryHeader header, Content content)
    {
        var words = EntryText.Of(
            header.Kind, content, now, header.Feed.Party, (code, author) => codes.Read(code, author, header.Regards, header.CharterVersion),
            notice => Forms.Read(notice, header.CharterVersion, header.Time));
        if (words is not null && header.Kind == EntryKind.Relayed && RelayedContent.From(content) is { } relayed)
            words = RelayedText.Of(memory.Suite, chains, header, relayed, words);
        if (words is not null && header.Kind == EntryKind.Attachment && AttachmentContent.From(content)?.IdOn(Line) is { } id)
            words = words with { Text = $"{words.Text}\n{AttachmentText.State(attachments.GetValueOrDefault(id), id)}" };
        if (words is not null && header.Kind == EntryKind.CallStep && CallWords.Misplaced(header, content) is { } why)
            words = words with { Text = $"{why}\n{words.Text}" };
        if (words is not null && header.Kind == EntryKind.ContactWord && ContactWords.Misplaced(header) is { } wrong)
            words = words with { Text = $"{wrong}\n{words.Text}" };
        if (words is not null && header.Kind == EntryKind.QuestionWord &&
            QuestionWords.Misplaced(header.Regards.Select(QuestionOf).FirstOrDefault(q => q?.Words.Any(w => w.Entry == header.Ref) == true), header.Ref) is { } not)
            words = words with { Text = $"{not}\n{words.Text}" };
        return words is null || EntryKind.HasPlaceOn(header.Kind, kind)
            ? words
            : words with { Text = $"NOT COUNTED: this kind of words has no place on a line of this kind.\n{words.Text}" };
    }

    /// <summary>That the content of an entry was destroyed here, and when, in a sentence; null when it was not.</summary>
    public string? Destroyed(StoredEntry stored) => Handover.DestroyedAt(memory, stored) is { } gone
        ? $"DESTROYED here on {EntryText.Clock(gone)}, after it had expired or ended. What proves that it was said stays."
        : null;

    /// <summary>One entry as it can be read here; null when its row is damaged or came after this glance.</summary>
    public EntryView? View(StoredEntry stored)
    {
        if (!feeds.TryGetValue(stored.Feed, out var feed) || EntryHeader.Parse(stored.Header) is not { } header)
            return null;
        var clear = Handover.OpenAtRest(memory, stored);
        var content = clear is null ? null : Parley.Lines.Entries.Content.Parse(clear);
        var message = content is null ? null : Text(header, content);
        var destroyed = clear is null ? Destroyed(stored) : null;
        if (destroyed is not null)
            message = new EntryText(destroyed, "en");
        var own = stored.Feed.Party == memory.Own;
        ReceiptView[] receipts = [.. others.Where(p => p != stored.Feed.Party).Select(p => ReceiptOf(stored, header, feed.Receipts.GetValueOrDefault(p), p))];
        var deeds = Deeds(header).ToList();
        var handling = EntryHandling.Of(this, memory, stored, header, message?.Addressees ?? [], deeds, receipts, now);
        return new EntryView(
            Mode,
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
            content is not null ? Readability.Readable
                : destroyed is not null ? Readability.Destroyed
                : feed.Absent.Contains(stored.Index) ? Readability.Absent : Readability.Unreadable,
            message?.Language,
            message?.Text,
            [.. header.Regards.Select(r => r.ToString())],
            message?.Supersedes?.ToString(),
            Crossings.Of(Store, Line, feeds.Keys, header),
            receipts,
            handling.Stages,
            handling.Addressees,
            message?.Code,
            message?.ByHand,
            Crossings.Missing(heads, header),
            own ? null : clocks.GetValueOrDefault(stored.Feed.Party)?.TotalSeconds,
            [.. deeds.Select(d => ByHandDeeds.View(d.Header, d.Content))],
            message?.Wish is not null && QuestionOf(header.Ref) is { } question ? QuestionViews.Of(this, question, now, memory.Own) : null);
    }

    /// <summary>What became of a question; null when that entry is none here. Read once, by the one thread that asks.</summary>
    private QuestionRecord? QuestionOf(EntryRef entry)
    {
        if (!questions.TryGetValue(entry, out var known))
            questions[entry] = known = new QuestionReading(memory, this, now).One(entry);
        return known;
    }

    /// <summary>What was done with a message by hand, in transcript order. What a party with a station did, it says itself, and what is about a party that is none of
    /// the line's does not count; one that has left is: what was done stays.</summary>
    public IEnumerable<(EntryHeader Header, ByHandDeedContent Content)> Deeds(EntryHeader message)
    {
        if (!EntryKind.IsWords(message.Kind) || EntryKind.IsAside(message.Kind))
            yield break;
        foreach (var stored in Store.Regarding(Line, message.Ref, null, Bounds.ByHandDeeds))
        {
            if (EntryHeader.Parse(stored.Header) is { Kind: EntryKind.ByHandDeed } header && Handover.OpenAtRest(memory, stored) is { } clear &&
                Parley.Lines.Entries.Content.Parse(clear) is { } content && ByHandDeedContent.From(content) is { } deed &&
                deed.Party != header.Feed.Party && parties.Contains(deed.Party))
                yield return (header, deed);
        }
    }

    /// <summary>How far that party's clock is ahead of ours, as far as is known.</summary>
    public TimeSpan AheadOf(PartyId party) => clocks.GetValueOrDefault(party) ?? TimeSpan.Zero;

    /// <summary>Feeds of that party with entries, and their sizes.</summary>
    public IEnumerable<(FeedId Feed, long Size)> FeedsOf(PartyId party) => feeds.Where(f => f.Key.Party == party && f.Value.Size > 0).Select(f => (f.Key, f.Value.Size));

    /// <summary>When that party had the entry, by its receipt; by the entry's own time while that is not known.</summary>
    public Timestamp ReceivedBy(StoredEntry stored, EntryHeader header, PartyId party) =>
        party == header.Feed.Party ? header.Time : FirstReceipt(stored, party)?.Time ?? header.Time;

    /// <summary>When all other members had an entry; from one instant to another where a receipt's time cannot be; null while one of them lacks it.</summary>
    public Parley.Lines.Notices.Receipt? ReceiptOf(StoredEntry stored, EntryHeader header)
    {
        var times = others.Where(p => p != stored.Feed.Party).Select(p => ReceivedAt(stored, p)).ToList();
        if (times.Count == 0 || times.Any(t => t is null))
            return null;
        var (sent, last) = (header.Time.ToDateTimeOffset(), times.Max()!.Value);
        var at = last.ToDateTimeOffset();
        return last + skew < header.Time ? new Parley.Lines.Notices.Receipt(at, sent) : new Parley.Lines.Notices.Receipt(at, at);
    }

    /// <summary>When our station recorded an entry of another party; null for our own.</summary>
    public Timestamp? RecordedAt(StoredEntry stored) =>
        stored.Feed.Party == memory.Own || !feeds.ContainsKey(stored.Feed) ? null : FirstReceipt(stored, memory.Own)?.Time;

    /// <summary>When that party's station first signed for an entry and its words; null while it has not.</summary>
    public Timestamp? ReceivedAt(StoredEntry stored, PartyId party) => feeds.ContainsKey(stored.Feed) ? FirstReceipt(stored, party)?.Time : null;

    /// <summary>Whether that party's station has signed for an entry and its words.</summary>
    public bool Has(EntryRef entry, PartyId party) =>
        party == entry.Party || party == memory.Own ||
        (feeds.TryGetValue(entry.Feed(Line), out var feed) && feed.Receipts.TryGetValue(party, out var latest) && latest.Size > entry.Index &&
            !latest.Lacks.Contains(entry.Index));

    /// <summary>Whether the words of an entry are absent or unreadable at that party's, by its last receipt, or here; null where nothing says so.</summary>
    public bool? Lacks(EntryRef entry, PartyId party)
    {
        if (!feeds.TryGetValue(entry.Feed(Line), out var feed))
            return null;
        if (party == memory.Own)
            return feed.Absent.Contains(entry.Index) || feed.Unreadable.Contains(entry.Index);
        return feed.Receipts.TryGetValue(party, out var latest) && latest.Size > entry.Index ? latest.Lacks.Contains(entry.Index) : null;
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
}
