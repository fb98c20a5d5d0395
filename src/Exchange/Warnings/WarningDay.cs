namespace Parley.Exchange.Warnings;

/// <summary>A day, perhaps with a time, of which month and year may stand further on in the text: 270900Z TO 271200Z SEP.</summary>
internal sealed class WarningDay(int day, int minutes, int month, int year)
{
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
                // The first such month that is not long past at the issue; but DEC before JAN, issued in January, is over.
                var isPast = one.Month < issued.Month && issued.Month - one.Month > 2;
                var isOver = one.Month == 12 && issued.Month == 1 && next is { Month: 1 };
                one.Year = issued.Year + (isPast ? 1 : isOver ? -1 : 0);
            }
        }
    }

    private static (int Month, int Year) Near(int day, DateTimeOffset issued)
    {
        var at = day >= issued.Day - 3 ? issued : issued.AddMonths(1);
        return (at.Month, at.Year);
    }
}
