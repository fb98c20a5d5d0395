using System.Buffers;
using Parley.Control;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>A line's transcript with every proof, as a file. The loop notes how far each feed reaches; the store is read by the asker's own thread.</summary>
internal static class Exports
{
    private const int Page = 1000;

    public static object Line(OperationContext context, ExportLine operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return new Refused<ExportFile>(refused.Why, refused.Detail);
        var feeds = line.Feeds.Values.Where(f => f.Size > 0).Select(f => (f.Id, f.Size)).ToList();
        var chains = line.Fold.Founding!.Parties.Where(p => !p.IsByHand).Select(p => memory.ChainOf(p.Party))
            .OfType<Parley.Lines.Parties.CardChain>().OrderBy(c => c.Party).ToList();
        var charters = line.Fold.InForce.Count > 0 ? line.Fold.InForce.ToList() : [line.Fold.Founding!];
        var head = new TranscriptHead(line.Id, memory.Own, context.Step.Now, memory.Suite.Id);
        var mode = line.Mode;
        var name = $"{LineNames.HandleOf(memory, line).Replace(':', '-')}-{memory.Own}";
        name = mode == LineMode.Exercise ? $"EXERCISE-{name}-EXERCISE.transcript" : $"{name}.transcript";
        return new Deferred(() =>
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 16);
            var writer = new TranscriptWriter(bytes => buffer.Write(bytes), head);
            foreach (var chain in chains)
                writer.Cards(chain);
            foreach (var charter in charters)
                writer.Charter(charter);
            foreach (var (id, size) in feeds)
                writer.Feed(id, Entries(memory, id, size), Checkpoints(memory, id, size), Cosignatures(memory, id, size));
            writer.Seal(memory.Keys.Identity);
            return new Done<ExportFile>(new ExportFile(mode, name, buffer.WrittenSpan.ToArray()));
        });
    }

    private static IEnumerable<(EntryHeader Header, TranscriptContent Content)> Entries(StationMemory memory, FeedId feed, long size)
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

    private static IEnumerable<SignedCheckpoint> Checkpoints(StationMemory memory, FeedId feed, long size)
    {
        for (long above = 0; above < size;)
        {
            var page = memory.Store.Checkpoints(feed, above, Page);
            foreach (var stored in page.Where(s => s.Size <= size))
                yield return SignedCheckpoint.Parse(stored.Signed, feed) ?? throw new InvalidOperationException($"checkpoint {stored.Size} of {feed} is damaged");
            above = page.Count == 0 ? size : page[^1].Size;
        }
    }

    private static IEnumerable<SignedCosignature> Cosignatures(StationMemory memory, FeedId feed, long size)
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
