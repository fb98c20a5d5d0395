namespace Parley.Exchange.Timelines;

/// <summary>What is written of a timeline. Times are UTC; texts are as they were shown and are escaped where they are written.</summary>
/// <param name="Party">Whose station it is from.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Selection">What was asked for, in words; empty: everything.</param>
/// <param name="Notes">What is missing, in words.</param>
public sealed record TimelineSheet(
    string Party, bool IsExercise, DateTimeOffset From, DateTimeOffset To, DateTimeOffset Made, IReadOnlyList<string> Lines, string Selection, IReadOnlyList<string> Notes,
    IReadOnlyList<TimelineRow> Rows, IReadOnlyList<TimelinePlot> Plots);

/// <summary>One item.</summary>
/// <param name="Kind">In words.</param>
/// <param name="Mark">Such as FLASH or TEST; empty for most.</param>
/// <param name="Source">Whose word it is.</param>
/// <param name="Label">The source in words.</param>
public sealed record TimelineRow(DateTimeOffset At, string Line, string Party, string Kind, string Mark, string Text, TimelineRowSource Source, string Label);

/// <summary>Whose word an item is. Closed.</summary>
public enum TimelineRowSource
{
    Signed = 0,
    Computed = 1,
    Journal = 2,
    Outside = 3,
}

/// <summary>Days since contact of one pair.</summary>
public sealed record TimelinePlot(string Line, string Pair, IReadOnlyList<TimelinePoint> Points);

/// <summary>As it was known at one moment.</summary>
/// <param name="Days">Since the last talk that both sides state; null: none is known.</param>
/// <param name="OneSidedDays">Since a later one that one side alone states; null: there is none.</param>
public sealed record TimelinePoint(DateTimeOffset At, int? Days, int? OneSidedDays);
