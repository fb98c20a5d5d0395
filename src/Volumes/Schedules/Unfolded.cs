namespace Parley.Volumes.Schedules;

/// <summary>The times of a schedule as windows, in order, none touching another.</summary>
/// <param name="Windows">At most <see cref="Bounds.Unfolded"/>.</param>
/// <param name="Through">Up to where they say all; null when they say all there is. What lies after it is not off: it is not unfolded.</param>
public sealed record Unfolded(IReadOnlyList<Window> Windows, DateTimeOffset? Through)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool Complete => Through is null;

    /// <summary>The time that they take together.</summary>
    public TimeSpan Total => TimeSpan.FromTicks(Windows.Sum(w => (w.Until - w.From).Ticks));
}
