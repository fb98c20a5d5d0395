using System.Globalization;
using Parley.Ledger;

namespace Parley.Lines.Codebooks;

/// <summary>What a blank takes. The numbers are those of the encoding.</summary>
public enum BlankKind
{
    /// <summary>An instant, UTC, to the second.</summary>
    Time,

    /// <summary>A name of a place, or coordinates.</summary>
    Place,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>An earlier message of the same author, by its number (<see cref="Entries.MessageNumber"/>).</summary>
    Message,
}

/// <summary>What stands in a blank: one of <see cref="TimeValue"/>, <see cref="PlaceValue"/>, <see cref="CoordinatesValue"/>, <see cref="CountValue"/> and
/// <see cref="MessageValue"/>. It is written in one way for all languages, so that two readers compare it sign by sign.</summary>
public abstract record BlankValue
{
    private protected BlankValue()
    {
    }

    public abstract BlankKind Kind { get; }

    /// <summary>As readers of every language are shown it.</summary>
    public abstract string Shown { get; }

    /// <summary>As it travels: its form, a space, the value.</summary>
    public abstract string Encode();

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else.</summary>
    public static BlankValue? Parse(string text)
    {
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = text[(at + 1)..];
        BlankValue? value = text[..at] switch
        {
            TimeValue.Form => TimeValue.Of(rest),
            PlaceValue.Form => PlaceValue.IsPlace(rest) ? new PlaceValue(rest) : null,
            CoordinatesValue.Form => CoordinatesValue.Of(rest),
            CountValue.Form => CountValue.Of(rest),
            MessageValue.Form => MessageValue.Of(rest),
            _ => null,
        };
        return value?.Encode() == text ? value : null;
    }

    /// <summary>Reads what an officer types for a blank of that kind: <c>2026-11-22T12:00Z</c> with or without seconds, a place or coordinates, digits. Null when it
    /// is none. The number of a message is looked up on its line first; here it is generation, lane and index.</summary>
    public static BlankValue? Typed(BlankKind kind, string text) => kind switch
    {
        BlankKind.Time => TimeValue.Of(text),
        BlankKind.Place => CoordinatesValue.Of(text) is { } coordinates ? coordinates : PlaceValue.IsPlace(text) ? new PlaceValue(text) : null,
        BlankKind.Message => MessageValue.Of(text),
        _ => CountValue.Of(text),
    };
}

/// <summary>An instant in whole seconds: what is not shown is not said. The constructor throws <see cref="ArgumentException"/> for parts of a second.</summary>
public sealed record TimeValue(Timestamp At) : BlankValue
{
    internal const string Form = "time";
    private static readonly string[] Typable = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public Timestamp At { get; } = At.UnixMilliseconds % 1000 == 0 ? At : throw new ArgumentException("whole seconds", nameof(At));

    /// <inheritdoc/>
    public override BlankKind Kind => BlankKind.Time;

    /// <summary><c>2026-11-22 12:00:00 UTC</c>.</summary>
    public override string Shown => At.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Encode() => $"{Form} {At.ToDateTimeOffset().ToString(Typable[0], CultureInfo.InvariantCulture)}";

    internal static TimeValue? Of(string text) =>
        DateTimeOffset.TryParseExact(text, Typable, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) &&
        Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var time)
            ? new TimeValue(time)
            : null;
}

/// <summary>A place by a name that the author chose: the only words of a code message that are not agreed before. They are shown in quotation marks, so that they
/// cannot pass for a part of the agreed text. The constructor throws <see cref="ArgumentException"/> for what is no name.</summary>
public sealed record PlaceValue(string Name) : BlankValue
{
    internal const string Form = "place";

    public string Name { get; } = IsPlace(Name) ? Name : throw new ArgumentException("no name of a place", nameof(Name));

    /// <inheritdoc/>
    public override BlankKind Kind => BlankKind.Place;

    /// <inheritdoc/>
    public override string Shown => $"“{Name}”";

    /// <inheritdoc/>
    public override string Encode() => $"{Form} {Name}";

    /// <summary>1 to 120 plain characters without quotation marks.</summary>
    public static bool IsPlace(string name) => PlainText.IsLine(name, Bounds.PlaceLength) && !name.AsSpan().ContainsAny("\"“”„«»");
}

/// <summary>A whole number, 0 to 999,999,999, without separators. The constructor throws <see cref="ArgumentOutOfRangeException"/> for others.</summary>
public sealed record CountValue(int Count) : BlankValue
{
    internal const string Form = "count";

    public int Count { get; } = Count is >= 0 and <= Bounds.BlankCount ? Count : throw new ArgumentOutOfRangeException(nameof(Count));

    /// <inheritdoc/>
    public override BlankKind Kind => BlankKind.Count;

    /// <inheritdoc/>
    public override string Shown => Count.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Encode() => $"{Form} {Shown}";

    internal static CountValue? Of(string text) =>
        text.Length is > 0 and <= 9 && text.All(char.IsAsciiDigit) ? new CountValue(int.Parse(text, CultureInfo.InvariantCulture)) : null;
}
