using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Storage;

namespace Parley.Storage.Sqlite.Tests;

/// <summary>Changes that follow from their position alone, so that a store can be checked from its position.</summary>
internal static class Sample
{
    public const int EntriesPerChange = 5;

    public static readonly FeedId Feed = FeedOf("astra");

    public static FeedId FeedOf(string party) => new(
        new LineId(Digest.Of([1])),
        PartyId.Parse(party) ?? throw new ArgumentException($"{party} is no party id.", nameof(party)),
        new GenerationId(7),
        Lane.Ordinary);

    /// <summary>Five entries, a journal record, a checkpoint, a cosignature and two documents.</summary>
    public static StationChange Change(long position, int bytes = 300)
    {
        var facts = new List<StationFact>();
        for (var i = 0; i < EntriesPerChange; i++)
            facts.Add(Entry(Feed, (position - 1) * EntriesPerChange + i, bytes));
        facts.Add(new JournalRecorded(position - 1, BitConverter.GetBytes(position), [1]));
        facts.Add(new CheckpointRecorded(Feed, position * EntriesPerChange, BitConverter.GetBytes(position)));
        facts.Add(new CosignatureRecorded(Feed, Feed.Party, position * EntriesPerChange, [2]));
        facts.Add(new DocumentPut(DocumentKind.Station, "", BitConverter.GetBytes(position)));
        facts.Add(new DocumentPut(DocumentKind.Evidence, $"{position:d8}", [3]));
        return new StationChange(position, facts);
    }

    public static EntryRecorded Entry(FeedId feed, long index, int bytes = 300) => new(
        feed,
        index,
        Filled(bytes, index),
        Filled(bytes, index + 1),
        Filled(bytes, index + 2),
        new TranscriptPosition(new Timestamp(1_700_000_000_000 + index), index, feed.Party, feed.Generation, feed.Lane, index));

    /// <summary>A header that can be read, of an entry that regards others.</summary>
    public static byte[] Header(FeedId feed, long index, string kind, params EntryRef[] regards) => new EntryHeader(
        feed, index, 1, new Timestamp(1_700_000_000_000 + index), Precedence.Routine, Status.Actual, kind, regards,
        Heads.Of([new HeadRow(feed.Party, feed.Generation, 0, index)]), Heads.None, Digest.Of([2]), Digest.Of([3])).Encode();

    public static byte[] Filled(int length, long with)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)with);
        return bytes;
    }

    /// <summary>The store holds the changes up to its position, all of each and nothing else; the position.</summary>
    public static long AssertWhole(SqliteStore store)
    {
        var loaded = store.Load();
        var position = loaded.Position;
        Assert.Equal(position, loaded.JournalSize);
        Assert.Equal(position, store.Journal(0, int.MaxValue).Count);
        var entries = store.Entries(Feed, 0, int.MaxValue);
        Assert.Equal(position * EntriesPerChange, entries.Count);
        Assert.All(entries, entry => Assert.Equal(Filled(entry.Header.Length, entry.Index), entry.Header));
        Assert.Equal(
            entries.Select(entry => entry.Index), store.TranscriptAfter(Feed.Line, null, int.MaxValue).Select(entry => entry.Index));
        Assert.Equal(position, store.Checkpoints(Feed, 0, int.MaxValue).Count);
        Assert.Equal(position, store.Cosignatures(Feed, 0, int.MaxValue).Count);
        Assert.Equal(position, store.Documents(DocumentKind.Evidence, "", int.MaxValue).Count);
        if (position > 0)
            Assert.Equal(BitConverter.GetBytes(position), Assert.Single(loaded.Documents).Bytes);
        return position;
    }
}
