using System.Globalization;
using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Drawings;

/// <summary>Validity of a drawing.</summary>
internal static class DrawingHours
{
    /// <summary>The validity that the file states; that of the import, with a remark, when it states none.</summary>
    public static Window Validity(string from, string until, Window assumed, Remarks remarks)
    {
        if (Instant(from) is { } one && Instant(until) is { } other && Window.Make(one, other).Value is { } stated)
            return stated;
        remarks.Add(ImportRemarkKind.ValidityAssumed, from.Length + until.Length == 0 ? "none is stated" : $"'{from}' to '{until}' is none");
        return assumed;
    }

    private static DateTimeOffset? Instant(string words) =>
        DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
