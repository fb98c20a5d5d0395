using System.Text.RegularExpressions;
using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Volumes;

namespace Parley.Exchange.Warnings;

/// <summary>The times that a warning states.</summary>
/// <param name="IsOpen">Until further notice.</param>
internal sealed record WarningHours(
    IReadOnlyList<Window> Windows, IReadOnlyList<DailyRule> Daily, IReadOnlyList<Window> Alternates, WindowOrigin Origin, bool IsOpen)
{
    /// <summary>The first instant; null when nothing was read.</summary>
    public DateTimeOffset? First => Spans().Select(s => (DateTimeOffset?)s.From).Min();

    /// <summary>The last instant; null when nothing was read.</summary>
    public DateTimeOffset? Last => Spans().Select(s => (DateTimeOffset?)s.Until).Max();

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Spans() =>
        Windows.Concat(Alternates).Select(w => (w.From, w.Until)).Concat(Daily.Select(r => (At(r.First, r.From), At(r.Until <= r.From ? r.Last.AddDays(1) : r.Last, r.Until))));

    private static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date, time, TimeSpan.Zero);
}

/// <summary>Times of a navigational warning: <c>182300Z APR TO 190200Z APR</c>, <c>0500Z TO 1700Z DAILY 09 THRU 11 AND 13 MAR</c>, <c>DAILY UNTIL 31 MAR EXCEPT SUNDAYS</c>,
/// <c>IN PROGRESS UNTIL 212359Z FEB</c>, <c>ALTERNATE 221910Z TO 230151Z JUN</c>.</summary>
internal sealed partial class WarningTimes
{
    private readonly WarningWords words;
    private readonly DateTimeOffset issued;
    private readonly DateTimeOffset? end;
    private readonly Remarks remarks;
    private readonly List<(bool IsAlternate, Action<bool> Make)> made = [];
    private readonly List<List<(WarningDay? First, WarningDay Last)>> waiting = [];
    private readonly List<Window> windows = [];
    private readonly List<DailyRule> daily = [];
    private readonly List<Window> alternates = [];
    private bool isPart;
    private bool isOpen;
    private bool isBroken;

    private WarningTimes(string text, DateTimeOffset issued, DateTimeOffset? end, Remarks remarks) =>
        (words, this.issued, this.end, this.remarks) = (new WarningWords(text), issued, end, remarks);

    /// <param name="text">Upper case, without positions and without the paragraph that cancels.</param>
    /// <param name="end">When the warning cancels itself; null when it does not say.</param>
    public static WarningHours Read(string text, DateTimeOffset issued, DateTimeOffset? end, Remarks remarks)
    {
        var times = new WarningTimes(text, issued, end, remarks);
        times.All();
        WarningDay.Fill(times.words.Days, issued);
        foreach (var (isAlternate, make) in times.made)
            make(isAlternate);
        var count = times.windows.Count + times.daily.Count + times.alternates.Count;
        var isRead = times.windows.Count + times.daily.Count > 0 && count <= Volumes.Bounds.Windows && !times.isBroken;
        if (isRead)
            return new WarningHours(times.windows, times.daily, times.alternates, times.isPart ? WindowOrigin.Part : WindowOrigin.Read, times.isOpen);
        var isStated = count > 0 || times.isBroken || Stated().IsMatch(text);
        if (isStated)
            remarks.Add(ImportRemarkKind.TimesUnread, Stated().Match(text) is { Success: true } first ? text[first.Index..].ReplaceLineEndings(" ") : text);
        return new WarningHours([], [], [], isStated ? WindowOrigin.Unread : WindowOrigin.Unstated, times.isOpen);
    }

    private void All()
    {
        var isAlternate = false;
        while (words.HasMore)
        {
            if (words.Take("ALTERNATE", "ALTERNATES", "ALTERNATIVE", "RESERVE", "BACKUP"))
                isAlternate = true;
            else if (words.Take(",", "AND", ":", "DATE", "DATES", "DAY", "DAYS"))
                continue;
            else if (!Interval(isAlternate) && !Until(isAlternate) && !Hours(isAlternate) && !Whole(isAlternate))
                Skip(ref isAlternate);
        }
    }

