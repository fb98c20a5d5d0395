using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Notams;

/// <summary>What item D gave.</summary>
internal sealed record NotamHours(IReadOnlyList<Window> Windows, IReadOnlyList<DailyRule> Daily, WindowOrigin Origin)
{
    public static NotamHours None { get; } = new([], [], WindowOrigin.Unstated);
}

/// <summary>Item D: days, then times, as often as it takes. <c>0700-1900</c>, <c>MON-FRI 0800-1700</c>, <c>JAN 05 07 0900-1200</c>, <c>05 0800-07 1700</c>,
/// <c>DAILY</c>, <c>H24</c>, <c>EXC SAT</c>, <c>SR-SS</c>.</summary>
internal sealed partial class NotamSchedule
{
    private static readonly TimeOnly Midnight = TimeOnly.MinValue;

    private readonly string[] words;
    private readonly Window validity;
    private readonly Remarks remarks;
    private readonly List<Window> windows = [];
    private readonly List<DailyRule> daily = [];
    private readonly List<(DateOnly First, DateOnly Last)> dates = [];
    private readonly NotamCalendar calendar;
    private Days on;
    private bool hasTimes;
    private bool isPart;
    private bool isUnread;
    private int next;

    private NotamSchedule(string item, Window validity, Remarks remarks)
    {
        words = [.. Words().Matches(item).Select(m => m.Value)];
        (this.validity, this.remarks) = (validity, remarks);
        calendar = new NotamCalendar(DateOnly.FromDateTime(validity.From.UtcDateTime));
    }

    /// <summary>Reads the item; when a word is not understood the whole validity is taken, with a remark.</summary>
    /// <param name="item">Upper case.</param>
    public static NotamHours Read(string item, Window validity, Remarks remarks)
    {
        if (item.Trim().Length == 0)
            return NotamHours.None;
        var schedule = new NotamSchedule(item, validity, remarks);
        if (!schedule.All() || schedule.windows.Count + schedule.daily.Count is 0 or > Volumes.Bounds.Windows)
        {
            remarks.Add(ImportRemarkKind.TimesUnread, item);
            return NotamHours.None with { Origin = WindowOrigin.Unread };
        }

        return new NotamHours(schedule.windows, schedule.daily, schedule.isPart ? WindowOrigin.Part : WindowOrigin.Read);
    }

    private string Word => next < words.Length ? words[next] : "";

    private string After(int count) => next + count < words.Length ? words[next + count] : "";

    private bool All()
    {
        while (next < words.Length && !isUnread)
            Period();
        if (!hasTimes && (dates.Count > 0 || on != 0))
            Emit(Midnight, Midnight);
        return !isUnread;
    }

    private void Period()
    {
        var word = Word;
        if (word is "," or "AND" or "DAILY" or "DLY" or "." or ";" or ":" or "EVERY" or "BTN")
            next++;
        else if (word is "EXC" or "EXCEPT")
            Exception();
        else if (word is "H24" or "HR24")
            Whole();
        else if (NotamDays.Weekday(word) >= 0)
            Week();
        else if (NotamDays.Month(word) > 0 || IsDay(word))
            Date();
        else if (Time(word) is not null || word is "SR" or "SS" or "SUNRISE" or "SUNSET")
            Times();
        else
            isUnread = true;
    }

    private void Whole()
    {
        next++;
        Emit(Midnight, Midnight);
    }

    /// <summary>Forgets the days of the period before once its times were read.</summary>
    private void Begin()
    {
        if (!hasTimes)
            return;
        dates.Clear();
        (on, hasTimes) = (0, false);
    }

    private void Week()
    {
        Begin();
        var first = NotamDays.Weekday(words[next++]);
        var last = first;
        if (Word is "-" or "TO" && next + 1 < words.Length && NotamDays.Weekday(words[next + 1]) is >= 0 and var to)
            (last, next) = (to, next + 2);
        // MON 22 0800-1000: the day of the month says it already.
        if (IsDay(Word))
            return;
        on |= NotamDays.Span(first, last);
    }

    private void Date()
    {
        Begin();
        if (ReadDate() is not { } first)
            return;
        if (Time(Word) is not null && Continuous(first))
            return;
        var last = first;
        if (Word is "-" or "TO" && next + 1 < words.Length && (IsDay(words[next + 1]) || NotamDays.Month(words[next + 1]) > 0))
        {
            next++;
            if (ReadDate() is not { } to)
                return;
            last = to;
        }

        dates.Add((first, last));
    }

