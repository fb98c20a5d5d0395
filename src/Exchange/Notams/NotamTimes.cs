using System.Globalization;
using Parley.Exchange.Imports;
using Parley.Lines.PublicWarnings;
using Parley.Volumes;

namespace Parley.Exchange.Notams;

/// <summary>Items B and C.</summary>
internal static class NotamTimes
{
    /// <summary>What stands for the end of what has none.</summary>
    public static DateTimeOffset Never => PublicWarning.Never;

    /// <summary>The validity; null with the item that is unreadable.</summary>
    public static Window? Validity(string b, string c, Remarks remarks, out string? unreadable)
    {
        unreadable = null;
        if (Instant(b, remarks) is not { } from)
        {
            unreadable = $"item B '{b}'";
            return null;
        }

        var words = c.Trim();
        if (words.EndsWith("EST", StringComparison.Ordinal))
        {
            remarks.Add(ImportRemarkKind.EndEstimated, words);
            words = words[..^3].Trim();
        }

        DateTimeOffset? until = words is "PERM" or "UFN" ? Never : Instant(words, remarks);
        if (until == Never)
            remarks.Add(ImportRemarkKind.NoEnd, words);
        if (until is not null && Window.Make(from, until.Value).Value is { } validity)
            return validity;
        unreadable = $"item C '{c}'";
        return null;
    }

    /// <summary><c>YYMMDDhhmm</c>, UTC.</summary>
    public static DateTimeOffset? Instant(string words, Remarks remarks)
    {
        words = words.Trim();
        var isMidnight = words.Length == 10 && words.EndsWith("2400", StringComparison.Ordinal);
        if (isMidnight)
        {
            remarks.Add(ImportRemarkKind.Midnight, words);
            words = words[..6] + "0000";
        }

        // The calendar of the framework reads years above 49 as those of the last century; notices have none of those.
        if (!DateTimeOffset.TryParseExact("20" + words, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return null;
        return isMidnight ? at.AddDays(1) : at;
    }
}
