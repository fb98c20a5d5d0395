using FsCheck;
using FsCheck.Fluent;
using Parley.Volumes.Schedules;

namespace Parley.Volumes.Tests.Schedules;

public sealed class UnfoldingTests
{
    private static readonly Window Fortnight = Times.Of(Times.Monday, 14 * 24);

    [Fact]
    public void Without_windows_the_whole_validity_is_on() =>
        Assert.Equal([Fortnight], Schedule.Make(Fortnight, alternates: [Times.Of(Times.Monday, 1)]).Must().Unfold().Windows);

    [Fact]
    public void Windows_are_merged_sorted_and_cut()
    {
        var schedule = Schedule.Make(
            Fortnight,
            [Times.Of(Times.Monday.AddHours(30), 4), Times.Of(Times.Monday.AddHours(-5), 10),
             Times.Of(Times.Monday.AddHours(5), 2), Times.Of(Times.Monday.AddHours(31), 1)]).Must();
        Assert.Equal([Times.Of(Times.Monday, 7), Times.Of(Times.Monday.AddHours(30), 4)], schedule.Unfold().Windows);
        Assert.True(schedule.Unfold().Complete);
        Assert.Equal(TimeSpan.FromHours(11), schedule.Unfold().Total);
    }

    [Fact]
    public void A_daily_rule_goes_over_midnight()
    {
        var rule = DailyRule.Make(Times.Day(-3), Times.Day(2), Days.Sunday | Days.Monday | Days.Tuesday, new TimeOnly(22, 0), new TimeOnly(2, 0)).Must();
        var schedule = Schedule.Make(Fortnight, daily: [rule]).Must();

        // Sunday night reaches into the validity; Tuesday is within the days, Wednesday's name is not.
        Assert.Equal([Times.Of(Times.Monday, 2), Times.Of(Times.Monday.AddHours(22), 4), Times.Of(Times.Monday.AddHours(46), 4)], schedule.Unfold().Windows);
        Assert.True(schedule.IsOn(Times.Monday.AddHours(1)));
        Assert.False(schedule.IsOn(Times.Monday.AddHours(2)));
        Assert.Equal(Times.Of(Times.Monday.AddHours(22), 4), schedule.NextAfter(Times.Monday.AddHours(1)));
        Assert.Equal(Times.Of(Times.Monday, 2), schedule.NextAfter(Times.Monday.AddHours(-100)));
        Assert.Null(schedule.NextAfter(Times.Monday.AddHours(46)));
        Assert.Null(schedule.NextAfter(Times.Monday.AddYears(1)));
    }

    [Fact]
    public void Every_quarter_of_an_hour_agrees() => Prop.ForAll(Times.Any.ToArbitrary(), schedule =>
    {
        var unfolded = schedule.Unfold();
        var quarters = Enumerable.Range(-100, 4200).Select(i => Times.Monday.AddMinutes(i * 15));
        return unfolded.Complete && quarters.All(q => schedule.IsOn(q) == unfolded.Windows.Any(w => w.From <= q && q < w.Until) && schedule.IsOn(q) == Plainly(schedule, q))
            && unfolded.Windows.Zip(unfolded.Windows.Skip(1)).All(p => p.First.Until < p.Second.From);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_next_window_is_the_first_that_begins_later() => Prop.ForAll(Times.Any.ToArbitrary(), Gen.Choose(-100, 4200).ToArbitrary(), (schedule, quarters) =>
    {
        var instant = Times.Monday.AddMinutes(quarters * 15);
        return schedule.NextAfter(instant) == schedule.Unfold().Windows.FirstOrDefault(w => w.From > instant);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void An_overlap_is_on_when_both_are() => Prop.ForAll(Times.Any.ToArbitrary(), Times.Any.ToArbitrary(), (one, other) =>
    {
        var both = one.Overlap(other).Windows;
        return Enumerable.Range(-100, 4200).Select(i => Times.Monday.AddMinutes(i * 15))
            .All(q => (one.IsOn(q) && other.IsOn(q)) == both.Any(w => w.From <= q && q < w.Until)) && both.SequenceEqual(other.Overlap(one).Windows);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void What_unfolds_to_too_much_says_up_to_where_it_goes()
    {
        var ages = Window.Make(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Must();
        var rule = DailyRule.Make(DateOnly.MinValue, DateOnly.MaxValue, Days.All, new TimeOnly(10, 0), new TimeOnly(11, 0)).Must();
        var unfolded = Schedule.Make(ages, daily: [rule]).Must().Unfold();
        Assert.Equal(Bounds.Unfolded, unfolded.Windows.Count);
        Assert.Equal(DateTimeOffset.MinValue.AddDays(Bounds.Unfolded).AddHours(10), unfolded.Through);
    }

    [Fact]
    public void What_is_always_on_is_one_window_at_once()
    {
        var ages = Window.Make(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Must();
        var halves = Enumerable.Range(0, Bounds.Windows).Select(i => DailyRule.Make(
            DateOnly.MinValue, DateOnly.MaxValue, i % 2 == 0 ? Days.Weekdays : Days.Saturday | Days.Sunday, new TimeOnly(10, 0), new TimeOnly(10, 0)).Must());
        var schedule = Schedule.Make(ages, daily: [.. halves]).Must();
        Assert.Equal([Window.Make(DateTimeOffset.MinValue.AddHours(10), DateTimeOffset.MaxValue).Must()], schedule.Unfold().Windows);
        Assert.True(schedule.IsOn(DateTimeOffset.MaxValue.AddTicks(-1)));
        Assert.False(schedule.IsOn(DateTimeOffset.MinValue));
    }

    private static bool Plainly(Schedule schedule, DateTimeOffset at)
    {
        if (at < schedule.Validity.From || at >= schedule.Validity.Until)
            return false;
        if (schedule.Windows.Count == 0 && schedule.Daily.Count == 0)
            return true;
        return schedule.Windows.Any(w => w.From <= at && at < w.Until) || schedule.Daily.Any(r => Enumerable.Range(0, r.Last.DayNumber - r.First.DayNumber + 1)
            .Select(r.First.AddDays)
            .Where(d => r.On.HasFlag((Days)(1 << (((int)d.DayOfWeek + 6) % 7))))
            .Any(d => new DateTimeOffset(d, r.From, TimeSpan.Zero) <= at && at < new DateTimeOffset(r.Until > r.From ? d : d.AddDays(1), r.Until, TimeSpan.Zero)));
    }
}
