using System.Text.Json.Serialization;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;

namespace Parley.Control.Alarms;

/// <summary>What rings or has rung and is not dealt with, live and exercise apart.</summary>
public sealed record ListAlarms : Query<AlarmBoard>;

/// <summary>Say that a person at this station has heard an alarm: it rings and climbs no more. The other side is told nothing, and it is not <i>read</i>. Name the entry
/// and its line, or the outlet that failed.</summary>
public sealed record TakeAlarm(string? Line = null, string? Entry = null, string? Outlet = null) : Operation<AlarmBoard>;

/// <summary>Ring every outlet once, so that officers hear whether each works.</summary>
public sealed record TestAlarms : Operation<AlarmTestView>;

/// <summary>Confirm that every outlet of the last test was heard but those named, which count as failed from now on.</summary>
public sealed record ConfirmAlarmTest(IReadOnlyList<string>? NotHeard = null) : Operation<AlarmTestView>;

/// <summary>Who hears alarms, level by level.</summary>
public sealed record ShowRoster : Query<IReadOnlyList<RosterView>>;

/// <summary>Say who hears alarms at one level, and by which outlets (none: by all there are).</summary>
public sealed record SetRoster(AlarmLevel Level, IReadOnlyList<string> Names, IReadOnlyList<string>? Outlets = null) : Operation<IReadOnlyList<RosterView>>;

/// <summary>The outlets of this station and whether each works.</summary>
public sealed record ListOutlets : Query<IReadOnlyList<OutletView>>;

/// <summary>One alarm. No words of the entry are in it.</summary>
/// <param name="Mode">The line's mode; null for an outlet that failed.</param>
/// <param name="Party">Who wrote the entry.</param>
/// <param name="Outlet">The outlet that failed.</param>
/// <param name="Why">How it failed.</param>
/// <param name="Since">When the entry was recorded here, or the outlet failed.</param>
/// <param name="Minutes">Minutes since then.</param>
/// <param name="Rings">How often it rang.</param>
/// <param name="Level">For whom it rang last.</param>
/// <param name="NextRing">When it rings again; null once it is taken.</param>
/// <param name="TakenBy">The officer who took it.</param>
/// <param name="More">Later alarms of the same line that are not listed by themselves, because there are too many.</param>
public sealed record AlarmView(
    LineMode? Mode,
    AlarmKind Kind,
    string? Line,
    string? Entry,
    string? Party,
    string? Outlet,
    string? Why,
    DateTimeOffset Since,
    double Minutes,
    int Rings,
    AlarmLevel Level,
    DateTimeOffset? NextRing,
    string? TakenBy,
    DateTimeOffset? TakenAt,
    long More)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>Alarms, and what they are heard by. Live ones and failed outlets stand in <paramref name="Live"/>, those of exercise lines in
/// <paramref name="Exercise"/> alone.</summary>
/// <param name="Test">The last alarm test; null before the first.</param>
public sealed record AlarmBoard(
    IReadOnlyList<AlarmView> Live, IReadOnlyList<AlarmView> Exercise, IReadOnlyList<OutletView> Outlets, AlarmTestView? Test);

/// <summary>An outlet. <paramref name="Where"/> says what it reaches, without anything secret.</summary>
/// <param name="Failed">How it failed; null while it works as far as is known.</param>
public sealed record OutletView(string Name, string Kind, string Where, string? Failed, DateTimeOffset? FailedSince);

/// <summary>An alarm test. It proves nothing until an officer confirms what was heard.</summary>
public sealed record AlarmTestView(
    DateTimeOffset At, string By, IReadOnlyList<TestedOutlet> Outlets, string? ConfirmedBy, DateTimeOffset? ConfirmedAt);

/// <summary>One outlet in a test.</summary>
/// <param name="Rang">Whether it says that it rang; null while it has said nothing.</param>
/// <param name="Failure">How it failed.</param>
/// <param name="Heard">Whether an officer heard it; null until the test is confirmed.</param>
public sealed record TestedOutlet(string Name, bool? Rang, string? Failure, bool? Heard);

/// <summary>One level of the roster.</summary>
public sealed record RosterView(AlarmLevel Level, IReadOnlyList<string> Names, IReadOnlyList<string> Outlets);
