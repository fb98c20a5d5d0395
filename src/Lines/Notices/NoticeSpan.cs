namespace Parley.Lines.Notices;

/// <summary>From an instant up to, and not with, another one, UTC. Where both are the same it is that instant.</summary>
public readonly record struct NoticeSpan(DateTimeOffset From, DateTimeOffset Until)
{
    // An instant lasts a tick, so that it can be compared with what lasts longer.
    private long End => Math.Max(Until.UtcTicks, From.UtcTicks + 1);

    /// <summary>Whether they have a common instant.</summary>
    public bool Overlaps(NoticeSpan other) => From.UtcTicks < other.End && other.From.UtcTicks < End;

    /// <summary>Whether all of the other one lies in it.</summary>
    public bool Covers(NoticeSpan other) => From <= other.From && other.End <= End;

    /// <summary>What both have of two that overlap.</summary>
    public NoticeSpan With(NoticeSpan other) => new(From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);

    /// <summary>Of an announced event as it stands now: where no end is said, as long as its form is valid, else the instant of its start. Null without a start.</summary>
    public static NoticeSpan? Of(NoticeMatter matter, NoticeEvent one)
    {
        if (one.Start is not { } start)
            return null;
        var end = one.End ?? (matter.First.Format.Clocks.Validity is { } minutes ? Later(start, minutes) : start);
        return new(start, end < start ? start : end);
    }

    /// <summary>Of the events that were not cancelled, those that overlap that time.</summary>
    public static IReadOnlyList<NoticeSpan> Within(NoticeMatter matter, NoticeSpan time) =>
        [.. matter.Events.Where(e => e.State != EventState.Cancelled).Select(e => Of(matter, e)).OfType<NoticeSpan>().Where(s => s.Overlaps(time))];

    /// <summary>Of a notice that is no announcement.</summary>
    public static NoticeSpan? Of(NoticeSaid said)
    {
        var clocks = NoticeClocks.Of(said.Format, said.Notice, said.Receipt);
        return clocks.Start is { } start ? new(start, clocks.ValidUntil is { } end && end > start ? end : start) : null;
    }

    private static DateTimeOffset Later(DateTimeOffset from, int minutes)
    {
        var ticks = from.UtcTicks + TimeSpan.FromMinutes(minutes).Ticks;
        return ticks > DateTimeOffset.MaxValue.UtcTicks ? DateTimeOffset.MaxValue : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
