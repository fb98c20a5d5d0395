using Parley.Control.Alarms;
using Parley.Lines.Alarms;

namespace Parley.Control.Shifts;

/// <summary>Take over a post from now on. An alarm test begins with it and waits to be confirmed.</summary>
public sealed record StartShift(AlarmLevel Post = AlarmLevel.Watch) : Operation<ShiftBoard>;

/// <summary>Nobody has that post any more.</summary>
public sealed record EndShift(AlarmLevel Post = AlarmLevel.Watch) : Operation<ShiftBoard>;

/// <summary>Who is on duty.</summary>
public sealed record ShowShift : Query<ShiftBoard>;

/// <summary>Who is on duty, and whether the alarm test of this shift is confirmed.</summary>
/// <param name="Test">The last alarm test; null before the first.</param>
public sealed record ShiftBoard(IReadOnlyList<ShiftView> OnDuty, AlarmTestView? Test);

/// <summary>An officer at a post.</summary>
public sealed record ShiftView(AlarmLevel Post, string Officer, DateTimeOffset Since);
