using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Contracts.Tests.Storage;

/// <summary>Small things to store.</summary>
internal static class Sample
{
    public static readonly LineId Line = LineOf(1);

    public static readonly FeedId Feed = FeedOf(Line, "astra", 1, Lane.Ordinary);

    public static readonly FeedId Other = FeedOf(Line, "boreal", 2, Lane.Urgent);

    public static LineId LineOf(byte number) => new(Digest.Of([number]));

    public static PartyId Party(string id) => PartyId.Parse(id) ?? throw new ArgumentException($"{id} is no party id.", nameof(id));

    public static FeedId FeedOf(LineId line, string party, UInt128 generation, Lane lane) =>
        new(line, Party(party), new GenerationId(generation), lane);

    public static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    public static TranscriptPosition Place(FeedId feed, long index, long time, long depth) =>
        new(new Timestamp(time), depth, feed.Party, feed.Generation, feed.Lane, index);

    /// <summary>An entry whose header names it, sealed and not opened.</summary>
    public static EntryRecorded Entry(FeedId feed, long index, long time = 1000, long depth = 0) =>
        new(feed, index, Bytes($"header {feed} {index}"), Bytes($"sealed {index}"), null, Place(feed, index, time, depth));

    public static DocumentPut Document(string id, string text, DocumentKind kind = DocumentKind.Line) => new(kind, id, Bytes(text));

    /// <summary>Commits the facts as the next change.</summary>
    public static void Commit(this IStationStore store, params IReadOnlyList<StationFact> facts) =>
        store.Commit(new StationChange(store.Load().Position + 1, facts));

    /// <summary>Everything that a store holds of these feeds and lines, as text: two stores are equal when their texts are.</summary>
    public static string Text(IStationStore store, IEnumerable<FeedId> feeds)
    {
        var text = new List<string>();
        var loaded = store.Load();
        text.Add($"position {loaded.Position}, journal {loaded.JournalSize}");
        text.AddRange(loaded.Documents.Select(d => $"{d.Kind} {d.Id} {Hex(d.Bytes)}"));
        text.AddRange(store.Documents(DocumentKind.Evidence, "", 1000).Select(d => $"{d.Kind} {d.Id} {Hex(d.Bytes)}"));
        text.AddRange(store.Journal(0, 1000).Select(r => $"journal {r.Index} {Hex(r.Leaf)} {Hex(r.Detail)}"));
        var all = feeds.ToList();
        foreach (var feed in all)
        {
            text.AddRange(store.Entries(feed, 0, 100_000).Select(Text));
            text.AddRange(store.Checkpoints(feed, -1, 1000).Select(c => $"{c.Feed} checkpoint {c.Size} {Hex(c.Signed)}"));
            text.AddRange(store.Cosignatures(feed, 0, 1000).Select(c =>
                $"{c.Feed} cosignature {c.Number} {c.By} {c.Size} {Hex(c.Signed)}"));
        }

        foreach (var line in all.Select(feed => feed.Line).Distinct().Order())
            text.AddRange(store.TranscriptAfter(line, null, 100_000).Select(e => $"{line} {e.Position}"));
        return string.Join('\n', text);
    }

    public static string Text(StoredEntry entry) =>
        $"{entry.Feed} {entry.Index} {Hex(entry.Header)} {Hex(entry.Sealed)} {Hex(entry.Opened)} at {entry.Position}";

    private static string Hex(byte[]? bytes) => bytes is null ? "none" : $"[{Convert.ToHexStringLower(bytes)}]";
}
