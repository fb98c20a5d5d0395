using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Activities;

/// <summary>How far a line is to be read, as the loop knows it at one moment.</summary>
internal sealed record LineExtent(LineId Line, KeptSeparation Kept, IReadOnlyList<(FeedId Feed, long Size)> Feeds, Timestamp Now)
{
    public static LineExtent Of(LineState line, Timestamp now) => new(
        line.Id, (line.Fold.Current ?? line.Fold.Founding!).Terms.Kept, [.. line.Feeds.Values.Select(f => (f.Id, f.Size))], now);
}

/// <summary>The activities of one line and their overlaps as they follow from what the store holds, kept up by whoever reads: an entry is folded in once. A lock guards it, so
/// readers and the loop take turns; nothing of it is saved, and a restart makes it anew.</summary>
internal sealed class LinePicture(StationMemory memory, LineId line)
{
    private const int Page = 256;
    private static readonly string[] Kinds = [EntryKind.Activity, EntryKind.ActivityStep, EntryKind.OverlapWord, EntryKind.AidWord];

    private readonly Lock gate = new();
    private readonly ActivityBook book = new();
    private readonly Dictionary<FeedId, long> folded = [];
    private readonly HashSet<EntryRef> unread = [];
    private readonly OwnPicture own = new(memory.Own, line);
    private readonly HashSet<EntryRef> crossing = [];
    private OverlapFinder? finder;

    /// <summary>Asks the picture as of that extent at least.</summary>
    public T Read<T>(LineExtent extent, Func<ActivityBook, OverlapFinder, T> ask)
    {
        lock (gate)
            return ask(book, CatchUp(extent));
    }

    /// <summary>What concerns our own activities, kept up by what changed alone. The first time of a large line is many short turns, between which others get theirs.</summary>
    public T ReadOwn<T>(LineExtent extent, Func<OwnPicture, T> ask)
    {
        while (true)
        {
            lock (gate)
            {
                if (own.CatchUp(book, CatchUp(extent), extent.Now))
                    return ask(own);
            }
        }
    }

    /// <summary>Some activities that changed since they were last asked for here, and how each stands; null where it is no more. Empty when nothing changed.</summary>
    public IReadOnlyList<(EntryRef Entry, ActivityMatter? Matter)> Changes(LineExtent extent)
    {
        lock (gate)
        {
            CatchUp(extent);
            var some = crossing.Take(Bounds.ChangesFollowed).ToList();
            crossing.ExceptWith(some);
            return [.. some.Select(e => (e, book.Of(e)))];
        }
    }

    /// <summary>Nothing of an activity and of what was said of it stays here.</summary>
    public void Forget(EntryRef activity)
    {
        lock (gate)
        {
            book.Forget(activity);
            finder?.Remove(activity);
            Changed(activity);
        }
    }

    private OverlapFinder CatchUp(LineExtent extent)
    {
        if (finder is null)
            Load(extent);
        foreach (var (feed, size) in extent.Feeds)
        {
            for (var from = folded.GetValueOrDefault(feed); from < size;)
            {
                var page = memory.Store.Entries(feed, from, Page);
                foreach (var stored in page)
                    Take(stored, extent.Now);
                if (page.Count == 0)
                    break;
                folded[feed] = from = page[^1].Index + 1;
            }
        }

        // Words that came later: from another member, or when a key was found.
        foreach (var entry in unread.ToList())
        {
            if (memory.Store.Entry(entry.Feed(line), entry.Index) is { Opened: not null } stored)
                Take(stored, extent.Now);
        }

        if (finder!.Kept != extent.Kept)
            Lay(extent);
        return finder;
    }

    /// <summary>The first reading goes by kinds, so that a line with many words of other kinds is not read as a whole.</summary>
    private void Load(LineExtent extent)
    {
        foreach (var kind in Kinds)
        {
            TranscriptPosition? before = null;
            for (var read = 0; read < Bounds.ActivitiesLoaded; read += Page)
            {
                var page = memory.Store.OfKind(line, kind, before, Page);
                foreach (var stored in page)
                    Take(stored, extent.Now);
                if (page.Count < Page)
                    break;
                before = page[0].Position;
            }
        }

        // What is not committed yet is read when it is.
        foreach (var (feed, size) in extent.Feeds)
        {
            var stored = size;
            while (stored > 0 && memory.Store.Entry(feed, stored - 1) is null)
                stored--;
            folded[feed] = stored;
        }

        Lay(extent);
    }

    private void Lay(LineExtent extent)
    {
        finder = new OverlapFinder(extent.Kept);
        own.Forget();
        foreach (var matter in book.All)
        {
            finder.Set(matter, extent.Now);
            Changed(matter.Entry);
        }
    }

    private void Take(StoredEntry stored, Timestamp now)
    {
        if (EntryHeader.Parse(stored.Header) is not { } header || !EntryKind.IsOfActivity(header.Kind))
            return;
        if (Handover.OpenAtRest(memory, stored) is not { } clear || Content.Parse(clear) is not { } content)
        {
            // What rests here and is no content was destroyed, or is damaged: it will not become readable.
            if (stored.Opened is not null)
                unread.Remove(header.Ref);
            else if (unread.Count < Bounds.UnreadActivities)
                unread.Add(header.Ref);
            return;
        }

        unread.Remove(header.Ref);
        if (ActivitySaid.From(header, stored.Position, content) is not { } said)
            return;
        foreach (var matter in book.Take(said))
        {
            finder?.Set(matter, now);
            Changed(matter.Entry);
        }
    }

    private void Changed(EntryRef activity)
    {
        own.Changed(activity);
        crossing.Add(activity);
    }
}
