using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>A notice as the store holds it.</summary>
/// <param name="Content">Null: absent, unreadable, or no notice.</param>
/// <param name="Said">Null where its format cannot be read here.</param>
/// <param name="Why">Why there is no <paramref name="Said"/>.</param>
internal sealed record ScannedNotice(ScannedHeader Scanned, NoticeContent? Content, NoticeSaid? Said, string? Why)
{
    public EntryHeader Header => Scanned.Header;
}

/// <summary>What was said in notices on one line. The loop takes what it knows at one moment; the store is read by the asker's own thread.</summary>
internal sealed class NoticeReading(StationMemory memory, LineGlance glance, Timestamp now)
{
    private const int Page = 64;
    private const int MostLookedAt = 4096;

    public LineGlance Glance => glance;

    public FormReading Forms => glance.Forms;

    public Timestamp Now => now;

    /// <summary>The last notices of the line in the order of the transcript; and since when all of them are there, null: since its beginning.</summary>
    public (List<ScannedNotice> Notices, Timestamp? From) Last(int most = Bounds.NoticesRead)
    {
        var (found, complete) = OfKind(EntryKind.Notice, most);
        return (found.ConvertAll(f => Read(f, hasReceipt: true)), complete || found.Count == 0 ? null : found[0].At);
    }

    /// <summary>What the parties said of their part in the agreement, in the order of the transcript.</summary>
    public List<AgreementSaid> Agreement() =>
        [.. OfKind(EntryKind.Agreement, Bounds.AgreementWords).Found
            .Select(s => (s.Header, s.At, What: s.Content is null ? null : AgreementContent.From(s.Content)))
            .Where(s => s.What is not null).Select(s => new AgreementSaid(s.Header.Ref, s.At.ToDateTimeOffset(), s.What!))];

    /// <summary>One notice; null when that entry is none.</summary>
    public ScannedNotice? One(EntryRef entry) => One(entry, hasReceipt: true);

    /// <summary>Those notices and, of our own, all that belongs to what they announced or changed, in the order of the transcript; without receipts. Nobody else changes what
    /// we announced, so what others say of it is not read: it may be as much as they like.</summary>
    public List<ScannedNotice> Around(IEnumerable<EntryRef> entries)
    {
        var found = new SortedDictionary<TranscriptPosition, ScannedNotice>();
        var open = new Queue<EntryRef>(entries);
        var seen = new HashSet<EntryRef>();
        while (open.TryDequeue(out var next) && found.Count < Bounds.NoticesOfMatter)
        {
            if (!seen.Add(next) || One(next, hasReceipt: false) is not { } notice)
                continue;
            found[notice.Scanned.Stored.Position] = notice;
            if (next.Party != memory.Own)
                continue;
            IEnumerable<EntryRef> later = notice.Said is { Format.Effect: NoticeEffect.Announces or NoticeEffect.Amends }
                ? Regarding(next, EntryKind.Notice, Bounds.NoticesOfMatter, memory.Own).Select(l => l.Header.Ref)
                : [];
            foreach (var of in notice.Header.Regards.Where(r => r.Party == memory.Own).Concat(later))
                open.Enqueue(of);
        }

        return [.. found.Values];
    }

    /// <summary>Entries of one kind that regard that one, in the order of the transcript.</summary>
    /// <param name="by">Of that party alone; null: of whomever.</param>
    public IEnumerable<ScannedHeader> Regarding(EntryRef entry, string kind, int most, PartyId? by = null)
    {
        TranscriptPosition? after = null;
        var found = 0;
        for (var looked = 0; looked < MostLookedAt && memory.Store.Regarding(glance.Line, entry, after, Page) is { Count: > 0 } page; looked += Page)
        {
            foreach (var one in page)
            {
                after = one.Position;
                if ((by is { } party && one.Feed.Party != party) || EntryHeader.Parse(one.Header) is not { } header || header.Kind != kind ||
                    ScannedHeader.Of(memory, one) is not { } scanned)
                    continue;
                if (++found > most)
                    yield break;
                yield return scanned;
            }
        }
    }

    private ScannedNotice? One(EntryRef entry, bool hasReceipt) =>
        memory.Store.Entry(entry.Feed(glance.Line), entry.Index) is { } stored && ScannedHeader.Of(memory, stored) is { Header.Kind: EntryKind.Notice } scanned
            ? Read(scanned, hasReceipt)
            : null;

    private ScannedNotice Read(ScannedHeader scanned, bool hasReceipt)
    {
        if (scanned.Content is null || NoticeContent.From(scanned.Content) is not { } content)
            return new ScannedNotice(scanned, null, null, scanned.Content is null ? "its words are absent or cannot be read here." : "it is not written as notices are.");
        if (glance.Forms.FormatOf(content.Format, scanned.Header.CharterVersion, out var why) is not { } format)
            return new ScannedNotice(scanned, content, null, why);
        return new ScannedNotice(scanned, content, new NoticeSaid(
            scanned.Header.Ref.ToString(), scanned.Header.Feed.Party.ToString(), format, content.Notice, [.. scanned.Header.Regards.Select(r => r.ToString())],
            hasReceipt ? glance.ReceiptOf(scanned.Stored, scanned.Header) : null), null);
    }

    private (List<ScannedHeader> Found, bool IsComplete) OfKind(string kind, int most)
    {
        var found = new List<ScannedHeader>();
        TranscriptPosition? before = null;
        while (found.Count < most)
        {
            var page = memory.Store.OfKind(glance.Line, kind, before, Math.Min(Page, most - found.Count));
            if (page.Count == 0)
                return ([.. Enumerable.Reverse(found)], true);
            before = page[0].Position;
            found.AddRange(page.Reverse().Select(s => ScannedHeader.Of(memory, s)).OfType<ScannedHeader>());
        }

        return ([.. Enumerable.Reverse(found)], false);
    }
}