    private void Skip(ref bool isAlternate)
    {
        // Words that begin where the area is drawn end what was said of times.
        isAlternate = isAlternate && words.Word is not ("IN" or "WITHIN" or "AREA" or "AREAS" or "BOUND");
        if (words.Word == "LOCAL" && words.Next() == "TIME")
            isBroken = true;
        waiting.Clear();
        words.At++;
    }

    private bool Interval(bool isAlternate)
    {
        var (at, taken) = (words.At, words.Days.Count);
        if (words.TakeInstant() is { } from && words.Take("TO", "THRU", "THROUGH", "UNTIL", "-") && words.TakeInstant() is { } until)
        {
            made.Add((isAlternate, other => Add(from.At, until.At, other)));
            return true;
        }

        words.Back(at, taken);
        return false;
    }

    private bool Until(bool isAlternate)
    {
        if (words.Word != "UNTIL" && !(words.Word == "THRU" && words.Next().Length is 2 or 7))
            return false;
        words.At++;
        if (words.Word == "FURTHER")
        {
            isOpen = true;
        }
        else if (words.TakeInstant() is { } instant)
        {
            made.Add((isAlternate, other => Add(issued, instant.At, other)));
        }
        else if (words.TakeDay(24 * 60) is { } day)
        {
            made.Add((isAlternate, other => Add(issued, day.At, other)));
            Exceptions();
        }

        return true;
    }

    /// <summary>Times of the day, then the days on which they count.</summary>
    private bool Hours(bool isAlternate)
    {
        var times = ReadHours();
        if (times.Count == 0)
            return false;
        var (dates, on) = Dates();
        var without = Exceptions();
        if (dates.Count == 0)
            dates.AddRange(Dates().Dates);
        // SUNRISE TO SUNSET MONDAY, SUNRISE TO 1000Z FRIDAY UNTIL 31 DEC: the days count for both.
        if (dates.Count == 0)
            waiting.Add(dates);
        else
            Give(dates);
        made.Add((isAlternate, other => Emit(times, dates, (on == 0 ? Days.All : on) & ~without, other)));
        return true;
    }

    private void Give(List<(WarningDay? First, WarningDay Last)> dates)
    {
        foreach (var list in waiting)
            list.AddRange(dates);
        waiting.Clear();
    }

    private List<(int From, int Until)> ReadHours()
    {
        var (at, taken) = (words.At, words.Days.Count);
        var times = new List<(int From, int Until)>();
        do
        {
            if (words.TakeTime() is not { } from || !words.Take("TO", "THRU", "UNTIL", "AND", "-") || words.TakeTime() is not { } until)
            {
                words.Back(at, taken);
                break;
            }

            times.Add((from, until));
            (at, taken) = (words.At, words.Days.Count);
        }
        while (words.Take(",", "AND"));

        return times;
    }

    /// <summary>Days without times.</summary>
    private bool Whole(bool isAlternate)
    {
        if (words.Word is not ("DAILY" or "COMMENCING") && words.Word.Length > 2)
            return false;
        var (at, taken) = (words.At, words.Days.Count);
        var (dates, on) = Dates();
        // Bare numbers are days only when a month stands with them.
        if (dates.Count == 0 || !words.Days.Skip(taken).Any(d => d.Month > 0))
        {
            words.Back(at, taken);
            return false;
        }

        if (ReadHours() is { Count: > 0 } times)
        {
            made.Add((isAlternate, other => Emit(times, dates, on == 0 ? Days.All : on, other)));
            return true;
        }

        var without = Exceptions();
        made.Add((isAlternate, other => Emit([(0, 0)], dates, (on == 0 ? Days.All : on) & ~without, other)));
        return true;
    }

