using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Reports;

/// <summary>What a proof holds, ready for the folds. It reads nothing but the file, so whoever has the file comes to the same.</summary>
internal sealed class ReportSource
{
    private static readonly CheckContent AnyCheck = new("en", "not shown");
    private readonly TranscriptFile file;
    private readonly Timestamp until;
    private readonly Dictionary<(EntryRef Entry, PartyId By), Timestamp> receipts = [];

    public ReportSource(TranscriptFile file, Timestamp until)
    {
        (this.file, this.until) = (file, until);
        Entries = [.. TranscriptOrder.Positions(file).Where(p => p.Position.Effective <= until).Select(p => (p.Position.Effective, p.Entry))];
        foreach (var (by, entry, receipt) in file.Feeds.SelectMany(f => ReportReceipts.First(f, f.Entries.Count)))
            receipts[(entry, by)] = receipt.Time;
        Calls = new CallSource([.. Entries.Where(e => ReportShowing.IsClaim(e.Entry.Header.Kind)).Select(e => Of(e.At, e.Entry))], Terms, Received);
    }

    /// <summary>Said until the end of the period, in transcript order.</summary>
    public IReadOnlyList<(Timestamp At, TranscriptEntry Entry)> Entries { get; }

    public IReadOnlyList<PartyId> Parties => [.. file.Charters[0].Value.Parties.Select(p => p.Party)];

    /// <summary>Calls, contacts and what was said of them.</summary>
    public CallSource Calls { get; }

    /// <summary>The table that was in force at the end of the period.</summary>
    public IReadOnlyList<Counterpart> Table => InForce()?.Terms.Counterparts ?? [];

    /// <summary>Whether words said under that entry's charter may be shown by others.</summary>
    public static bool Allows(TranscriptFile file, EntryHeader header) =>
        header.CharterVersion >= 1 && header.CharterVersion <= file.Charters.Count && file.Charters[header.CharterVersion - 1].Value.Terms.Publication;

    /// <summary>The charter that was in force at the end of the period.</summary>
    public Charter? InForce() => Adopted().LastOrDefault().Charter;

    /// <summary>How far that party's feeds reach in the proof.</summary>
    public IReadOnlyList<ReportHead> HeadsOf(PartyId party) =>
    [
        .. file.Feeds.Where(f => f.Id.Party == party)
            .Select(f => new ReportHead(f.Id, f.Entries.Count, f.Checkpoints[^1].Value.Head.Root, f.Entries[^1].Header.Time)),
    ];

    /// <summary>The last receipts in the period, one a party.</summary>
    public IReadOnlyList<ReportSigned> Signed =>
    [
        .. file.Feeds.SelectMany(f => f.Cosignatures).Select(c => c.Value).Where(c => c.Time <= until)
            .GroupBy(c => c.By).OrderBy(g => g.Key).Select(g => new ReportSigned(g.Key, g.Max(c => c.Time))),
    ];

    /// <summary>The checks until the end of the period.</summary>
    public CheckRecord Checks(IReadOnlyList<StatedMaintenance> maintenance)
    {
        var tests = Entries.Where(e => e.Entry.Header.Status == Status.Test).ToList();
        return new CheckRecord(
            Parties,
            [.. Adopted().Select(a => new ScheduleFrom(a.At, a.Charter.Terms.Checks))],
            [.. tests.Where(e => e.Entry.Header.Kind == EntryKind.Check).Select(e => new CheckSaid(e.Entry.Header.Ref, e.At, AnyCheck))],
            [.. tests.Where(e => e.Entry.Header is { Kind: EntryKind.CheckAnswer, Regards: [_] })
                .Select(e => new CheckAnswered(e.Entry.Header.Ref, e.Entry.Header.Regards[0], e.At, null))],
            [.. Suspensions(), .. Leavings(), .. maintenance.Select(m => new CheckExcuse(CheckExcuseCause.Maintenance, m.By, m.Said, m.From, m.Until))],
            (entry, party) => party == entry.Party || Received(entry, party) is not null);
    }

    /// <summary>When that party signed for the entry in the period.</summary>
    private Timestamp? Received(EntryRef entry, PartyId party) =>
        receipts.TryGetValue((entry, party), out var at) && at <= until ? at : null;

    private CharterTerms? Terms(int version) => version >= 1 && version <= file.Charters.Count ? file.Charters[version - 1].Value.Terms : null;

    private static CallEntry Of(Timestamp at, TranscriptEntry entry) => new(
        entry.Header.Ref, entry.Header.Kind, at, entry.Header.Precedence, entry.Header.Status, entry.Header.CharterVersion, entry.Header.Regards,
        ReportShowing.Opened(entry.Header, entry.Content));

    /// <summary>Charters in order, each from its `adopt` on; one whose `adopt` is not in the proof holds from the first entry under it.</summary>
    private List<(Timestamp At, Charter Charter)> Adopted()
    {
        var at = new Dictionary<Digest, Timestamp>();
        foreach (var (time, entry) in Entries.Where(e => e.Entry.Header.Kind == EntryKind.Adopt))
        {
            if (entry.Content is TranscriptContent.Whole whole && CharterEntries.AnsweredIn(whole.Content) is { } hash)
                at.TryAdd(hash, time);
        }

        var adopted = new List<(Timestamp, Charter)>();
        foreach (var charter in file.Charters.Select(c => c.Value))
        {
            if (at.TryGetValue(charter.Hash(), out var time))
                adopted.Add((time, charter));
            else if (Entries.Where(e => e.Entry.Header.CharterVersion == charter.Version).Select(e => (Timestamp?)e.At).FirstOrDefault() is { } first)
                adopted.Add((first, charter));
        }

        return adopted;
    }

    private IEnumerable<CheckExcuse> Suspensions()
    {
        foreach (var words in Entries.Where(e => e.Entry.Header.Kind is EntryKind.Suspend or EntryKind.Resume).GroupBy(e => e.Entry.Header.Feed.Party))
        {
            (Timestamp At, EntryRef Entry)? open = null;
            foreach (var (at, word) in words)
            {
                if (word.Header.Kind == EntryKind.Suspend)
                    open ??= (at, word.Header.Ref);
                else if (open is { } began)
                    yield return new CheckExcuse(CheckExcuseCause.Suspended, words.Key, began.At, began.At, at, began.Entry);
                if (word.Header.Kind == EntryKind.Resume)
                    open = null;
            }

            if (open is { } last)
                yield return new CheckExcuse(CheckExcuseCause.Suspended, words.Key, last.At, last.At, null, last.Entry);
        }
    }

    private IEnumerable<CheckExcuse> Leavings() =>
        from said in Entries
        where said.Entry.Header.Kind == EntryKind.Leave
        select new CheckExcuse(CheckExcuseCause.Left, said.Entry.Header.Feed.Party, said.At, said.At, null, said.Entry.Header.Ref);
}
