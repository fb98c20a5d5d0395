using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Schedules;
using Parley.Volumes.Separations;
using Parley.Volumes.Tests.Schedules;

namespace Parley.Volumes.Tests.Separations;

public sealed class SpellsTests
{
    private static readonly DateTimeOffset Monday = Times.Monday;

    [Fact]
    public void Windows_end_before_their_last_instant()
    {
        var one = Laid(Times.Of(Monday, 2));
        Assert.Equal(Nearness.Clear, Told(one, Laid(Times.Of(Monday.AddHours(2), 2)), 0).Nearness);
        Assert.Equal(Nearness.Meets, Told(one, Laid(Times.Of(Monday.AddHours(2).AddTicks(-1), 2)), 0).Nearness);
        Assert.Equal(Nearness.Within, Told(one, Laid(Times.Of(Monday.AddHours(2), 2)), 1).Nearness);
        Assert.Equal(Nearness.Clear, Told(one, Laid(Times.Of(Monday.AddHours(2).AddMinutes(10), 2)), 10).Nearness);
        Assert.Equal(Nearness.Within, Told(one, Laid(Times.Of(Monday.AddHours(2).AddMinutes(10).AddTicks(-1), 2)), 10).Nearness);
        Assert.Equal(Apart.Time, Meeting.Between(one, Laid(Times.Of(Monday.AddHours(5), 2)), Pairs.Apart(0, 0, 10)).Apart);
    }

    [Fact]
    public void The_times_are_widened_by_half_the_minutes_each()
    {
        var meeting = Told(Laid(Times.Of(Monday, 2)), Laid(Times.Of(Monday.AddHours(1), 4)), 10);
        var window = Assert.Single(meeting.Times.Windows);
        Assert.Equal((Monday.AddMinutes(55), Monday.AddMinutes(125)), (window.From, window.Until));
        Assert.Equal(window, meeting.First);
    }

    [Fact]
    public void An_alternate_is_doubtful()
    {
        var reserve = Times.Of(Monday.AddDays(9), 5);
        var schedule = Schedule.Make(Times.Of(Monday, 24 * 3), [Times.Of(Monday, 2)], alternates: [reserve]).Must();
        var meeting = Told(LaidVolume.Of(Pairs.When(schedule)), Laid(Times.Of(Monday.AddDays(9).AddHours(4), 4)), 0);
        Assert.Equal(Nearness.Possible, meeting.Nearness);
        Assert.Empty(meeting.Times.Windows);
        Assert.Equal(Times.Of(Monday.AddDays(9).AddHours(4), 1), Assert.Single(meeting.DoubtfulTimes.Windows));
        Assert.Equal(meeting.DoubtfulTimes.Windows[0], meeting.First);
        Assert.Equal(Nearness.Clear, Told(LaidVolume.Of(Pairs.When(schedule)), Laid(Times.Of(Monday.AddDays(5), 4)), 0).Nearness);
        Assert.Equal(Nearness.Meets, Told(LaidVolume.Of(Pairs.When(schedule)), Laid(Times.Of(Monday.AddHours(1), 4)), 0).Nearness);
    }

    [Fact]
    public void What_was_not_unfolded_is_doubtful()
    {
        var rule = DailyRule.Make(Times.Day(0), Times.Day(10_000), Days.All, new TimeOnly(8, 0), new TimeOnly(9, 0)).Must();
        var schedule = Schedule.Make(Times.Of(Monday, 24 * 9_000), daily: [rule]).Must();
        Assert.False(schedule.Unfold().Complete);
        var laid = LaidVolume.Of(Pairs.When(schedule));
        Assert.Equal(Nearness.Clear, Told(laid, Laid(Times.Of(Monday.AddDays(4_000).AddHours(12), 1)), 0).Nearness);
        Assert.Equal(Nearness.Possible, Told(laid, Laid(Times.Of(Monday.AddDays(5_000).AddHours(12), 1)), 0).Nearness);
        Assert.Equal(Nearness.Clear, Told(laid, Laid(Times.Of(Monday.AddDays(9_500), 1)), 0).Nearness);
    }

    [Fact]
    public void Without_a_known_end_a_volume_stays_on()
    {
        var open = LaidVolume.Of(Pairs.When(Schedule.Make(Window.Make(Monday, DateTimeOffset.MaxValue).Must()).Must()));
        var meeting = Told(open, Laid(Times.Of(Monday.AddYears(500), 1)), 10_080);
        Assert.Equal(Nearness.Meets, meeting.Nearness);
        Assert.Equal(Nearness.Clear, Told(open, Laid(Times.Of(Monday.AddYears(-1), 1)), 10_080).Nearness);
        Assert.Equal(DateTimeOffset.MaxValue, Told(open, open, 10_080).Times.Windows[^1].Until);
    }

    [Fact]
    public void Any_two_schedules_agree_with_their_own_words_on_every_quarter_of_an_hour() => Prop.ForAll(
        Times.Any.ToArbitrary(), Times.Any.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (one, other, quarters) =>
        {
            // All times of these schedules are whole quarters; those within so many of each other are counted one by one.
            bool[] first = On(one), second = On(other);
            var meets = first.Zip(second).Any(p => p.First && p.Second);
            var near = Enumerable.Range(0, first.Length).Where(i => first[i]).Any(i =>
                Enumerable.Range(Math.Max(0, i - quarters), 2 * quarters + 1).Any(j => j < second.Length && second[j] && Math.Abs(i - j) <= quarters));
            var maybe = one.Alternates.Count + other.Alternates.Count > 0;
            var meeting = Told(LaidVolume.Of(Pairs.When(one)), LaidVolume.Of(Pairs.When(other)), quarters * 15);
            return meets ? meeting.Nearness == Nearness.Meets : near ? meeting.Nearness == Nearness.Within : maybe || meeting.Nearness == Nearness.Clear;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool[] On(Schedule schedule) => [.. Enumerable.Range(0, 4_200).Select(i => schedule.IsOn(Monday.AddMinutes(i * 15)))];

    private static LaidVolume Laid(Window window) => LaidVolume.Of(Pairs.When(Schedule.Make(window).Must()));

    private static Meeting Told(LaidVolume one, LaidVolume other, int minutes)
    {
        var apart = Pairs.Apart(0, 0, minutes);
        var meeting = Pairs.Between(one, other, apart);
        Assert.True(meeting.Nearness == Nearness.Clear || BoxesTests.Meet(one, other, apart));
        return meeting;
    }
}
