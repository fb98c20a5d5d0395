using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Station.Activities;

/// <summary>An overlap of one of our activities.</summary>
/// <param name="Said">What was said of it; of two lines nothing can be.</param>
/// <param name="Ours">The line on which ours was notified.</param>
/// <param name="Theirs">That on which the other one was.</param>
internal sealed record OwnOverlap(Overlap Overlap, Coordination Said, LineId Ours, LineId Theirs);

/// <summary>Overlaps found one by one, the gravest kept, up to a bound; those of one activity can be taken out again.</summary>
internal sealed class GravestOverlaps
{
    private static readonly Comparer<OwnOverlap> ByGravity = Comparer<OwnOverlap>.Create((a, b) => Overlap.ByGravity(a.Overlap, b.Overlap));

    private readonly SortedSet<OwnOverlap> all = new(ByGravity);
    private readonly Dictionary<EntryRef, List<OwnOverlap>> byEntry = [];

    /// <summary>The gravest first; some may be over by now.</summary>
    public IEnumerable<OwnOverlap> All => all;

    /// <summary>There were more than are kept.</summary>
    public bool IsCut { get; private set; }

    public void Clear()
    {
        all.Clear();
        byEntry.Clear();
        IsCut = false;
    }

    public void Add(OwnOverlap one)
    {
        if (!all.Add(one))
            return;
        foreach (var entry in Entries(one))
        {
            if (!byEntry.TryGetValue(entry, out var list))
                byEntry[entry] = list = [];
            list.Add(one);
        }

        if (all.Count <= Bounds.OwnOverlaps)
            return;
        IsCut = true;
        Remove(all.Max!);
    }

    /// <summary>Takes out all overlaps of an activity.</summary>
    public void Remove(EntryRef entry)
    {
        foreach (var one in byEntry.GetValueOrDefault(entry)?.ToList() ?? [])
            Remove(one);
    }

    private void Remove(OwnOverlap one)
    {
        all.Remove(one);
        foreach (var entry in Entries(one))
        {
            if (byEntry.TryGetValue(entry, out var list) && list.RemoveAll(o => ReferenceEquals(o, one)) > 0 && list.Count == 0)
                byEntry.Remove(entry);
        }
    }

    private static EntryRef[] Entries(OwnOverlap one) => [one.Overlap.One.Entry, one.Overlap.Other.Entry];
}
