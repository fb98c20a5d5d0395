using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Station.Activities;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>An entry's content: the sealed bytes are those of the header, what rests under the station's key is what the header is committed to, the
/// epoch's secret opens the one to the other, and what is here and what is not agrees with the feed's document.</summary>
internal sealed class ContentCheck(Verification check, LineState line, FeedState feed)
{
    // Words of ours from before a restore came back from others: their keys went with the old store.
    private readonly bool isLost = feed.Id.Party == check.Keys.Party && feed.Id.Generation != line.OwnGeneration;

    /// <summary>The content; null when it is not readable here or something fails, which is found.</summary>
    public Content? Check(StoredEntry stored, EntryHeader header)
    {
        var failure = Failure(stored, header, out var content);
        if (failure is not { } how)
        {
            if (content is not null)
                check.Counts.Contents++;
            return content;
        }

        check.Find(Verification.NameOf(feed.Id, header.Index), how);
        return null;
    }

    private StoreFailure? Failure(StoredEntry stored, EntryHeader header, out Content? content)
    {
        content = null;
        var index = header.Index;
        if (stored.Sealed is { } carried && Digest.Of(carried) != header.Content)
            return StoreFailure.ContentMismatch;
        var absent = feed.Absent.Contains(index);
        var unreadable = feed.Unreadable.Contains(index);
        if ((stored.Opened is null) != (absent || unreadable))
            return StoreFailure.PresenceMismatch;
        var clear = check.OpenAtRest(stored);
        // What was destroyed is no gap; only words on activities ever are.
        if (clear is not null && DestroyedContent.Parse(clear) is not null)
            return stored.Sealed is null && AidExpiry.IsDestroyed(header.Kind) ? null : StoreFailure.PresenceMismatch;
        if (!SealedIsAsItShould(stored, absent))
            return StoreFailure.PresenceMismatch;
        if (stored.Opened is null)
            return null;
        if (clear is null)
            return StoreFailure.Damaged;
        if (Opening.Check(header, clear) is not { } opened)
            return StoreFailure.ContentMismatch;
        if (KeyFailure(stored, header, clear) is { } failure)
            return failure;
        if (header.Kind == EntryKind.Keying)
            RequireEpoch(header, opened);
        content = opened;
        return null;
    }

    private bool SealedIsAsItShould(StoredEntry stored, bool absent)
    {
        if (absent)
            return stored.Sealed is null;
        if (stored.Index < feed.Dropped)
            return stored.Sealed is null || isLost;
        return stored.Sealed is not null || feed.HandedOver.Contains(stored.Index) || isLost;
    }

    private StoreFailure? KeyFailure(StoredEntry stored, EntryHeader header, byte[] clear)
    {
        if (stored.Sealed is not { } carried || feed.HandedOver.Contains(header.Index) || isLost)
            return null;
        if (EntryKind.IsClear(header.Kind))
            return carried.AsSpan().SequenceEqual(clear) ? null : StoreFailure.ContentMismatch;
        // A missing epoch is named where its keying stands.
        if (line.EpochOf(feed.Id, header.Index) is not { Secret: { } secret })
            return null;
        return EntrySeal.Open(check.Keys.Suite, secret, feed.Id, header.EncodePrefix(), carried) is { } opened && opened.AsSpan().SequenceEqual(clear)
            ? null
            : StoreFailure.KeyMismatch;
    }

    private void RequireEpoch(EntryHeader header, Content content)
    {
        if (isLost || header.Index < feed.Dropped || KeyingContent.From(content) is null)
            return;
        if (!line.Epochs.TryGetValue(feed.Id, out var epochs) || !epochs.Exists(e => e.Index == header.Index))
            KeyCheck.Missing(check, DocumentKind.Epoch, $"{feed.Id}/{header.Index}");
    }
}
