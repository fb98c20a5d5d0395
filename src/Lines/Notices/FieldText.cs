using System.Globalization;
using Parley.Volumes;
using Parley.Volumes.Notations;
using Parley.Volumes.Schedules;
using Parley.Volumes.Texts;

namespace Parley.Lines.Notices;

/// <summary>Reads the values of fields. There is one way to write each; anything else is null.</summary>
public static class FieldText
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A whole number without plus, blanks or leading zeros.</summary>
    public static long? Number(string text) =>
        text.Length <= 20 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
        number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : null;

    /// <summary>UTC, to the second.</summary>
    public static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Writes what <see cref="Time"/> reads.</summary>
    public static string OfTime(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Both times, whether or not they are in order.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until)? Times(string text) =>
        text.Split(' ') is [var from, var until] && Time(from) is { } start && Time(until) is { } end ? (start, end) : null;

    /// <summary>Degrees with seven decimals, latitude first.</summary>
    public static Position? Place(string text) => PositionText.Parse(text)?.Position is { } place && place.ToString() == text ? place : null;

    /// <summary>A place in any notation (degrees with or without minutes and seconds, MGRS), as <see cref="Place"/> reads it; null when it is none.</summary>
    public static string? AnyPlace(string text) => PositionText.Parse(text)?.Position.ToString();

    /// <summary>The volume, whose text may lack the line feed at its end.</summary>
    public static Volume? Volume(string text) =>
        text.Length <= Bounds.NoticeVolumeLength && VolumeText.TryParse(text.EndsWith('\n') ? text : text + "\n", out var volume, out _) ? volume : null;

    /// <summary>When a time, window or volume begins and ends; a time does both. Of a volume its first announced instant and its last.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until)? Span(FieldKind kind, string text) => kind switch
    {
        FieldKind.Time when Time(text) is { } time => (time, time),
        FieldKind.Window => Times(text),
        FieldKind.Volume when Volume(text) is { } volume => Span(volume.Schedule),
        _ => null,
    };

    private static (DateTimeOffset, DateTimeOffset) Span(Schedule schedule) => schedule.Unfold() is { Complete: true, Windows: [var first, ..] and [.., var last] }
        ? (first.From, last.Until)
        : (schedule.Validity.From, schedule.Validity.Until);
}
