using Parley.Control.Alarms;
using Parley.Lines.Alarms;

namespace Parley.Control.Shifts;

/// <summary>Go on duty at a level of the roster, in place of who is, without a handover. An alarm test begins with it and waits to be confirmed.</summary>
public sealed record StartShift(AlarmLevel Level = AlarmLevel.Watch) : Operation<ShiftBoard>;

/// <summary>Nobody is on duty there any more.</summary>
public sealed record EndShift(AlarmLevel Level = AlarmLevel.Watch) : Operation<ShiftBoard>;

/// <summary>Who is on duty.</summary>
public sealed record ShowShift : Query<ShiftBoard>;

/// <summary>Add a line to the watch log of the shift that runs. The next handover holds it.</summary>
public sealed record AddWatchNote(string Text) : Operation<ShiftBoard>;

/// <summary>Who is on duty, and whether the alarm test of this shift is confirmed.</summary>
/// <param name="Test">The last alarm test; null before the first.</param>
/// <param name="Notes">The watch log that the next handover of the watch holds, oldest first.</param>
public sealed record ShiftBoard(IReadOnlyList<ShiftView> OnDuty, AlarmTestView? Test, IReadOnlyList<WatchNoteView>? Notes = null);

/// <summary>An officer on duty.</summary>
/// <param name="IsHandedOver">He signed the handover of whoever was on duty before.</param>
public sealed record ShiftView(AlarmLevel Level, string Officer, DateTimeOffset Since, bool IsHandedOver = false);

/// <summary>One line of the watch log.</summary>
public sealed record WatchNoteView(DateTimeOffset At, string Officer, string Text);
