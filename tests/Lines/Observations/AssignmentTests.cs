using Parley.Lines.Observations;
using Parley.Lines.Tests.Contacts;

namespace Parley.Lines.Tests.Observations;

public sealed class AssignmentTests
{
    [Fact]
    public void Many_draw_on_one_notice_up_to_its_strength_and_the_rest_is_larger()
    {
        Observation[] seen = [.. Enumerable.Range(1, 5).Select(i => Sightings.Seen(i, east: 5_000 * i, strength: Sightings.Men(300, 400)))];
        var verdicts = Matching.With([Sightings.Notice("N-1", men: 1_000)]).Of(seen, AsOf.Then).Verdicts;
        Assert.Equal([3, 2], [verdicts.Count(v => v.Kind == VerdictKind.ConsistentWith), verdicts.Count(v => v.Kind == VerdictKind.LargerThan)]);
        Assert.All(verdicts.Where(v => v.Kind == VerdictKind.LargerThan), v => Assert.Equal("N-1", v.About!.Reference));
    }

    [Fact]
    public void What_was_seen_on_another_day_is_not_added()
    {
        Observation[] seen = [.. Enumerable.Range(0, 2).Select(i => Sightings.Seen(1 + i, hour: 12 + 24 * i, east: 9_000 * i, strength: Sightings.Men(800, 900)))];
        Assert.All(Matching.With([Sightings.Notice("N-1", men: 1_000)]).Of(seen, AsOf.Then).Verdicts, v => Assert.Equal(VerdictKind.ConsistentWith, v.Kind));
    }

    [Fact]
    public void What_is_refused_draws_on_the_next_notice()
    {
        Observation[] seen = [.. Enumerable.Range(1, 2).Select(i => Sightings.Seen(i, east: 9_000 * i, strength: Sightings.Men(800, 900)))];
        var verdicts = Matching.With([Sightings.Notice("N-1", men: 1_000), Sightings.Notice("N-2", area: Sightings.Area(40_000), men: 1_000)]).Of(seen, AsOf.Then).Verdicts;
        Assert.All(verdicts, v => Assert.Equal(VerdictKind.ConsistentWith, v.Kind));
        Assert.Equal(["N-1", "N-2"], verdicts.Select(v => v.About!.Reference).Order());
    }

    [Fact]
    public void Each_launch_counts_once_and_tracks_by_themselves()
    {
        var notice = Sightings.Notice("N-1", AnnouncedKind.SpaceLaunch, Sightings.Area(from: 0, until: 10));
        notice = notice with { Versions = [notice.Versions[0] with { Strengths = [new Strength(0, 2, StrengthUnit.Launches)] }] };
        Observation[] seen = [.. Enumerable.Range(1, 4).Select(i => Sightings.Seen(i, i < 4 ? ObservationKind.Launch : ObservationKind.Track, 2 * i))];
        Assert.Equal(
            [VerdictKind.ConsistentWith, VerdictKind.ConsistentWith, VerdictKind.LargerThan, VerdictKind.ConsistentWith],
            Matching.With([notice]).Of(seen, AsOf.Then).Verdicts.Select(v => v.Kind));
    }

    [Fact]
    public void What_may_be_the_same_thing_is_said_and_counts_once()
    {
        var one = Sightings.Seen(1, strength: Sightings.Men(800, 900));
        var other = Sightings.Seen(2, hour: 12.05, east: 800, strength: Sightings.Men(850, 950)) with { Source = SourceClass.Satellite };
        var verdicts = Matching.With([Sightings.Notice("N-1", men: 1_000)]).Of([one, other], AsOf.Then).Verdicts;
        Assert.All(verdicts, v => Assert.Equal(VerdictKind.ConsistentWith, v.Kind));
        Assert.Equal([2], verdicts[0].Doubles);
        Assert.Equal([1], verdicts[1].Doubles);
    }

    [Fact]
    public void What_may_be_the_same_as_what_was_refused_is_no_more_explained()
    {
        var notice = Sightings.Notice("N-1", men: 1_000);
        var (first, second) = (Sightings.Seen(1, strength: Sightings.Men(700, 900)), Sightings.Seen(2, hour: 18, east: 9_000, strength: Sightings.Men(700, 900)));
        var again = second with { Number = 3, Source = SourceClass.Person };
        Assert.Equal(
            [VerdictKind.ConsistentWith, VerdictKind.LargerThan, VerdictKind.LargerThan],
            Matching.With([notice]).Of([first, second, again], AsOf.Then).Verdicts.Select(v => v.Kind));
    }

