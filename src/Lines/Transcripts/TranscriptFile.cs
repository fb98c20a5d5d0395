using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>A record's value and where it begins in the file, in bytes.</summary>
public readonly record struct Located<T>(T Value, long Offset);

/// <summary>An entry as a transcript holds it.</summary>
public sealed record TranscriptEntry(EntryHeader Header, TranscriptContent Content, long Offset);

/// <summary>All that a transcript holds of one feed.</summary>
public sealed class TranscriptFeed
{
    private readonly List<TranscriptEntry> entries = [];
    private readonly List<Located<SignedCheckpoint>> checkpoints = [];
    private readonly List<Located<SignedCosignature>> cosignatures = [];
    private readonly List<Located<SignedCheckpoint>> forks = [];

    internal TranscriptFeed(FeedId id, long offset)
    {
        Id = id;
        Offset = offset;
    }

    public FeedId Id { get; }

    public long Offset { get; }

    /// <summary>By index, without gaps.</summary>
    public IReadOnlyList<TranscriptEntry> Entries => entries;

    /// <summary>By size.</summary>
    public IReadOnlyList<Located<SignedCheckpoint>> Checkpoints => checkpoints;

    /// <summary>By size, party and time.</summary>
    public IReadOnlyList<Located<SignedCosignature>> Cosignatures => cosignatures;

    /// <summary>What the author signed and what contradicts the entries.</summary>
    public IReadOnlyList<Located<SignedCheckpoint>> Forks => forks;

    internal void Add(TranscriptRecord record, long offset)
    {
        switch (record)
        {
            case TranscriptRecord.Entry entry:
                entries.Add(new TranscriptEntry(entry.Header, entry.Content, offset));
                break;
            case TranscriptRecord.Signed signed:
                checkpoints.Add(new(signed.Value, offset));
                break;
            case TranscriptRecord.Cosigned cosigned:
                cosignatures.Add(new(cosigned.Value, offset));
                break;
            case TranscriptRecord.Fork fork:
                forks.Add(new(fork.Value, offset));
                break;
        }
    }
}

/// <summary>A transcript file as read: well formed, in order, unchanged since it was written as far as its own checks tell. Nothing in it
/// is proved by reading it; that is <see cref="TranscriptVerifier"/>'s.</summary>
public sealed class TranscriptFile
{
    private readonly List<Located<CardChain>> chains = [];
    private readonly List<Located<Charter>> charters = [];
    private readonly List<TranscriptFeed> feeds = [];

    private TranscriptFile()
    {
    }

    /// <summary>Null only while a file whose first record fails is looked at.</summary>
    internal Located<TranscriptHead>? MaybeHead { get; private set; }

    internal Located<byte[]>? Seal { get; private set; }

    internal Digest SealedDigest { get; private set; }

    public TranscriptHead Head => MaybeHead!.Value.Value;

    /// <summary>By party.</summary>
    public IReadOnlyList<Located<CardChain>> Chains => chains;

    /// <summary>By version, from 1.</summary>
    public IReadOnlyList<Located<Charter>> Charters => charters;

    /// <summary>By feed id.</summary>
    public IReadOnlyList<TranscriptFeed> Feeds => feeds;

    /// <summary>Reads a file; null, and the first record that fails, when it is none.</summary>
    public static TranscriptFile? Read(ReadOnlyMemory<byte> bytes, out TranscriptFault? fault)
    {
        (var file, fault) = ReadUpToFault(bytes);
        return fault is null ? file : null;
    }

    /// <summary>What can be read before the first record that fails.</summary>
    internal static (TranscriptFile File, TranscriptFault? Fault) ReadUpToFault(ReadOnlyMemory<byte> bytes)
    {
        var file = new TranscriptFile();
        if (!bytes.Span.StartsWith(TranscriptFrame.Mark))
            return (file, new TranscriptFault(0, "first line of the file", TranscriptFailure.NotATranscript));
        var grammar = new TranscriptGrammar();
        var running = TranscriptFrame.Start;
        var reader = new CborReader(
            bytes[TranscriptFrame.Mark.Length..], CborConformanceMode.Canonical, allowMultipleRootLevelValues: true);
        while (reader.BytesRemaining > 0)
        {
            var offset = bytes.Length - reader.BytesRemaining;
            if (grammar.IsSealed)
                return (file, new TranscriptFault(offset, "end of the file", TranscriptFailure.TrailingBytes));
            if (TranscriptFrame.Read(reader) is not var (record, check))
                return (file, Fault(grammar, offset, default, TranscriptFailure.Malformed));
            var before = running;
            running = TranscriptFrame.Next(running, record.Span);
            if (!running.ToArray().AsSpan(0, TranscriptFrame.CheckSize).SequenceEqual(check.Span))
                return (file, Fault(grammar, offset, record, TranscriptFailure.Damaged));
            if (TranscriptRecord.Parse(record, grammar.Line, grammar.Feed ?? default) is not { } parsed)
                return (file, Fault(grammar, offset, record, TranscriptFailure.Malformed));
            if (grammar.Accept(parsed) is { } failure)
                return (file, new TranscriptFault(offset, TranscriptRecord.Name(parsed, grammar.Feed, grammar.Entries), failure));
            file.Add(parsed, offset, before);
        }

        return (file, grammar.IsSealed ? null : new TranscriptFault(bytes.Length, "end of the file", TranscriptFailure.Truncated));
    }

    private void Add(TranscriptRecord record, long offset, Digest before)
    {
        switch (record)
        {
            case TranscriptRecord.Head head:
                MaybeHead = new(head.Value, offset);
                break;
            case TranscriptRecord.Chain chain:
                chains.Add(new(chain.Value, offset));
                break;
            case TranscriptRecord.Terms terms:
                charters.Add(new(terms.Value, offset));
                break;
            case TranscriptRecord.Feed feed:
                feeds.Add(new TranscriptFeed(feed.Value, offset));
                break;
            case TranscriptRecord.Seal seal:
                (Seal, SealedDigest) = (new(seal.Signature, offset), before);
                break;
            default:
                feeds[^1].Add(record, offset);
                break;
        }
    }

    /// <summary>A fault in a record whose own bytes cannot be believed: it is named by where it stands.</summary>
    private static TranscriptFault Fault(TranscriptGrammar grammar, long offset, ReadOnlyMemory<byte> record, TranscriptFailure how) =>
        new(offset, TranscriptRecord.NameByPlace(record.Span, grammar), how);
}
