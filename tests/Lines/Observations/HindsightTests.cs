using Parley.Lines.Observations;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Observations;

public sealed class HindsightTests
{
    [Fact]
    public void A_notice_that_came_later_explains_now_and_did_not_then()
    {
        var change = Assert.Single(Looked(Sightings.Notice("N-1", since: 20), 30));
        Assert.Equal((VerdictKind.Unexplained, VerdictKind.ConsistentWith), (change.Then.Kind, change.Now.Kind));
        Assert.True(change.Now.About!.IsAfterwards);
        Assert.EndsWith("It was told only after this was seen.", change.Now.About.Sentence);
        Assert.StartsWith("When it was seen: Unexplained", change.Sentence);
        Assert.Empty(Looked(Sightings.Notice("N-1", since: 20), 19));
    }

    [Fact]
    public void A_notice_that_was_amended_later_is_held_against_it_as_it_stood()
    {
        var notice = Sightings.Notice("N-1");
        notice = notice with
        {
            Versions =
            [
                notice.Versions[0],
                notice.Versions[0] with
                {
                    Entry = "N-1-2", Since = Sightings.Begin.AddHours(20), Parts = [AnnouncedPart.Of("", [AnnouncedKind.FieldExercise], Sightings.Area(east: 90_000))],
                },
            ],
        };
        var change = Assert.Single(Looked(notice, 30));
        Assert.Equal((VerdictKind.ConsistentWith, VerdictKind.OutsideAreaOf), (change.Then.Kind, change.Now.Kind));
        Assert.Equal(("N-1-1", "N-1-2"), (change.Then.About!.Version.Entry, change.Now.About!.Version.Entry));
        Assert.Equal("N-1-2", notice.AsOf(Sightings.Begin.AddHours(20))!.Entry);
        Assert.Null(notice.AsOf(Sightings.Begin.AddDays(-11)));
    }

    private static IReadOnlyList<Hindsight> Looked(Announced notice, double hour)
    {
        var (matching, seen) = (Matching.With([notice]), Sightings.Seen(1));
        return Hindsight.Of(matching.Of([seen], AsOf.Then).Verdicts, matching.Of([seen], AsOf.At(Sightings.Hour(hour))).Verdicts);
    }

    [Fact]
    public void What_was_called_off_explains_nothing_that_was_seen_later()
    {
        var notice = Sightings.Notice("N-1", closed: 10);
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Sightings.Seen(1, hour: 9), notice).Kind);
        Assert.Equal(VerdictKind.Unexplained, Sightings.Judge(Sightings.Seen(1, hour: 11), notice).Kind);
    }

    [Fact]
    public void What_was_announced_and_not_seen_is_told_with_how_detectable_it_is()
    {
        Announced[] announced =
        [
            Sightings.Notice("N-1"), Sightings.Notice("N-2", AnnouncedKind.StaffExercise), Sightings.Notice("N-3", AnnouncedKind.MissileLaunch),
            Sightings.Notice("N-4", closed: -5), Sightings.Notice("N-5", area: Sightings.Area(from: 0, until: 90)), Sightings.Notice("N-6", since: 60),
        ];
        var unseen = Matching.With(announced).Of([Sightings.Seen(1)], AsOf.At(Sightings.Hour(50))).Unseen;
        Assert.Equal(["N-3", "N-2"], unseen.Select(u => u.Announced.Reference));
        Assert.Equal((Likelihood.AlmostCertain, Sightings.Begin.AddHours(48)), (unseen[0].Detectable, unseen[0].Ended));
        Assert.Equal("N-3 was announced until 2027-05-05T00:00:00Z and not seen. That a missile launch is seen by whoever watches is almost certain.", unseen[0].Sentence);
    }

    [Theory]
    [InlineData(TrendDirection.Rising, 100, 200, 150, 260, 201, 300)]
    [InlineData(TrendDirection.CreepingUp, 100, 200, 120, 230, 150, 260)]
    [InlineData(TrendDirection.Falling, 100, 200, 90, 100, 40, 90)]
    [InlineData(TrendDirection.Steady, 100, 200, 90, 190, 100, 195)]
    [InlineData(TrendDirection.CannotBeTold, 100, 200, 300, 400, 100, 200)]
    public void A_trend_is_told_no_surer_than_its_bounds(TrendDirection direction, long a, long b, long c, long d, long e, long f)
    {
        Observation[] seen =
        [
            Sightings.Seen(3, hour: 50, strength: Sightings.Men(e, f)), Sightings.Seen(1, hour: 10, strength: Sightings.Men(a, b)),
            Sightings.Seen(2, hour: 30, strength: Sightings.Men(c, d)),
            Sightings.Seen(4), Sightings.Seen(5, ObservationKind.GroundMovement, strength: Sightings.Men(1, 2)),
            Sightings.Seen(6, strength: Sightings.Men(7, 9)) with { Party = PartyId.Parse("boreal") },
        ];
        var trend = Assert.Single(Trend.Of(seen));
        Assert.Equal(direction, trend.Direction);
        Assert.Equal([1, 2, 3], trend.Points.Select(p => p.Observation));
        Assert.StartsWith($"ground-forces: {a} to {b} persons at first, {e} to {f} at last", trend.Sentence);
    }

    [Theory]
    [InlineData(0, Likelihood.RemoteChance)]
    [InlineData(0.075, Likelihood.HighlyUnlikely)]
    [InlineData(0.3, Likelihood.Unlikely)]
    [InlineData(0.5, Likelihood.RealisticPossibility)]
    [InlineData(0.6, Likelihood.Likely)]
    [InlineData(0.9, Likelihood.HighlyLikely)]
    [InlineData(1, Likelihood.AlmostCertain)]
    public void Probabilities_are_said_in_fixed_words(double probability, Likelihood band) => Assert.Equal(band, Likelihoods.Of(probability));
}
