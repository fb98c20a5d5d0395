using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Station.Storage;

/// <summary>Where a station keeps what must survive. One open store is one writer; a second one on the same place is refused with
/// <see cref="StoreTrouble.InUse"/> when it opens.
/// <para>Atomicity: a <see cref="StationChange"/> is wholly there or not at all, whenever the power fails.</para>
/// <para>Durability: when <see cref="Commit"/> returns, the change survives the loss of power.</para>
/// <para>Doubt: when <see cref="Commit"/> throws, the change may or may not be there; the caller must <see cref="Load"/> and go on from
/// what it finds.</para>
/// <para>Order: <see cref="StationChange.Position"/> is the position that the change makes, one more than the last; any other is refused
/// with <see cref="StoreTrouble.Conflict"/> and nothing is written.</para>
/// <para>Threads: Commit and Load are called by one thread at a time. The queries may be called by any thread at any time, also during a
/// Commit, and see only whole changes.</para>
/// Bytes that a caller passes or gets are not changed afterwards by either side.</summary>
public interface IStationStore : IDisposable
{
    /// <summary>Everything the loop keeps in memory: the documents, and how far each log reaches. Entries are not read.</summary>
    StoredStation Load();

    /// <summary>The one write.</summary>
    /// <exception cref="StoreFault">See <see cref="StoreTrouble"/>.</exception>
    void Commit(StationChange change);

    /// <summary>One entry; null when it is not recorded here.</summary>
    StoredEntry? Entry(FeedId feed, long index);

    /// <summary>Up to <paramref name="limit"/> entries of a feed from <paramref name="from"/> on, in order of index.</summary>
    IReadOnlyList<StoredEntry> Entries(FeedId feed, long from, int limit);

    /// <summary>Up to <paramref name="limit"/> entries of a line after <paramref name="after"/> (null: from the first), in transcript order.</summary>
    IReadOnlyList<StoredEntry> TranscriptAfter(LineId line, TranscriptPosition? after, int limit);

    /// <summary>Up to <paramref name="limit"/> entries of a line before <paramref name="before"/> (null: the last ones), in transcript order.</summary>
    IReadOnlyList<StoredEntry> TranscriptBefore(LineId line, TranscriptPosition? before, int limit);

    /// <summary>Up to <paramref name="limit"/> entries of a line whose headers regard <paramref name="regarded"/>, after <paramref name="after"/> (null: from
    /// the first), in transcript order. What is regarded need not be recorded here.</summary>
    IReadOnlyList<StoredEntry> Regarding(LineId line, EntryRef regarded, TranscriptPosition? after, int limit);

    /// <summary>Up to <paramref name="limit"/> entries of a line of a listed kind (<see cref="EntryKind.IsListed"/>) before <paramref name="before"/> (null: the
    /// last ones), in transcript order. Of any other kind none is found.</summary>
    IReadOnlyList<StoredEntry> OfKind(LineId line, string kind, TranscriptPosition? before, int limit);

    /// <summary>Checkpoints of a feed with size greater than <paramref name="sizeAbove"/>, in order of size.</summary>
    IReadOnlyList<StoredCheckpoint> Checkpoints(FeedId feed, long sizeAbove, int limit);

    /// <summary>Cosignatures over a feed after <paramref name="after"/> (0: from the first), in the order in which they were recorded.</summary>
    IReadOnlyList<StoredCosignature> Cosignatures(FeedId feed, long after, int limit);

    /// <summary>Journal records from <paramref name="from"/> on.</summary>
    IReadOnlyList<StoredJournalRecord> Journal(long from, int limit);

    /// <summary>Documents of a kind that <see cref="Load"/> leaves out (<see cref="DocumentKinds.IsLoaded"/>), ordered by id.</summary>
    IReadOnlyList<StoredDocument> Documents(DocumentKind kind, string afterId, int limit);

    /// <summary>Writes a whole copy as of one change to a new file while the station runs.</summary>
    /// <exception cref="StoreFault">The file exists or cannot be written.</exception>
    void Backup(string file);
}

/// <summary>What <see cref="IStationStore.Load"/> returns.</summary>
/// <param name="Position">Number of changes committed so far.</param>
/// <param name="JournalSize">Records of the journal.</param>
/// <param name="Documents">All documents of the kinds for which <see cref="DocumentKinds.IsLoaded"/> holds.</param>
public sealed record StoredStation(long Position, long JournalSize, IReadOnlyList<StoredDocument> Documents);

