namespace Parley.Exchange.Notams;

/// <summary>Months and days of the week as notices shorten them.</summary>
internal static class NotamDays
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Week = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

    /// <summary>1 to 12; 0 when it is none. Long names begin with the short ones.</summary>
    public static int Month(string word) => word.Length is 3 or > 3 && IsLong(word) ? Array.IndexOf(Months, word[..3]) + 1 : 0;

    /// <summary>0 for Monday to 6; -1 when it is none.</summary>
    public static int Weekday(string word)
    {
        var at = word.Length >= 3 ? Array.IndexOf(Week, word[..3]) : -1;
        return at >= 0 && (word.Length == 3 || word is "TUES" or "THUR" or "THURS" || word.TrimEnd('S').EndsWith("DAY", StringComparison.Ordinal)) ? at : -1;
    }

    /// <summary>From one day of the week to another, both with it, over Sunday when the first is later.</summary>
    public static Volumes.Days Span(int first, int last)
    {
        Volumes.Days days = 0;
        for (var i = first; ; i = (i + 1) % 7)
        {
            days |= (Volumes.Days)(1 << i);
            if (i == last)
                return days;
        }
    }

    private static bool IsLong(string word) => word.Length == 3 || word is "JANUARY" or "FEBRUARY" or "MARCH" or "APRIL" or "JUNE" or "JULY" or "AUGUST" or
        "SEPTEMBER" or "SEPT" or "OCTOBER" or "NOVEMBER" or "DECEMBER";
}
