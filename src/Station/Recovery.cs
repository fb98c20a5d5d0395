using System.Globalization;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Plans;
using Parley.Station.Journals;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Builds memory from the store: at start, and after a commit whose outcome is in doubt. Reads documents and the tail of the journal, no
/// entries. What no receipt covers is offered to the road again (step 5) by the caller.</summary>
internal static class Recovery
{
    /// <param name="formats">Notice formats that come with the program.</param>
    /// <exception cref="StoreFault">A document cannot be read: its bytes are not what was written, or the key is another.</exception>
    public static StationMemory Load(StationKeys keys, IStationStore store, Timestamp lastStep = default, IReadOnlyList<NoticeFormat>? formats = null)
    {
        var stored = store.Load();
        var memory = new StationMemory(keys, store) { Position = stored.Position, LastStep = lastStep };
        if (StoreMark.Find(keys, stored) is { } mark)
            (memory.Journal, memory.DocumentSums) = (mark.Journal, mark.Documents);
        var books = new SortedDictionary<Digest, CodebookState>();
        memory.Codebooks = books;
        foreach (var document in stored.Documents.OrderBy(d => d.Kind == DocumentKind.Line ? 0 : 1))
        {
            Take(memory, books, document, Open(memory, document));
            memory.DocumentRows[(document.Kind, document.Id)] = StoreMark.RowOf(document.Kind, document.Id, document.Bytes);
        }

        Formats.Shelve(memory, formats ?? []);
        memory.Shared.SetKeys(memory.Own, PeerCards.KeysOf(memory.Suite, keys.Chain));
        foreach (var line in memory.Lines.Values)
        {
            line.SortKems();
            foreach (var (feed, epochs) in line.Epochs)
            {
                epochs.Sort(static (a, b) => a.Index.CompareTo(b.Index));
                memory.Shared.SetEpochs(feed, [.. epochs]);
            }

            foreach (var feed in line.Feeds.Values)
            {
                if (feed.Checkpoint is { } checkpoint)
                    memory.Shared.AddCheckpoint(checkpoint);
            }
        }

        if (memory.Journal.Size != stored.JournalSize)
            throw new StoreFault(StoreTrouble.Corrupt, $"the journal has {stored.JournalSize} records and the station counted {memory.Journal.Size}");
        RememberOperations(memory, stored.JournalSize);
        return memory;
    }

