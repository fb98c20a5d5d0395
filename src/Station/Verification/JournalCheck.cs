using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>The journal: no gaps, every detail opens and fits its leaf, the log is the one that the station counted, and its head stands in every checkpoint
/// that was signed here.</summary>
internal sealed class JournalCheck(Verification check)
{
    private const int Page = 512;

    // Checkpoints of ours that came back from others after a restore: they bind a journal that is gone.
    private readonly HashSet<(FeedId Feed, long Size)> returned = [];

    // Number, officer, and what the record says of it.
    private readonly HashSet<string> signed = new(StringComparer.Ordinal);
    private CompactRange range = new();
    private bool isBroken;

    public void Run()
    {
        foreach (var stored in Records())
            Take(stored);
        if (check.Mark is not { } mark)
            return;
        for (var missing = range.Size; missing < mark.Journal.Size && !isBroken; missing++)
            check.Find(Verification.JournalAt(missing), StoreFailure.Missing);
        if (isBroken || range.Size != mark.Journal.Size)
            return;
        CheckHandovers();
        if (range.Root != mark.Journal.Root)
            check.Find("journal", StoreFailure.RootMismatch);
        else
            CheckHeads();
    }

    private IEnumerable<StoredJournalRecord> Records()
    {
        for (var next = long.MinValue; check.Try(() => check.Store.Journal(next, Page)) is { Count: > 0 } page; next = page[^1].Index + 1)
        {
            foreach (var stored in page)
                yield return stored;
        }
    }

    private void Take(StoredJournalRecord stored)
    {
        check.Counts.JournalRecords++;
        var name = Verification.JournalAt(stored.Index);
        if (stored.Index < 0 || (check.Mark is { } mark && stored.Index >= mark.Journal.Size))
        {
            check.Find(name, StoreFailure.Unexpected);
            return;
        }

        if (stored.Index != range.Size && !isBroken)
        {
            check.Find(Verification.JournalAt(range.Size), StoreFailure.Missing);
            isBroken = true;
        }

        range.AppendLeaf(stored.Leaf);
        if (JournalTrail.Open(check.Keys, stored) is not { } record)
        {
            check.Find(name, StoreFailure.Damaged);
            isBroken = true;
        }
        else if (record.Act == JournalAct.Recorded && FeedId.Parse(record.Entry) is { } feed && feed.Party == check.Keys.Party &&
            long.TryParse(record.Note, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            returned.Add((feed, size));
        }
        else if (record.Act == JournalAct.HandoverSigned)
        {
            signed.Add($"{record.Entry} {record.Officer} {record.Note}");
        }
    }

    /// <summary>Whoever signed a handover signed this text: the journal holds its digest.</summary>
    private void CheckHandovers()
    {
        foreach (var handover in check.Watch.Handovers.Values)
        {
            if (!handover.Signatures().All(s => signed.Contains($"{handover.Id} {s.Officer} {s.Note}")))
                check.Find(Verification.NameOf(DocumentKind.Handover, handover.Id), StoreFailure.JournalMismatch);
        }
    }

    /// <summary>Once more through the journal, beside the checkpoints of every feed of ours in the order in which they were signed.</summary>
    private void CheckHeads()
    {
        var waiting = new PriorityQueue<(SignedCheckpoint Next, IEnumerator<SignedCheckpoint> More), long>();
        foreach (var feed in check.Lines.Values.SelectMany(l => l.Feeds.Keys).Where(f => f.Party == check.Keys.Party))
            Queue(waiting, SignedHere(feed).GetEnumerator());
        range = new CompactRange();
        Compare(waiting);
        foreach (var stored in Records())
        {
            range.AppendLeaf(stored.Leaf);
            Compare(waiting);
        }

        while (waiting.TryDequeue(out var beyond, out _))
        {
            check.Find(Verification.CheckpointAt(beyond.Next.Feed, beyond.Next.Head.Size), StoreFailure.JournalMismatch);
            beyond.More.Dispose();
        }
    }

    private void Compare(PriorityQueue<(SignedCheckpoint Next, IEnumerator<SignedCheckpoint> More), long> waiting)
    {
        while (waiting.TryPeek(out var first, out var size) && size <= range.Size)
        {
            waiting.Dequeue();
            if (first.Next.Journal != range.Head)
                check.Find(Verification.CheckpointAt(first.Next.Feed, first.Next.Head.Size), StoreFailure.JournalMismatch);
            Queue(waiting, first.More);
        }
    }

    private static void Queue(
        PriorityQueue<(SignedCheckpoint Next, IEnumerator<SignedCheckpoint> More), long> waiting, IEnumerator<SignedCheckpoint> rest)
    {
        if (rest.MoveNext())
            waiting.Enqueue((rest.Current, rest), rest.Current.Journal.Size);
        else
            rest.Dispose();
    }

    private IEnumerable<SignedCheckpoint> SignedHere(FeedId feed)
    {
        for (var above = long.MinValue; check.Try(() => check.Store.Checkpoints(feed, above, 64)) is { Count: > 0 } page; above = page[^1].Size)
        {
            foreach (var stored in page)
            {
                // One that fails was named with its feed.
                if (!returned.Contains((feed, stored.Size)) && !check.Found(Verification.CheckpointAt(feed, stored.Size)) &&
                    SignedCheckpoint.Parse(stored.Signed, feed) is { } signed)
                    yield return signed;
            }
        }
    }
}
