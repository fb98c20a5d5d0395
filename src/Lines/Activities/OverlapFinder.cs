using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Volumes;
using Parley.Volumes.Index;
using Parley.Volumes.Separations;

namespace Parley.Lines.Activities;

/// <summary>Finds the overlaps of activities that are not over, by the index. What it says follows from the activities, the separation and the time alone: both sides find
/// the same. Owned by one thread.</summary>
public sealed class OverlapFinder(KeptSeparation kept)
{
    private readonly Separation separation = Separation.Make(kept.Horizontal, kept.Vertical, kept.Minutes).Must();
    private readonly VolumeIndex index = new();
    private readonly Dictionary<EntryRef, int> numbers = [];
    private readonly Dictionary<int, Laid> laid = [];
    private int last;

    public KeptSeparation Kept => kept;

    /// <summary>Boxes in the index.</summary>
    public int Count => index.Count;

    /// <summary>An activity is new or has changed.</summary>
    public void Set(ActivityMatter matter, Timestamp now)
    {
        if (numbers.TryGetValue(matter.Entry, out var number) && laid.TryGetValue(number, out var before))
        {
            if (before.Matter.Current.Entry == matter.Current.Entry && !matter.IsOver(now))
            {
                laid[number] = before with { Matter = matter };
                return;
            }

            Remove(matter.Entry);
        }

        if (matter.IsOver(now))
            return;
        numbers[matter.Entry] = ++last;
        var volumes = Lay(matter.Current.Volumes);
        laid[last] = new Laid(matter, volumes);
        foreach (var box in volumes.SelectMany(v => Boxes.Of(v, separation)))
            index.Insert(last, box);
    }

    /// <summary>An activity is no more; what was not there is no error.</summary>
    public void Remove(EntryRef activity)
    {
        if (!numbers.Remove(activity, out var number))
            return;
        index.Remove(number);
        laid.Remove(number);
    }

    /// <summary>Overlaps of an activity with those of other parties, the gravest first and then by time; and how many there are, which may be more.</summary>
    public (IReadOnlyList<Overlap> Told, int Count) Of(ActivityMatter matter, Timestamp now) => numbers.TryGetValue(matter.Entry, out var number) && !matter.IsOver(now)
        ? Near(laid[number] with { Matter = matter }, now)
        : ([], 0);

    /// <summary>The same of volumes that nobody has notified yet.</summary>
    public (IReadOnlyList<Overlap> Told, int Count) Of(ActivityMatter planned, IReadOnlyList<Volume> volumes, Timestamp now) => Near(new Laid(planned, Lay(volumes)), now);

    /// <summary>How two activities stand to each other now, be they clear or not.</summary>
    public Overlap Between(ActivityMatter one, ActivityMatter other) => Pair(
        new Laid(one, Lay(one.Current.Volumes)), new Laid(other, Lay(other.Current.Volumes)),
        (a, b) => Meeting.Measured(a, b, separation));

    private (IReadOnlyList<Overlap> Told, int Count) Near(Laid of, Timestamp now)
    {
        var numbered = new List<int>();
        foreach (var box in of.Volumes.SelectMany(v => Boxes.Of(v, separation)))
            index.Query(box, numbered);
        var found = new List<Overlap>();
        foreach (var number in numbered.Distinct())
        {
            if (!laid.TryGetValue(number, out var other) || other.Matter.Party == of.Matter.Party || other.Matter.IsOver(now))
                continue;
            if (Pair(of, other, (a, b) => Meeting.Between(a, b, separation)) is { Meeting.Nearness: not Nearness.Clear } overlap)
                found.Add(overlap);
        }

        found.Sort(Overlap.ByGravity);
        return (found.Take(Bounds.OverlapsTold).ToList(), found.Count);
    }

    private static Overlap Pair(Laid one, Laid other, Func<LaidVolume, LaidVolume, Meeting> measure)
    {
        if (one.Matter.Party > other.Matter.Party)
            (one, other) = (other, one);
        Meeting? nearest = null;
        foreach (var a in one.Volumes)
        {
            foreach (var b in other.Volumes)
            {
                var next = measure(a, b);
                if (nearest is null || IsGraver(next, nearest))
                    nearest = next;
            }
        }

        return new Overlap(one.Matter, other.Matter, nearest!);
    }

    private static bool IsGraver(Meeting one, Meeting other) => one.Nearness != other.Nearness
        ? one.Nearness > other.Nearness
        : (one.First?.From ?? DateTimeOffset.MaxValue) < (other.First?.From ?? DateTimeOffset.MaxValue);

    private static LaidVolume[] Lay(IReadOnlyList<Volume> volumes) => [.. volumes.Select(v => LaidVolume.Of(v))];

    /// <summary>An activity and its volumes as they are compared.</summary>
    private sealed record Laid(ActivityMatter Matter, LaidVolume[] Volumes);
}
