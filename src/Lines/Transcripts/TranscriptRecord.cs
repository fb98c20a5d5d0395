using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>What an exported transcript says about itself.</summary>
/// <param name="Line">The line it is of.</param>
/// <param name="Exporter">Whose station wrote it, and whose identity key seals it.</param>
/// <param name="Time">When, by that station's clock.</param>
/// <param name="Suite">Suite of the seal.</param>
public sealed record TranscriptHead(LineId Line, PartyId Exporter, Timestamp Time, SuiteId Suite);

/// <summary>One record of a transcript file: [kind, …] in deterministic CBOR. A closed family in the order in which they stand in a
/// file.</summary>
internal abstract record TranscriptRecord
{
    private TranscriptRecord()
    {
    }

    private const int HeadKind = 1;
    private const int ChainKind = 2;
    private const int CharterKind = 3;
    private const int FeedKind = 4;
    private const int EntryKind = 5;
    private const int CheckpointKind = 6;
    private const int CosignatureKind = 7;
    private const int ForkKind = 8;
    private const int SealKind = 9;
    private const int SignatureSize = 8192;

    /// <summary>[1, line, exporter, time, suite].</summary>
    public sealed record Head(TranscriptHead Value) : TranscriptRecord;

    /// <summary>[2, card chain].</summary>
    public sealed record Chain(CardChain Value) : TranscriptRecord;

    /// <summary>[3, charter].</summary>
    public sealed record Terms(Charter Value) : TranscriptRecord;

    /// <summary>[4, party, generation, lane]: what follows is of that feed of the head's line.</summary>
    public sealed record Feed(FeedId Value) : TranscriptRecord;

    /// <summary>[5, header, content].</summary>
    public sealed record Entry(EntryHeader Header, TranscriptContent Content) : TranscriptRecord;

    /// <summary>[6, checkpoint].</summary>
    public sealed record Signed(SignedCheckpoint Value) : TranscriptRecord;

    /// <summary>[7, cosignature].</summary>
    public sealed record Cosigned(SignedCosignature Value) : TranscriptRecord;

    /// <summary>[8, checkpoint]: the author signed this too, and it contradicts what stands above.</summary>
    public sealed record Fork(SignedCheckpoint Value) : TranscriptRecord;

    /// <summary>[9, signature].</summary>
    public sealed record Seal(byte[] Signature) : TranscriptRecord;

