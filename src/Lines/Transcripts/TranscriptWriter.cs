using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>Writes the transcript of one line as a file that a stranger can verify with nothing else (docs/formats/transcript.md). Each
/// member writes at once to the sink; nothing is kept but a digest, so the length of a transcript does not matter. Calls in
/// order: <see cref="Cards"/> ordered by party, <see cref="Charter"/> by version, <see cref="Feed"/> by feed id, <see cref="Seal"/>;
/// any other order is a fault (<see cref="InvalidOperationException"/>), as is a feed that its checkpoints do not cover.</summary>
public sealed class TranscriptWriter
{
    private readonly Action<ReadOnlySpan<byte>> sink;
    private readonly TranscriptHead head;
    private readonly TranscriptGrammar grammar = new();
    private Digest running = TranscriptFrame.Start;

    public TranscriptWriter(Action<ReadOnlySpan<byte>> sink, TranscriptHead head)
    {
        this.sink = sink;
        this.head = head;
        sink(TranscriptFrame.Mark);
        Write(new TranscriptRecord.Head(head));
    }

    /// <summary>All cards of a party, as far as they are known.</summary>
    public void Cards(CardChain chain) => Write(new TranscriptRecord.Chain(chain));

    /// <summary>One version of the charter, from 1.</summary>
    public void Charter(Charter charter) => Write(new TranscriptRecord.Terms(charter));

    /// <summary>One feed with at least one entry. Checkpoints and cosignatures may come in any order and more than once.</summary>
    /// <param name="feed">Which.</param>
    /// <param name="entries">All its headers from index 0, read once, each with what is shown of its content.</param>
    /// <param name="checkpoints">Its checkpoints, the one over the last entry among them; one a size.</param>
    /// <param name="cosignatures">Receipts over it by anyone.</param>
    /// <param name="forks">Checkpoints that the same key signed and that contradict these entries.</param>
    public void Feed(
        FeedId feed,
        IEnumerable<(EntryHeader Header, TranscriptContent Content)> entries,
        IEnumerable<SignedCheckpoint> checkpoints,
        IEnumerable<SignedCosignature> cosignatures,
        IEnumerable<SignedCheckpoint>? forks = null)
    {
        Write(new TranscriptRecord.Feed(feed));
        foreach (var (header, content) in entries)
            Write(new TranscriptRecord.Entry(header, content));
        foreach (var checkpoint in checkpoints.OrderBy(c => c.Head.Size).DistinctBy(c => c.Head.Size))
            Write(new TranscriptRecord.Signed(checkpoint));
        foreach (var cosignature in Sorted(cosignatures, TranscriptGrammar.SortKey))
            Write(new TranscriptRecord.Cosigned(cosignature));
        foreach (var fork in Sorted(forks ?? [], TranscriptGrammar.SortKey))
            Write(new TranscriptRecord.Fork(fork));
    }

    /// <summary>The last record: the exporter's signature over all before it, by the key of its newest card in the file.</summary>
    public void Seal(SigningKey key) => Write(new TranscriptRecord.Seal(key.Sign(TranscriptRecord.SealedText(running))));

    internal TranscriptHead Head => head;

    internal void Write(TranscriptRecord record)
    {
        if (grammar.Accept(record) is { } failure)
            throw new InvalidOperationException($"{TranscriptRecord.Name(record, grammar.Feed, grammar.Entries)}: {failure}.");
        var bytes = record.Encode();
        running = TranscriptFrame.Next(running, bytes);
        sink(TranscriptFrame.Encode(bytes, running));
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> signed, Func<T, byte[]> keyOf)
    {
        var keyed = signed.Select(s => (Key: keyOf(s), Value: s)).ToArray();
        Array.Sort(keyed, static (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        for (var i = 0; i < keyed.Length; i++)
        {
            if (i == 0 || !keyed[i].Key.AsSpan().SequenceEqual(keyed[i - 1].Key))
                yield return keyed[i].Value;
        }
    }
}
