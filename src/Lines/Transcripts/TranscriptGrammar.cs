using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>In which order records stand in a file, for writer and reader alike: head; card chains by party; charters by version; feeds by
/// id, each with its entries by index, checkpoints by size, cosignatures by size, party, time and bytes, second histories by size and
/// bytes; the seal.</summary>
internal sealed class TranscriptGrammar
{
    private int stage;
    private LineId line;
    private PartyId? lastChain;
    private byte[]? lastBytes;

    public FeedId? Feed { get; private set; }

    public LineId Line => line;

    public long Entries { get; private set; }

    public int Chains { get; private set; }

    public int Charters { get; private set; }

    public int Checkpoints { get; private set; }

    public int Cosignatures { get; private set; }

    public long Covered { get; private set; }

    public bool IsSealed => stage == Seal;

    private const int Start = 0;
    private const int Head = 1;
    private const int Chain = 2;
    private const int Terms = 3;
    private const int InFeed = 4;
    private const int Entry = 5;
    private const int Signed = 6;
    private const int Cosigned = 7;
    private const int Fork = 8;
    private const int Seal = 9;

    /// <summary>Takes the record as the next one; or says why it cannot stand here.</summary>
    public TranscriptFailure? Accept(TranscriptRecord record) => record switch
    {
        TranscriptRecord.Head head => AcceptHead(head.Value),
        TranscriptRecord.Chain chain => AcceptChain(chain.Value.Party),
        TranscriptRecord.Terms terms => AcceptCharter(terms.Value),
        TranscriptRecord.Feed feed => AcceptFeed(feed.Value),
        TranscriptRecord.Entry entry => AcceptEntry(entry.Header),
        TranscriptRecord.Signed signed => AcceptCheckpoint(signed.Value),
        TranscriptRecord.Cosigned cosigned => AcceptCosignature(cosigned.Value),
        TranscriptRecord.Fork fork => AcceptFork(fork.Value),
        _ => AcceptSeal(),
    };

    private TranscriptFailure? AcceptHead(TranscriptHead head)
    {
        if (stage != Start)
            return TranscriptFailure.OutOfOrder;
        (stage, line) = (Head, head.Line);
        return null;
    }

    private TranscriptFailure? AcceptChain(PartyId party)
    {
        if (stage is not (Head or Chain) || (lastChain is { } last && last >= party))
            return TranscriptFailure.OutOfOrder;
        (stage, lastChain) = (Chain, party);
        Chains++;
        return null;
    }

    private TranscriptFailure? AcceptCharter(Charter charter)
    {
        if (stage is not (Chain or Terms) || charter.Version != Charters + 1)
            return TranscriptFailure.OutOfOrder;
        stage = Terms;
        Charters++;
        return null;
    }

    private TranscriptFailure? AcceptFeed(FeedId feed)
    {
        if (stage < Terms || stage == Seal || feed.Line != line || (Feed is { } last && last >= feed))
            return TranscriptFailure.OutOfOrder;
        if (Uncovered)
            return TranscriptFailure.NotCovered;
        (stage, Feed, Entries, Covered, Checkpoints, Cosignatures, lastBytes) = (InFeed, feed, 0, 0, 0, 0, null);
        return null;
    }

    private TranscriptFailure? AcceptEntry(EntryHeader header)
    {
        if (stage is not (InFeed or Entry))
            return TranscriptFailure.OutOfOrder;
        if (header.Feed != Feed)
            return TranscriptFailure.OfAnotherFeed;
        if (header.Index != Entries)
            return TranscriptFailure.WrongIndex;
        stage = Entry;
        Entries++;
        return null;
    }

    private TranscriptFailure? AcceptCheckpoint(SignedCheckpoint checkpoint)
    {
        if (stage is not (Entry or Signed) || checkpoint.Head.Size <= Covered)
            return TranscriptFailure.OutOfOrder;
        if (checkpoint.Head.Size > Entries)
            return TranscriptFailure.BeyondFeed;
        (stage, Covered) = (Signed, checkpoint.Head.Size);
        Checkpoints++;
        return null;
    }

    private TranscriptFailure? AcceptCosignature(SignedCosignature cosignature)
    {
        var bytes = SortKey(cosignature);
        if (stage is not (Signed or Cosigned) || !Follows(bytes))
            return TranscriptFailure.OutOfOrder;
        if (cosignature.Head.Size > Entries)
            return TranscriptFailure.BeyondFeed;
        (stage, lastBytes) = (Cosigned, bytes);
        Cosignatures++;
        return null;
    }

    private TranscriptFailure? AcceptFork(SignedCheckpoint fork)
    {
        var bytes = SortKey(fork);
        if (stage != Fork)
            lastBytes = null;
        if (stage is not (Signed or Cosigned or Fork) || !Follows(bytes))
            return TranscriptFailure.OutOfOrder;
        if (fork.Head.Size > Entries)
            return TranscriptFailure.BeyondFeed;
        (stage, lastBytes) = (Fork, bytes);
        return null;
    }

    private TranscriptFailure? AcceptSeal()
    {
        if (stage < Terms || stage == Seal)
            return TranscriptFailure.OutOfOrder;
        if (Uncovered)
            return TranscriptFailure.NotCovered;
        stage = Seal;
        return null;
    }

    /// <summary>Bytes whose order is the order in the file.</summary>
    internal static byte[] SortKey(SignedCosignature cosignature) =>
        [.. BigEndian(cosignature.Head.Size), .. Padded(cosignature.By), .. BigEndian(cosignature.Time.UnixMilliseconds),
            .. cosignature.Encode()];

    internal static byte[] SortKey(SignedCheckpoint fork) => [.. BigEndian(fork.Head.Size), .. fork.Encode()];

    private bool Uncovered => Feed is not null && (Entries == 0 || Covered != Entries);

    private bool Follows(byte[] bytes) => lastBytes is null || lastBytes.AsSpan().SequenceCompareTo(bytes) < 0;

    private static byte[] BigEndian(long value)
    {
        var bytes = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Padded(PartyId party)
    {
        var bytes = new byte[Bounds.PartyIdLength];
        System.Text.Encoding.ASCII.GetBytes(party.ToString(), bytes);
        return bytes;
    }
}
