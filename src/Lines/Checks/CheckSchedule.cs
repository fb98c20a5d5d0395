using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Checks;

/// <summary>When a check is due.</summary>
/// <param name="Number">Counts the times of the schedule from 1970 on, days without checks included: whose turn it is follows from it alone.</param>
public readonly record struct CheckDue(Timestamp At, long Number);

/// <summary>When checks of a line are due, UTC, and by turns of its parties. Text form: <c>hourly;answer=10;begins=astra;skip=sat,sun,2026-12-25</c> or
/// <c>06:00,18:00;answer=10;begins=astra</c>.</summary>
public sealed class CheckSchedule : IEquatable<CheckSchedule>
{
    /// <summary>Minutes to answer where nothing is said.</summary>
    public const int UsualAnswer = 10;

    /// <summary>Minutes before its time from which a check counts for it.</summary>
    public const int EarlyMinutes = 5;

    private const string Hourly = "hourly";
    private const int MinutesOfDay = 24 * 60;
    private const long MillisecondsOfDay = MinutesOfDay * 60_000L;
    private static readonly int[] EveryHour = [.. Enumerable.Range(0, 24).Select(static h => h * 60)];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly DateOnly FirstDay = new(1970, 1, 1);
    private readonly IReadOnlyList<int> minutes;
    private readonly SortedSet<int> weekdays;
    private readonly SortedSet<DateOnly> dates;

    private CheckSchedule(IReadOnlyList<int> minutes, int answer, PartyId begins, SortedSet<int> weekdays, SortedSet<DateOnly> dates)
    {
        (this.minutes, this.weekdays, this.dates) = (minutes, weekdays, dates);
        (AnswerMinutes, Begins) = (answer, begins);
    }

    /// <summary>Minutes within which a check is to be sent after its time, and answered after it was sent; no more than lie between two checks.</summary>
    public int AnswerMinutes { get; }

    /// <summary>Whose turn the first time of 1970-01-01 would have been: on hourly lines of two it has the even hours.</summary>
    public PartyId Begins { get; }

    /// <summary>Reads the text form as charters hold it; null for anything else, and for another writing of the same.</summary>
    public static CheckSchedule? Parse(string text) => Read(text, null) is { } schedule && schedule.ToString() == text ? schedule : null;

    /// <summary>Reads what an officer writes: parts in any order after the times, <c>weekends</c> for <c>sat,sun</c>, and what is not said as usual.</summary>
    /// <param name="begins">Who begins where it is not said; null: it must be.</param>
    public static CheckSchedule? Read(string text, PartyId? begins)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (text.Length > Bounds.CheckSchedule || Times(parts[0]) is not { } minutes)
            return null;
        var least = LeastDistance(minutes);
        int? answer = null;
        PartyId? first = null;
        string? skip = null;
        foreach (var part in parts.AsSpan(1))
        {
            switch (part.Split('=', StringSplitOptions.TrimEntries))
            {
                case ["answer", var number] when answer is null && Minutes(number) is { } told && told >= 1 && told <= least:
                    answer = told;
                    break;
                case ["begins", var party] when first is null && PartyId.Parse(party) is { } known:
                    first = known;
                    break;
                case ["skip", var days] when skip is null && days.Length > 0:
                    skip = days;
                    break;
                default:
                    return null;
            }
        }

        return (first ?? begins) is { } who && Days(skip ?? "", out var weekdays, out var dates)
            ? new CheckSchedule(minutes, answer ?? Math.Min(UsualAnswer, least), who, weekdays, dates)
            : null;
    }

    private static int? Minutes(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    private static int[]? Times(string text)
    {
        if (text == Hourly)
            return EveryHour;
        var times = new SortedSet<int>();
        foreach (var one in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TimeOnly.TryParseExact(one, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || !times.Add((time.Hour * 60) + time.Minute))
                return null;
        }

        return times.Count <= Bounds.CheckTimes && LeastDistance([.. times]) >= Bounds.CheckDistance ? [.. times] : null;
    }

    private static int LeastDistance(IReadOnlyList<int> times)
    {
        var least = times[0] + MinutesOfDay - times[^1];
        for (var i = 1; i < times.Count; i++)
            least = Math.Min(least, times[i] - times[i - 1]);
        return least;
    }

    // One day of the week at least is left, so that there always is a next time.
    private static bool Days(string text, out SortedSet<int> weekdays, out SortedSet<DateOnly> dates)
    {
        (weekdays, dates) = ([], []);
        foreach (var one in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (one == "weekends")
                weekdays.UnionWith([5, 6]);
            else if (Array.IndexOf(Weekdays, one) is var day and >= 0)
                weekdays.Add(day);
            else if (DateOnly.TryParseExact(one, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                dates.Add(date);
            else
                return false;
        }

        return weekdays.Count < Weekdays.Length && dates.Count <= Bounds.CheckHolidays;
    }

    /// <summary>Whose turn a check is. The parties in order of their ids, beginning with who begins.</summary>
    public PartyId Turn(CheckDue due, IReadOnlyList<PartyId> parties)
    {
        var first = 0;
        while (first < parties.Count && parties[first] != Begins)
            first++;
        return parties[(int)((first + due.Number) % parties.Count)];
    }

    /// <summary>Every time from <paramref name="from"/> on and before <paramref name="until"/>.</summary>
    public IEnumerable<CheckDue> Between(Timestamp from, Timestamp until)
    {
        for (var day = DayOf(from); day <= DayOf(until); day++)
        {
            foreach (var due in Of(day))
            {
                if (due.At >= from && due.At < until)
                    yield return due;
            }
        }
    }

    /// <summary>The last time that is not after <paramref name="at"/>; null when there was none for longer than days can be left out in a row.</summary>
    public CheckDue? Last(Timestamp at)
    {
        for (var day = DayOf(at); day >= Math.Max(0, DayOf(at) - Bounds.CheckSearchDays); day--)
        {
            foreach (var due in Of(day).Reverse())
            {
                if (due.At <= at)
                    return due;
            }
        }

        return null;
    }

    /// <summary>The first time after <paramref name="at"/>; null at the end of all days.</summary>
    public CheckDue? Next(Timestamp at)
    {
        for (var day = DayOf(at); day <= Math.Min(DayOf(Timestamp.MaxValue), DayOf(at) + Bounds.CheckSearchDays); day++)
        {
            foreach (var due in Of(day))
            {
                if (due.At > at)
                    return due;
            }
        }

        return null;
    }

    private static long DayOf(Timestamp at) => at.UnixMilliseconds / MillisecondsOfDay;

    private IEnumerable<CheckDue> Of(long day)
    {
        var date = FirstDay.AddDays((int)day);
        if (weekdays.Contains(((int)date.DayOfWeek + 6) % 7) || dates.Contains(date))
            yield break;
        for (var i = 0; i < minutes.Count; i++)
            yield return new CheckDue(new Timestamp((day * MillisecondsOfDay) + (minutes[i] * 60_000L)), (day * minutes.Count) + i);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var times = minutes.SequenceEqual(EveryHour)
            ? Hourly
            : string.Join(',', minutes.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m / 60:00}:{m % 60:00}")));
        var skips = weekdays.Select(w => Weekdays[w]).Concat(dates.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ToList();
        var skip = skips.Count == 0 ? "" : $";skip={string.Join(',', skips)}";
        return string.Create(CultureInfo.InvariantCulture, $"{times};answer={AnswerMinutes};begins={Begins}{skip}");
    }

    /// <inheritdoc/>
    public bool Equals(CheckSchedule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CheckSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
