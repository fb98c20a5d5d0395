using System.Text.Json.Serialization;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Control.Activities;

/// <summary>Notify an activity. It leaves by the line's release rule. What it would meet, and what else an officer should know, is said before: it is refused with the warnings
/// until it is asked for in spite of them.</summary>
/// <param name="Title">A call sign, a name or a number, 1 to 256 characters on one line.</param>
/// <param name="Contact">How whoever is there is reached.</param>
/// <param name="Volumes">1 to 16 texts of volumes (docs/formats/volume.md), together at most 16,384 characters.</param>
/// <param name="Aid">Of sites and movements, and of these always.</param>
/// <param name="ReserveMinutes">1 to 60: the volumes are held so long, while they are discussed. Null: it is planned.</param>
/// <param name="Precedence">Null: priority.</param>
/// <param name="Addressees">Roles of the other side that must acknowledge.</param>
/// <param name="Despite">The warnings are known.</param>
public sealed record NotifyActivity(
    string Line,
    ActivityKind Kind,
    string Title,
    string Contact,
    IReadOnlyList<string> Volumes,
    AidInput? Aid = null,
    int? ReserveMinutes = null,
    string? Language = null,
    string? Text = null,
    Precedence? Precedence = null,
    Status Status = Status.Actual,
    IReadOnlyList<AddresseeInput>? Addressees = null,
    bool Despite = false) : Operation<DraftView>, IOnLine;

/// <summary>What a draft notifies.</summary>
/// <param name="Volumes">As texts (docs/formats/volume.md).</param>
public sealed record DraftedActivityView(ActivityKind Kind, string Title, IReadOnlyList<string> Volumes);

/// <summary>For whom and with what a humanitarian party goes or stays; texts on one line.</summary>
public sealed record AidInput(DateTimeOffset Expires, string? Behalf = null, string? Vehicles = null, string? Marks = null);

/// <summary>Say what becomes of an activity of our own. Deviation and emergency wait for no second officer.</summary>
/// <param name="Volumes">Where it is from now on; null: where it was.</param>
/// <param name="Expires">Of an amendment of a site or movement: until when it is notified.</param>
/// <param name="Despite">The warnings are known: it meets another activity, or is further from what was notified than the charter has it.</param>
public sealed record StepActivity(
    string Line,
    string Entry,
    ActivityStep Step,
    IReadOnlyList<string>? Volumes = null,
    DateTimeOffset? Expires = null,
    string? Language = null,
    string? Text = null,
    bool Despite = false) : Operation<DraftView>, IAboutEntry;

/// <summary>Read the places of an activity of another party back to it, as they are understood here. It leaves at once.</summary>
/// <param name="Positions">For each of its volumes in order: its middle in degrees or MGRS, or the whole volume as a text. An empty text leaves one out.</param>
public sealed record ReadBackActivity(string Line, string Entry, IReadOnlyList<string> Positions) : Operation<EntryView>, IAboutEntry;

/// <summary>What these volumes would meet, and what else an officer should know before he notifies them. Nothing is kept.</summary>
public sealed record CheckActivity(string Line, ActivityKind Kind, IReadOnlyList<string> Volumes) : Operation<ActivityCheckView>, IOnLine;

/// <param name="Warnings">In sentences, the gravest first.</param>
/// <param name="Overlaps">The one of the two that is ours is not notified yet: its entry, number and standing are empty.</param>
public sealed record ActivityCheckView(LineMode Mode, IReadOnlyList<string> Warnings, IReadOnlyList<OverlapView> Overlaps, int OverlapCount)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>Activities that are not over, in the order of their begins.</summary>
/// <param name="Line">Null: every line.</param>
/// <param name="Past">Those that are over too, newest first.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Language">In which volumes are put into words.</param>
/// <param name="After">Of a line: only what stands after this entry in the list, to read on where it was cut. Refused when it does not stand there any more.</param>
public sealed record ListActivities(string? Line = null, bool Past = false, ActivityKind? Kind = null, string? Language = null, string? After = null)
    : Query<IReadOnlyList<ActivityListView>>;

/// <summary>One activity with all that was said of it.</summary>
public sealed record ShowActivity(string Line, string Entry, string? Language = null) : Query<ActivityView>, IAboutEntry;

/// <summary>Activities of one line.</summary>
/// <param name="Separation">What the parties keep, as in the charter's terms.</param>
/// <param name="More">How many more there are than are told.</param>
public sealed record ActivityListView(LineMode Mode, string Line, string Separation, IReadOnlyList<ActivityRowView> Activities, int More)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>An activity as it stands.</summary>
/// <param name="Entry">By which everybody names it.</param>
/// <param name="Number">As it is called: <c>U12-3f0a</c>.</param>
/// <param name="Standing">The entry by which its volumes stand.</param>
/// <param name="From">The first instant of its volumes.</param>
/// <param name="Until">The last one.</param>
/// <param name="IsOver">It was ended or cancelled, or its time, its reserve or its validity is past.</param>
public sealed record ActivityRowView(
    string Entry,
    string Number,
    string Party,
    bool IsOurs,
    ActivityKind Kind,
    string Title,
    string Contact,
    Status Status,
    ActivityState State,
    bool IsOver,
    DateTimeOffset At,
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset? ReserveUntil,
    DateTimeOffset? Expires,
    string Standing,
    IReadOnlyList<ActivityVolumeView> Volumes);

/// <summary>A volume as it was said.</summary>
/// <param name="Text">As it travelled.</param>
/// <param name="Words">The same in the reader's language, line by line.</param>
/// <param name="Middle">Of its first shape, degrees; empty where it has no drawn edge.</param>
public sealed record ActivityVolumeView(string Text, IReadOnlyList<string> Words, string Middle);

/// <summary>An activity with all that was said of it.</summary>
/// <param name="Behalf">For whom it is notified; null: for its author.</param>
/// <param name="Language">Of the author's words.</param>
/// <param name="Followed">In the order of the transcript.</param>
/// <param name="Overlaps">The gravest first.</param>
/// <param name="Reached">Of a site or movement: how far it got on the other side, by what they report. It never says that it is safe.</param>
public sealed record ActivityView(
    LineMode Mode,
    string Line,
    ActivityRowView Activity,
    string? Behalf,
    string? Vehicles,
    string? Marks,
    string? Language,
    string? Text,
    IReadOnlyList<ActivityFollowedView> Followed,
    IReadOnlyList<ActivityReadBackView> ReadBacks,
    IReadOnlyList<AddresseeView> Addressees,
    IReadOnlyList<ReceiptView> Receipts,
    IReadOnlyList<OverlapView> Overlaps,
    int OverlapCount,
    string Reached)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A word that followed.</summary>
/// <param name="What">In a sentence.</param>
/// <param name="Effect">Whether it counts.</param>
/// <param name="Why">Why not; empty where it does.</param>
public sealed record ActivityFollowedView(
    string Entry, string Number, string Party, DateTimeOffset At, string What, string? Language, string? Text, ActivityEffect Effect, string Why);

/// <summary>A place as the other side understood it.</summary>
/// <param name="Volume">Which one, from 1.</param>
/// <param name="Metres">How far it is from what stands, rounded up; null where that cannot be told.</param>
/// <param name="Differs">By more than the charter has it, or it cannot be told.</param>
public sealed record ActivityReadBackView(string Entry, string Party, DateTimeOffset At, int Volume, string Text, long? Metres, bool Differs);
