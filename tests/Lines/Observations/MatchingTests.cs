using Parley.Lines.Observations;
using Parley.Volumes;

namespace Parley.Lines.Tests.Observations;

public sealed class MatchingTests
{
    [Fact]
    public void What_lies_in_the_area_at_the_time_is_consistent_with_the_notice()
    {
        var verdict = Sightings.Judge(Sightings.Seen(1), Sightings.Notice("N-1"));
        Assert.Equal((VerdictKind.ConsistentWith, "N-1"), (verdict.Kind, verdict.About!.Reference));
        Assert.Equal("Consistent with N-1.", verdict.Sentence);
        Assert.Equal([FactorKind.Place, FactorKind.Time, FactorKind.Kind, FactorKind.Strength, FactorKind.Movement], verdict.About.Factors.Select(f => f.Kind));
        Assert.All(verdict.About.Factors, f => Assert.Equal((1000, true), (f.Thousandths, f.Sentence.EndsWith('.'))));
    }

    [Fact]
    public void Without_a_notice_everything_is_unexplained()
    {
        var verdict = Sightings.Judge(Sightings.Seen(1));
        Assert.Equal((VerdictKind.Unexplained, "Unexplained. Nothing that was announced fits."), (verdict.Kind, verdict.Sentence));
    }

    [Theory]
    [InlineData(VerdictKind.BeforeWindowOf, ObservationKind.GroundForces, -20, 0, 100)]
    [InlineData(VerdictKind.AfterWindowOf, ObservationKind.GroundForces, 60, 0, 100)]
    [InlineData(VerdictKind.OutsideAreaOf, ObservationKind.GroundForces, 12, 90_000, 100)]
    [InlineData(VerdictKind.WrongKindFor, ObservationKind.StrategicFlight, 12, 0, 100)]
    [InlineData(VerdictKind.LargerThan, ObservationKind.GroundForces, 12, 0, 5_000)]
    [InlineData(VerdictKind.Unexplained, ObservationKind.GroundForces, 12, 400_000, 100)]
    [InlineData(VerdictKind.Unexplained, ObservationKind.GroundForces, 24 * 9, 0, 100)]
    [InlineData(VerdictKind.Unexplained, ObservationKind.StrategicFlight, 60, 0, 100)]
    public void What_misses_it_in_one_thing_is_said_to_miss_it_in_that(VerdictKind kind, ObservationKind seen, double hour, double east, long men)
    {
        var verdict = Sightings.Judge(Sightings.Seen(1, seen, hour, east, strength: Sightings.Men(men, men)), Sightings.Notice("N-1", men: 1_000, since: -2_000));
        Assert.Equal(kind, verdict.Kind);
        Assert.Equal(kind == VerdictKind.Unexplained ? null : "N-1", verdict.About?.Reference);
        if (kind == VerdictKind.OutsideAreaOf)
            Assert.Equal("Outside the area of N-1 by 60 km.", verdict.Sentence);
        Assert.DoesNotContain("safe", verdict.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("attack", verdict.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_notice_that_would_explain_everything_explains_nothing()
    {
        var wide = Sightings.Notice("N-1", area: Sightings.Area(500_000, -340, 340));
        var verdict = Sightings.Judge(Sightings.Seen(1), wide);
        Assert.Equal((VerdictKind.Unexplained, "N-1"), (verdict.Kind, verdict.About!.Reference));
        Assert.Equal($"Unexplained. N-1 fits, and would fit too much else: {verdict.About.ByChance.Words()} by chance.", verdict.Sentence);
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Sightings.Seen(1), wide, Sightings.Notice("N-2")).Kind);
    }

    private static (int Radius, double From, double Until)[] Wider =>
        [(5_000, 6, 18), (20_000, 6, 18), (20_000, 0, 18), (20_000, 0, 48), (90_000, 0, 48), (90_000, -300, 48), (900_000, -300, 400)];

    [Fact]
    public void A_wider_notice_never_gains_weight()
    {
        foreach (var kind in (ObservationKind[])[ObservationKind.GroundForces, ObservationKind.Impact])
        {
            var seen = Sightings.Seen(1, kind);
            var last = double.MaxValue;
            foreach (var (radius, from, until) in Wider)
            {
                var worth = Matching.With([Sightings.Notice("N-1", area: Sightings.Area(radius, from, until))]).WorthOf(seen, AsOf.Then)!.Value;
                Assert.True(worth <= last, $"{kind} {radius} {from} {until}: {worth} after {last}");
                last = worth;
            }

            var more = new AnnouncedPart("", [AnnouncedKind.FieldExercise, AnnouncedKind.Bombing], Sightings.Area(), Sightings.Times(0, 48));
            Assert.True(Worth(more) <= Worth(more with { Kinds = [AnnouncedKind.FieldExercise] }) || kind == ObservationKind.Impact);
            double Worth(AnnouncedPart part) => Matching.With([Sightings.Notice("N-1", [part])]).WorthOf(seen, AsOf.Then)!.Value;
        }
    }

    [Fact]
    public void The_further_outside_its_error_the_less_it_fits()
    {
        var matching = Matching.With([Sightings.Notice("N-1")]);
        var fits = ((double[])[0, 25_000, 32_000, 34_000, 36_000, 38_000]).Select(e => matching.WorthOf(Sightings.Seen(1, east: e, error: 3_000), AsOf.Then)!.Value).ToList();
        Assert.Equal(fits.OrderDescending(), fits);
        Assert.Null(matching.WorthOf(Sightings.Seen(1, east: 41_000, error: 3_000), AsOf.Then));
        // The same distance, with the longer axis of the error across it or along it.
        Observation Turned(int azimuth) => Sightings.Seen(1, east: 36_000) with { Place = SeenPlace.Near(Sightings.East(36_000), new PlaceError(6_000, 1_000, azimuth)) };
        Assert.NotNull(matching.WorthOf(Turned(90), AsOf.Then));
        Assert.Null(matching.WorthOf(Turned(0), AsOf.Then));
    }

    [Fact]
    public void Inner_windows_count_and_not_the_validity()
    {
        var daily = Daily(5);
        var notice = Sightings.Notice("N-1", area: Volume.Make(Sightings.Area().Shapes, AltitudeBand.Everything, daily).Must());
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Sightings.Seen(1, hour: 33), notice).Kind);
        var between = Sightings.Judge(Sightings.Seen(1, hour: 36), notice);
        Assert.Equal(VerdictKind.AfterWindowOf, between.Kind);
        Assert.Equal("After the window of N-1: It is 2 hours after the window.", between.Sentence);
    }

    [Fact]
    public void Of_what_happens_once_a_notice_explains_less_the_longer_it_was_open()
    {
        var area = Volume.Make(Sightings.Area().Shapes, AltitudeBand.Everything, Daily(20)).Must();
        var matching = Matching.With([Sightings.Notice("N-1", AnnouncedKind.SpaceLaunch, area)]);
        double On(int day) => matching.WorthOf(Sightings.Seen(1, ObservationKind.Launch, 24 * day + 9), AsOf.Then)!.Value;
        Assert.Equal(On(0) - 1, On(1), 0.1);
        Assert.True(On(15) < On(7));
    }

    [Fact]
    public void A_reserve_window_fits_half() => Assert.Equal(500, Sightings.Judge(Sightings.Seen(1, hour: 80), Sightings.Notice("N-1", area: Volume.Make(
        Sightings.Area().Shapes, AltitudeBand.Everything,
        Schedule.Make(Window.Make(Sightings.Begin, Sightings.Begin.AddDays(5)).Must(), [Window.Make(Sightings.Begin, Sightings.Begin.AddHours(4)).Must()], null,
            [Window.Make(Sightings.Begin.AddHours(78), Sightings.Begin.AddHours(82)).Must()]).Must()).Must())).About!.Factors[1].Thousandths);

    private static Schedule Daily(int days)
    {
        var first = DateOnly.FromDateTime(Sightings.Begin.UtcDateTime);
        return Schedule.Make(
            Window.Make(Sightings.Begin, Sightings.Begin.AddDays(days)).Must(),
            daily: [DailyRule.Make(first, first.AddDays(days - 1), Days.All, new(8, 0), new(10, 0)).Must()]).Must();
    }

    [Fact]
    public void Another_height_is_another_thing()
    {
        AltitudeBand Band(int low, int high) => AltitudeBand.Make(Height(low), Height(high)).Must();
        Altitude Height(int metres) => Altitude.Make(AltitudeReference.AboveSea, metres, AltitudeUnit.Metre).Must();
        var notice = Sightings.Notice("N-1", AnnouncedKind.Flight, Volume.Make(Sightings.Area().Shapes, Band(5_000, 6_000), Sightings.Times(0, 48)).Must());
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Sightings.Seen(1, ObservationKind.Flight) with { Altitude = Band(5_500, 7_000) }, notice).Kind);
        Assert.Equal(VerdictKind.Unexplained, Sightings.Judge(Sightings.Seen(1, ObservationKind.Flight) with { Altitude = Band(9_000, 9_500) }, notice).Kind);
    }

    [Fact]
    public void A_shape_counts_as_its_middle() => Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(
        Sightings.Seen(1) with { Place = SeenPlace.Within(Circle.Make(Sightings.East(20_000), 4_000).Must()) }, Sightings.Notice("N-1")).Kind);

    [Fact]
    public void A_direction_that_was_not_announced_speaks_against_it()
    {
        var notice = Sightings.Notice("N-1");
        notice = notice with { Versions = [notice.Versions[0] with { Direction = 350 }] };
        Observation Going(int heading) => Sightings.Seen(1) with { Movement = new Movement(heading, 5, null, null) };
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Going(4), notice).Kind);
        Assert.NotEqual(VerdictKind.ConsistentWith, Sightings.Judge(Going(90), notice).Kind);
    }
}