    /// <summary>A list of days; a null first day is that of the issue.</summary>
    private (List<(WarningDay? First, WarningDay Last)> Dates, Days On) Dates()
    {
        var dates = new List<(WarningDay?, WarningDay)>();
        Days on = 0;
        for (; ; )
        {
            var (at, taken) = (words.At, words.Days.Count);
            while (words.Take("COMMENCING", "DAILY", ",", "AND", "ON", "FROM", "EVERY", ":"))
            {
            }

            if (words.Take("UNTIL", "THRU", "THROUGH") && words.TakeDay() is { } end)
            {
                dates.Add((null, end));
            }
            else if (words.TakeDay() is { } first)
            {
                dates.Add((first, words.Take("THRU", "THUR", "THROUGH", "TO", "UNTIL", "-") && words.TakeDay() is { } last ? last : first));
            }
            else if (NotamDays.Weekday(words.Word) is >= 0 and var from)
            {
                words.At++;
                if (dates.Count > 0)
                    Unread("days of the week of each span are taken for all of them");
                var to = words.Word is "THRU" or "THROUGH" or "TO" && NotamDays.Weekday(words.Next()) is >= 0 and var until ? until : -1;
                words.At += to >= 0 ? 2 : 0;
                on |= NotamDays.Span(from, to >= 0 ? to : from);
            }
            else
            {
                words.Back(at, taken);
                return (dates, on);
            }
        }
    }

    private Days Exceptions()
    {
        Days without = 0;
        if (words.Word == "," && words.Next() == "EXCEPT")
            words.At++;
        if (!words.Take("EXCEPT", "EXCLUDING", "EXCLUDED"))
            return without;
        while (words.HasMore)
        {
            if (NotamDays.Weekday(words.Word) is >= 0 and var day)
                without |= (Days)(1 << day);
            else if (words.Word is "HOLIDAYS" or "HOLIDAY")
                Unread("holidays are not taken out");
            else if (words.Word is not ("," or "AND" or "ON" or "NATIONAL" or "PUBLIC" or "LOCAL"))
                break;
            words.At++;
        }

        if (without == 0 && words.TakeDay() is not null)
            Unread("days that are excepted are not taken out");
        return without;
    }

    private void Unread(string what)
    {
        isPart = true;
        remarks.Add(ImportRemarkKind.ExceptionUnread, what);
    }

    private void Emit(List<(int From, int Until)> times, List<(WarningDay? First, WarningDay Last)> dates, Days on, bool isAlternate)
    {
        var spans = dates.Select(d => (First: d.First is null ? DateOnly.FromDateTime(issued.UtcDateTime) : d.First.Date, Last: d.Last.Date)).ToList();
        if (spans.Count == 0)
            spans.Add((DateOnly.FromDateTime(issued.UtcDateTime), end is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : null));
        foreach (var (first, last) in spans)
        {
            foreach (var (from, until) in times)
            {
                if (first is { } one && last is { } other)
                    Emit(one, other, from, until, on, isAlternate);
                else
                    isBroken = true;
            }
        }
    }

    private void Emit(DateOnly first, DateOnly last, int from, int until, Days on, bool isAlternate)
    {
        if (from < 0 || until < 0)
        {
            isPart = true;
            remarks.Add(ImportRemarkKind.SunTimes, "sunrise or sunset");
            (from, until) = (0, 0);
        }

        if (until == 24 * 60)
            remarks.Add(ImportRemarkKind.Midnight, "2400Z");
        if (isAlternate || first == last)
        {
            for (var (day, count) = (first, 0); day <= last && count < Volumes.Bounds.Windows; (day, count) = (day.AddDays(1), count + 1))
                Add(At(day, from), At(until <= from ? day.AddDays(1) : day, until), isAlternate);
        }
        else if (DailyRule.Make(first, last, on, Clock(from), Clock(until)).Value is { } rule)
        {
            daily.Add(rule);
        }
        else
        {
            isBroken = true;
        }
    }

    private void Add(DateTimeOffset? from, DateTimeOffset? until, bool isAlternate)
    {
        if (from is { } one && until is { } other && Window.Make(one, other).Value is { } window)
            (isAlternate ? alternates : windows).Add(window);
        else
            isBroken = true;
    }

    private static DateTimeOffset At(DateOnly date, int minutes) => new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(minutes);

    private static TimeOnly Clock(int minutes) => new(minutes / 60 % 24, minutes % 60);

    [GeneratedRegex(@"(?<!AT )(?<!\d)(?:\d{6}Z|\d{4}Z)|\bDAILY\b|\bSUNRISE\b|\bSUNSET\b|LOCAL TIME|\b\d{4} ?UTC", RegexOptions.CultureInvariant)]
    private static partial Regex Stated();
}
