using Parley.Ledger;

namespace Parley.Lines.Alarms;

/// <summary>When an alarm that nobody has taken rings, and for whom: at once for the watch, after 1 minute for the deputy too, after 2 for the supervisor too, after 5
/// and every 5 from then on for all. Rings that were missed are not made up for: one is made, for the level that is reached.</summary>
public static class AlarmSchedule
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] First = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), Every];

    /// <summary>How long after it began an alarm rings that has rung so many times.</summary>
    public static TimeSpan After(int rung) => rung < First.Length ? First[rung] : (rung - First.Length + 2) * Every;

    /// <summary>For whom it rings the next time, having rung so many times.</summary>
    public static AlarmLevel LevelOf(int rung) => rung switch { <= 0 => AlarmLevel.Watch, 1 => AlarmLevel.Deputy, _ => AlarmLevel.Supervisor };

    /// <summary>When it rings next. A clock that was set back (<paramref name="now"/> before the last ring) does not silence it.</summary>
    /// <param name="last">When it rang last; of no account before the first ring.</param>
    public static Timestamp Due(Timestamp since, int rung, Timestamp last, Timestamp now)
    {
        if (rung == 0 || now < last)
            return now < since ? now : since;
        var (due, latest) = (since + After(rung), last + Every);
        return due < latest ? due : latest;
    }

    /// <summary>How many rings are behind it when it rings now.</summary>
    public static int RungAt(Timestamp since, int rung, Timestamp now)
    {
        var passed = now - since;
        var behind = 0;
        while (behind < First.Length && First[behind] <= passed)
            behind++;
        if (behind == First.Length)
            behind = (int)Math.Min(int.MaxValue / 2, First.Length - 1 + (long)(passed / Every));
        return Math.Max(rung + 1, behind);
    }
}