    public byte[] Encode()
    {
        var writer = Cbor.Writer(1024);
        switch (this)
        {
            case Head { Value: var head }:
                Start(writer, 5, HeadKind);
                writer.WriteDigest(head.Line.Value);
                writer.WriteTextString(head.Exporter.ToString());
                writer.WriteUInt64((ulong)head.Time.UnixMilliseconds);
                writer.WriteUInt32(head.Suite.Number);
                break;
            case Feed { Value: var feed }:
                Start(writer, 4, FeedKind);
                writer.WriteTextString(feed.Party.ToString());
                writer.WriteByteString(feed.Generation.ToArray());
                writer.WriteUInt32((uint)feed.Lane);
                break;
            case Entry entry:
                Start(writer, 3, EntryKind);
                writer.WriteByteString(entry.Header.Encode());
                entry.Content.Write(writer);
                break;
            default:
                var (kind, bytes) = Enclosed();
                Start(writer, 2, kind);
                writer.WriteByteString(bytes);
                break;
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    private (int Kind, byte[] Bytes) Enclosed() => this switch
    {
        Chain chain => (ChainKind, chain.Value.Encode()),
        Terms terms => (CharterKind, terms.Value.Encode()),
        Signed signed => (CheckpointKind, signed.Value.Encode()),
        Cosigned cosigned => (CosignatureKind, cosigned.Value.Encode()),
        Fork fork => (ForkKind, fork.Value.Encode()),
        Seal seal => (SealKind, seal.Signature),
        _ => throw new InvalidOperationException("The family is closed."),
    };

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else. Checkpoints and cosignatures are read as being over
    /// <paramref name="feed"/>, feeds as being of <paramref name="line"/>.</summary>
    public static TranscriptRecord? Parse(ReadOnlyMemory<byte> bytes, LineId line, FeedId feed) => Cbor.Read(bytes, bytes.Length, reader =>
    {
        var items = reader.ReadStartArray();
        var kind = reader.UpTo(SealKind);
        TranscriptRecord? record = (kind, items) switch
        {
            (HeadKind, 5) => ReadHead(reader),
            (FeedKind, 4) => ReadFeed(reader, line),
            (EntryKind, 3) => ReadEntry(reader),
            (ChainKind, 2) => CardChain.Parse(Inner(reader)) is { } chain ? new Chain(chain) : null,
            (CharterKind, 2) => Charter.Parse(Inner(reader)) is { } charter ? new Terms(charter) : null,
            (CheckpointKind, 2) => SignedCheckpoint.Parse(Inner(reader), feed) is { } checkpoint ? new Signed(checkpoint) : null,
            (CosignatureKind, 2) => SignedCosignature.Parse(Inner(reader), feed) is { } cosignature ? new Cosigned(cosignature) : null,
            (ForkKind, 2) => SignedCheckpoint.Parse(Inner(reader), feed) is { } checkpoint ? new Fork(checkpoint) : null,
            (SealKind, 2) => new Seal(reader.BytesUpTo(SignatureSize)),
            _ => null,
        };
        if (record is not null)
            reader.ReadEndArray();
        return record;
    });

    /// <summary>What people call it. Of an entry, <paramref name="feed"/> and <paramref name="index"/> say where it stands.</summary>
    public static string Name(TranscriptRecord record, FeedId? feed, long index) => record switch
    {
        Head => "head of the file",
        Chain chain => $"card of {chain.Value.Party}",
        Terms terms => $"charter, version {terms.Value.Version}",
        Feed f => $"feed {Short(f.Value)}",
        Entry when feed is { } of => $"entry {Short(of)}/{index}",
        Entry => "entry outside any feed",
        Signed c => $"checkpoint of {Short(c.Value.Feed)}, size {c.Value.Head.Size}",
        Cosigned c => $"cosignature of {c.Value.By} over {Short(c.Value.Feed)}, size {c.Value.Head.Size}",
        Fork f => $"second history of {Short(f.Value.Feed)}, size {f.Value.Head.Size}",
        _ => "seal of the file",
    };

    /// <summary>What people call a record whose bytes cannot be believed: its kind, if it has one, and where it stands.</summary>
    public static string NameByPlace(ReadOnlySpan<byte> record, TranscriptGrammar place)
    {
        var feed = place.Feed is { } of ? Short(of) : "no feed";
        return (record.Length > 1 ? record[1] : 0) switch
        {
            HeadKind => "head of the file",
            ChainKind => $"card of party number {place.Chains + 1}",
            CharterKind => $"charter, version {place.Charters + 1}",
            FeedKind => $"feed after {feed}",
            EntryKind => $"entry {feed}/{place.Entries}",
            CheckpointKind => $"checkpoint of {feed}, after size {place.Covered}",
            CosignatureKind => $"cosignature number {place.Cosignatures + 1} over {feed}",
            ForkKind => $"second history of {feed}",
            SealKind => "seal of the file",
            _ => place.Feed is null ? "record before the first feed" : $"record of {feed}, after entry {place.Entries - 1}",
        };
    }

    /// <summary>A feed for reading: the first eight digits of the generation are enough for the eye.</summary>
    public static string Short(FeedId feed) => $"{feed.Party}/{feed.Generation.ToString().AsSpan(0, 8)}…/{feed.LaneName}";

    /// <summary>What the seal's signature signs: "parley/1/transcript", a line feed, and the running digest.</summary>
    public static byte[] SealedText(Digest running) => [.. "parley/1/transcript\n"u8, .. running.ToArray()];

    private static ReadOnlyMemory<byte> Inner(CborReader reader) => reader.ReadDefiniteLengthByteString();

    private static void Start(CborWriter writer, int items, int kind)
    {
        writer.WriteStartArray(items);
        writer.WriteUInt32((uint)kind);
    }

    private static Head? ReadHead(CborReader reader)
    {
        var line = new LineId(reader.Digest());
        return PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is { } exporter
            ? new Head(new TranscriptHead(line, exporter, reader.Time(), new SuiteId((byte)reader.UpTo(byte.MaxValue))))
            : null;
    }

    private static Feed? ReadFeed(CborReader reader, LineId line) =>
        PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is { } party
            ? new Feed(new FeedId(line, party, GenerationId.From(reader.Bytes(GenerationId.Size)), (Lane)reader.UpTo(1)))
            : null;

    private static Entry? ReadEntry(CborReader reader) =>
        EntryHeader.Parse(Inner(reader)) is { } header && TranscriptContent.Read(reader) is { } content ? new Entry(header, content) : null;
}
