using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Samples;

/// <summary>The facts of one export, open to change before they are written: what a dishonest exporter would do.</summary>
internal sealed class TranscriptFacts
{
    public TranscriptFacts(SampleLine line, Member exporter, Func<EntryHeader, bool> without)
    {
        Head = new TranscriptHead(line.Line, exporter.Party, line.Now, exporter.Cards.Current.Suite);
        Key = exporter.Key;
        Chains = [.. line.Members.Select(m => m.Cards)];
        Charters = [.. line.Charter];
        Feeds = [.. line.Members.SelectMany(m => m.Feeds).Select(f => Of(f, exporter, without)).Where(f => f.Entries.Count > 0)];
    }

    public TranscriptHead Head { get; set; }

    public SigningKey Key { get; set; }

    public List<CardChain> Chains { get; }

    public List<Charter> Charters { get; }

    public List<FeedFacts> Feeds { get; }

    public FeedFacts Feed(string party, Lane lane) => Feeds.First(f => f.Id.Party.ToString() == party && f.Id.Lane == lane);

    public byte[] Write()
    {
        using var file = new MemoryStream();
        var writer = new TranscriptWriter(file.Write, Head);
        foreach (var chain in Chains.OrderBy(c => c.Party))
            writer.Cards(chain);
        foreach (var charter in Charters)
            writer.Charter(charter);
        foreach (var feed in Feeds.OrderBy(f => f.Id))
            writer.Feed(feed.Id, feed.Entries, feed.Checkpoints, feed.Cosignatures, feed.Forks);
        writer.Seal(Key);
        return file.ToArray();
    }

    private static FeedFacts Of(SampleFeed feed, Member exporter, Func<EntryHeader, bool> without)
    {
        var size = feed.Id.Party == exporter.Party
            ? feed.Entries.Count
            : (int)exporter.Known.SizeOf(feed.Id.Party, feed.Id.Generation, feed.Id.Lane);
        return new FeedFacts(
            feed.Id,
            [.. feed.Entries.Take(size).Select(e =>
                (e.Header, without(e.Header) ? TranscriptContent.None : TranscriptContent.Of(e.Content)))],
            [.. feed.Checkpoints.Where(c => c.Head.Size <= size)],
            [.. feed.Cosignatures.Where(c => c.Head.Size <= size)],
            []);
    }
}

internal sealed record FeedFacts(
    FeedId Id,
    List<(EntryHeader Header, TranscriptContent Content)> Entries,
    List<SignedCheckpoint> Checkpoints,
    List<SignedCosignature> Cosignatures,
    List<SignedCheckpoint> Forks);
