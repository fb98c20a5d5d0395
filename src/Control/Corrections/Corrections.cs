using System.Text.Json.Serialization;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Corrections;

namespace Parley.Control.Corrections;

/// <summary>An alarm on our side was false. Leaves at once as flash on that line, and on every open line of the same mode that is marked <i>allies</i>.</summary>
/// <param name="End">Null while it goes on.</param>
public sealed record DeclareFalseAlarm(
    string Line,
    DateTimeOffset Start,
    DateTimeOffset? End,
    AlarmCause Cause,
    bool ForcesMoved,
    bool ForcesReturned,
    bool LeadersInformed,
    string? Language = null,
    string? Text = null) : Operation<IReadOnlyList<SaidOn>>, IOnLine;

/// <summary>Words that left, and on which line.</summary>
public sealed record SaidOn(LineMode Mode, string Line, string Entry)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>Withdraw words of our own that were wrong, as fast as they were said: at their precedence, released by the officer who says it.</summary>
public sealed record CorrectWords(string Line, string Entry, string Language, string Text) : Operation<EntryView>, IAboutEntry;

/// <summary>Mark a line as one on which allies are told of a false alarm, or take the mark away. Known here alone.</summary>
public sealed record MarkAllies(string Line, bool Allies) : Operation<LineView>, IOnLine;
