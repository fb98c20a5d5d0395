using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Station.Activities;

/// <summary>Our sites and movements of all lines of one mode beside the activities of others on all of these lines. It is ours alone: nothing of it is an entry, a warning to
/// another party, or a fact of the store. By the separation of the line on which the other activity was notified. Kept up by changes; a lock guards it.</summary>
internal sealed class CrossPicture(PartyId own)
{
    private static readonly Coordination NothingSaid = new(CoordinationState.Unanswered, [], null);

    private readonly Lock gate = new();
    private readonly GravestOverlaps overlaps = new();
    private readonly Dictionary<EntryRef, (LineId Line, ActivityMatter Matter)> aid = [];
    private readonly Dictionary<KeptSeparation, OverlapFinder> finders = [];

    /// <summary>Overlaps of which neither side is over, the gravest first, with whether ours was notified on the other one's line too; and whether there were more.</summary>
    /// <param name="lines">All lines of this mode.</param>
    public (IReadOnlyList<(OwnOverlap Overlap, bool IsNotified)> Told, bool IsCut) Read(IReadOnlyList<PictureGlance> lines, Timestamp now, int most)
    {
        lock (gate)
        {
            foreach (var line in lines)
            {
                while (line.Changes() is { Count: > 0 } changes)
                    Follow(lines, line, changes, now);
            }

            // Where the same was notified on both lines, its twin there tells of it.
            List<(OwnOverlap Overlap, bool IsNotified)> told = [.. overlaps.All.Where(o => !o.Overlap.One.IsOver(now) && !o.Overlap.Other.IsOver(now))
                .Select(o => (o, IsNotified(o, now))).Where(o => !o.Item2 || o.o.Ours == o.o.Theirs).Take(most + 1)];
            return ([.. told.Take(most)], overlaps.IsCut || told.Count > most);
        }
    }

    private void Follow(IReadOnlyList<PictureGlance> lines, PictureGlance of, IReadOnlyList<(EntryRef Entry, ActivityMatter? Matter)> changes, Timestamp now)
    {
        foreach (var (entry, matter) in changes)
        {
            overlaps.Remove(entry);
            if (entry.Party == own)
                FollowOurs(lines, of.Extent.Line, entry, matter, now);
            else if (matter is not null && !matter.IsOver(now))
                Add(FinderOf(of.Extent.Kept, now).Of(matter, matter.Current.Volumes, now).Told, of.Extent.Line);
        }
    }

    private void FollowOurs(IReadOnlyList<PictureGlance> lines, LineId line, EntryRef entry, ActivityMatter? matter, Timestamp now)
    {
        aid.Remove(entry);
        foreach (var finder in finders.Values)
            finder.Remove(entry);
        if (matter is null || !matter.Content.Kind.IsHumanitarian() || matter.IsClosed)
            return;
        aid[entry] = (line, matter);
        foreach (var finder in finders.Values)
            finder.Set(matter, now);
        if (matter.IsOver(now))
            return;
        foreach (var other in lines)
            Add(other.Read((_, finder) => finder.Of(matter, matter.Current.Volumes, now)).Told, other.Extent.Line);
    }

    private void Add(IReadOnlyList<Overlap> found, LineId theirs)
    {
        foreach (var overlap in found)
        {
            var ours = overlap.One.Party == own ? overlap.One : overlap.Other;
            overlaps.Add(new OwnOverlap(overlap, NothingSaid, aid[ours.Entry].Line, theirs));
        }
    }

    private OverlapFinder FinderOf(KeptSeparation kept, Timestamp now)
    {
        if (finders.TryGetValue(kept, out var finder))
            return finder;
        finders[kept] = finder = new OverlapFinder(kept);
        foreach (var (_, matter) in aid.Values)
            finder.Set(matter, now);
        return finder;
    }

    /// <summary>Whether ours, or the same under another number, was notified on the line of the other activity.</summary>
    private bool IsNotified(OwnOverlap overlap, Timestamp now)
    {
        if (overlap.Ours == overlap.Theirs)
            return true;
        var ours = overlap.Overlap.One.Party == own ? overlap.Overlap.One : overlap.Overlap.Other;
        return aid.Values.Any(a => a.Line == overlap.Theirs && !a.Matter.IsOver(now) && a.Matter.Content.Kind == ours.Content.Kind &&
            a.Matter.Content.Title == ours.Content.Title && a.Matter.Current.Volumes.SequenceEqual(ours.Current.Volumes));
    }
}
