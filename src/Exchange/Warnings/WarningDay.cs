namespace Parley.Exchange.Warnings;

/// <summary>A day, perhaps with a time, of which month and year may stand further on in the text: 270900Z TO 271200Z SEP.</summary>
internal sealed class WarningDay(int day, int minutes, int month, int year)
{
    /// <summary>Months before the issue from which on a day is taken to be one of the next year.</summary>
    private const int LongPast = 2;

    public int Day => day;

    /// <summary>Minutes after midnight; 1,440 is the next one.</summary>
    public int Minutes => minutes;

    /// <summary>1 to 12; 0 when none was said.</summary>
    public int Month { get; private set; } = month;

    /// <summary>Four digits; 0 when none was said.</summary>
    public int Year { get; private set; } = year;

    /// <summary>Null when the calendar has no such day.</summary>
    public DateOnly? Date => Month > 0 && Year is > 0 and < 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month) ? new DateOnly(Year, Month, Day) : null;

    public DateTimeOffset? At => Date is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(Minutes) : null;

    /// <summary>Gives months and years to those that lack them: from the next one that has them, or after the day of issue.</summary>
    public static void Fill(IReadOnlyList<WarningDay> days, DateTimeOffset issued)
    {
        for (var i = days.Count - 1; i >= 0; i--)
        {
            var (one, next) = (days[i], i + 1 < days.Count ? days[i + 1] : null);
            if (one.Month == 0)
            {
                var (month, of) = next is { Month: > 0 } ? (next.Month, next.Year) : Near(one.Day, issued);
                var isBefore = next is { Month: > 0 } && one.Day > next.Day;
                one.Month = isBefore ? month == 1 ? 12 : month - 1 : month;
                one.Year = isBefore && month == 1 ? of - 1 : of;
            }
            else if (one.Year == 0)
            {
                // Days of a list follow one another; but none is long past at the issue.
                one.Year = next is { Year: > 0 } ? next.Year - (one.Month > next.Month ? 1 : 0) : issued.Year;
                var months = (issued.Year - one.Year) * 12 + issued.Month - one.Month;
                one.Year += months > LongPast ? 1 : 0;
            }
        }
    }

    private static (int Month, int Year) Near(int day, DateTimeOffset issued)
    {
        var at = day >= issued.Day - 3 ? issued : issued.AddMonths(1);
        return (at.Month, at.Year);
    }
}
