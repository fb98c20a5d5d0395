using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>A line's whole transcript as it stood at one moment of the loop; written by the asker's own thread.</summary>
internal sealed class LineExport
{
    private const int Page = 1000;

    private readonly StationMemory memory;
    private readonly List<(FeedId Id, long Size)> feeds;
    private readonly List<CardChain> chains;
    private readonly List<Charter> charters;
    private readonly TranscriptHead head;

    private LineExport(OperationContext context, LineState line)
    {
        memory = context.Memory;
        feeds = [.. line.Feeds.Values.Where(f => f.Size > 0).Select(f => (f.Id, f.Size))];
        chains = [.. line.Fold.Founding!.Parties.Where(p => !p.IsByHand).Select(p => memory.ChainOf(p.Party)).OfType<CardChain>().OrderBy(c => c.Party)];
        charters = line.Fold.InForce.Count > 0 ? [.. line.Fold.InForce] : [line.Fold.Founding!];
        head = new TranscriptHead(line.Id, memory.Own, context.Step.Now, memory.Suite.Id);
        Key = memory.Keys.Identity;
    }

    /// <summary>Our key as it was at that moment.</summary>
    public SigningKey Key { get; }

    public SuiteId Suite => head.Suite;

    /// <summary>Entries in all feeds.</summary>
    public long Entries => feeds.Sum(f => f.Size);

    public static LineExport Of(OperationContext context, LineState line) => new(context, line);

    public void Write(Action<ReadOnlySpan<byte>> sink)
    {
        var writer = new TranscriptWriter(sink, head);
        foreach (var chain in chains)
            writer.Cards(chain);
        foreach (var charter in charters)
            writer.Charter(charter);
        foreach (var (id, size) in feeds)
            writer.Feed(id, EntriesOf(id, size), Checkpoints(id, size), Cosignatures(id, size));
        writer.Seal(Key);
    }

    private IEnumerable<(EntryHeader Header, TranscriptContent Content)> EntriesOf(FeedId feed, long size)
    {
        for (long from = 0; from < size;)
        {
            var page = memory.Store.Entries(feed, from, (int)Math.Min(Page, size - from));
            if (page.Count == 0)
                yield break;
            foreach (var stored in page)
            {
                var header = EntryHeader.Parse(stored.Header) ?? throw new InvalidOperationException($"entry {stored.Index} of {feed} is damaged");
                var clear = Handover.OpenAtRest(memory, stored);
                yield return (header, clear is not null && Content.Parse(clear) is { } content ? TranscriptContent.Of(content) : TranscriptContent.None);
            }

            from += page.Count;
        }
    }

    private IEnumerable<SignedCheckpoint> Checkpoints(FeedId feed, long size)
    {
        for (long above = 0; above < size;)
        {
            var page = memory.Store.Checkpoints(feed, above, Page);
            foreach (var stored in page.Where(s => s.Size <= size))
                yield return SignedCheckpoint.Parse(stored.Signed, feed) ?? throw new InvalidOperationException($"checkpoint {stored.Size} of {feed} is damaged");
            above = page.Count == 0 ? size : page[^1].Size;
        }
    }

    private IEnumerable<SignedCosignature> Cosignatures(FeedId feed, long size)
    {
        for (long after = 0; ;)
        {
            var page = memory.Store.Cosignatures(feed, after, Page);
            if (page.Count == 0)
                yield break;
            foreach (var stored in page.Where(s => s.Size <= size))
                yield return SignedCosignature.Parse(stored.Signed, feed) ?? throw new InvalidOperationException($"cosignature {stored.Number} of {feed} is damaged");
            after = page[^1].Number;
        }
    }
}
