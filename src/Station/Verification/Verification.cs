using System.Globalization;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Keys;
using Parley.Station.Shifts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>What the checks of one store share: the documents as they were read, the keys that are relied on, and what was found.</summary>
internal sealed class Verification(IStationStore store, StationKeys keys, CancellationToken cancel)
{
    private readonly List<StoreFinding> findings = [];
    private readonly Dictionary<PartyId, VerifyingKey[]> cards = [];

    public IStationStore Store { get; } = store;

    public StationKeys Keys { get; } = keys;

    public CancellationToken Cancel { get; } = cancel;

    public StoreCounts Counts { get; } = new();

    public SortedDictionary<LineId, LineState> Lines { get; } = [];

    /// <summary>Lines whose documents fail or are missing; what is known of their feeds is checked all the same.</summary>
    public HashSet<LineId> BrokenLines { get; } = [];

    /// <summary>Feeds whose documents fail: their entries cannot be checked.</summary>
    public HashSet<FeedId> BrokenFeeds { get; } = [];

    /// <summary>Kinds of document of which one fails or is known to be missing: that explains their sum.</summary>
    public HashSet<DocumentKind> FailedKinds { get; } = [];

    /// <summary>Lines of which an entry fails: their charters cannot be folded anew.</summary>
    public HashSet<LineId> FailedLines { get; } = [];

    /// <summary>The last `key` entry of our generation of each line.</summary>
    public Dictionary<LineId, (GenerationId Generation, long Index)> LastKeys { get; } = [];

    public SortedDictionary<PartyId, PeerState> Peers { get; } = [];

    /// <summary>Handovers as they were read.</summary>
    public WatchBook Watch { get; } = new();

    /// <summary>Null when it is missing or fails.</summary>
    public StoreMark? Mark { get; set; }

    public long Failed { get; private set; }

    /// <summary>A record could not be read back at all.</summary>
    public bool FoundUnreadable { get; private set; }

    public void Find(string record, StoreFailure how, string detail = "")
    {
        Failed++;
        FoundUnreadable |= how == StoreFailure.Unreadable;
        if (findings.Count < StoreReport.MaxFindings)
            findings.Add(new StoreFinding(record, how, detail));
    }

    /// <summary>Whether that record was found to fail already.</summary>
    public bool Found(string record) => findings.Exists(f => f.Record == record);

    public static string NameOf(DocumentKind kind, string id) => $"document {kind} {id}";

    public static string NameOf(FeedId feed, long index) => string.Create(CultureInfo.InvariantCulture, $"entry {feed}/{index}");

    public static string CheckpointAt(FeedId feed, long size) => string.Create(CultureInfo.InvariantCulture, $"checkpoint {feed} at size {size}");

    public static string CosignatureAt(FeedId feed, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"receipt {number} over {feed}");

    public static string JournalAt(long index) => string.Create(CultureInfo.InvariantCulture, $"journal record {index}");

    /// <summary>What the query gives; null when the store cannot read it back.</summary>
    public IReadOnlyList<T>? Try<T>(Func<IReadOnlyList<T>> query)
    {
        Cancel.ThrowIfCancellationRequested();
        try
        {
            return query();
        }
        catch (StoreFault fault) when (fault.Trouble == StoreTrouble.Corrupt)
        {
            return null;
        }
    }

    /// <summary>One entry; null when it is missing or the store cannot read it back.</summary>
    public StoredEntry? EntryAt(FeedId feed, long index) =>
        Try<StoredEntry>(() => Store.Entry(feed, index) is { } entry ? [entry] : []) is [var found] ? found : null;

    /// <summary>The content of an entry in clear; null when it is not here, or its row is damaged.</summary>
    public byte[]? OpenAtRest(StoredEntry stored)
    {
        if (stored.Opened is null)
            return null;
        Span<byte> context = stackalloc byte[Digest.Size];
        Ledger.MerkleTree.LeafHash(stored.Header).CopyTo(context);
        return Keys.AtRest.Open(context, stored.Opened);
    }

    /// <summary>The keys of a party's cards, oldest first; empty when none is known here.</summary>
    public VerifyingKey[] KeysOf(PartyId party)
    {
        if (cards.TryGetValue(party, out var known))
            return known;
        var chain = party == Keys.Party ? Keys.Chain : Peers.GetValueOrDefault(party)?.Chain;
        return cards[party] = chain is null ? [] : PeerCards.KeysOf(Keys.Suite, chain);
    }

    public StoreReport Report()
    {
        var trusted = new List<StoreKeys> { KeysIn(Keys.Chain, true, true) };
        trusted.AddRange(Peers.Values.Select(p => KeysIn(p.Chain, false, p.Verified)));
        foreach (var key in cards.Values.SelectMany(k => k))
            key.Dispose();
        return new StoreReport(Keys.Party, Counts, trusted, findings, Failed);
    }

    private static StoreKeys KeysIn(CardChain chain, bool isOwn, bool verified) =>
        new(chain.Party, isOwn, verified, [.. chain.Cards.Select(c => new StoreCard(c.Card.Version, Digits.Of(c.Card.Hash())))]);
}
