using System.Collections.Concurrent;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Activities;

/// <summary>The pictures of all lines. Lookups only, never enumerated.</summary>
internal sealed class Pictures(StationMemory memory)
{
    private readonly ConcurrentDictionary<LineId, LinePicture> lines = new();
    private readonly CrossPicture live = new(memory.Own);
    private readonly CrossPicture exercise = new(memory.Own);

    /// <summary>Our sites and movements beside what others do on other lines of that mode.</summary>
    public CrossPicture Across(LineMode mode) => mode == LineMode.Live ? live : exercise;

    /// <summary>Nothing of an activity stays in a picture.</summary>
    public void Forget(LineId line, EntryRef activity)
    {
        if (lines.TryGetValue(line, out var picture))
            picture.Forget(activity);
    }

    /// <summary>What can be asked of a line's activities, as the loop knows the line now; the asking may happen outside the loop.</summary>
    public PictureGlance Of(LineState line, Timestamp now) => new(lines.GetOrAdd(line.Id, id => new LinePicture(memory, id)), LineExtent.Of(line, now));
}

/// <summary>A line's activities, at least as they were at one moment.</summary>
internal sealed record PictureGlance(LinePicture Picture, LineExtent Extent)
{
    public Timestamp Now => Extent.Now;

    public T Read<T>(Func<ActivityBook, OverlapFinder, T> ask) => Picture.Read(Extent, ask);

    public IReadOnlyList<(EntryRef Entry, ActivityMatter? Matter)> Changes() => Picture.Changes(Extent);

    public T ReadOwn<T>(Func<OwnPicture, T> ask) => Picture.ReadOwn(Extent, ask);
}
