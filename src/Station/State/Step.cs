using Parley.Control;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using Parley.Station.Storage;

namespace Parley.Station.State;

/// <summary>One turn of the loop: what is decided in it becomes one commit, and nothing of it is told to anybody before that commit. Facts are added
/// here and memory is changed at once; if the commit fails, memory is thrown away and loaded anew.</summary>
internal sealed class Step(StationMemory memory, Timestamp now)
{
    private readonly List<StationFact> facts = [];
    private readonly List<Action> beforeClose = [];
    private readonly List<Action> afterCommit = [];
    private readonly List<(ChangeKind Kind, LineId? Line, string? Entry, string? Text)> notes = [];
    private readonly SortedSet<FeedId> movedHeads = [];
    private readonly SortedSet<(FeedId Feed, PartyId Carrier)> brought = [];
    private readonly SortedSet<FeedId> changedFeeds = [];
    private readonly SortedSet<LineId> changedLines = [];

    public StationMemory Memory { get; } = memory;

    public Timestamp Now { get; } = now;

    /// <summary>Who asks; empty for the station itself.</summary>
    public string Officer { get; set; } = "";

    public IReadOnlyList<StationFact> Facts => facts;

    public IReadOnlyList<Action> AfterCommit => afterCommit;

    public IReadOnlyList<(ChangeKind Kind, LineId? Line, string? Entry, string? Text)> Notes => notes;

    public IEnumerable<FeedId> MovedHeads => movedHeads;

    /// <summary>Peers or their addresses changed: circuits must be planned anew.</summary>
    public bool PeersChanged { get; set; }

    /// <summary>The line on which our store was seen to be set back after something had been appended in this step: nothing of the step may be committed.</summary>
    public LineId? SetBack { get; set; }

    public void Add(StationFact fact) => facts.Add(fact);

    /// <summary>Done after heads are signed and before the documents are written.</summary>
    public void BeforeClose(Action action) => beforeClose.Add(action);

    /// <summary>Done once the commit has succeeded: answers, frames.</summary>
    public void After(Action action) => afterCommit.Add(action);

    public void Note(ChangeKind kind, LineId? line = null, string? entry = null, string? text = null) => notes.Add((kind, line, entry, text));

    /// <summary>Entries or contents of that feed were recorded: a checkpoint or a receipt is due.</summary>
    public void HeadMoved(FeedState feed)
    {
        movedHeads.Add(feed.Id);
        changedFeeds.Add(feed.Id);
    }

    /// <summary>Something new of that feed came by that party, which wants to know that it did.</summary>
    public void Brought(FeedId feed, PartyId carrier) => brought.Add((feed, carrier));

    /// <summary>Who brought something new of that feed in this step.</summary>
    public IEnumerable<PartyId> CarriersOf(FeedId feed) => brought.Where(b => b.Feed == feed).Select(b => b.Carrier);

    public void Changed(FeedState feed) => changedFeeds.Add(feed.Id);

    public void Changed(LineState line)
    {
        line.Version++;
        changedLines.Add(line.Id);
    }

    public void Journal(JournalAct act, LineId? line = null, string entry = "", string note = "", string? key = null)
    {
        var salt = new byte[16];
        Memory.Suite.FillRandom(salt);
        var record = new JournalRecord(Now, act, Officer, line, entry, note, key ?? "");
        var detail = record.EncodeDetail(salt);
        var leaf = record.EncodeLeaf(detail);
        facts.Add(new JournalRecorded(Memory.Journal.Size, leaf, SealRow(leaf, detail)));
        Memory.Journal.AppendLeaf(leaf);
    }

    /// <summary>Seals bytes for the store; the row's own clear half is the context.</summary>
    public byte[] SealRow(ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain)
    {
        Span<byte> digest = stackalloc byte[Digest.Size];
        MerkleTree.LeafHash(context).CopyTo(digest);
        return Memory.Keys.AtRest.Seal(digest, plain, Memory.Suite);
    }

    public void Put(DocumentKind kind, string id, byte[] plain)
    {
        var bytes = Memory.Keys.AtRest.Seal(ContextOf(kind, id), plain, Memory.Suite);
        facts.Add(new DocumentPut(kind, id, bytes));
        if (StoreMark.IsMark(kind, id))
            return;
        var row = StoreMark.RowOf(kind, id, bytes);
        StoreMark.Replace(Memory.DocumentSums, kind, RowOf(kind, id), row);
        // What is not loaded is written once and not written over.
        if (DocumentKinds.IsLoaded(kind))
            Memory.DocumentRows[(kind, id)] = row;
    }

    public void Remove(DocumentKind kind, string id)
    {
        facts.Add(new DocumentRemoved(kind, id));
        StoreMark.Replace(Memory.DocumentSums, kind, RowOf(kind, id), null);
        Memory.DocumentRows.Remove((kind, id));
    }

    /// <summary>Removes a document of a kind that is not loaded, as it was read from the store.</summary>
    public void Remove(StoredDocument document)
    {
        facts.Add(new DocumentRemoved(document.Kind, document.Id));
        StoreMark.Replace(Memory.DocumentSums, document.Kind, StoreMark.RowOf(document.Kind, document.Id, document.Bytes), null);
    }

    private Digest? RowOf(DocumentKind kind, string id) => Memory.DocumentRows.TryGetValue((kind, id), out var row) ? row : null;

    public static byte[] ContextOf(DocumentKind kind, string id) => System.Text.Encoding.UTF8.GetBytes($"parley/1/document/{(int)kind}/{id}");

    /// <summary>Writes the documents of what changed and of the station itself. The last thing before the commit.</summary>
    public void Close()
    {
        foreach (var action in beforeClose)
            action();
        foreach (var id in changedFeeds)
        {
            if (Memory.Lines.TryGetValue(id.Line, out var line) && line.Feeds.TryGetValue(id, out var feed))
                Put(DocumentKind.Feed, id.ToString(), feed.Encode());
        }

        foreach (var id in changedLines)
            Put(DocumentKind.Line, id.ToString(), Memory.Lines[id].Encode());
        if (facts.Count > 0)
            Put(DocumentKind.Station, StoreMark.DocumentId, new StoreMark(Memory.Position + 1, Memory.Journal, Memory.DocumentSums).Encode());
    }
}
