namespace Parley.Console.Board;

/// <summary>How much something presses.</summary>
public enum Press
{
    /// <summary>Something here does not work, or may not.</summary>
    Wrong = 0,
    Overdue = 1,
    Now = 2,
    Later = 3,
}

/// <summary>Something that somebody has to do.</summary>
/// <param name="Text">In words of the reader's language.</param>
/// <param name="Link">Where it can be done; null: nowhere in particular.</param>
/// <param name="Due">By when; null: no time was set.</param>
/// <param name="Language">Of a sentence of the station; null: the reader's.</param>
public sealed record Need(Press Press, string Line, bool IsExercise, string Text, string? Link, DateTimeOffset? Due = null, string? Language = null);
