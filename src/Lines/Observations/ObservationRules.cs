using Parley.Lines.Codebooks;
using Parley.Lines.Messages;
using Parley.Volumes;

namespace Parley.Lines.Observations;

/// <summary>What is wrong with an observation.</summary>
public enum ObservationFlaw
{
    /// <summary>A number below 1.</summary>
    Number = 1,
    Party,
    Kind,

    /// <summary>No place, or one that is not readable.</summary>
    Place,

    /// <summary>A point stands without its error: how far off it may be must be said.</summary>
    NoPlaceError,

    /// <summary>The error is nothing, greater than the bound, or its shorter axis is the longer one.</summary>
    PlaceError,

    /// <summary>A quarter of an ocean or a named area: it has no edge that could be compared.</summary>
    NoEdge,
    Altitude,

    /// <summary>A time is not readable.</summary>
    Time,

    /// <summary>A time stands without a zone: write <c>Z</c>, or hours and minutes from UTC.</summary>
    NoZone,

    /// <summary>How far off the times may be must be said.</summary>
    NoTimeError,
    TimeError,
    EndBeforeBegin,

    /// <summary>It lasts longer than the bound: enter what was seen on each day.</summary>
    TooLong,

    /// <summary>It was seen after it was entered.</summary>
    NotYet,
    Strength,

    /// <summary>More at least than at most.</summary>
    StrengthUpsideDown,

    /// <summary>A heading that is none, or a heading or speed without its error.</summary>
    Movement,

    /// <summary>Nothing of that kind is so fast.</summary>
    ImpossibleSpeed,
    Level,
    Source,

    /// <summary>No letter of A to F with a number of 1 to 6.</summary>
    Grading,
    Text,

    /// <summary>Itself, a later one, one twice, or too many.</summary>
    Supersedes,
    Officer,

    /// <summary>A field that is not known, or stands twice.</summary>
    UnknownField,
}

/// <summary>The checks. An observation that fails one is refused whole: what is wrong with it decides what it could explain.</summary>
internal static class ObservationRules
{
    public static ObservationFlaw? Flaw(Observation o) =>
        o.Number < 1 || !Enum.IsDefined(o.Mode) ? ObservationFlaw.Number
        : !Enum.IsDefined(o.Kind) ? ObservationFlaw.Kind
        : Of(o.Place) ?? Of(o.Span, o) ?? Of(o.Strength) ?? Of(o.Movement, o.Kind) ?? OfWords(o);

    private static ObservationFlaw? Of(SeenPlace place) => (place.At, place.Shape) switch
    {
        (null, null) or (not null, not null) => ObservationFlaw.Place,
        (not null, _) => place.Error is not { } error ? ObservationFlaw.NoPlaceError : IsError(error) ? null : ObservationFlaw.PlaceError,
        (_, OceanQuadrant or NamedArea) => ObservationFlaw.NoEdge,
        (_, PointShape) => ObservationFlaw.NoPlaceError,
        _ => place.Error is null ? null : ObservationFlaw.PlaceError,
    };

    private static bool IsError(PlaceError error) =>
        error.Minor >= 1 && error.Major >= error.Minor && error.Major <= Bounds.ObservedPlaceError && error.Azimuth is >= 0 and <= 179;

    private static ObservationFlaw? Of(SeenSpan span, Observation o) =>
        span.Error < 1 ? ObservationFlaw.NoTimeError
        : span.Error > Bounds.ObservedTimeError ? ObservationFlaw.TimeError
        : span.Until < span.From ? ObservationFlaw.EndBeforeBegin
        : span.Until - span.From > TimeSpan.FromDays(Bounds.ObservedDays) ? ObservationFlaw.TooLong
        : span.From > o.Entered + TimeSpan.FromSeconds(span.Error) ? ObservationFlaw.NotYet
        : null;

    private static ObservationFlaw? Of(Strength? strength) =>
        strength is null ? null
        : !Enum.IsDefined(strength.Unit) || strength.Lower < 0 || strength.Upper < 1 || strength.Upper > Bounds.ObservedStrength ? ObservationFlaw.Strength
        : strength.Lower > strength.Upper ? ObservationFlaw.StrengthUpsideDown
        : null;

    private static ObservationFlaw? Of(Movement? movement, ObservationKind kind) =>
        movement is null ? null
        : movement is { Heading: null, Speed: null } || movement.Heading is < 0 or > 359 || movement.Heading.HasValue != movement.HeadingError.HasValue ||
            movement.HeadingError is < 1 or > 180 || movement.Speed.HasValue != movement.SpeedError.HasValue || movement.SpeedError < 1 ? ObservationFlaw.Movement
        : movement.Speed < 0 || movement.Speed > kind.GreatestSpeed() || movement.SpeedError > Bounds.ObservedSpeed ? ObservationFlaw.ImpossibleSpeed
        : null;

    private static ObservationFlaw? OfWords(Observation o) =>
        o.Level.Length > 0 && !PlainText.IsLine(o.Level, Bounds.ShortText) ? ObservationFlaw.Level
        : !Enum.IsDefined(o.Source) ? ObservationFlaw.Source
        : !Enum.IsDefined(o.Reliability) || o.Confidence is < 1 or > 6 ? ObservationFlaw.Grading
        : o.Text.Length > 0 && (o.Text.Length > Bounds.ObservationText || !MessageContent.IsText(o.Text)) ? ObservationFlaw.Text
        : o.Supersedes.Count > Bounds.ObservationsSuperseded || o.Supersedes.Any(s => s < 1 || s >= o.Number) ||
            !CodebookRules.IsAscending(o.Supersedes, static (a, b) => a.CompareTo(b)) ? ObservationFlaw.Supersedes
        : !PlainText.IsLine(o.Officer, Bounds.OfficerNameLength) ? ObservationFlaw.Officer
        : null;
}
