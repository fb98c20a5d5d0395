using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>One entry of a stretch of a line, opened where it can be read here.</summary>
internal sealed record ScannedEntry(EntryHeader Header, Timestamp At, Content Content, StoredEntry Stored);

/// <summary>Reads the end of a line backwards for entries of some kinds, outside the loop.</summary>
internal static class LineScan
{
    private const int Page = 256;

    /// <summary>Readable entries of these kinds from <paramref name="from"/> on in transcript order, and from when on all of them are there: later than asked for
    /// where the line says more than is read at once.</summary>
    public static (List<ScannedEntry> Entries, Timestamp From) Of(StationMemory memory, LineGlance glance, Timestamp from, Func<string, bool> kinds)
    {
        var found = new List<ScannedEntry>();
        TranscriptPosition? before = null;
        for (var read = 0; read < Bounds.ScannedEntries; read += Page)
        {
            var page = glance.Store.TranscriptBefore(glance.Line, before, Page);
            foreach (var stored in page.Reverse())
            {
                before = stored.Position;
                if (stored.Position.Effective < from)
                    return (Ordered(found), from);
                if (EntryHeader.Parse(stored.Header) is { } header && kinds(header.Kind) && Handover.OpenAtRest(memory, stored) is { } clear &&
                    Content.Parse(clear) is { } content)
                    found.Add(new ScannedEntry(header, stored.Position.Effective, content, stored));
            }

            if (page.Count < Page)
                return (Ordered(found), from);
        }

        return (Ordered(found), before is { } last && last.Effective > from ? last.Effective : from);
    }

    private static List<ScannedEntry> Ordered(List<ScannedEntry> found)
    {
        found.Reverse();
        return found;
    }
}
