using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>Letters that crossed: words of others that the author of an entry had not been shown when he approved it, and that were written without knowing of his. Both
/// sides see the same, from `seen` and `held` alone.</summary>
internal static class Crossings
{
    private const int Most = 16;

    /// <summary>Refs of the crossed words. Of an author who was shown nothing, what his station did not hold: that he cannot have seen.</summary>
    public static List<string> Of(IStationStore store, LineId line, IEnumerable<FeedId> feeds, EntryHeader header)
    {
        var crossed = new List<string>();
        if (!EntryKind.IsTalk(header.Kind))
            return crossed;
        var shown = header.Seen.Equals(Heads.None) ? header.Held : header.Seen;
        foreach (var feed in feeds.Where(f => f.Line == line && f.Party != header.Feed.Party))
        {
            foreach (var stored in store.Entries(feed, shown.SizeOf(feed.Party, feed.Generation, feed.Lane), Bounds.UnseenEntries))
            {
                // From here on that author knew of the entry: what he says is after it.
                if (EntryHeader.Parse(stored.Header) is not { } other || other.Held.Covers(header.Ref))
                    break;
                if (EntryKind.IsTalk(other.Kind) && crossed.Count < Most)
                    crossed.Add(other.Ref.ToString());
            }
        }

        return crossed;
    }

    /// <summary>Entries that the author of this one held and that have not come here, in words, one a party and lane.</summary>
    public static List<string> Missing(Heads here, EntryHeader header)
    {
        var missing = new List<string>();
        foreach (var row in header.Held.Rows)
        {
            for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
            {
                var lacks = row.Size(lane) - here.SizeOf(row.Party, row.Generation, lane);
                if (lacks > 0)
                    missing.Add(Words(row.Party, lane, lacks));
            }
        }

        return missing;
    }

    private static string Words(PartyId party, Lane lane, long count) =>
        $"{count} {(count == 1 ? "entry" : "entries")} of {party} in the {(lane == Lane.Urgent ? "urgent" : "ordinary")} lane";
}
