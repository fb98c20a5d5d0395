using Parley.Ledger;
using Parley.Lines.Checks;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Checks;

/// <summary>When checks are due and whose turn each is: a text with one writing, and times that every station computes alike.</summary>
public sealed class CheckScheduleTests
{
    private static readonly PartyId[] Two = [Party("astra"), Party("boreal")];

    [Theory]
    [InlineData("hourly;answer=10;begins=astra")]
    [InlineData("06:00,18:00;answer=720;begins=boreal;skip=sat,sun,2026-12-25,2027-01-01")]
    [InlineData("00:00;answer=1440;begins=astra;skip=mon")]
    public void The_form_of_charters_is_read_as_it_is_written(string text) => Assert.Equal(text, CheckSchedule.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("daily;answer=10;begins=astra")]
    [InlineData("hourly;answer=10")]
    [InlineData("hourly;begins=astra")]
    [InlineData("hourly;begins=astra;answer=10")]
    [InlineData("hourly;answer=010;begins=astra")]
    [InlineData("hourly;answer=0;begins=astra")]
    [InlineData("hourly;answer=61;begins=astra")]
    [InlineData("hourly;answer=10;begins=Astra")]
    [InlineData("hourly;answer=10;begins=astra;answer=10")]
    [InlineData("hourly;answer=10;begins=astra;skip=")]
    [InlineData("hourly;answer=10;begins=astra;skip=weekends")]
    [InlineData("hourly;answer=10;begins=astra;skip=sun,sat")]
    [InlineData("hourly;answer=10;begins=astra;skip=2026-02-30")]
    [InlineData("hourly;answer=10;begins=astra;skip=mon,tue,wed,thu,fri,sat,sun")]
    [InlineData("hourly; answer=10;begins=astra")]
    [InlineData("18:00,06:00;answer=10;begins=astra")]
    [InlineData("06:00,06:00;answer=10;begins=astra")]
    [InlineData("06:00,06:29;answer=10;begins=astra")]
    [InlineData("23:50,00:10;answer=10;begins=astra")]
    [InlineData("24:00;answer=10;begins=astra")]
    [InlineData("6:00;answer=10;begins=astra")]
    public void Anything_else_is_refused(string text) => Assert.Null(CheckSchedule.Parse(text));

    [Fact]
    public void What_officers_leave_out_is_as_usual_and_weekends_are_two_days()
    {
        Assert.Equal("hourly;answer=10;begins=astra", CheckSchedule.Read("hourly", Two[0])!.ToString());
        Assert.Equal("06:00;answer=30;begins=boreal;skip=sat,sun", CheckSchedule.Read("06:00; skip=weekends; begins=boreal; answer=30", Two[0])!.ToString());
        Assert.Null(CheckSchedule.Read("hourly", null));
    }

    [Fact]
    public void There_are_bounds()
    {
        var days = Enumerable.Range(0, 65).Select(d => new DateOnly(2026, 1, 1).AddDays(d));
        var dates = string.Join(',', days.Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Null(CheckSchedule.Parse($"hourly;answer=10;begins=astra;skip={dates}"));
        Assert.NotNull(CheckSchedule.Parse($"hourly;answer=10;begins=astra;skip={dates[..^11]}"));
    }

    [Fact]
    public void On_an_hourly_line_of_two_one_has_the_even_hours_on_every_day()
    {
        var schedule = CheckSchedule.Parse("hourly;answer=10;begins=astra")!;
        foreach (var due in schedule.Between(At("2026-11-24T00:00:00.000Z"), At("2026-11-26T00:00:00.000Z")))
            Assert.Equal(due.At.ToDateTimeOffset().Hour % 2 == 0 ? Two[0] : Two[1], schedule.Turn(due, Two));
        Assert.Equal(48, schedule.Between(At("2026-11-24T00:00:00.000Z"), At("2026-11-26T00:00:00.000Z")).Count());
    }

    [Fact]
    public void One_time_a_day_goes_by_turns_of_days_and_three_parties_by_turns_of_three()
    {
        var daily = CheckSchedule.Parse("06:00;answer=10;begins=boreal")!;
        var turns = daily.Between(At("2026-11-24T00:00:00.000Z"), At("2026-11-28T00:00:00.000Z")).Select(d => daily.Turn(d, Two).ToString()).ToList();
        Assert.Equal(turns[0], turns[2]);
        Assert.NotEqual(turns[0], turns[1]);
        PartyId[] three = [.. Two, Party("corvia")];
        Assert.Equal(3, daily.Between(At("2026-11-24T00:00:00.000Z"), At("2026-11-27T00:00:00.000Z")).Select(d => daily.Turn(d, three)).Distinct().Count());
    }

    [Fact]
    public void Days_without_checks_have_none_and_turns_do_not_shift()
    {
        var schedule = CheckSchedule.Parse("06:00,18:00;answer=10;begins=astra;skip=sat,sun,2026-11-24")!;
        // A Friday evening, before a weekend and before the Tuesday that is left out.
        var friday = At("2026-11-20T18:00:00.000Z");
        Assert.Equal(At("2026-11-23T06:00:00.000Z"), schedule.Next(friday)!.Value.At);
        Assert.Equal(At("2026-11-25T06:00:00.000Z"), schedule.Next(At("2026-11-23T18:00:00.000Z"))!.Value.At);
        Assert.Equal(friday, schedule.Last(At("2026-11-23T05:59:59.999Z"))!.Value.At);
        Assert.Equal(Two[0], schedule.Turn(schedule.Next(friday)!.Value, Two));
        Assert.Equal(Two[1], schedule.Turn(schedule.Last(friday)!.Value, Two));
    }

    [Fact]
    public void The_ends_of_time_are_no_trouble()
    {
        var schedule = CheckSchedule.Parse("06:00;answer=10;begins=astra")!;
        Assert.Null(schedule.Next(Timestamp.MaxValue));
        Assert.Null(schedule.Last(Timestamp.MinValue));
        Assert.Empty(schedule.Between(Timestamp.MaxValue, Timestamp.MaxValue));
    }

    private static PartyId Party(string id) => PartyId.Parse(id)!.Value;

    private static Timestamp At(string text) => Timestamp.TryParse(text, out var at) ? at : throw new FormatException(text);
}
