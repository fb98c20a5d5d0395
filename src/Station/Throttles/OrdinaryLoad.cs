using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;

namespace Parley.Station.Throttles;

/// <summary>A frame with ordinary words of another party, as far as it is counted.</summary>
/// <param name="From">First entry; of contents that came apart, 0.</param>
/// <param name="Until">Size of the feed with its entries; of contents that came apart, 0.</param>
/// <param name="Entries">Entries or contents in it.</param>
/// <param name="Bytes">Bytes of its sealed contents and, by estimate, headers.</param>
internal readonly record struct OrdinaryLoad(FeedId Feed, long From, long Until, int Entries, long Bytes)
{
    private const int HeaderEstimate = 160;

    /// <summary>Null for everything that is never counted: the urgent lane, receipts, beacons, and our own words that come back.</summary>
    public static OrdinaryLoad? Of(Prepared prepared, PartyId own) => prepared switch
    {
        PreparedBatch { Frame: var frame } when IsCounted(frame.Feed, own) => new OrdinaryLoad(
            frame.Feed, frame.From, frame.Until, frame.Entries.Count, frame.Entries.Sum(e => HeaderEstimate + (long)(e.Sealed?.Length ?? 0))),
        PreparedOther { Frame: ContentsFrame frame } when IsCounted(frame.Feed, own) => new OrdinaryLoad(
            frame.Feed, 0, 0, frame.Contents.Count, frame.Contents.Sum(c => (long)c.Value.Length)),
        _ => null,
    };

    private static bool IsCounted(FeedId feed, PartyId own) => feed.Lane == Lane.Ordinary && feed.Party != own;
}