    private static byte[] Open(StationMemory memory, StoredDocument document) =>
        memory.Keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes)
        ?? throw new StoreFault(StoreTrouble.Corrupt, $"document {document.Kind} {document.Id} is damaged, or the station key is not the one it was written with");

    private static void Take(StationMemory memory, SortedDictionary<Digest, CodebookState> books, StoredDocument document, byte[] bytes)
    {
        var id = document.Id;
        switch (document.Kind)
        {
            case DocumentKind.Peer:
                var peer = PeerState.Parse(bytes) ?? throw Unsound(document);
                memory.Peers[peer.Party] = peer;
                PeerCards.Publish(memory, peer);
                break;
            case DocumentKind.Officer:
                memory.Officers[id] = OfficerState.Parse(id, bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.SignIn:
                memory.SignIns[id] = SignInState.Parse(bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.Line:
                memory.Lines[LineOf(id)] = LineState.Parse(LineOf(id), bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.Feed:
                var feed = FeedId.Parse(id) ?? throw Unsound(document);
                memory.Lines[feed.Line].Feeds[feed] = FeedState.Parse(feed, bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.Draft:
                memory.Drafts[id] = Draft.Parse(bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.LineKey:
                TakeLineKey(memory, id, bytes);
                break;
            case DocumentKind.Epoch:
                TakeEpoch(memory, id, bytes);
                break;
            case DocumentKind.Codebook:
                var book = CodebookState.Parse(bytes) ?? throw Unsound(document);
                books[book.Hash] = book;
                break;
            case DocumentKind.NoticeFormat:
                // Nobody reads memory before it is whole.
                var format = FormatState.Parse(bytes) ?? throw Unsound(document);
                memory.Formats[format.Hash] = format;
                break;
            case DocumentKind.ByHandPeer:
                var byHand = ByHandPeer.Parse(id, bytes) ?? throw Unsound(document);
                memory.ByHandPeers[byHand.Party] = byHand;
                break;
            case DocumentKind.Outside:
                memory.Outside[id] = OutsideNote.Parse(id, bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.Plan:
                var plan = Plan.Parse(id, bytes) ?? throw Unsound(document);
                memory.Plans[plan.Number] = plan;
                break;
            case DocumentKind.Attachment:
                var held = HeldAttachment.Parse(id, bytes) ?? throw Unsound(document);
                memory.Lines[held.Id.Line].Attachments[held.Id] = held;
                if (held.IsWanted)
                    memory.AttachmentsWanted.Add(held.Id);
                break;
            case DocumentKind.CharterWish:
                memory.CharterWishes[CharterWishId.Parse(id) ?? throw Unsound(document)] = CharterWish.Parse(bytes) ?? throw Unsound(document);
                break;
            case DocumentKind.ObservationNote when !memory.Observations.Take(id, bytes):
                throw Unsound(document);
            case DocumentKind.PublicWarning when !memory.Warnings.Take(id, bytes):
                throw Unsound(document);
            case DocumentKind.SelfTest or DocumentKind.Silence when !memory.Silence.Take(document.Kind, id, bytes):
                throw Unsound(document);
            case DocumentKind.Handover or DocumentKind.WatchNote when !memory.Watch.Take(document.Kind, id, bytes):
                throw Unsound(document);
            case DocumentKind.Alarm or DocumentKind.Watch when !memory.Alarms.Take(document.Kind, id, bytes):
                throw Unsound(document);
        }
    }

    private static void TakeLineKey(StationMemory memory, string id, byte[] bytes)
    {
        var parts = id.Split('/');
        if (bytes.Length <= sizeof(long) || memory.Suite.ImportKemKey(bytes.AsSpan(sizeof(long))) is not { } key ||
            !Timestamp.TryFrom(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes), out var since))
            throw new StoreFault(StoreTrouble.Corrupt, $"line key {id} is not sound");
        memory.Lines[LineOf(parts[0])].OwnKems.Add(
            new OwnKem(GenerationId.Parse(parts[1])!.Value, long.Parse(parts[2], CultureInfo.InvariantCulture), since, key));
    }

    private static void TakeEpoch(StationMemory memory, string id, byte[] bytes)
    {
        var cut = id.LastIndexOf('/');
        var feed = FeedId.Parse(id[..cut])!.Value;
        var epoch = new Epoch(long.Parse(id[(cut + 1)..], CultureInfo.InvariantCulture), bytes.Length == 0 ? null : bytes);
        var line = memory.Lines[feed.Line];
        if (!line.Epochs.TryGetValue(feed, out var epochs))
            line.Epochs[feed] = epochs = [];
        epochs.Add(epoch);
    }

    private static void RememberOperations(StationMemory memory, long journalSize)
    {
        var from = Math.Max(0, journalSize - Bounds.RememberedOperations);
        while (from < journalSize)
        {
            var page = memory.Store.Journal(from, 1024);
            if (page.Count == 0)
                return;
            foreach (var record in page)
            {
                if (JournalTrail.Open(memory.Keys, record) is { Key.Length: > 0 } opened)
                    memory.Remember(opened.Key, Remembered.From(opened));
            }

            from = page[^1].Index + 1;
        }
    }

    private static LineId LineOf(string id) => LineId.Parse(id) ?? throw new StoreFault(StoreTrouble.Corrupt, $"line {id} is no line");

    private static StoreFault Unsound(StoredDocument document) => new(StoreTrouble.Corrupt, $"document {document.Kind} {document.Id} is not sound");
}

/// <summary>What a remembered operation made, as text.</summary>
internal static class Remembered
{
    public static string From(JournalRecord record) => record.Act switch
    {
        JournalAct.Released => $"entry {record.Line} {record.Entry} {record.Note}",
        JournalAct.Drafted or JournalAct.Approved or JournalAct.NoticeVerified => $"draft {record.Entry}",
        JournalAct.OutsideNoted => $"outside {record.Entry}",
        JournalAct.PlanKept => $"plan {record.Entry}",
        JournalAct.ObservationKept or JournalAct.ReactionChosen or JournalAct.ReactionSeconded => $"observation {record.Entry}",
        JournalAct.HandoverSigned or JournalAct.HandoverWithdrawn => $"handover {record.Entry}",
        JournalAct.Handled => $"handled {record.Line} {record.Entry}",
        _ => "done",
    };
}
