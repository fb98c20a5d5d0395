using System.Globalization;
using Parley.Lines.Notices;

namespace Parley.Lines.Observations;

/// <summary>In what something seen is held against something announced.</summary>
public enum FactorKind
{
    Place = 1,
    Time,
    Kind,
    Strength,
    Movement,
}

/// <summary>One of five, with its sentence.</summary>
/// <param name="Thousandths">0: it does not fit at all; 1000: it fits, or nothing is known that speaks against it.</param>
public sealed record Factor(FactorKind Kind, int Thousandths, string Sentence);

/// <summary>The sentences of factors. They say what was compared and never what it means.</summary>
internal static class FactorText
{
    public static Factor Place(in Weighed w, SeenPoint seen)
    {
        var error = Kilometres(seen.Error.Major);
        var far = w.Part.Said.IsDownRange && seen.Observation.Kind.HasRange();
        return new Factor(FactorKind.Place, w.Place,
            w.Part.Said.Volume is null ? "No place was named."
            : !w.Part.IsDrawn ? "The place that was named has no edge: it may be there."
            : w.Metres == 0 ? $"It lies in the area (error {error} km)."
            : far ? $"The place of the launch was not named; the area is {Kilometres(w.Metres)} km away, where parts may come down."
            : w.Metres <= w.Part.Version.Tolerance ? $"It lies {Kilometres(w.Metres)} km outside, within the tolerance of the notice."
            : $"It lies {Kilometres(w.Metres)} km outside the area (error {error} km, tolerance {Kilometres(w.Part.Version.Tolerance)} km).");
    }

    public static Factor Time(in Weighed w) => new(FactorKind.Time, w.Time,
        w.Fit.IsReserve ? "It lies in a window that was named in reserve."
        : w.Fit.Side == 0 ? w.Fit.Outside == 0 ? "It lies in a window." : $"A part of it, {Span(w.Fit.Outside)}, lies outside the windows."
        : w.Fit.Window < 0 ? "No window was named."
        : w.Fit.Side < 0 ? $"It is {Span(w.Fit.Outside)} before the next window." : $"It is {Span(w.Fit.Outside)} after the window.");

    public static Factor Kind(in Weighed w, SeenPoint seen)
    {
        var announced = string.Join(", ", w.Part.Said.Kinds.Select(k => k.Name()));
        var name = seen.Observation.Kind.Name();
        return new Factor(FactorKind.Kind, w.Kind,
            w.Kind == 0 ? $"What was seen ({name}) is no part of what was announced ({announced})."
            : w.Kind == Weighing.Whole ? $"What was seen ({name}) is what was announced ({announced})."
            : $"What was seen ({name}) goes with what was announced ({announced}), and with other things.");
    }

    public static Factor Strength(in Weighed w, SeenPoint seen)
    {
        if (seen.Strength is not { } strength)
            return new Factor(FactorKind.Strength, w.Strength, "How many were seen is not known.");
        var unit = strength.Unit.ToString().ToLowerInvariant();
        if (w.Part.Version.StrengthIn(strength.Unit) is not { } notified)
            return new Factor(FactorKind.Strength, w.Strength, $"How many {unit} was not announced.");
        var seenText = strength.Lower == strength.Upper ? Number(strength.Lower) : $"{Number(strength.Lower)} to {Number(strength.Upper)}";
        return new Factor(FactorKind.Strength, w.Strength, $"Seen: {seenText} {unit}; announced: {Number(notified)}.");
    }

    public static Factor Movement(in Weighed w, SeenPoint seen) => new(FactorKind.Movement, w.Movement,
        seen.Observation.Movement?.Heading is not { } heading ? "In which direction it goes is not known."
        : w.Part.Version.Direction is not { } direction ? "No direction was announced."
        : $"It goes {Number(heading)}° (error {Number(seen.Observation.Movement.HeadingError ?? 0)}°); announced: {Number(direction)}°.");

    /// <summary>Days, hours or minutes.</summary>
    public static string Span(long ticks) => ticks == long.MaxValue ? "any time" : TimeSpan.FromTicks(ticks) switch
    {
        { TotalHours: >= 48 } span => $"{Number((long)Math.Round(span.TotalDays))} days",
        { TotalMinutes: >= 120 } span => $"{Number((long)Math.Round(span.TotalHours))} hours",
        var span => $"{Number((long)Math.Max(1, Math.Round(span.TotalMinutes)))} minutes",
    };

    /// <summary>With one decimal below ten.</summary>
    public static string Kilometres(double metres) => (metres / 1000).ToString(metres < 9_950 ? "0.#" : "0", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at) => FieldText.OfTime(at);
}