/// <summary>An entry as kept here. <paramref name="Sealed"/> is null once nobody can need it (and while the content has not arrived);
/// <paramref name="Opened"/>, the content under the station's own key, is null while it is absent or unreadable, and a mark in its place once it was destroyed.</summary>
public sealed record StoredEntry(FeedId Feed, long Index, byte[] Header, byte[]? Sealed, byte[]? Opened, TranscriptPosition Position);

/// <summary>A checkpoint with its signature, in the binary form of the wire.</summary>
public sealed record StoredCheckpoint(FeedId Feed, long Size, byte[] Signed);

/// <summary>A cosignature; <paramref name="Number"/> counts those of this feed in order of arrival, from 1.</summary>
public sealed record StoredCosignature(FeedId Feed, long Number, PartyId By, long Size, byte[] Signed);

/// <summary>A journal record: the leaf in clear, its detail under the station's own key.</summary>
public sealed record StoredJournalRecord(long Index, byte[] Leaf, byte[] Detail);

/// <summary>A small mutable thing, whole, under the station's own key.</summary>
public sealed record StoredDocument(DocumentKind Kind, string Id, byte[] Bytes);

/// <summary>What kinds of document there are.</summary>
public enum DocumentKind
{
    /// <summary>The station itself: one document.</summary>
    Station = 0,
    Peer = 1,
    Officer = 2,
    Line = 3,
    Feed = 4,
    Draft = 5,
    LineKey = 6,
    Epoch = 7,

    /// <summary>Proof of a fork, or of any other thing that a peer cannot explain away. Kept for ever; not loaded.</summary>
    Evidence = 8,

    /// <summary>A fold's snapshot: a cache that can be thrown away.</summary>
    Snapshot = 9,

    /// <summary>A word on a charter that one officer asked for and that waits for a second.</summary>
    CharterWish = 10,

    /// <summary>A stage of handling of a message of others, as our officers entered it. Not loaded.</summary>
    Handling = 11,

    /// <summary>What our officers entered about a message that is an ultimatum. Not loaded.</summary>
    Ultimatum = 12,

    /// <summary>Something said elsewhere, as our officers entered it.</summary>
    Outside = 13,

    /// <summary>A party without a station.</summary>
    ByHandPeer = 14,

    /// <summary>A codebook, and who certified it for our party.</summary>
    Codebook = 15,

    /// <summary>Something that rings or has rung and is not dealt with.</summary>
    Alarm = 20,

    /// <summary>Who hears alarms, the last alarm test, who is on duty: one document each.</summary>
    Watch = 21,

    /// <summary>What is held of one attachment.</summary>
    Attachment = 30,

    /// <summary>A chunk of an attachment's sealed bytes. Not loaded.</summary>
    AttachmentChunk = 31,

    /// <summary>What an officer signs in with besides the token.</summary>
    SignIn = 40,

    /// <summary>A handover of a shift, and who signed it.</summary>
    Handover = 41,

    /// <summary>A line of the watch log.</summary>
    WatchNote = 42,

    /// <summary>A notice format, and who added it.</summary>
    NoticeFormat = 43,

    /// <summary>An activity that our party plans. Private to this station.</summary>
    Plan = 44,

    /// <summary>Something that was seen; the id is its number. Private to this station, never written over. Not loaded.</summary>
    Observation = 45,

    /// <summary>What became of one observation: questions, and what officers chose. Private to this station.</summary>
    ObservationNote = 46,

    /// <summary>What somebody published for everybody; the id is its number. Never written over.</summary>
    PublicWarning = 47,

    /// <summary>The last test of ourselves: one document.</summary>
    SelfTest = 50,

    /// <summary>What stands of the silence of one party on one line, and the last silences that are over.</summary>
    Silence = 51,

    /// <summary>When to look whether the words of a site or movement are to be destroyed; the id begins with the time. Not loaded.</summary>
    Expiry = 60,
}

/// <summary>Which kinds of document are loaded at start.</summary>
public static class DocumentKinds
{
    public static bool IsLoaded(DocumentKind kind) =>
        kind is not (DocumentKind.Evidence or DocumentKind.Handling or DocumentKind.Ultimatum or DocumentKind.AttachmentChunk or DocumentKind.Observation or DocumentKind.Expiry);
}
