using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>One feed: its entries without gaps, each in its own place; their log recomputed and equal to every checkpoint's root; every checkpoint signed
/// by a card that may sign it; the whole as the feed's document says.</summary>
internal sealed class FeedCheck(Verification check, LineState line, FeedState feed)
{
    private const int Page = 256;
    private readonly CompactRange range = new();
    private readonly ContentCheck contents = new(check, line, feed);
    private readonly Queue<StoredCheckpoint> checkpoints = new();
    private readonly long failedBefore = check.Failed;
    private RowSum checkpointSum;
    private StoredCheckpoint? lastCheckpoint;
    private EntryHeader? last;
    private long nextCheckpoint = long.MinValue;
    private int card;
    private int rotatedTo;

    // A gap or a wrong root: what rests on the log from here on proves nothing more.
    private bool isBroken;

    public void Run()
    {
        check.Counts.Feeds++;
        for (var next = 0L; NextPage(next) is { Count: > 0 } page; next = page[^1].Index + 1)
        {
            foreach (var stored in page)
                Take(stored);
        }

        foreach (var rest in Rest())
            check.Find(Verification.CheckpointAt(feed.Id, rest.Size), StoreFailure.Unexpected);
        End();
    }

    /// <summary>Entries from that index on. An entry that cannot be read back is found, and the page goes on after it.</summary>
    private IReadOnlyList<StoredEntry> NextPage(long next)
    {
        if (check.Try(() => check.Store.Entries(feed.Id, next, Page)) is { } page)
            return page;
        for (; next < Math.Max(feed.Size, 1); next++)
        {
            if (check.Try(() => check.Store.Entries(feed.Id, next, 1)) is { } one)
                return one;
            check.Find(Verification.NameOf(feed.Id, next), StoreFailure.Unreadable);
            isBroken = true;
            unreadable++;
        }

        return [];
    }

    private long unreadable;

    private long Expected => range.Size + unreadable;

    private void Take(StoredEntry stored)
    {
        var name = Verification.NameOf(feed.Id, stored.Index);
        check.Counts.Entries++;
        for (; Expected < Math.Min(stored.Index, feed.Size); unreadable++)
        {
            check.Find(Verification.NameOf(feed.Id, Expected), StoreFailure.Missing);
            isBroken = true;
        }

        if (stored.Index >= feed.Size)
        {
            check.Find(name, StoreFailure.Unexpected);
            return;
        }

        range.AppendLeaf(stored.Header);
        if (EntryHeader.Parse(stored.Header) is not { } header)
            check.Find(name, StoreFailure.Malformed);
        else if (header.Feed != feed.Id || header.Index != stored.Index)
            check.Find(name, StoreFailure.OfAnotherPlace);
        else
            TakeContent(stored, header);
        TakeCheckpoints(stored.Index + 1);
    }

    private void TakeContent(StoredEntry stored, EntryHeader header)
    {
        last = header;
        if (contents.Check(stored, header) is not { } content)
            return;
        if (header.Kind == EntryKind.Rotation && RotationContent.From(content) is { } rotation)
            rotatedTo = Math.Max(rotatedTo, rotation.Chain.Cards.Count - 1);
        if (header.Kind == EntryKind.Key && feed.Id.Party == check.Keys.Party && feed.Id.Generation == line.OwnGeneration)
            check.LastKeys[line.Id] = (feed.Id.Generation, header.Index);
    }

    private void TakeCheckpoints(long size)
    {
        while (Peek() is { } next && next.Size <= size)
        {
            checkpoints.Dequeue();
            Take(next, size);
        }
    }

    private StoredCheckpoint? Peek()
    {
        if (checkpoints.Count == 0)
        {
            foreach (var more in check.Try(() => check.Store.Checkpoints(feed.Id, nextCheckpoint, Page)) ?? [])
                checkpoints.Enqueue(more);
            nextCheckpoint = checkpoints.LastOrDefault()?.Size ?? nextCheckpoint;
        }

        return checkpoints.TryPeek(out var next) ? next : null;
    }

    private IEnumerable<StoredCheckpoint> Rest()
    {
        while (Peek() is not null)
            yield return checkpoints.Dequeue();
    }

    private void Take(StoredCheckpoint stored, long size)
    {
        check.Counts.Checkpoints++;
        checkpointSum = checkpointSum.With(FeedState.RowOf(stored.Signed));
        lastCheckpoint = stored;
        if (FailureOf(stored, size) is not { } how)
            return;
        isBroken |= how == StoreFailure.RootMismatch;
        check.Find(Verification.CheckpointAt(feed.Id, stored.Size), how);
    }

    private StoreFailure? FailureOf(StoredCheckpoint stored, long size)
    {
        if (SignedCheckpoint.Parse(stored.Signed, feed.Id) is not { } signed)
            return StoreFailure.Malformed;
        if (signed.Head.Size != stored.Size || stored.Size != size)
            return StoreFailure.OfAnotherPlace;
        if (signed.Suite != check.Keys.Suite.Id)
            return StoreFailure.UnknownSuite;
        return SignatureOf(signed) ?? (isBroken || signed.Head.Root == range.Root ? null : StoreFailure.RootMismatch);
    }

    /// <summary>The newest card whose key signed it must not stand before one that signed, or that a rotation named, earlier.</summary>
    private StoreFailure? SignatureOf(SignedCheckpoint signed)
    {
        var keys = check.KeysOf(feed.Id.Party);
        if (keys.Length == 0)
            return StoreFailure.NoCard;
        for (var i = keys.Length - 1; i >= card; i--)
        {
            if (!signed.Verify(keys[i]))
                continue;
            // The checkpoint that covers a rotation as its last entry is still signed by the key before.
            card = Math.Max(i, Math.Min(rotatedTo, keys.Length - 1));
            return null;
        }

        return StoreFailure.WrongSignature;
    }

    private void End()
    {
        for (; Expected < feed.Size; unreadable++)
        {
            check.Find(Verification.NameOf(feed.Id, Expected), StoreFailure.Missing);
            isBroken = true;
        }

        var name = Verification.NameOf(DocumentKind.Feed, feed.Id.ToString());
        if (feed.Checkpoint is { } covering && lastCheckpoint?.Size != covering.Head.Size)
            check.Find(Verification.CheckpointAt(feed.Id, covering.Head.Size), StoreFailure.Missing);
        if (check.Failed != failedBefore)
            return;
        if (!range.Encode().AsSpan().SequenceEqual(feed.Range.Encode()) || feed.Checkpoint?.Head.Size != (feed.Size == 0 ? null : feed.Size) ||
            (lastCheckpoint is not null && !lastCheckpoint.Signed.AsSpan().SequenceEqual(feed.Checkpoint!.Encode())) ||
            (last is not null && last.Time != feed.LastTime) ||
            Math.Max(feed.Absent.End, Math.Max(feed.Unreadable.End, feed.Unplaced.End)) > feed.Size)
            check.Find(name, StoreFailure.NotTheFold);
        else if (checkpointSum != feed.Checkpoints)
            check.Find($"checkpoints {feed.Id}", StoreFailure.SumMismatch, $"{checkpointSum.Count} of {feed.Checkpoints.Count}");
    }
}
