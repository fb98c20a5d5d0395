using System.Text.Json.Serialization;
using Parley.Control.Notices;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Plans;

namespace Parley.Control.Plans;

/// <summary>Keep what our party plans: a new plan, or one of that number anew. Nothing of it ever leaves the station.</summary>
/// <param name="Line">The line whose other parties it may concern; null: any live one.</param>
/// <param name="Format">Id of the form in which its notice is expected; null: none.</param>
/// <param name="Signs">What the other side can see or hear of it.</param>
/// <param name="Number">Of the plan that it takes the place of; null: a new one.</param>
public sealed record KeepPlan(
    string Title, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<Sign>? Signs = null, string? Line = null, string? Format = null, string? Note = null,
    int? Number = null) : Operation<PlanView>;

/// <summary>Forget a plan. What was announced of it stands.</summary>
public sealed record RemovePlan(int Number) : Operation<Nothing>;

/// <summary>Write what a plan fills in of a form as a draft, with gaps. It is never sent by itself.</summary>
/// <param name="Line">Null: that of the plan.</param>
/// <param name="Format">A form of the line's charter; null: the one that the plan names.</param>
/// <param name="Language">Of the author's own words in it.</param>
public sealed record DraftPlan(int Number, string Language, string? Line = null, string? Format = null) : Operation<NoticeDraftView>;

/// <summary>Our plans with the notices that are due of them, in order of their start.</summary>
/// <param name="Past">Those that are over, too.</param>
public sealed record ListPlans(bool Past = false) : Query<IReadOnlyList<PlanView>>;

/// <summary>Who has announced what and when on all lines of one mode, with our plans among it, and where two parties' activities share a time.</summary>
/// <param name="From">A time with its zone; null: now.</param>
/// <param name="To">Null: a year after that.</param>
/// <param name="Exercise">Of exercise lines, in place of live ones.</param>
public sealed record ShowCalendar(string? From = null, string? To = null, bool Exercise = false) : Query<PlanCalendarView>;

/// <summary>What the other side will see of a plan, and what our notices tell it.</summary>
public sealed record ShowSigns(int Number) : Query<PlanSignsView>;

/// <summary>A plan.</summary>
/// <param name="Mode">Of its line; of a plan without one: live.</param>
/// <param name="Line">Null: any live one.</param>
/// <param name="Officer">Who kept it last.</param>
public sealed record PlanView(
    LineMode Mode, int Number, string? Line, string Title, string? Format, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<Sign> Signs, string? Note, string Officer,
    DateTimeOffset Kept, PlanDueView Due)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>The notice that is due of a plan.</summary>
/// <param name="By">Until when the other side must have received it; null: no form says so.</param>
/// <param name="Announced">Refs of our announcements in that form that overlap it.</param>
/// <param name="Voluntary">The form binds nobody.</param>
public sealed record PlanDueView(PlanStanding Standing, DateTimeOffset? By, IReadOnlyList<string> Announced, bool Voluntary);

/// <summary>A calendar.</summary>
/// <param name="Rows">In order of their start.</param>
/// <param name="RowsLeftOut">How many more there are.</param>
/// <param name="Overlaps">In order of when they begin.</param>
/// <param name="OverlapsLeftOut">How many more there are.</param>
/// <param name="NotRead">What of the notices was not read, a sentence each.</param>
public sealed record PlanCalendarView(
    LineMode Mode, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<CalendarRowView> Rows, int RowsLeftOut, IReadOnlyList<CalendarOverlapView> Overlaps,
    long OverlapsLeftOut, IReadOnlyList<string> NotRead)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>An announced event, or a plan of ours.</summary>
/// <param name="Line">Null: a plan that names none.</param>
/// <param name="Entry">Ref of the announcement; null: it is a plan, which nobody else sees.</param>
/// <param name="Plan">The plan's number; null: it is a notice.</param>
/// <param name="Format">Id of the form; null: a plan that names none.</param>
/// <param name="Event">Which of the announced events, from 1; 0 for a plan.</param>
/// <param name="State">Null for a plan.</param>
/// <param name="IsOpen">Neither completed nor cancelled; never of a plan.</param>
public sealed record CalendarRowView(
    string? Line, string Party, bool IsOurs, string? Entry, int? Plan, string? Format, string Title, int Event, DateTimeOffset From, DateTimeOffset Until, EventState? State,
    bool IsOpen);

/// <summary>Two activities of different parties and the time that they share.</summary>
public sealed record CalendarOverlapView(CalendarRowView One, CalendarRowView Other, DateTimeOffset From, DateTimeOffset Until);

/// <summary>What the other side will see, line by line.</summary>
/// <param name="Lines">The plan's line; for a plan without one every live line on which notices can be said.</param>
public sealed record PlanSignsView(PlanView Plan, IReadOnlyList<LineSignsView> Lines);

/// <summary>The signs of a plan against what we said on one line.</summary>
/// <param name="Signs">What is not said first, the most alarming before the others.</param>
/// <param name="NotRead">What of the notices was not read; null: nothing.</param>
public sealed record LineSignsView(LineMode Mode, string Line, IReadOnlyList<SignView> Signs, string? NotRead)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A sign.</summary>
/// <param name="Words">What is seen, in English.</param>
/// <param name="Alarm">How likely it is taken for an attack, seen without a notice. Our own judgement.</param>
/// <param name="Said">Our notices that say it and overlap the plan; none: the other side is told nothing of it.</param>
/// <param name="Offers">Where it is not said: forms of the line that could say it.</param>
public sealed record SignView(Sign Sign, string Words, AlarmPotential Alarm, IReadOnlyList<SignSaidView> Said, IReadOnlyList<SignOfferView> Offers);

/// <summary>A notice of ours that says a sign. Whether it says enough is for officers to read.</summary>
/// <param name="Throughout">It covers the whole time of the plan and not a part alone.</param>
public sealed record SignSaidView(string Entry, string Number, string Format, string Title, DateTimeOffset From, DateTimeOffset Until, bool Throughout);

/// <summary>A form that could say a sign.</summary>
/// <param name="Field">Where it asks for it; null: the form is about nothing else.</param>
public sealed record SignOfferView(string Format, string Title, string? Field);
