using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Notams;

namespace Parley.Exchange.Warnings;

/// <summary>The words of a warning that may speak of times, one after the other.</summary>
internal sealed partial class WarningWords
{
    private readonly string[] words;
    private readonly List<WarningDay> days = [];

    /// <param name="text">Upper case, without positions.</param>
    public WarningWords(string text) => words = [.. Words().Matches(text).Select(m => m.Value)];

    /// <summary>The place of the word.</summary>
    public int At { get; set; }

    public bool HasMore => At < words.Length;

    /// <summary>Every day that was read, in the order of the text.</summary>
    public IReadOnlyList<WarningDay> Days => days;

    public string Word => At < words.Length ? words[At] : "";

    public string Next(int count = 1) => At + count < words.Length ? words[At + count] : "";

    /// <summary>Goes on when the word is one of these.</summary>
    public bool Take(params ReadOnlySpan<string> any)
    {
        if (!any.Contains(Word))
            return false;
        At++;
        return true;
    }

    /// <summary>Day and time, 271200Z, with the month and year behind it if any.</summary>
    public WarningDay? TakeInstant()
    {
        var word = Word;
        var isMarked = word.Length > 6 && word[6] == 'Z';
        // The Z is left out now and then: 312359 MAR.
        var isInstant = isMarked || word.Length == 6 && (Next() is "TO" or "THRU" or "UTC" || NotamDays.Month(Next()) > 0);
        if (!isInstant || !int.TryParse(word[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var day) ||
            Clock(word[2..6]) is not { } minutes)
            return null;
        At++;
        Take("UTC");
        return Take(day, minutes);
    }

    /// <summary>A day of the month with what stands behind it; null, and nothing taken, when the word is none.</summary>
    public WarningDay? TakeDay(int minutes = 0)
    {
        if (Word.Length is not (1 or 2) || !int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > 31)
            return null;
        At++;
        return Take(day, minutes);
    }

    /// <summary>A time of the day, 0500Z; minutes after midnight. Sunrise and sunset are -1.</summary>
    public int? TakeTime()
    {
        if (Take("SUNRISE", "SUNSET", "DAYLIGHT"))
            return -1;
        if (Word.Length != 5 || Word[4] != 'Z' || Clock(Word[..4]) is not { } minutes)
            return null;
        At++;
        return minutes;
    }

    /// <summary>Undoes what was taken since.</summary>
    public void Back(int at, int taken)
    {
        At = at;
        days.RemoveRange(taken, days.Count - taken);
    }

    private WarningDay Take(int day, int minutes)
    {
        var (month, year) = (NotamDays.Month(Word), 0);
        if (month > 0)
        {
            At++;
            // 05 JAN 17 is a year unless another month follows: 30 JAN 02 FEB.
            if (Word.Length == 2 && NotamDays.Month(Next()) == 0 && int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var two))
            {
                year = 2000 + two;
                At++;
            }
        }

        var taken = new WarningDay(day, minutes, month, year);
        days.Add(taken);
        return taken;
    }

    private static int? Clock(string digits)
    {
        if (!digits.All(char.IsAsciiDigit))
            return null;
        var (hour, minute) = (int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture));
        return digits == "2400" || hour < 24 && minute < 60 ? hour * 60 + minute : null;
    }

    [GeneratedRegex(@"\d{6}Z+|\d{4}Z|\d+|[A-Z]+|[,;:\-]", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
