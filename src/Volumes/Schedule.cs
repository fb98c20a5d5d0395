namespace Parley.Volumes;

/// <summary>From an instant up to, and not with, another one, UTC.</summary>
public sealed record Window
{
    private Window(DateTimeOffset from, DateTimeOffset until) => (From, Until) = (from, until);

    public DateTimeOffset From { get; }

    public DateTimeOffset Until { get; }

    /// <summary>The window, or what is wrong. Both are turned to UTC.</summary>
    public static Made<Window> Make(DateTimeOffset from, DateTimeOffset until) =>
        until <= from ? ShapeFault.EndBeforeStart : new Window(from.ToUniversalTime(), until.ToUniversalTime());

    public bool Meets(Window other) => From < other.Until && other.From < Until;
}

/// <summary>Days of the week.</summary>
[Flags]
public enum Days
{
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Weekdays = 31,
    All = 127,
}

/// <summary>The same hours on several days: from the first day to the last, both included, on the days of the week named, UTC. An end that is not after the begin
/// is on the next day; the same time twice is a whole day.</summary>
public sealed record DailyRule
{
    private DailyRule(DateOnly first, DateOnly last, Days on, TimeOnly from, TimeOnly until) =>
        (First, Last, On, From, Until) = (first, last, on, from, until);

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public Days On { get; }

    public TimeOnly From { get; }

    public TimeOnly Until { get; }

    /// <summary>The rule, or what is wrong.</summary>
    public static Made<DailyRule> Make(DateOnly first, DateOnly last, Days on, TimeOnly from, TimeOnly until) =>
        last < first ? ShapeFault.EndBeforeStart
        : on == 0 || (on & ~Days.All) != 0 ? ShapeFault.NoDays
        : new DailyRule(first, last, on, from, until);
}

/// <summary>When: windows and daily rules, all of them together within the validity; without any, the whole validity. Alternates are what applies instead when the
/// author says so (a reserve day); they are shown and never counted as announced times.</summary>
public sealed record Schedule
{
    private Schedule(Window validity, IReadOnlyList<Window> windows, IReadOnlyList<DailyRule> daily, IReadOnlyList<Window> alternates) =>
        (Validity, Windows, Daily, Alternates) = (validity, windows, daily, alternates);

    /// <summary>The first instant and the last.</summary>
    public Window Validity { get; }

    public IReadOnlyList<Window> Windows { get; }

    public IReadOnlyList<DailyRule> Daily { get; }

    public IReadOnlyList<Window> Alternates { get; }

    /// <summary>The schedule, or what is wrong.</summary>
    public static Made<Schedule> Make(
        Window validity, IReadOnlyList<Window>? windows = null, IReadOnlyList<DailyRule>? daily = null, IReadOnlyList<Window>? alternates = null)
    {
        var made = new Schedule(validity, windows?.ToArray() ?? [], daily?.ToArray() ?? [], alternates?.ToArray() ?? []);
        return made.Windows.Count + made.Daily.Count + made.Alternates.Count > Bounds.Windows ? ShapeFault.TooManyWindows : made;
    }

    public bool Equals(Schedule? other) => other is not null && Validity == other.Validity &&
        Windows.SequenceEqual(other.Windows) && Daily.SequenceEqual(other.Daily) && Alternates.SequenceEqual(other.Alternates);

    public override int GetHashCode() => HashCode.Combine(Validity, Windows.Count, Daily.Count, Alternates.Count);
}
