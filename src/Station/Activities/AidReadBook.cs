using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.Activities;

/// <summary>Who was shown what of sites and movements today, so that it is journalled once: an officer and an entry once a day, an officer and a line once a day and again after
/// more came. Not saved: after a start it is journalled once more. Owned by the loop.</summary>
internal sealed class AidReadBook
{
    private readonly Dictionary<LineId, long> came = [];
    private readonly Dictionary<LineId, bool> before = [];
    private readonly Dictionary<(string Officer, LineId Line, EntryRef? Entry), long> read = [];
    private DateOnly day;

    /// <summary>A site or movement was recorded.</summary>
    public void Came(LineId line) => came[line] = came.GetValueOrDefault(line) + 1;

    /// <summary>Whether a line holds any; asked once of those that were there before.</summary>
    public bool Holds(LineId line, Func<bool> look)
    {
        if (came.GetValueOrDefault(line) > 0)
            return true;
        if (!before.TryGetValue(line, out var had))
            before[line] = had = look();
        return had;
    }

    /// <summary>Whether it is to be journalled; asked again it is not.</summary>
    /// <param name="entry">Null: whatever the line holds.</param>
    public bool IsNew(string officer, LineId line, EntryRef? entry, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today != day || read.Count >= Bounds.AidReads)
            read.Clear();
        day = today;
        var held = entry is null ? came.GetValueOrDefault(line) : 0;
        if (read.TryGetValue((officer, line, entry), out var known) && known == held)
            return false;
        read[(officer, line, entry)] = held;
        return true;
    }
}
