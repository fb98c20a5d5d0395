using Parley.Ledger;
using Parley.Lines.Silence;

namespace Parley.Lines.Tests.Silence;

/// <summary>How surprising it is that nothing comes.</summary>
public sealed class PhiAccrualTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly PhiAccrual life = new(Interval);

    [Fact]
    public void One_missing_sign_is_no_loss_and_four_are()
    {
        Beat(200, 5000);
        Assert.True(At(0) < 0.1);
        Assert.True(At(10.1) < 3, $"{At(10.1)}");
        Assert.True(At(21) > PhiAccrual.Lost, $"{At(21)}");
    }

    [Fact]
    public void It_grows_with_the_time_and_has_an_end()
    {
        Beat(50, 5000);
        var values = Enumerable.Range(0, 100_000).Select(s => At(s)).ToList();
        Assert.Equal(values.Order(), values);
        Assert.Equal(PhiAccrual.MostPhi, values[^1]);
    }

    [Fact]
    public void Before_the_first_sign_it_is_reckoned_from_when_one_listens()
    {
        Assert.True(life.At(new Timestamp(3_000), new Timestamp(0)) < 1);
        Assert.True(life.At(new Timestamp(30_000), new Timestamp(0)) > PhiAccrual.Lost);
    }

    [Fact]
    public void A_rhythm_that_is_uneven_is_borne_with_longer()
    {
        Beat(100, 5000);
        var even = At(15);
        var uneven = new PhiAccrual(Interval);
        var at = 0L;
        for (var i = 0; i < 100; i++)
            uneven.Heard(new Timestamp(at += i % 2 == 0 ? 1_000 : 20_000));
        Assert.True(uneven.At(new Timestamp(at + 15_000), default) < even);
    }

    [Fact]
    public void A_loss_is_none_of_the_rhythm_and_a_clock_that_went_back_begins_it_anew()
    {
        Beat(50, 5000);
        var mean = life.Mean;
        life.Heard(life.Last!.Value + TimeSpan.FromHours(5));
        Assert.Equal(mean, life.Mean);
        life.Heard(new Timestamp(1));
        Assert.Equal((5000, 2500), (life.Mean, life.Deviation));
        Assert.Equal(new Timestamp(1), life.Last);
    }

    [Fact]
    public void Only_the_last_intervals_count()
    {
        Beat(500, 5000);
        Beat(200, 8000);
        Assert.Equal(8000, life.Mean, 1.0);
    }

    private void Beat(int times, long every)
    {
        for (var i = 0; i < times; i++)
            life.Heard(new Timestamp((life.Last?.UnixMilliseconds ?? 0) + every));
    }

    private double At(double seconds) => life.At(life.Last!.Value + TimeSpan.FromSeconds(seconds), default);
}