    /// <summary>05 0800-07 1700, from the one day to the other without a pause. False when it is not that, and nothing was read.</summary>
    private bool Continuous(DateOnly first)
    {
        if (next + 2 >= words.Length || words[next + 1] is not ("-" or "TO") || !(IsDay(words[next + 2]) || NotamDays.Month(words[next + 2]) > 0))
            return false;
        var from = Time(words[next])!.Value;
        next += 2;
        if (ReadDate() is not { } last || Time(Word) is not { } until)
        {
            isUnread = true;
            return true;
        }

        next++;
        hasTimes = true;
        Add(Window.Make(At(first, from.Time), At(last.AddDays(until.IsNextDay ? 1 : 0), until.Time)).Value);
        return true;
    }

    private DateOnly? ReadDate()
    {
        var month = NotamDays.Month(Word);
        if (month > 0)
            next++;
        var day = IsDay(Word) ? int.Parse(Word, CultureInfo.InvariantCulture) : 0;
        next++;
        if (month == 0 && NotamDays.Month(Word) is > 0 and var behind && !IsDay(After(1)))
        {
            // 30 JUN 1830-2230: against the rules, and common.
            month = behind;
            next++;
        }

        if (day > 0 && calendar.Take(month, day) is { } date)
            return date;
        isUnread = true;
        return null;
    }

    private void Times()
    {
        var (from, until) = (End(), Word is "-" or "TO" or "UNTIL" ? Skip() : null);
        if (from is null || until is null)
        {
            isUnread = true;
            return;
        }

        if (from.Value.IsSun || until.Value.IsSun)
        {
            (isPart, from, until) = (true, (Midnight, false, true), (Midnight, false, true));
            remarks.Add(ImportRemarkKind.SunTimes, string.Join(' ', words));
        }

        Emit(from.Value.Time, until.Value.Time);
    }

    private (TimeOnly Time, bool IsNextDay, bool IsSun)? Skip()
    {
        next++;
        return End();
    }

    /// <summary>One end of a span: a time, or SR MINUS30.</summary>
    private (TimeOnly Time, bool IsNextDay, bool IsSun)? End()
    {
        var word = Word;
        next++;
        if (Time(word) is { } time)
        {
            if (time.IsNextDay)
                remarks.Add(ImportRemarkKind.Midnight, word);
            return (time.Time, time.IsNextDay, false);
        }

        if (word is not ("SR" or "SS" or "SUNRISE" or "SUNSET"))
            return null;
        if (Word is "MINUS" or "PLUS" or "+")
            next += 2;
        return (Midnight, false, true);
    }

    private void Emit(TimeOnly from, TimeOnly until)
    {
        hasTimes = true;
        var days = on == 0 ? Days.All : on;
        if (dates.Count == 0)
            AddRule(DateOnly.FromDateTime(validity.From.UtcDateTime), DateOnly.FromDateTime(validity.Until.UtcDateTime), days, from, until);
        foreach (var (first, last) in dates)
        {
            if (first == last)
                Add(Window.Make(At(first, from), At(until <= from ? first.AddDays(1) : first, until)).Value);
            else
                AddRule(first, last, days, from, until);
        }
    }

    private void Exception()
    {
        next++;
        Days without = 0;
        while (NotamDays.Weekday(Word) is >= 0 and var day)
        {
            without |= (Days)(1 << day);
            next++;
            if (Word is "," or "AND")
                next++;
        }

        if (without == 0 || daily.Count == 0 || (daily[^1].On & ~without) == 0)
        {
            // Holidays and dates: more is taken than is meant.
            isPart = true;
            remarks.Add(ImportRemarkKind.ExceptionUnread, string.Join(' ', words));
            while (next < words.Length && Word != ",")
                next++;
            return;
        }

        var rule = daily[^1];
        daily[^1] = DailyRule.Make(rule.First, rule.Last, rule.On & ~without, rule.From, rule.Until).Must();
    }

    private void AddRule(DateOnly first, DateOnly last, Days days, TimeOnly from, TimeOnly until)
    {
        if (DailyRule.Make(first, last, days, from, until).Value is { } rule)
            daily.Add(rule);
        else
            isUnread = true;
    }

    private void Add(Window? window)
    {
        if (window is null)
            isUnread = true;
        else
            windows.Add(window);
    }

    private static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date, time, TimeSpan.Zero);

    private static bool IsDay(string word) => word.Length is 1 or 2 && word.All(char.IsAsciiDigit);

    internal static (TimeOnly Time, bool IsNextDay)? Time(string word)
    {
        if (word.Length != 4 || !word.All(char.IsAsciiDigit))
            return null;
        var (hour, minute) = (int.Parse(word[..2], CultureInfo.InvariantCulture), int.Parse(word[2..], CultureInfo.InvariantCulture));
        return word == "2400" ? (Midnight, true) : hour < 24 && minute < 60 ? (new TimeOnly(hour, minute), false) : null;
    }

    [GeneratedRegex(@"H24|HR24|[A-Z]+|\d+|\S", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
