using System.Globalization;

namespace Parley.Ledger;

/// <summary>An instant, in whole milliseconds since 1970-01-01T00:00:00Z, UTC, up to the end of the year 9999. Adding saturates at
/// both ends, so that a hostile time plus a term is a late time and not a fault.</summary>
/// <param name="UnixMilliseconds">0 to <see cref="Bounds.MaxUnixMilliseconds"/>; the constructor throws
/// <see cref="ArgumentOutOfRangeException"/> for anything else. For numbers from outside use <see cref="TryFrom"/>.</param>
public readonly record struct Timestamp(long UnixMilliseconds) : IComparable<Timestamp>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixMilliseconds { get; } = IsInRange(UnixMilliseconds)
        ? UnixMilliseconds
        : throw new ArgumentOutOfRangeException(nameof(UnixMilliseconds), UnixMilliseconds, "Outside 1970 to 9999.");

    /// <summary>1970-01-01T00:00:00.000Z.</summary>
    public static Timestamp MinValue => default;

    /// <summary>9999-12-31T23:59:59.999Z.</summary>
    public static Timestamp MaxValue { get; } = new(Bounds.MaxUnixMilliseconds);

    /// <summary>False when the number is outside 1970 to 9999.</summary>
    public static bool TryFrom(long unixMilliseconds, out Timestamp timestamp)
    {
        var inRange = IsInRange(unixMilliseconds);
        timestamp = inRange ? new Timestamp(unixMilliseconds) : default;
        return inRange;
    }

    /// <summary>The same instant, cut to the millisecond. Throws <see cref="ArgumentOutOfRangeException"/> before 1970.</summary>
    public static Timestamp From(DateTimeOffset instant) => new(instant.ToUnixTimeMilliseconds());

    /// <summary>The same instant with offset zero.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds);

    /// <summary>Reads exactly what <see cref="ToString"/> writes: <c>2026-11-22T12:00:00.000Z</c>, nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp timestamp)
    {
        timestamp = default;
        return DateTimeOffset.TryParseExact(
                text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && TryFrom(instant.ToUnixTimeMilliseconds(), out timestamp)
            && text.SequenceEqual(timestamp.ToString());
    }

    /// <summary>ISO 8601, UTC, three decimals: <c>2026-11-22T12:00:00.000Z</c>.</summary>
    public override string ToString() => ToDateTimeOffset().ToString(Format, CultureInfo.InvariantCulture);

    public int CompareTo(Timestamp other) => UnixMilliseconds.CompareTo(other.UnixMilliseconds);

    public static bool operator <(Timestamp left, Timestamp right) => left.UnixMilliseconds < right.UnixMilliseconds;

    public static bool operator >(Timestamp left, Timestamp right) => left.UnixMilliseconds > right.UnixMilliseconds;

    public static bool operator <=(Timestamp left, Timestamp right) => left.UnixMilliseconds <= right.UnixMilliseconds;

    public static bool operator >=(Timestamp left, Timestamp right) => left.UnixMilliseconds >= right.UnixMilliseconds;

    /// <summary>Later by the whole milliseconds of the span, at most <see cref="MaxValue"/>.</summary>
    public static Timestamp operator +(Timestamp instant, TimeSpan span) => Saturate(instant.UnixMilliseconds + WholeMilliseconds(span));

    /// <summary>Earlier by the whole milliseconds of the span, at least <see cref="MinValue"/>.</summary>
    public static Timestamp operator -(Timestamp instant, TimeSpan span) => Saturate(instant.UnixMilliseconds - WholeMilliseconds(span));

    /// <summary>From the right instant to the left one; negative when the left one is earlier.</summary>
    public static TimeSpan operator -(Timestamp left, Timestamp right) =>
        new((left.UnixMilliseconds - right.UnixMilliseconds) * TimeSpan.TicksPerMillisecond);

    private static bool IsInRange(long unixMilliseconds) => unixMilliseconds is >= 0 and <= Bounds.MaxUnixMilliseconds;

    private static long WholeMilliseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMillisecond;

    private static Timestamp Saturate(long unixMilliseconds) => new(Math.Clamp(unixMilliseconds, 0, Bounds.MaxUnixMilliseconds));
}
