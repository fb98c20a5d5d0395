using Parley.Lines.Entries;
using Parley.Volumes;
using Parley.Volumes.Separations;

namespace Parley.Lines.Activities;

/// <summary>How grave an overlap is, by the separation of the pair.</summary>
public enum OverlapSeverity
{
    /// <summary>It cannot be told that they are apart.</summary>
    Possible = 1,

    /// <summary>Closer than the separation.</summary>
    Near,

    /// <summary>They have a place, a height and a time in common.</summary>
    Meets,

    /// <summary>They meet or are near, and both are under way or one is not where it was notified.</summary>
    Now,
}

/// <summary>Two activities of different parties that are closer than the pair keeps, or of which nobody can tell that they are not.</summary>
/// <param name="One">Of the party whose id is first in order, so that both sides write the same.</param>
/// <param name="Meeting">Where, when and how close: of the nearest pair of their volumes.</param>
public sealed record Overlap(ActivityMatter One, ActivityMatter Other, Meeting Meeting)
{
    /// <summary>How grave it is.</summary>
    public OverlapSeverity Severity => Meeting.Nearness switch
    {
        Nearness.Possible or Nearness.Clear => OverlapSeverity.Possible,
        _ when IsUnderWay => OverlapSeverity.Now,
        Nearness.Within => OverlapSeverity.Near,
        _ => OverlapSeverity.Meets,
    };

    /// <summary>When the first of their common times begins; null when that cannot be told.</summary>
    public DateTimeOffset? Begins => Meeting.First?.From;

    /// <summary>The first common time itself, without the minutes that are to be kept; null where both are never on at once, and where that cannot be told.</summary>
    public Window? Common(int minutes)
    {
        // Each was widened by half of them at both ends.
        var half = TimeSpan.FromMinutes(minutes / 2.0);
        return Meeting.Times.Windows is [var first, ..] && first.Until - first.From > 2 * half
            ? Window.Make(first.From + half, first.Until - half).Value
            : null;
    }

    /// <summary>When they are first in each other's way: the common time itself where there is one, otherwise when they come closer than the minutes. Null where that cannot be
    /// told.</summary>
    public DateTimeOffset? Starts(int minutes) => Common(minutes)?.From ?? Begins;

    /// <summary>The other one of the two.</summary>
    public ActivityMatter Beside(EntryRef activity) => activity == One.Entry ? Other : One;

    /// <summary>The gravest first, then by time.</summary>
    public static int ByGravity(Overlap one, Overlap other)
    {
        var order = other.Severity.CompareTo(one.Severity);
        order = order != 0 ? order : Nullable.Compare(one.Begins, other.Begins);
        order = order != 0 ? order : one.One.Entry.CompareTo(other.One.Entry);
        return order != 0 ? order : one.Other.Entry.CompareTo(other.Other.Entry);
    }

    private bool IsUnderWay => One.State is ActivityState.Deviating or ActivityState.Emergency || Other.State is ActivityState.Deviating or ActivityState.Emergency ||
        (One.State == ActivityState.Active && Other.State is ActivityState.Active);
}
