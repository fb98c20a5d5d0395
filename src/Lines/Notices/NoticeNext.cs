namespace Parley.Lines.Notices;

/// <summary>What is due next of a notice. Closed.</summary>
public enum NoticeDue
{
    /// <summary>An announced event begins.</summary>
    Start = 0,

    /// <summary>An announced event ends.</summary>
    End = 1,

    /// <summary>The notice that it is over is due.</summary>
    Completion = 2,
}

/// <summary>What comes next of an announcement, and whether both ends are reminded of its start.</summary>
/// <param name="Event">Number of the event that it is about.</param>
public sealed record NoticeNext(NoticeDue What, DateTimeOffset At, int Event)
{
    /// <summary>The earliest thing that open events wait for; null: nothing that has a time.</summary>
    public static NoticeNext? Of(NoticeMatter matter, DateTimeOffset now) => matter.Events
        .Where(e => !e.IsClosed)
        .Select(e => Of(matter, e, now))
        .OfType<NoticeNext>()
        .MinBy(n => (n.At, n.Event));

    /// <summary>The open event whose start both sides are to be reminded of now: its first reminder is past and its start is not. Null: none.</summary>
    public static NoticeEvent? Reminded(NoticeMatter matter, DateTimeOffset now) => matter.Current.Format.Clocks.Reminders is [var first, ..]
        ? matter.Events.FirstOrDefault(e => e is { IsClosed: false, State: EventState.Announced, Start: { } start } && start > now && start - now <= TimeSpan.FromMinutes(first))
        : null;

    private static NoticeNext? Of(NoticeMatter matter, NoticeEvent one, DateTimeOffset now)
    {
        if (one is { State: EventState.Announced, Start: { } start } && start > now)
            return new NoticeNext(NoticeDue.Start, start, one.Number);
        if (one.End is not { } end)
            return null;
        return end > now ? new NoticeNext(NoticeDue.End, end, one.Number)
            : new NoticeNext(NoticeDue.Completion, matter.First.Format.Clocks.Completion is { } minutes ? Later(end, minutes) : end, one.Number);
    }

    private static DateTimeOffset Later(DateTimeOffset at, int minutes) =>
        DateTimeOffset.MaxValue - at > TimeSpan.FromMinutes(minutes) ? at + TimeSpan.FromMinutes(minutes) : DateTimeOffset.MaxValue;
}
