using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>One entry of a stretch of a line, opened where it can be read here.</summary>
internal sealed record ScannedEntry(EntryHeader Header, Timestamp At, Content Content, StoredEntry Stored);

/// <summary>The same, whether or not it can be read here.</summary>
internal sealed record ScannedHeader(EntryHeader Header, Timestamp At, Content? Content, StoredEntry Stored)
{
    /// <summary>An entry as the store holds it; null when its row is damaged.</summary>
    public static ScannedHeader? Of(StationMemory memory, StoredEntry stored) => EntryHeader.Parse(stored.Header) is { } header
        ? new ScannedHeader(header, stored.Position.Effective, Handover.OpenAtRest(memory, stored) is { } clear ? Content.Parse(clear) : null, stored)
        : null;
}

/// <summary>Reads the end of a line backwards for entries of some kinds, outside the loop.</summary>
internal static class LineScan
{
    // Most readings want the last few entries alone.
    private const int FirstPage = 32;
    private const int Page = 256;

    /// <summary>Readable entries of these kinds from <paramref name="from"/> on in transcript order, and from when on all of them are there: later than asked for
    /// where the line says more than is read at once.</summary>
    public static (List<ScannedEntry> Entries, Timestamp From) Of(StationMemory memory, LineGlance glance, Timestamp from, Func<string, bool> kinds)
    {
        var (found, since) = All(memory, glance, from, kinds);
        return ([.. found.Where(f => f.Content is not null).Select(f => new ScannedEntry(f.Header, f.At, f.Content!, f.Stored))], since);
    }

    /// <summary>The same with those that cannot be read here.</summary>
    /// <param name="most">Entries of the line that are looked at.</param>
    public static (List<ScannedHeader> Entries, Timestamp From) All(
        StationMemory memory, LineGlance glance, Timestamp from, Func<string, bool> kinds, int most = Bounds.ScannedEntries)
    {
        var found = new List<ScannedHeader>();
        TranscriptPosition? before = null;
        for (var (read, size) = (0, FirstPage); read < most; (read, size) = (read + size, Page))
        {
            var page = glance.Store.TranscriptBefore(glance.Line, before, size);
            foreach (var stored in page.Reverse())
            {
                before = stored.Position;
                if (stored.Position.Effective < from)
                    return (Ordered(found), from);
                if (EntryHeader.Parse(stored.Header) is { } header && kinds(header.Kind) && ScannedHeader.Of(memory, stored) is { } scanned)
                    found.Add(scanned);
            }

            if (page.Count < size)
                return (Ordered(found), from);
        }

        return (Ordered(found), before is { } last && last.Effective > from ? last.Effective : from);
    }

    private static List<ScannedHeader> Ordered(List<ScannedHeader> found)
    {
        found.Reverse();
        return found;
    }
}
