namespace Parley.Storage.Sqlite;

/// <summary>The key of an entry's row: the number of its feed above, its index below.</summary>
internal static class EntryKey
{
    /// <summary>The greatest index that fits.</summary>
    public const long LastIndex = Indexes - 1;

    private const long Indexes = 1L << Bounds.IndexBits;

    public static bool IsIndex(long index) => index is >= 0 and < Indexes;

    public static long Of(long feed, long index) => (feed << Bounds.IndexBits) | index;

    public static long Index(long key) => key & LastIndex;

    /// <summary>The key of the index, or the nearest one of the same feed; the end of the feed is the first key of the next.</summary>
    public static long Nearest(long feed, long index) => Of(feed, 0) + Math.Clamp(index, 0, Indexes);
}
