using Parley.Ledger;
using Parley.Lines.Silence;

namespace Parley.Lines.Tests.Silence;

/// <summary>A station with rarer beacons takes its time in the same proportion; up to beacons of 20 s nothing changes.</summary>
public sealed class RhythmTests
{
    private static readonly Timestamp Now = new(1_900_000_000_000);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public void Times_are_as_usual_up_to_beacons_of_20_s(int seconds)
    {
        var rhythm = new Rhythm(TimeSpan.FromSeconds(seconds));
        Assert.Equal(
            (30, 10, 180, 60, 15, 600, 900),
            (rhythm.Test.TotalSeconds, rhythm.Weigh.TotalSeconds, rhythm.TestValid.TotalSeconds, rhythm.HeardByMargin.TotalSeconds, rhythm.Down.TotalSeconds,
                rhythm.ClockHeard.TotalSeconds, rhythm.Reading.TotalSeconds));
    }

    [Theory]
    [InlineData(5, 180, true)]
    [InlineData(5, 181, false)]
    [InlineData(3600, 6 * 3600, true)]
    [InlineData(3600, (6 * 3600) + 1, false)]
    [InlineData(5, -1, false)]
    public void A_test_counts_while_it_is_no_older_than_the_rhythm_says(int beacons, int age, bool counts) =>
        Assert.Equal(counts, new Rhythm(TimeSpan.FromSeconds(beacons)).Excludes(new SelfTest(Now - TimeSpan.FromSeconds(age), []), Now));

    [Fact]
    public void A_test_that_failed_or_was_not_made_excludes_nothing()
    {
        Assert.False(Rhythm.Usual.Excludes(new SelfTest(Now, [new SelfTestFailure(SelfTestPart.Clock, "set")]), Now));
        Assert.False(Rhythm.Usual.Excludes(null, Now));
    }
}
