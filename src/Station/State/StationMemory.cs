using System.Collections.Concurrent;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Attachments;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Plans;
using Parley.Lines.Ultimatums;
using Parley.Station.Activities;
using Parley.Station.Alarms;
using Parley.Station.Keys;
using Parley.Station.Observations;
using Parley.Station.PublicWarnings;
using Parley.Station.Shifts;
using Parley.Station.Silence;
using Parley.Station.Storage;

namespace Parley.Station.State;

/// <summary>Everything the loop keeps in memory. Rebuilt from the store at start and after any commit whose outcome is in doubt; owned by the loop
/// alone. <see cref="Shared"/> is the part that other threads may look things up in.</summary>
internal sealed class StationMemory(StationKeys keys, IStationStore store)
{
    private Pictures? pictures;
    private ObservationBook? observations;

    public StationKeys Keys { get; set; } = keys;

    public IStationStore Store { get; } = store;

    public PartyId Own => Keys.Party;

    public Suite Suite => Keys.Suite;

    /// <summary>Changes committed so far.</summary>
    public long Position { get; set; }

    public CompactRange Journal { get; set; } = new();

    /// <summary>What the documents of each kind come to.</summary>
    public SortedDictionary<DocumentKind, RowSum> DocumentSums { get; set; } = [];

    /// <summary>Each loaded document as it is counted there. Looked up only.</summary>
    public Dictionary<(DocumentKind Kind, string Id), Digest> DocumentRows { get; } = [];

    public SortedDictionary<PartyId, PeerState> Peers { get; } = [];

    public SortedDictionary<string, OfficerState> Officers { get; } = new(StringComparer.Ordinal);

