using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Activities;

/// <summary>What of a line's activities concerns our own: their overlaps, and our sites and movements. Kept up by changes, so that looking at it often costs little. Guarded by
/// whoever owns it.</summary>
internal sealed class OwnPicture(PartyId own, LineId line)
{
    private readonly GravestOverlaps overlaps = new();
    private readonly Dictionary<EntryRef, ActivityMatter> aid = [];
    private readonly HashSet<EntryRef> changed = [];

    /// <summary>The gravest first; some may be over by now.</summary>
    public IEnumerable<OwnOverlap> Overlaps => overlaps.All;

    /// <summary>There were more than are kept.</summary>
    public bool IsCut => overlaps.IsCut;

    /// <summary>Sites and movements that we have notified and neither ended nor cancelled, in no order.</summary>
    public IReadOnlyCollection<ActivityMatter> Aid => aid.Values;

    public void Changed(EntryRef activity) => changed.Add(activity);

    /// <summary>Everything is to be found anew.</summary>
    public void Forget()
    {
        overlaps.Clear();
        aid.Clear();
        changed.Clear();
    }

    /// <summary>Follows some of what changed.</summary>
    /// <returns>False when more is left.</returns>
    public bool CatchUp(ActivityBook book, OverlapFinder finder, Timestamp now)
    {
        foreach (var entry in changed.Take(Bounds.ChangesFollowed).ToList())
        {
            changed.Remove(entry);
            overlaps.Remove(entry);
            aid.Remove(entry);
            if (book.Of(entry) is not { } matter)
                continue;
            if (matter.Party == own && matter.Content.Kind.IsHumanitarian() && !matter.IsClosed)
                aid[matter.Entry] = matter;
            foreach (var overlap in finder.Of(matter, now).Told.Where(o => o.One.Party == own || o.Other.Party == own))
                overlaps.Add(new OwnOverlap(overlap, book.Between(overlap.One, overlap.Other), line, line));
        }

        return changed.Count == 0;
    }
}
