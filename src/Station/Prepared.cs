using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.Keys;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>A frame after everything that needs no state: parsed, its signature checked, its contents opened where the key is known. Made before the
/// loop, on the circuit's own thread, so that one peer's flood costs that peer's thread and no other.</summary>
internal abstract record Prepared
{
    /// <summary>Prepares one frame; a <see cref="PreparedRefusal"/> when it is not to be taken.</summary>
    public static Prepared From(ReadOnlyMemory<byte> bytes, StationKeys keys, SharedLookup lookup)
    {
        var frame = Frame.Parse(bytes, out var refusal);
        return frame switch
        {
            null => new PreparedRefusal(refusal),
            BatchFrame batch => PreparedBatch.Of(batch, keys, lookup),
            ReceiptFrame receipt => PreparedReceipt.Of(receipt, keys, lookup),
            CosignatureFrame cosignature => PreparedCosignature.Of(cosignature, lookup),
            _ => new PreparedOther(frame),
        };
    }
}

/// <summary>A frame that is not taken. <paramref name="Author"/> is named where it is a party that is not verified here.</summary>
internal sealed record PreparedRefusal(FrameRefusal Refusal, PartyId? Author = null) : Prepared;

/// <summary>A frame that has no signature of its own.</summary>
internal sealed record PreparedOther(Frame Frame) : Prepared;

/// <summary>A batch whose checkpoint's signature holds. <paramref name="Card"/> is the position of the signing card in the author's chain, -1 when the
/// author is not known here (a proposed line). <paramref name="Contents"/> are in clear where they could be opened.</summary>
internal sealed record PreparedBatch(BatchFrame Frame, byte[][] Headers, Digest[] Leaves, byte[]?[] Contents, int Card) : Prepared
{
    public static Prepared Of(BatchFrame frame, StationKeys keys, SharedLookup lookup)
    {
        var feed = frame.Feed;
        if (frame.Checkpoint.Suite != keys.Suite.Id)
            return new PreparedRefusal(FrameRefusal.SuiteTooWeak);
        if (frame.Entries.Count == 0)
            return new PreparedRefusal(FrameRefusal.Malformed);
        var chain = lookup.KeysOf(feed.Party);
        var card = Array.FindLastIndex(chain, k => frame.Checkpoint.Verify(k));
        if (card < 0)
            return chain.Length == 0 ? new PreparedRefusal(FrameRefusal.UnknownKey, feed.Party) : new PreparedRefusal(FrameRefusal.BadSignature);
        var count = frame.Entries.Count;
        var headers = new byte[count][];
        var leaves = new Digest[count];
        var contents = new byte[count][];
        var keyed = false;
        for (var i = 0; i < count; i++)
        {
            var (header, carried) = frame.Entries[i];
            var prefix = header.EncodePrefix();
            headers[i] = EntryHeader.Complete(prefix, header.Content);
            leaves[i] = MerkleTree.LeafHash(headers[i]);
            // After a keying in the same batch the epoch is not known yet; the loop opens those.
            keyed |= header.Kind == EntryKind.Keying;
            if (carried is null)
                continue;
            if (EntryKind.IsClear(header.Kind))
                contents[i] = carried;
            else if (!keyed && lookup.EpochOf(feed, header.Index)?.Secret is { } secret)
                contents[i] = EntrySeal.Open(keys.Suite, secret, feed, prefix, carried)!;
        }

        return new PreparedBatch(frame, headers, leaves, contents, card);
    }
}

/// <summary>A receipt whose signature holds over the checkpoint that is recorded here. <paramref name="Card"/> is the position of the signing card in the
/// cosigner's chain.</summary>
internal sealed record PreparedReceipt(SignedCosignature Signed, int Card) : Prepared
{
    public static Prepared Of(ReceiptFrame frame, StationKeys keys, SharedLookup lookup)
    {
        if (lookup.CheckpointAt(frame.Feed, frame.Size) is not { } checkpoint)
            return new PreparedRefusal(frame.Feed.Party == keys.Party ? FrameRefusal.BadReceipt : FrameRefusal.Gap);
        var signed = frame.Over(checkpoint);
        var chain = lookup.KeysOf(frame.By);
        if (chain.Length == 0)
            return new PreparedRefusal(FrameRefusal.UnknownKey, frame.By);
        var card = Array.FindLastIndex(chain, signed.Verify);
        return card >= 0 ? new PreparedReceipt(signed, card) : new PreparedRefusal(FrameRefusal.BadSignature);
    }
}

/// <summary>A member's cosignature over a head that need not be recorded here; its signature holds.</summary>
internal sealed record PreparedCosignature(SignedCosignature Signed, int Card) : Prepared
{
    public static Prepared Of(CosignatureFrame frame, SharedLookup lookup)
    {
        var chain = lookup.KeysOf(frame.Signed.By);
        if (chain.Length == 0)
            return new PreparedRefusal(FrameRefusal.UnknownKey);
        var card = Array.FindLastIndex(chain, frame.Signed.Verify);
        return card >= 0 ? new PreparedCosignature(frame.Signed, card) : new PreparedRefusal(FrameRefusal.BadSignature);
    }
}
