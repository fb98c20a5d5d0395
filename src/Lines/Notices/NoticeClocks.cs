namespace Parley.Lines.Notices;

/// <summary>How a notice stands to the time that its format asks for before the start.</summary>
public enum LeadStanding
{
    /// <summary>No lead time is asked for, or there is no start to count from.</summary>
    NoClock,

    /// <summary>The other side has not received it, as far as is known.</summary>
    NotReceived,
    InTime,

    /// <summary>Late or at short notice: accepted, marked and shown to both sides.</summary>
    Short,

    /// <summary>The time of its receipt is disputed, and the end of the clock lies between the two.</summary>
    Doubtful,
}

/// <summary>When the other side received a notice: one instant, or from one to another where it is disputed.</summary>
public sealed record Receipt(DateTimeOffset Earliest, DateTimeOffset Latest);

/// <summary>The clocks of one notice. They follow from the notice, its format and its receipt alone, so both sides see the same, after any restart and whatever
/// their own clocks did.</summary>
/// <param name="LeadDue">Until when it must have been received.</param>
/// <param name="ValidUntil">Null: until a word ends it.</param>
/// <param name="AnswerDue">Both ends are the same where the receipt is not disputed.</param>
/// <param name="CompletionDue">Until when the notice of completion is due.</param>
/// <param name="Reminders">In the order of time.</param>
public sealed record NoticeClocks(
    DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? LeadDue, LeadStanding Lead, DateTimeOffset? ValidUntil, Receipt? AnswerDue,
    DateTimeOffset? CompletionDue, IReadOnlyList<DateTimeOffset> Reminders)
{
    /// <param name="receipt">Null: not received.</param>
    public static NoticeClocks Of(NoticeFormat format, Notice notice, Receipt? receipt)
    {
        var clocks = format.Clocks;
        var (start, end) = NoticeCheck.BoundsOf(format, notice);
        var leadDue = After(start, -clocks.Lead);
        return new NoticeClocks(
            start, end, leadDue, StandingOf(leadDue, receipt), end ?? (clocks.Validity is null ? null : After(start ?? receipt?.Latest, clocks.Validity)),
            clocks.Answer is { } answer && receipt is not null
                ? new(After(receipt.Earliest, answer)!.Value, After(receipt.Latest, answer)!.Value)
                : null,
            After(end, clocks.Completion), [.. clocks.Reminders.Select(m => After(start, -m)).OfType<DateTimeOffset>().Order()]);
    }

    private static LeadStanding StandingOf(DateTimeOffset? due, Receipt? receipt) => (due, receipt) switch
    {
        (null, _) => LeadStanding.NoClock,
        (_, null) => LeadStanding.NotReceived,
        var (by, at) when at.Latest <= by => LeadStanding.InTime,
        var (by, at) when at.Earliest > by => LeadStanding.Short,
        _ => LeadStanding.Doubtful,
    };

    // A time near either end of the calendar has no clock beyond it.
    private static DateTimeOffset? After(DateTimeOffset? at, int? minutes)
    {
        if (at is not { } from || minutes is not { } count)
            return null;
        var ticks = from.UtcTicks + TimeSpan.FromMinutes(count).Ticks;
        return ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
