using System.Globalization;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Ledger;
using Parley.Lines.Calls;

namespace Parley.Station.Operations;

/// <summary>Times as officers type them, and what the clocks of the seats show at an instant. UTC is what counts; a zone that this machine does not know shows UTC.</summary>
internal static class LocalClocks
{
    public const string Rule = "A time has its zone, such as 2026-11-25T14:05Z or 2026-11-25T15:05+01:00.";

    private static readonly string[] Formats = [.. new[] { "", ":ss", ":ss.fff" }.SelectMany(s => new[] { $"yyyy-MM-dd'T'HH:mm{s}'Z'", $"yyyy-MM-dd'T'HH:mm{s}zzz" })];
    private static readonly string[] Zoneless = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff"];

    /// <summary>Whether this machine knows that IANA zone.</summary>
    public static bool IsZone(string zone) => Seat.IsZone(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>Reads a time with its zone; null for anything else.</summary>
    public static Timestamp? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) &&
        Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var time)
            ? time
            : null;

    /// <summary>Reads a day, UTC, or a time with its zone; null for anything else. A day that goes on ends now.</summary>
    /// <param name="toEnd">Of a day its last moment, and not its first.</param>
    public static Timestamp? ReadDay(string text, bool toEnd, Timestamp now)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Read(text);
        var first = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
        if (!Timestamp.TryFrom(first, out var begins))
            return null;
        var ends = begins + TimeSpan.FromMilliseconds(TimeSpan.MillisecondsPerDay - 1);
        return !toEnd ? begins : ends > now && begins <= now ? now : ends;
    }

    /// <summary>Why a text that is no such time is refused: it lacks its zone alone, or is none at all.</summary>
    /// <param name="mayBeDay">A day would do.</param>
    public static (Refusal Why, string Detail) Wrong(string text, bool mayBeDay = false) =>
        IsZoneless(text) ? (Refusal.TimeWithoutZone, $"'{text}' has no zone. {Rule}")
        : (Refusal.Malformed, mayBeDay ? $"'{text}' is no day such as 2026-11-25, and no time with its zone. {Rule}" : $"'{text}' is no time. {Rule}");

    /// <summary>Whether it is a time and lacks nothing but its zone.</summary>
    public static bool IsZoneless(string text) => DateTime.TryParseExact(text, Zoneless, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>An instant with the clock of each seat.</summary>
    public static CallTimeView View(Timestamp at, Counterpart? row) =>
        new(at.ToDateTimeOffset(), [.. (row?.Seats ?? []).Select(s => $"{s.Party} {Clock(at, s.Zone)}")]);

    private static string Clock(Timestamp at, string zone)
    {
        var utc = at.ToDateTimeOffset();
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
            ? $"{TimeZoneInfo.ConvertTime(utc, known).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {zone}"
            : $"{utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, for its zone {zone} is not known here";
    }
}
