using System.Text.Json.Serialization;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Control.Activities;

/// <summary>Say something of an overlap of an activity of ours with one of another party. It leaves by the line's release rule.</summary>
/// <param name="Entry">One of the two activities.</param>
/// <param name="Other">The other one.</param>
/// <param name="Word">Not agree and withdraw: see <see cref="AnswerOverlapWord"/>.</param>
/// <param name="For">Of a counter-proposal: the one of the two whose volumes would be others.</param>
/// <param name="Volumes">Of a counter-proposal: these.</param>
/// <param name="Text">An objection must have words.</param>
public sealed record SayOnOverlap(
    string Line,
    string Entry,
    string Other,
    OverlapWord Word,
    string? For = null,
    IReadOnlyList<string>? Volumes = null,
    string? Language = null,
    string? Text = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Agree to a counter-proposal of the other side, which moves the activity that it names; or withdraw a word of our own.</summary>
/// <param name="Entry">The word that it is about.</param>
/// <param name="Withdraw">Ours, and it holds no more; otherwise theirs, and we agree.</param>
public sealed record AnswerOverlapWord(string Line, string Entry, bool Withdraw = false, string? Language = null, string? Text = null) : Operation<DraftView>, IAboutEntry;

/// <summary>Say something of a site or movement that was notified to us. It permits nothing and refuses nothing. One officer is enough.</summary>
/// <param name="Text">A concern must have words.</param>
public sealed record SayOnAid(string Line, string Entry, AidWord Word, string? Language = null, string? Text = null) : Operation<EntryView>, IAboutEntry;

/// <summary>Overlaps, the gravest first and then by time.</summary>
/// <param name="Line">Null: every line.</param>
/// <param name="Of">Only those of this activity: its entry.</param>
/// <param name="All">Those of others among themselves too, on lines of more than two.</param>
public sealed record ListOverlaps(string? Line = null, string? Of = null, bool All = false, string? Language = null) : Query<IReadOnlyList<OverlapListView>>;

/// <summary>How two activities stand to each other, be they clear or not, and what was said of it.</summary>
public sealed record ShowOverlap(string Line, string Entry, string Other, string? Language = null) : Query<OverlapView>, IAboutEntry;

/// <summary>Overlaps on one line.</summary>
/// <param name="More">How many more there are than are told.</param>
public sealed record OverlapListView(LineMode Mode, string Line, IReadOnlyList<OverlapView> Overlaps, int More)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>An overlap: who, where, when, how close, since when known to whom, and what was said of it.</summary>
/// <param name="One">Of the party whose id is first in order.</param>
/// <param name="Severity">By the separation of the pair; null when they are clear of each other.</param>
/// <param name="Place">Metres along the ground, at least and at most.</param>
/// <param name="Height">Metres in height, at least and at most.</param>
/// <param name="From">The first common time; where both are never on at once, the time in which they are closer than the separation's minutes. Null where that cannot be
/// told.</param>
/// <param name="Times">How many common times there are.</param>
/// <param name="Where">Where they are closest, degrees; empty where that cannot be told.</param>
/// <param name="Known">Since when each of the two parties has had both.</param>
/// <param name="Marks">What else a reader should know, in sentences: a stale picture, a reserve.</param>
/// <param name="Words">In the order of the transcript.</param>
/// <param name="Proposal">The counter-proposal that waits for an answer.</param>
/// <param name="Due">Until when somebody should have spoken; null where both have or no clock runs.</param>
public sealed record OverlapView(
    LineMode Mode,
    string Line,
    ActivityRowView One,
    ActivityRowView Other,
    OverlapSeverity? Severity,
    GapView Place,
    GapView Height,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    int Times,
    string Where,
    IReadOnlyList<KnownView> Known,
    IReadOnlyList<string> Marks,
    CoordinationState State,
    IReadOnlyList<OverlapWordView> Words,
    OverlapProposalView? Proposal,
    DateTimeOffset? Due,
    bool IsLate)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A distance in metres.</summary>
/// <param name="Most">Null: nobody can tell.</param>
public sealed record GapView(double Least, double? Most);

/// <summary>Since when a party has had both activities of an overlap, by receipts.</summary>
/// <param name="Since">Null: one of them has not come there, as far as is known.</param>
public sealed record KnownView(string Party, DateTimeOffset? Since);

/// <summary>A word on an overlap.</summary>
public sealed record OverlapWordView(
    string Entry, string Number, string Party, DateTimeOffset At, OverlapWord Word, string What, string? Language, string? Text, ActivityEffect Effect, string Why);

/// <summary>A counter-proposal.</summary>
/// <param name="For">The activity that would be elsewhere, or at another time.</param>
/// <param name="ForUs">We are asked: it is the other side's proposal.</param>
public sealed record OverlapProposalView(string Entry, string Party, string For, bool ForUs, IReadOnlyList<ActivityVolumeView> Volumes);
