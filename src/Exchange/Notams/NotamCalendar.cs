namespace Parley.Exchange.Notams;

/// <summary>Days of a schedule that names months seldom and years never: each day is on or after the one before it.</summary>
internal sealed class NotamCalendar(DateOnly from)
{
    private DateOnly last = from;
    private int year = from.Year;
    private int month = from.Month;

    /// <summary>The day; null when there is none like it.</summary>
    /// <param name="named">The month that stands before it, 1 to 12; 0 when none does.</param>
    public DateOnly? Take(int named, int day)
    {
        if (named > 0)
        {
            year += named < month ? 1 : 0;
            month = named;
        }
        else if (day < last.Day && month == last.Month)
        {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        }

        if (year > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        last = new DateOnly(year, month, day);
        return last;
    }
}
