using System.Text.Json.Serialization;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Control.Activities;

/// <summary>Our own sites and movements, of whatever line, beside what others do on any of our lines of the same mode; live and exercise apart. Ours alone: where an item was not
/// notified on the line of the other activity, the other side does not know of it, and nothing is told to it.</summary>
public sealed record ListCrossOverlaps(string? Language = null) : Query<IReadOnlyList<CrossOverlapListView>>;

/// <summary>Such overlaps of one mode, the gravest first and then by time.</summary>
/// <param name="HasMore">There are more than are told.</param>
public sealed record CrossOverlapListView(LineMode Mode, IReadOnlyList<CrossOverlapView> Overlaps, bool HasMore)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A site or movement of ours and an activity of another party, by the separation of that activity's line.</summary>
/// <param name="OurLine">On which ours was notified.</param>
/// <param name="TheirLine">On which theirs was.</param>
/// <param name="Place">Metres along the ground, at least and at most.</param>
/// <param name="Height">Metres in height, at least and at most.</param>
/// <param name="From">The first common time; null where that cannot be told.</param>
/// <param name="Where">Where they are closest, degrees; empty where that cannot be told.</param>
/// <param name="IsNotified">Ours was notified on their line too.</param>
/// <param name="Mark">What an officer must know of it, in a sentence.</param>
public sealed record CrossOverlapView(
    string OurLine,
    ActivityRowView Ours,
    string TheirLine,
    ActivityRowView Theirs,
    OverlapSeverity Severity,
    GapView Place,
    GapView Height,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    string Where,
    bool IsNotified,
    string Mark);
