using System.Collections.Concurrent;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Activities;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Activities;

/// <summary>The pictures of all lines. Lookups only, never enumerated.</summary>
internal sealed class Pictures(StationMemory memory)
{
    private readonly ConcurrentDictionary<LineId, LinePicture> lines = new();

    /// <summary>What can be asked of a line's activities, as the loop knows the line now; the asking may happen outside the loop.</summary>
    public PictureGlance Of(LineState line, Timestamp now) => new(lines.GetOrAdd(line.Id, id => new LinePicture(memory, id)), LineExtent.Of(line, now));
}

/// <summary>A line's activities, at least as they were at one moment.</summary>
internal sealed record PictureGlance(LinePicture Picture, LineExtent Extent)
{
    public Timestamp Now => Extent.Now;

    public T Read<T>(Func<ActivityBook, OverlapFinder, T> ask) => Picture.Read(Extent, ask);
}