    /// <summary>What officers sign in with besides their tokens; who has none of it is not here.</summary>
    public SortedDictionary<string, SignInState> SignIns { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<LineId, LineState> Lines { get; } = [];

    public SortedDictionary<string, Draft> Drafts { get; } = new(StringComparer.Ordinal);

    /// <summary>Idempotency key to what it made: `draft ID` or `entry LINE REF`. The oldest go first.</summary>
    public Dictionary<string, string> Remembered { get; } = new(StringComparer.Ordinal);

    public Queue<string> RememberedOrder { get; } = new();

    /// <summary>What the station has shown each officer of each line's transcript; not saved.</summary>
    public Dictionary<(string Officer, LineId Line), Heads> Shown { get; } = [];

    /// <summary>What it has shown each officer of each line's activities beside it; not saved.</summary>
    public PictureShown PictureShown { get; } = new();

    /// <summary>Who was shown what of sites and movements; not saved.</summary>
    public AidReadBook AidReads { get; } = new();

    /// <summary>When expired sites and movements are looked at next; not saved.</summary>
    public ExpiryDue Expiry { get; } = new();

    /// <summary>Charter words that one officer has asked for and that wait for a second.</summary>
    public SortedDictionary<CharterWishId, CharterWish> CharterWishes { get; } = [];

    /// <summary>What rings, and who hears it.</summary>
    public AlarmBook Alarms { get; } = new();

    /// <summary>Handovers of shifts, and the watch log.</summary>
    public WatchBook Watch { get; } = new();

    /// <summary>The last test of ourselves, and what stands of each silence.</summary>
    public SilenceBook Silence { get; } = new();

    /// <summary>Codebooks by hash. Replaced when one is added or certified, never changed.</summary>
    public SortedDictionary<Digest, CodebookState> Codebooks { get; set; } = [];

    /// <summary>Notice formats by hash. Replaced when one is added, never changed.</summary>
    public SortedDictionary<Digest, FormatState> Formats { get; set; } = [];

    /// <summary>Parties without a station.</summary>
    public SortedDictionary<PartyId, ByHandPeer> ByHandPeers { get; } = [];

    /// <summary>Statements from outside by document id.</summary>
    public SortedDictionary<string, OutsideNote> Outside { get; } = new(StringComparer.Ordinal);

    /// <summary>What our party plans, by number.</summary>
    public SortedDictionary<int, Plan> Plans { get; } = [];

    /// <summary>What was seen, and what became of it.</summary>
    public ObservationBook Observations => observations ??= new ObservationBook(this);

    /// <summary>What others published.</summary>
    public WarningBook Warnings { get; } = new();

    /// <summary>Activities and their overlaps, as readers have them. Not saved.</summary>
    public Pictures Pictures => pictures ??= new Pictures(this);

    /// <summary>Attachments that entries name and that are not whole here.</summary>
    public SortedSet<AttachmentId> AttachmentsWanted { get; } = [];

    /// <summary>Grows whenever what is held or wanted of an attachment changes.</summary>
    public long AttachmentsVersion { get; set; }

    /// <summary>What officers call lines, made when it is asked for.</summary>
    public Dictionary<LineId, string> Handles { get; } = [];

    /// <summary>Number of lines for which <see cref="Handles"/> holds.</summary>
    public int HandlesFor { get; set; }

    /// <summary>Stages of handling entered in this step, which the store cannot count yet.</summary>
    public Dictionary<(LineId Line, EntryRef Entry), int> HandledInStep { get; } = [];

    /// <summary>Checks and service messages of others that our officers answered in this step. Looked up only.</summary>
    public Dictionary<(LineId Line, EntryRef Asked), Timestamp> AnsweredInStep { get; } = [];

    /// <summary>What was entered about ultimatums in this step, which the store does not hold yet. Looked up only.</summary>
    public Dictionary<(LineId Line, EntryRef Message), IReadOnlyList<UltimatumMark>> MarkedInStep { get; } = [];

    /// <summary>Places given in this step to entries that had none. Looked up only.</summary>
    public Dictionary<(FeedId Feed, long Index), (Timestamp Effective, long Depth)> PlacedInStep { get; } = [];

    /// <summary>Last entries of feeds, so that sending them again needs no reading.</summary>
    public RecentEntries Recent { get; } = new();

    public SharedLookup Shared { get; set; } = new(store);

    /// <summary>Heads that a member has cosigned, as shown by its cosignature: so far feeds under a revoked key are taken. Not saved; who sends the entries
    /// shows it with them.</summary>
    public SortedDictionary<FeedId, (long Size, PartyId By)> Cosigned { get; } = [];

    /// <summary>Lines on which we are, as their members say, and that our store does not hold. Not saved; who tells of them tells again.</summary>
    public SortedDictionary<LineId, LostLine> LostLines { get; } = [];

    /// <summary>Parties whose words were brought and cannot be taken, because their card is not verified here, and who brought them last. Not saved.</summary>
    public SortedDictionary<PartyId, PartyId> Unverified { get; } = [];

    /// <summary>When the loop last worked, to notice a clock that jumps.</summary>
    public Timestamp LastStep { get; set; }

    public void Remember(string? key, string made)
    {
        if (key is null || !Remembered.TryAdd(key, made))
            return;
        RememberedOrder.Enqueue(key);
        if (RememberedOrder.Count > Bounds.RememberedOperations)
            Remembered.Remove(RememberedOrder.Dequeue());
    }

    public SignInState SignInOf(string officer) => SignIns.GetValueOrDefault(officer, SignInState.Nothing);

    /// <summary>The mode of a line that is known here.</summary>
    public LineMode? ModeOf(LineId? line) => line is { } id && Lines.TryGetValue(id, out var known) ? known.Fold.Founding?.Mode : null;

    /// <summary>The card chain of a party, our own included.</summary>
    public CardChain? ChainOf(PartyId party) => party == Own ? Keys.Chain : Peers.TryGetValue(party, out var peer) ? peer.Chain : null;

    /// <summary>The header of a recorded entry, this step's included; null when it is not recorded here.</summary>
    public EntryHeader? HeaderOf(FeedId feed, long index) =>
        Recent.Entry(feed, index)?.Header ?? (Store.Entry(feed, index) is { } stored ? EntryHeader.Parse(stored.Header) : null);

    /// <summary>The KEM key to which a keying for that member is sealed now.</summary>
    public byte[]? KemOf(LineState line, PartyId member) =>
        line.MemberKems.TryGetValue(member, out var kem) ? kem.PublicKey : ChainOf(member)?.Current.Kem(line.Mode);
}

/// <summary>What threads before the loop may look up: keys, epochs, and our own recent checkpoints. Lookups only, never enumerated.</summary>
internal sealed class SharedLookup(IStationStore store)
{
    private readonly ConcurrentDictionary<PartyId, VerifyingKey[]> keys = new();
    private readonly ConcurrentDictionary<FeedId, Epoch[]> epochs = new();
    private readonly ConcurrentDictionary<(FeedId, long), SignedCheckpoint> checkpoints = new();
    private readonly Queue<(FeedId, long)> order = new();

    public void SetKeys(PartyId party, VerifyingKey[] chain) => keys[party] = chain;

    /// <summary>Keys of that party's cards, oldest first; empty when it is not verified here.</summary>
    public VerifyingKey[] KeysOf(PartyId party) => keys.TryGetValue(party, out var chain) ? chain : [];

    public void SetEpochs(FeedId feed, Epoch[] list) => epochs[feed] = list;

    public Epoch? EpochOf(FeedId feed, long index)
    {
        if (!epochs.TryGetValue(feed, out var list))
            return null;
        for (var i = list.Length - 1; i >= 0; i--)
        {
            if (list[i].Index < index)
                return list[i];
        }

        return null;
    }

    /// <summary>Called by the loop alone.</summary>
    public void AddCheckpoint(SignedCheckpoint checkpoint)
    {
        checkpoints[(checkpoint.Feed, checkpoint.Head.Size)] = checkpoint;
        order.Enqueue((checkpoint.Feed, checkpoint.Head.Size));
        if (order.Count > 4096)
            checkpoints.TryRemove(order.Dequeue(), out _);
    }

    /// <summary>The checkpoint recorded here at exactly that size.</summary>
    public SignedCheckpoint? CheckpointAt(FeedId feed, long size)
    {
        if (checkpoints.TryGetValue((feed, size), out var found))
            return found;
        var stored = store.Checkpoints(feed, size - 1, 1);
        return stored.Count == 1 && stored[0].Size == size ? SignedCheckpoint.Parse(stored[0].Signed, feed) : null;
    }
}
