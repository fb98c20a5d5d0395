namespace Parley.Lines.Observations;

/// <summary>What is wrong with what was typed, in a sentence that says what to write.</summary>
public static class ObservationFlawText
{
    /// <summary>The field and its rule.</summary>
    public static string Words(this ObservationFault fault) => fault.Field.Length == 0 ? RuleOf(fault.Flaw) : $"{fault.Field}: {RuleOf(fault.Flaw)}";

    private static string RuleOf(ObservationFlaw flaw) => OfPlace(flaw) ?? OfTime(flaw) ?? flaw switch
    {
        ObservationFlaw.Number => "An observation has a number from 1 on.",
        ObservationFlaw.Party => "A party is 1 to 32 of a-z, 0-9 and -, or nothing where it is not known.",
        ObservationFlaw.Kind => $"What was seen is one of {string.Join(", ", ObservationKinds.All.Select(k => k.Name()))}.",
        ObservationFlaw.Strength => "A strength is at least, at most and a unit, such as '100 200 persons'.",
        ObservationFlaw.StrengthUpsideDown => "More at least than at most.",
        ObservationFlaw.Movement => "A heading is 0 to 359 degrees and a speed metres a second, each with its error, such as '350 5'.",
        ObservationFlaw.ImpossibleSpeed => "Nothing of that kind is so fast. Check the unit: metres a second.",
        ObservationFlaw.Level => "A level is words on one line.",
        ObservationFlaw.Source => "A source is radar, satellite, aircraft, ship, ground, signals, person, open or liaison.",
        ObservationFlaw.Grading => "A grading is a letter of A to F and a number of 1 to 6, such as B2.",
        ObservationFlaw.Text => "A text has at most 4,000 characters.",
        ObservationFlaw.Supersedes => "What it takes the place of are numbers of earlier observations, each once.",
        ObservationFlaw.Officer => "The officer's name is not sound.",
        _ => "There is no such field.",
    };

    private static string? OfPlace(ObservationFlaw flaw) => flaw switch
    {
        ObservationFlaw.Place => "A place is coordinates such as '69.3 16.0', or a shape, and not both.",
        ObservationFlaw.NoPlaceError => "Say how far off the place may be, in metres.",
        ObservationFlaw.PlaceError => "An error is metres from 1 to 2,000,000, or longer and shorter half-axis and azimuth.",
        ObservationFlaw.NoEdge => "A part of an ocean and a named area have no edge that can be compared. Draw one.",
        ObservationFlaw.Altitude => "An altitude is a band such as 'amsl 0 m .. amsl 900 m'.",
        _ => null,
    };

    private static string? OfTime(ObservationFlaw flaw) => flaw switch
    {
        ObservationFlaw.Time => "A time is written such as 2026-11-25T14:05Z.",
        ObservationFlaw.NoZone => "The time has no zone: write Z for UTC, or hours and minutes such as +03:00.",
        ObservationFlaw.NoTimeError => "Say how far off the time may be, in seconds.",
        ObservationFlaw.TimeError => "An error of a time is seconds from 1 to 2,592,000.",
        ObservationFlaw.EndBeforeBegin => "It ends before it begins.",
        ObservationFlaw.TooLong => "One observation lasts at most 90 days. Enter what was seen on each day.",
        ObservationFlaw.NotYet => "That time lies ahead.",
        _ => null,
    };
}
