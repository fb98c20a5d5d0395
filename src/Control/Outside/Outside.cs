using System.Text.Json.Serialization;
using Parley.Lines.Charters;

namespace Parley.Control.Outside;

/// <summary>Note what was said elsewhere about the matter of a line: a public statement, a message on another channel. It stays at this station, is shown among the
/// words of the line by its time, and is always <i>unauthenticated</i>.</summary>
/// <param name="Speaker">Who is said to have said it.</param>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Language">Of the quote.</param>
/// <param name="Source">Where it is from: a paper, a broadcast, a channel.</param>
/// <param name="Declares">What it declares of the line or of the agreement under it, for <paramref name="Party"/>.</param>
/// <param name="Party">The party whose statement it is said to be; needed where something is declared, and only there.</param>
public sealed record AddOutside(
    string Line, string Speaker, DateTimeOffset At, string Language, string Quote, string Source, OutsideDeclares? Declares = null, string? Party = null)
    : Operation<OutsideView>, IOnLine;

/// <summary>What a statement from outside declares. Never merged with what that party signed on the line.</summary>
public enum OutsideDeclares
{
    Suspended,
    Resumed,
}

/// <summary>What was said elsewhere, in order of its time.</summary>
public sealed record ListOutside(string Line) : Query<IReadOnlyList<OutsideView>>;

/// <summary>Something said elsewhere, as an officer of ours entered it. Unauthenticated.</summary>
/// <param name="Number">Counts those of a line, from 1.</param>
/// <param name="Officer">Who entered it.</param>
/// <param name="Declares">What it declares for <paramref name="Party"/>, as told outside.</param>
public sealed record OutsideView(
    LineMode Mode, string Line, int Number, string Speaker, DateTimeOffset At, string Language, string Quote, string Source, string Officer, DateTimeOffset Entered,
    OutsideDeclares? Declares = null, string? Party = null)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}
