using System.Diagnostics;
using Parley.Bench.Volumes;
using Parley.Ledger;
using Parley.Lines.Observations;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Bench.Observations;

/// <summary>How long many observations take against many notices, on one core: a theatre of 20 by 15 degrees and 30 days, where six of ten things seen belong to a notice. The
/// same in every run.</summary>
internal static class MatchTrial
{
    private const ulong Seed = 19_831_107;
    private static readonly DateTimeOffset Begin = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly AnnouncedKind[] Kinds =
    [
        AnnouncedKind.FieldExercise, AnnouncedKind.Gunnery, AnnouncedKind.MissileFiring, AnnouncedKind.Flight, AnnouncedKind.Ships, AnnouncedKind.ForcesMove,
        AnnouncedKind.ClosedArea, AnnouncedKind.HazardousOperations, AnnouncedKind.StrategicFlight, AnnouncedKind.HumanitarianMovement, AnnouncedKind.SpaceLaunch,
    ];

    public static IReadOnlyList<Row> Run(int observations, int notices)
    {
        var chance = new Chance(Seed);
        Announced[] announced = [.. Enumerable.Range(0, notices).Select(i => Notice(chance, i))];
        Observation[] seen = [.. Enumerable.Range(1, observations).Select(i => Seen(chance, i, announced))];
        var start = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        var matching = Matching.With(announced);
        var laid = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        var matched = matching.Of(seen, AsOf.Then);
        var all = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        var kinds = string.Join(", ", matched.Verdicts.GroupBy(v => v.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"));
        return
        [
            new Row($"{observations} observations against {notices} notices", all, "s of processor", 10, kinds),
            new Row("of that, notices laid out and indexed", laid, "s of processor"),
            new Row("the same by the clock", Stopwatch.GetElapsedTime(wall).TotalSeconds, "s"),
        ];
    }

    private static Announced Notice(Chance chance, int number)
    {
        var (latitude, longitude) = (chance.Between(42, 57), chance.Between(20, 40));
        var centre = Position.FromDegrees(latitude, longitude)!.Value;
        var size = chance.Between(2_000, 40_000);
        Shape shape = chance.Share() switch
        {
            < 0.5 => Circle.Make(centre, (int)size).Must(),
            < 0.8 => Polygon.Make([.. Enumerable.Range(0, 6).Select(i => Globe.Destination(centre, 60 * i, size * chance.Between(0.6, 1)))], Edge.Geodesic).Must(),
            _ => Corridor.Make([centre, Off(3 * size), Off(size)], 3_000, Edge.Geodesic).Must(),
        };
        var from = Begin.AddMinutes(chance.Between(0, 30 * 1440));
        var validity = Window.Make(from, from.AddHours(chance.Between(2, 120))).Must();
        var first = DateOnly.FromDateTime(from.UtcDateTime);
        var daily = chance.Share() < 0.4 ? DailyRule.Make(first, first.AddDays(5), Days.All, Clock(0, 12), Clock(13, 23)).Must() : null;
        var volume = Volume.Make([shape], AltitudeBand.Everything, Schedule.Make(validity, daily: daily is null ? null : [daily]).Must()).Must();
        var kind = Kinds[(int)(chance.Share() * Kinds.Length)];
        Strength[] strength = chance.Share() < 0.5 ? [new(0, (long)chance.Between(100, 20_000), StrengthUnit.Persons)] : [];
        return new Announced($"N-{number:D5}", "boreal", [new($"e{number}", Begin.AddDays(-10), [AnnouncedPart.Of("", [kind], volume)], 2_000, strength, null)]);

        Position Off(double metres) => Globe.Destination(centre, chance.Between(0, 359), metres);
        TimeOnly Clock(int least, int most) => new((int)chance.Between(least, most), 0);
    }

    private static Observation Seen(Chance chance, int number, Announced[] announced)
    {
        var kind = ObservationKinds.All[(int)(chance.Share() * ObservationKinds.All.Count)];
        var (place, at) = (Position.FromDegrees(chance.Between(42, 57), chance.Between(20, 40))!.Value, Begin.AddMinutes(chance.Between(0, 32 * 1440)));
        if (chance.Share() < 0.6)
        {
            var part = announced[(int)(chance.Share() * announced.Length)].Versions[0].Parts[0];
            var row = Compatibility.Row(part.Kinds[0]);
            kind = row[(int)(chance.Share() * row.Count)].Seen;
            place = Globe.Destination(Figure.Of(part.Volume!.Shapes[0])!.Centroid, chance.Between(0, 359), chance.Between(0, 5_000));
            var windows = Parley.Volumes.Schedules.Unfolding.Unfold(part.Schedule).Windows;
            at = windows.Count == 0 ? at : windows[0].From + (windows[0].Until - windows[0].From) * chance.Share();
        }

        var error = (int)chance.Between(100, 5_000);
        var from = Timestamp.From(at);
        var span = new SeenSpan(from, from + TimeSpan.FromMinutes(kind.IsMoment() ? 0 : chance.Between(0, 180)), (int)chance.Between(10, 600));
        var strength = kind == ObservationKind.GroundForces ? new Strength(50, (long)chance.Between(100, 3_000), StrengthUnit.Persons) : null;
        return new Observation(number, null, kind, SeenPlace.Near(place, new PlaceError(error, error / 2 + 1, number % 180)), null, span, strength, null, "",
            (SourceClass)(1 + number % 9), Reliability.B, 2, "", [], "trial", from);
    }
}
