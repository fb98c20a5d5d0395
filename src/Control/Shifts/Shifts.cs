using Parley.Control.Alarms;
using Parley.Lines.Alarms;

namespace Parley.Control.Shifts;

/// <summary>Go on duty at a level of the roster, in place of who is. An alarm test begins with it and waits to be confirmed.</summary>
public sealed record StartShift(AlarmLevel Level = AlarmLevel.Watch) : Operation<ShiftBoard>;

/// <summary>Nobody is on duty there any more.</summary>
public sealed record EndShift(AlarmLevel Level = AlarmLevel.Watch) : Operation<ShiftBoard>;

/// <summary>Who is on duty.</summary>
public sealed record ShowShift : Query<ShiftBoard>;

/// <summary>Who is on duty, and whether the alarm test of this shift is confirmed.</summary>
/// <param name="Test">The last alarm test; null before the first.</param>
public sealed record ShiftBoard(IReadOnlyList<ShiftView> OnDuty, AlarmTestView? Test);

/// <summary>An officer on duty.</summary>
public sealed record ShiftView(AlarmLevel Level, string Officer, DateTimeOffset Since);
