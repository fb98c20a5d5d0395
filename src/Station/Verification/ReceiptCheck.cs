using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>The cosignatures over one feed: numbered without gaps, signed by a card of their party, over a checkpoint that is recorded here; the newest of
/// each party is the one that the feed's document states.</summary>
internal sealed class ReceiptCheck(Verification check, FeedState feed)
{
    private const int Page = 256;
    private readonly Dictionary<PartyId, SignedCosignature> newest = [];
    private RowSum sum;
    private bool isBroken;

    /// <param name="isSound">Nothing of the feed failed: the checkpoints can be relied on.</param>
    public void Run(bool isSound)
    {
        for (var after = long.MinValue; NextPage(after) is { Count: > 0 } page; after = page[^1].Number)
        {
            foreach (var stored in page)
                Take(stored, isSound);
        }

        for (var number = sum.Count + 1; number <= feed.Cosignatures.Count; number++)
            Find(number, StoreFailure.Missing);
        if (!isBroken && isSound && !ReceiptsAreTheNewest())
            check.Find(Verification.NameOf(DocumentKind.Feed, feed.Id.ToString()), StoreFailure.NotTheFold, "receipts");
        else if (!isBroken && sum != feed.Cosignatures)
            check.Find($"receipts over {feed.Id}", StoreFailure.SumMismatch, $"{sum.Count} of {feed.Cosignatures.Count}");
    }

    private IReadOnlyList<StoredCosignature> NextPage(long after)
    {
        if (check.Try(() => check.Store.Cosignatures(feed.Id, after, Page)) is { } page)
            return page;
        after = Math.Max(after, 0);
        for (; after < feed.Cosignatures.Count; after++)
        {
            if (check.Try(() => check.Store.Cosignatures(feed.Id, after, 1)) is { } one)
                return one;
            Find(after + 1, StoreFailure.Unreadable);
            sum = sum with { Count = after + 1 };
        }

        return [];
    }

    private void Take(StoredCosignature stored, bool isSound)
    {
        check.Counts.Cosignatures++;
        if (stored.Number < 1 || stored.Number > feed.Cosignatures.Count)
        {
            Find(stored.Number, StoreFailure.Unexpected);
            return;
        }

        for (; sum.Count + 1 < stored.Number; sum = sum with { Count = sum.Count + 1 })
            Find(sum.Count + 1, StoreFailure.Missing);
        sum = sum.With(FeedState.RowOf(stored.Number, stored.Signed));
        if (Failure(stored, isSound) is { } how)
            Find(stored.Number, how);
    }

    private StoreFailure? Failure(StoredCosignature stored, bool isSound)
    {
        if (SignedCosignature.Parse(stored.Signed, feed.Id) is not { } signed)
            return StoreFailure.Malformed;
        if (signed.By != stored.By || signed.Head.Size != stored.Size)
            return StoreFailure.OfAnotherPlace;
        if (signed.Suite != check.Keys.Suite.Id)
            return StoreFailure.UnknownSuite;
        var keys = check.KeysOf(signed.By);
        if (keys.Length == 0)
            return StoreFailure.NoCard;
        if (Array.FindLastIndex(keys, signed.Verify) < 0)
            return StoreFailure.WrongSignature;
        newest[signed.By] = signed;
        return isSound ? Covered(signed) : null;
    }

    private StoreFailure? Covered(SignedCosignature signed)
    {
        var size = signed.Head.Size;
        var at = check.Try(() => check.Store.Checkpoints(feed.Id, size - 1, 1)) is [var stored] && stored.Size == size
            ? SignedCheckpoint.Parse(stored.Signed, feed.Id)
            : null;
        if (at is null)
        {
            var name = Verification.CheckpointAt(feed.Id, size);
            if (!check.Found(name))
                check.Find(name, StoreFailure.Missing);
            isBroken = true;
            return null;
        }

        return at.Head == signed.Head ? null : StoreFailure.RootMismatch;
    }

    private bool ReceiptsAreTheNewest()
    {
        foreach (var (party, receipt) in feed.Receipts)
        {
            if (!newest.TryGetValue(party, out var signed) || receipt.Size != signed.Head.Size || receipt.Time != signed.Time ||
                receipt.Own != signed.Own || !receipt.Lacks.Equals(signed.Lacks) || !receipt.Signature.AsSpan().SequenceEqual(signed.Signature))
                return false;
        }

        return newest.Count == feed.Receipts.Count;
    }

    private void Find(long number, StoreFailure how)
    {
        isBroken = true;
        check.Find(Verification.CosignatureAt(feed.Id, number), how);
    }
}
