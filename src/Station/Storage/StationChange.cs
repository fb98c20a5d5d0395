using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Station.Storage;

/// <summary>One atomic step of the station: plain facts in the order in which they hold. <paramref name="Position"/> is the position it
/// makes: one more than that of the store.</summary>
public sealed record StationChange(long Position, IReadOnlyList<StationFact> Facts);

/// <summary>One plain fact. The family is closed: these and no others are ever written.</summary>
public abstract record StationFact
{
    private protected StationFact()
    {
    }
}

/// <summary>An entry now stands in our copy of a feed. Indexes of a feed come without gaps, each once.</summary>
public sealed record EntryRecorded(FeedId Feed, long Index, byte[] Header, byte[]? Sealed, byte[]? Opened, TranscriptPosition Position)
    : StationFact
{
    /// <summary>What its header regards, each once: the entry can be found by it.</summary>
    public IReadOnlyList<EntryRef> Regards { get; init; } = [];

    /// <summary>The kind in its header if that is listed (<see cref="EntryKind.IsListed"/>), else null: the entry can be found by it.</summary>
    public string? Listed { get; init; }
}

/// <summary>The content of a recorded entry has come, or could be opened now. Null leaves what is there.</summary>
public sealed record ContentRecorded(FeedId Feed, long Index, byte[]? Sealed, byte[]? Opened) : StationFact;

/// <summary>The content of a recorded entry is destroyed here: its sealed bytes are gone, and <paramref name="Opened"/> takes the place of what rested under the station's key.
/// What stood there is overwritten as far as the store can. Header and place stay.</summary>
public sealed record ContentDestroyed(FeedId Feed, long Index, byte[] Opened) : StationFact;

/// <summary>What an entry held has arrived, so that its place is now known.</summary>
public sealed record EntryPlaced(FeedId Feed, long Index, TranscriptPosition Position) : StationFact;

/// <summary>Nobody can need the sealed bytes of these entries any more: [From, Until).</summary>
public sealed record SealedBytesDropped(FeedId Feed, long From, long Until) : StationFact;

/// <summary>A checkpoint was signed here, or verified. The same size twice replaces the first.</summary>
public sealed record CheckpointRecorded(FeedId Feed, long Size, byte[] Signed) : StationFact;

/// <summary>A cosignature over a feed: a peer's over ours, ours over a peer's, or a third party's.</summary>
public sealed record CosignatureRecorded(FeedId Feed, PartyId By, long Size, byte[] Signed) : StationFact;

/// <summary>The next journal record; indexes come without gaps.</summary>
public sealed record JournalRecorded(long Index, byte[] Leaf, byte[] Detail) : StationFact;

/// <summary>A document is now these bytes.</summary>
public sealed record DocumentPut(DocumentKind Kind, string Id, byte[] Bytes) : StationFact;

/// <summary>A document is no more. Removing what is not there is no error.</summary>
public sealed record DocumentRemoved(DocumentKind Kind, string Id) : StationFact;
