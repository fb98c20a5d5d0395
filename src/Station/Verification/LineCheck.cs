using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>One line in the order of its transcript: every entry is in it once, in its place, and the charter entries come to the charter that the line's
/// document states.</summary>
internal sealed class LineCheck(Verification check, LineState line)
{
    private const int Page = 256;
    private readonly PlaceCheck places = new(check, line);
    private readonly SortedDictionary<FeedId, long> seen = [];
    private readonly CharterFold fold = Opened(check, line.Id);
    private readonly long failedBefore = check.Failed;

    public void Run()
    {
        TranscriptPosition? after = null;
        IReadOnlyList<StoredEntry>? page;
        while ((page = check.Try(() => check.Store.TranscriptAfter(line.Id, after, Page))) is { Count: > 0 })
        {
            foreach (var stored in page)
                Take(stored);
            after = page[^1].Position;
        }

        if (page is null)
        {
            // The entry itself was named with its feed.
            if (!check.FoundUnreadable)
                check.Find($"transcript of line {line.Id}", StoreFailure.Unreadable);
            return;
        }

        foreach (var feed in line.Feeds.Values.Where(f => seen.GetValueOrDefault(f.Id) < f.Size))
            NameMissing(feed);
        if (check.Failed == failedBefore && !check.BrokenLines.Contains(line.Id) && !check.FailedLines.Contains(line.Id) &&
            !fold.Encode().AsSpan().SequenceEqual(line.Fold.Encode()))
            check.Find(Verification.NameOf(DocumentKind.Line, line.Id.ToString()), StoreFailure.NotTheFold, "charter");
    }

    private void Take(StoredEntry stored)
    {
        if (!line.Feeds.TryGetValue(stored.Feed, out var feed))
        {
            if (!check.BrokenFeeds.Contains(stored.Feed) && seen.TryAdd(stored.Feed, 0))
                KeyCheck.Missing(check, DocumentKind.Feed, stored.Feed.ToString());
            return;
        }

        seen[stored.Feed] = seen.GetValueOrDefault(stored.Feed) + 1;
        if (stored.Index >= feed.Size || EntryHeader.Parse(stored.Header) is not { } header || header.Feed != stored.Feed || header.Index != stored.Index)
            return;
        places.Check(stored, header);
        if (EntryKind.IsCharter(header.Kind) && check.OpenAtRest(stored) is { } clear && Opening.Check(header, clear) is { } content)
            fold.Apply(header, content);
    }

    /// <summary>Which of a feed's entries the transcript lacks: looked for one by one, because it is rare.</summary>
    private void NameMissing(FeedState feed)
    {
        var failed = check.Failed;
        for (var index = 0L; index < feed.Size; index++)
        {
            if (check.Try(() => check.Store.Entries(feed.Id, index, 1)) is not [var stored] || stored.Index != index ||
                check.Found(Verification.NameOf(feed.Id, index)))
                continue;
            var before = stored.Position with { Index = stored.Position.Index - 1 };
            if (check.Try(() => check.Store.TranscriptAfter(line.Id, before, 1)) is not [var found] || found.Position != stored.Position)
                check.Find(Verification.NameOf(feed.Id, index), StoreFailure.Missing, "in the transcript of its line");
        }

        if (check.Failed == failed && !check.FailedLines.Contains(line.Id))
            check.Find($"transcript of line {line.Id}", StoreFailure.Missing, $"entries of {feed.Id}");
    }

    /// <summary>An operator line is open without a word; every other begins with none.</summary>
    private static CharterFold Opened(Verification check, LineId id)
    {
        var own = (check.Keys.Party, check.Keys.Chain.Current.FirstKey);
        foreach (var peer in check.Peers.Values)
        {
            foreach (var mode in new[] { LineMode.Live, LineMode.Exercise })
            {
                var charter = Charter.Operator(mode, own, (peer.Party, peer.Chain.Current.FirstKey));
                if (charter.FoundedLine() == id)
                    return CharterFold.OfOperator(charter);
            }
        }

        return new CharterFold();
    }
}
