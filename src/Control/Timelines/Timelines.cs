using System.Text.Json.Serialization;
using Parley.Lines.Charters;

namespace Parley.Control.Timelines;

// Times of these operations are texts, so that one without a zone is refused and not guessed.

/// <summary>What stands on a timeline.</summary>
public enum TimelineKind
{
    /// <summary>Words of officers.</summary>
    Messages,

    /// <summary>Requests for calls, their steps, and deadlines that passed without a word.</summary>
    Calls,

    /// <summary>Talks held elsewhere, and what others say of them.</summary>
    Contacts,

    /// <summary>Checks, their answers, and those that were missed.</summary>
    Checks,

    /// <summary>Messages that ask for an answer, judgements, and due times that passed without one.</summary>
    Questions,

    /// <summary>What the evidence left possible of silences, by our own judgement.</summary>
    Silence,

    /// <summary>What was said elsewhere, as an officer of ours entered it.</summary>
    Outside,

    /// <summary>What came or went by hand.</summary>
    ByHand,

    /// <summary>Words on the charter: proposed, in force, suspended, resumed, left.</summary>
    Charter,
}

/// <summary>Whose word an item is.</summary>
public enum TimelineSource
{
    /// <summary>An entry that its author signed.</summary>
    Signed,

    /// <summary>Follows from signed entries and the time: that something did not come.</summary>
    Computed,

    /// <summary>Our own judgement, as our journal has it.</summary>
    Journal,

    /// <summary>Told outside the line; unauthenticated.</summary>
    Outside,
}

/// <summary>What happened, over all lines of one mode, oldest first.</summary>
/// <param name="Lines">Names with commas; null: every live line, or every exercise line. Live and exercise lines never stand on one timeline.</param>
/// <param name="Exercise">Of exercise lines, where no line is named.</param>
/// <param name="Parties">Ids with commas; null: all.</param>
/// <param name="Kinds">With commas, such as <c>calls,by-hand</c>; null: all.</param>
/// <param name="From">With its zone; null: 30 days before <paramref name="To"/>.</param>
/// <param name="To">Null: now.</param>
/// <param name="Before">The cursor that the page before gave, for what is older.</param>
/// <param name="Limit">Items of a page, 1 to 500: the last ones of that time.</param>
public sealed record ListTimeline(
    string? Lines = null,
    bool Exercise = false,
    string? Parties = null,
    string? Kinds = null,
    string? From = null,
    string? To = null,
    string? Before = null,
    int Limit = 200) : Query<TimelinePage>;

/// <summary>Days since contact of each pair over some time, as they were known at each.</summary>
/// <param name="Lines">As in <see cref="ListTimeline"/>.</param>
public sealed record PlotContacts(string? Lines = null, bool Exercise = false, string? From = null, string? To = null) : Query<IReadOnlyList<ContactPlotView>>;

/// <summary>A stretch of a timeline.</summary>
/// <param name="Before">For the page of what is older; null: nothing older is in the time that was asked for.</param>
/// <param name="NotRead">Lines of which so much was said that older items of that time are missing, in words.</param>
public sealed record TimelinePage(
    LineMode Mode, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Lines, IReadOnlyList<TimelineItemView> Items, string? Before, IReadOnlyList<string> NotRead)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>One thing that happened.</summary>
/// <param name="Party">Whose doing it is or was to be; null where that is no party.</param>
/// <param name="Mark">What must be seen first, such as <c>FLASH</c> or <c>TEST</c>; empty for most.</param>
/// <param name="Text">In plain words; of long ones the beginning.</param>
/// <param name="Label">The source in words, with the number of the entry.</param>
/// <param name="Entry">The ref of the entry; null for what is none.</param>
public sealed record TimelineItemView(
    LineMode Mode, DateTimeOffset At, string Line, string? Party, TimelineKind Kind, string Mark, string Text, TimelineSource Source, string Label, string? Entry)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>Days since contact of one pair.</summary>
/// <param name="Points">Oldest first, at most 121.</param>
public sealed record ContactPlotView(LineMode Mode, string Line, string Pair, IReadOnlyList<ContactPointView> Points)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>As it was known at one moment.</summary>
/// <param name="Days">Whole days since the last talk that both sides state; null: none is known.</param>
/// <param name="OneSidedDays">Since a later one that one side alone states; null: there is none.</param>
public sealed record ContactPointView(DateTimeOffset At, int? Days, int? OneSidedDays);
