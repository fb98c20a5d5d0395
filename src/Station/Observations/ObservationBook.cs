using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Observations;
using Parley.Station.PublicWarnings;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Observations;

/// <summary>What the loop knows of observations: the last number, and what became of those with which something was done. The observations themselves are in the store, and
/// readers have them from <see cref="Log"/>.</summary>
internal sealed class ObservationBook(StationMemory memory)
{
    private ImmutableSortedDictionary<int, ObservationNote> notes = ImmutableSortedDictionary<int, ObservationNote>.Empty;
    private readonly Queue<Observation> recent = [];
    private ObservationLog? log;
    private int? last;

    public ObservationLog Log => log ??= new ObservationLog(memory);

    /// <summary>Number of the last one; 0: there is none. The store is asked once: numbers have no gaps, so it is halved.</summary>
    public int Last
    {
        get
        {
            if (last is { } known)
                return known;
            var (low, high) = (0, Bounds.Observations);
            while (low < high)
            {
                var middle = low + (high - low) / 2;
                if (memory.Store.Documents(DocumentKind.Observation, Observation.IdOf(middle), 1).Count > 0)
                    low = middle + 1;
                else
                    high = middle;
            }

            last = low;
            return low;
        }
    }

    /// <summary>What must be seen at a glance of each mode, as it was worked out last. Lookups only; any thread.</summary>
    public ConcurrentDictionary<LineMode, GlancedObservations> Glanced { get; } = new();

    /// <summary>One by its number, this step's included; null when there is none.</summary>
    public Observation? One(int number) => number < 1 || number > Last ? null : recent.FirstOrDefault(o => o.Number == number) ?? Log.One(number);

    /// <summary>By number. Replaced when one changes, never changed.</summary>
    public IReadOnlyDictionary<int, ObservationNote> Notes => notes;

    public ObservationNote Of(int number) => notes.GetValueOrDefault(number) ?? ObservationNote.Empty(number);

    /// <summary>Reads a note at start.</summary>
    public bool Take(string id, byte[] bytes)
    {
        if (ObservationNote.Parse(id, bytes) is not { } note)
            return false;
        notes = notes.SetItem(note.Number, note);
        return true;
    }

    public void Keep(Step step, Observation observation)
    {
        last = observation.Number;
        recent.Enqueue(observation);
        if (recent.Count > Bounds.ObservationsAtOnce)
            recent.Dequeue();
        step.Put(DocumentKind.Observation, observation.Id, observation.Encode());
    }

    public void Keep(Step step, ObservationNote note)
    {
        notes = notes.SetItem(note.Number, note);
        step.Put(DocumentKind.ObservationNote, note.Id, note.Encode());
    }

    /// <summary>A draft has left as that entry.</summary>
    public void Released(Step step, string draft, EntryRef entry)
    {
        foreach (var note in notes.Values.Where(n => n.Asked.Any(a => a.Draft == draft && a.Entry is null)).ToList())
            Keep(step, note with { Asked = [.. note.Asked.Select(a => a.Draft == draft ? a with { Entry = entry } : a)] });
    }

    /// <summary>A draft was thrown away: nothing was asked.</summary>
    public void Discarded(Step step, string draft)
    {
        foreach (var note in notes.Values.Where(n => n.Asked.Any(a => a.Draft == draft && a.Entry is null)).ToList())
            Keep(step, note with { Asked = [.. note.Asked.Where(a => a.Draft != draft || a.Entry is not null)] });
    }

    /// <summary>Whether there is room for the note on one more observation.</summary>
    public bool HasRoom(int number) => notes.ContainsKey(number) || notes.Count < Bounds.ObservationNotes;
}

/// <summary>What must be seen at a glance, and of which state of the station.</summary>
internal sealed record GlancedObservations(GlancedState State, IReadOnlyList<AttentionView> Attention);

/// <summary>All on which it depends, but for what is older than an hour by the clock.</summary>
/// <param name="Notes">Compared by reference: they are replaced when one changes.</param>
/// <param name="Warnings">Compared by reference: they are replaced when one is kept.</param>
/// <param name="Lines">Changes of all lines of the mode: entries, openings, charters.</param>
/// <param name="Journal">Records of the journal: what our officers did with a notice is among them.</param>
internal sealed record GlancedState(int Last, IReadOnlyDictionary<int, ObservationNote> Notes, HeldWarnings Warnings, long Lines, long Journal, long Hour)
{
    public static GlancedState Of(StationMemory memory, LineMode mode, Timestamp now) => new(
        memory.Observations.Last, memory.Observations.Notes, memory.Warnings.Held,
        memory.Lines.Values.Where(l => l.Mode == mode).Sum(l => l.Version + l.Feeds.Values.Sum(f => f.Size - f.Absent.Count - f.Unreadable.Count)),
        memory.Journal.Size, now.UnixMilliseconds / (long)TimeSpan.MillisecondsPerHour);

    public bool Equals(GlancedState? other) =>
        other is not null && (Last, Lines, Journal, Hour) == (other.Last, other.Lines, other.Journal, other.Hour) &&
        ReferenceEquals(Notes, other.Notes) && ReferenceEquals(Warnings, other.Warnings);

    public override int GetHashCode() => HashCode.Combine(Last, Lines, Journal, Hour);
}
