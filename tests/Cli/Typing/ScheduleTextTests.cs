using Parley.Cli.Typing;
using Parley.Volumes;

namespace Parley.Cli.Tests.Typing;

public sealed class ScheduleTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 14, 5, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("now", "16:00", "2026-11-25T14:05:30Z", "2026-11-25T16:00:00Z")]
    [InlineData(null, "16:00", "2026-11-25T14:05:30Z", "2026-11-25T16:00:00Z")]
    [InlineData("14:05", "13:00Z", null, null)]
    [InlineData("14:05", "01:00", "2026-11-25T14:05:00Z", "2026-11-26T01:00:00Z")]
    [InlineData("14:04", "16:00", null, null)]
    [InlineData("02:00", "23:00", "2026-11-26T02:00:00Z", "2026-11-26T23:00:00Z")]
    [InlineData("2026-11-20T00:00Z", "2026-12-01 06:30Z", "2026-11-20T00:00:00Z", "2026-12-01T06:30:00Z")]
    public void A_clock_alone_is_taken_where_it_is_sure_and_refused_where_not(string? from, string until, string? begin, string? end)
    {
        if (begin is null)
        {
            Assert.EndsWith("; if so, write its date", Assert.Throws<CommandFault>(() => ScheduleText.Of(from, until, [], Now)).Message);
            return;
        }

        var validity = ScheduleText.Of(from, until, [], Now).Validity;
        Assert.Equal((begin, end), (Text(validity.From), Text(validity.Until)));
    }

    [Fact]
    public void Windows_alone_say_from_when_until_when()
    {
        var schedule = ScheduleText.Of(null, null, ["15:00 16:00", "2026-11-26 05:00Z 2026-11-26 07:00Z"], Now);
        Assert.Equal(("2026-11-25T15:00:00Z", "2026-11-26T07:00:00Z"), (Text(schedule.Validity.From), Text(schedule.Validity.Until)));
        Assert.Equal(["2026-11-25T15:00:00Z", "2026-11-26T05:00:00Z"], schedule.Windows.Select(w => Text(w.From)));
    }

    [Theory]
    [InlineData("say until when, with --until TIME", null)]
    [InlineData("--until: 'later' is no time", "later")]
    [InlineData("refused (endBeforeStart): --until", "2026-11-25T14:00Z")]
    [InlineData("is not written FROM UNTIL", "16:00", "15:00")]
    [InlineData("--window: 2026-11-25 15:00Z to 2026-11-25 17:00Z is not within --from and --until, and would not count", "16:00", "15:00 17:00")]
    [InlineData("refused (endBeforeStart): --window", "16:00", "2026-11-25T15:00Z 2026-11-25T15:00Z")]
    public void What_is_no_time_is_refused_with_what_to_do(string words, string? until, params string[] windows)
    {
        var fault = Assert.Throws<CommandFault>(() => ScheduleText.Of(null, until, windows, Now));
        Assert.Equal(ExitCode.Usage, fault.Code);
        Assert.Contains(words, fault.Message);
    }

    [Fact]
    public void More_windows_than_the_bound_are_refused_by_that_name() => Assert.StartsWith("refused (tooManyWindows): --window", Assert.Throws<CommandFault>(
        () => ScheduleText.Of(null, "16:00", [.. Enumerable.Repeat("15:00 15:30", 257)], Now)).Message);

    [Fact]
    public void What_was_not_typed_stays()
    {
        var standing = ScheduleText.Of("2026-11-25T12:00Z", "2026-11-25T15:00Z", [], Now);
        Assert.Equal(("2026-11-25T12:00:00Z", "2026-11-25T18:00:00Z"), Spans(ScheduleText.Changed(standing, null, "18:00", [], Now)));
        Assert.Equal(("2026-11-25T14:30:00Z", "2026-11-25T15:00:00Z"), Spans(ScheduleText.Changed(standing, "14:30", null, [], Now)));
        var windows = ScheduleText.Of(null, null, ["15:00 16:00"], Now);
        Assert.Contains("windows of its own", Assert.Throws<CommandFault>(() => ScheduleText.Changed(windows, null, "18:00", [], Now)).Message);
        Assert.Equal(("2026-11-25T17:00:00Z", "2026-11-25T18:00:00Z"), Spans(ScheduleText.Changed(windows, null, null, ["17:00 18:00"], Now)));
    }

    [Fact]
    public void What_is_notified_longer_is_there_longer_and_no_window_is_changed()
    {
        var standing = ScheduleText.Of("2026-11-25T12:00Z", "2026-11-25T15:00Z", [], Now);
        Assert.Equal(("2026-11-25T12:00:00Z", "2026-11-28T12:00:00Z"), Spans(ScheduleText.Prolonged(standing, new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero))));
        Assert.Equal(standing, ScheduleText.Prolonged(standing, Now));
        var windows = ScheduleText.Of(null, null, ["15:00 16:00"], Now);
        Assert.Equal(windows, ScheduleText.Prolonged(windows, Now.AddDays(9)));
    }

    private static (string From, string Until) Spans(Schedule schedule) => (Text(schedule.Validity.From), Text(schedule.Validity.Until));

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
