using Parley.Ledger;
using Parley.Lines.Observations;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Lines.Tests.Observations;

/// <summary>Things seen and announced round one place, in hours from one beginning.</summary>
internal static class Sightings
{
    public static readonly DateTimeOffset Begin = new(2027, 5, 3, 0, 0, 0, TimeSpan.Zero);
    public static readonly Position Centre = Position.FromDegrees(60, 20)!.Value;

    public static Timestamp Hour(double hours) => Timestamp.From(Begin.AddHours(hours));

    /// <summary>Metres off the centre, to the east.</summary>
    public static Position East(double metres) => metres == 0 ? Centre : Globe.Destination(Centre, 90, metres);

    public static Observation Seen(
        int number, ObservationKind kind = ObservationKind.GroundForces, double hour = 12, double east = 0, int error = 1_000, double hours = 0, Strength? strength = null) => new(
            number, null, kind, SeenPlace.Near(East(east), PlaceError.Round(error)), null, new SeenSpan(Hour(hour), Hour(hour + hours), 300), strength, null, "",
            SourceClass.Radar, Reliability.B, 2, "", [], "Moreau", Hour(hour + hours));

    public static Strength Men(long lower, long upper) => new(lower, upper, StrengthUnit.Persons);

    public static Volume Area(int radius = 30_000, double from = 0, double until = 48, double east = 0) => Volume.Make(
        [Circle.Make(East(east), radius).Must()], AltitudeBand.Everything, Times(from, until)).Must();

    public static Schedule Times(double from, double until) => Schedule.Make(Window.Make(Begin.AddHours(from), Begin.AddHours(until)).Must()).Must();

    public static Announced Notice(
        string reference, AnnouncedKind kind = AnnouncedKind.FieldExercise, Volume? area = null, long men = 0, double since = -240, double? closed = null) =>
        Notice(reference, [AnnouncedPart.Of("", [kind], area ?? Area())], men, since, closed);

    public static Announced Notice(string reference, AnnouncedPart[] parts, long men = 0, double since = -240, double? closed = null) => new(
        reference, "boreal", [new($"{reference}-1", Begin.AddHours(since), parts, 1_000, men > 0 ? [Men(0, men)] : [], null)], closed is { } hour ? Begin.AddHours(hour) : null);

    public static Verdict Judge(Observation seen, params Announced[] announced) => Assert.Single(Matching.With(announced).Of([seen], AsOf.Then).Verdicts);
}