    [Theory]
    [InlineData(12.0, 0, true, true)]
    [InlineData(12.05, 3_000, true, true)]
    [InlineData(12.0, 0, false, false)]
    [InlineData(14.0, 0, true, false)]
    [InlineData(12.0, 9_000, true, false)]
    public void Doubles_are_of_two_sources_and_near(double hour, double east, bool isOtherSource, bool isDouble)
    {
        var other = Sightings.Seen(2, hour: hour, east: east) with { Source = isOtherSource ? SourceClass.Person : SourceClass.Radar };
        foreach (var pair in (Observation[][])[[Sightings.Seen(1), other], [Sightings.Seen(3), other]])
            Assert.All(Matching.With([]).Of(pair, AsOf.Then).Verdicts, v => Assert.Equal(isDouble, v.Doubles.Count == 1));
    }

    [Fact]
    public void The_order_in_which_things_are_given_does_not_matter()
    {
        var dice = new Dice(7);
        for (var round = 0; round < 20; round++)
        {
            Announced[] announced =
            [
                .. Enumerable.Range(1, 12).Select(i => Sightings.Notice(
                    $"N-{i}", Between(dice, 0, 2) == 0 ? AnnouncedKind.FieldExercise : AnnouncedKind.ForcesMove,
                    Sightings.Area(Between(dice, 5_000, 60_000), Between(dice, -20, 10), Between(dice, 14, 60), Between(dice, 0, 80_000)), men: Between(dice, 0, 3_000))),
            ];
            Observation[] seen =
            [
                .. Enumerable.Range(1, 60).Select(i => Sightings.Seen(
                    i, Between(dice, 0, 2) == 0 ? ObservationKind.GroundForces : ObservationKind.GroundMovement,
                    Between(dice, 0, 40), Between(dice, 0, 100_000), Between(dice, 100, 4_000),
                    Between(dice, 0, 30), Sightings.Men(Between(dice, 0, 500), 500 + Between(dice, 0, 900)))),
            ];
            var told = Told(announced, seen);
            for (var again = 0; again < 3; again++)
            {
                Assert.Equal(told, Told(Shuffled(announced, dice), Shuffled(seen, dice)));
            }

            AssertCapacity(announced, seen);
        }
    }

    private static int Between(Dice dice, int least, int below) => least + dice.Next(below - least);

    private static T[] Shuffled<T>(T[] items, Dice dice) => [.. items.Select(i => (Item: i, Key: dice.Next(1_000_000))).OrderBy(p => p.Key).Select(p => p.Item)];

    private static void AssertCapacity(Announced[] announced, Observation[] seen)
    {
        foreach (var drawn in Matching.With(announced).Of(seen, AsOf.Then).Verdicts.Where(v => v.Kind == VerdictKind.ConsistentWith).GroupBy(v => v.About!.Reference))
        {
            if (drawn.First().About!.Version.StrengthIn(StrengthUnit.Persons) is not { } notified)
                continue;
            foreach (var day in Enumerable.Range(0, 5))
            {
                var (begin, end) = (Sightings.Hour(24 * day), Sightings.Hour(24 * day + 24));
                var sum = drawn.Select(v => v.Observation).Where(o => o.Span.From < end && o.Span.Until >= begin).Sum(o => o.Strength!.Lower);
                Assert.True(sum <= notified * 1.1, $"{drawn.Key}: {sum} of {notified}");
            }
        }
    }

    private static List<string> Told(Announced[] announced, Observation[] seen)
    {
        var matched = Matching.With(announced).Of(seen, AsOf.Then);
        return
        [
            .. matched.Verdicts.SelectMany(v => new[] { $"{v.Observation.Number} {v.Sentence}" }
                .Concat(v.About?.Factors.Select(f => f.Sentence) ?? []).Concat(v.Others.Select(e => e.Reference))),
            .. matched.Unseen.Select(u => u.Sentence),
        ];
    }
}
