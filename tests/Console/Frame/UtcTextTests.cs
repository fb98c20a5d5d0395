using Parley.Console.Frame;

namespace Parley.Console.Tests.Frame;

public sealed class UtcTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 23, 50, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-27T14:05Z", "2026-11-27T14:05Z")]
    [InlineData("2026-11-27 14:05Z", "2026-11-27T14:05Z")]
    [InlineData("  2026-11-27T14:05:20Z ", "2026-11-27T14:05:20Z")]
    [InlineData("2026-11-27T14:05:20.123Z", "2026-11-27T14:05:20.123Z")]
    [InlineData("23:55", "2026-11-26T23:55Z")]
    [InlineData("0:20", "2026-11-27T00:20Z")]
    [InlineData("00:20Z", "2026-11-27T00:20Z")]
    public void A_time_that_comes(string typed, string time) => Assert.Equal(time, UtcText.Of(UtcText.Coming(typed, Now)!.Value));

    [Theory]
    [InlineData("23:40", "2026-11-26T23:40Z")]
    [InlineData("23:55", "2026-11-25T23:55Z")]
    public void A_time_that_is_past(string typed, string time) => Assert.Equal(time, UtcText.Of(UtcText.Past(typed, Now)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-11-27T14:05")]
    [InlineData("2026-11-27T14:05+01:00")]
    [InlineData("25:00")]
    [InlineData("2026-13-01T00:00Z")]
    [InlineData("2026-11-27")]
    public void What_has_no_zone_or_is_no_time_is_not_guessed(string typed)
    {
        Assert.Null(UtcText.Coming(typed, Now));
        Assert.Null(UtcText.Past(typed, Now));
    }

    [Theory]
    [InlineData(30, "2026-11-27T00:25Z")]
    [InlineData(0, "2026-11-26T23:55Z")]
    public void A_button_gives_full_five_minutes_and_never_less_than_it_says(int minutes, string time) =>
        Assert.Equal(time, UtcText.Of(UtcText.Ahead(Now, TimeSpan.FromMinutes(minutes))));

    [Fact]
    public void A_full_five_minutes_stays_as_it_is()
    {
        var full = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(full.AddHours(1), UtcText.Ahead(full, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_day_alone()
    {
        Assert.Equal(new DateOnly(2026, 11, 25), UtcText.Day("2026-11-25"));
        Assert.Null(UtcText.Day("2026-11-25T00:00Z"));
        Assert.Null(UtcText.Day(null));
    }

    [Fact]
    public void The_minute_that_has_begun() => Assert.Equal("2026-11-26T23:50Z", UtcText.Of(UtcText.Minute(Now)));
}
