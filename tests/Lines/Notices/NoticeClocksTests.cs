using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;
using Parley.Volumes;

namespace Parley.Lines.Tests.Notices;

public sealed class NoticeClocksTests
{
    private static readonly DateTimeOffset Start = new(2027, 2, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2027, 2, 3, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-30, -30, LeadStanding.InTime)]
    [InlineData(-24, -24, LeadStanding.InTime)]
    [InlineData(-23, -23, LeadStanding.Short)]
    [InlineData(5, 5, LeadStanding.Short)]
    [InlineData(-25, -23, LeadStanding.Doubtful)]
    public void The_date_of_receipt_counts(int earliest, int latest, LeadStanding lead)
    {
        var clocks = Of(new(Start.AddHours(earliest), Start.AddHours(latest)));
        Assert.Equal(lead, clocks.Lead);
        Assert.Equal(Start.AddDays(-1), clocks.LeadDue);
        Assert.Equal(new Receipt(Start.AddHours(earliest + 48), Start.AddHours(latest + 48)), clocks.AnswerDue);
    }

    [Fact]
    public void Without_a_receipt_no_clock_of_theirs_runs()
    {
        var clocks = Of(null);
        Assert.Equal(LeadStanding.NotReceived, clocks.Lead);
        Assert.Null(clocks.AnswerDue);
        Assert.Equal(End, clocks.ValidUntil);
        Assert.Equal(End.AddDays(1), clocks.CompletionDue);
        Assert.Equal([Start.AddDays(-1), Start.AddMinutes(-15)], clocks.Reminders);
    }

    [Fact]
    public void Where_no_end_is_said_the_validity_runs_from_the_start()
    {
        var format = SampleFormat.Format with { End = "", Clocks = SampleFormat.Format.Clocks with { Completion = null } };
        Assert.Equal(Start.AddDays(4), NoticeClocks.Of(format, SampleFormat.Notice, null).ValidUntil);
    }

    [Fact]
    public void A_time_at_the_end_of_the_calendar_has_no_clock_beyond_it()
    {
        var late = SampleFormat.Saying("window", "9999-12-31T00:00:00Z 9999-12-31T23:59:59Z");
        Assert.Null(NoticeClocks.Of(SampleFormat.Format, late, null).CompletionDue);
        var early = SampleFormat.Saying("window", "0001-01-01T00:00:00Z 0001-01-02T00:00:00Z");
        Assert.Null(NoticeClocks.Of(SampleFormat.Format, early, null).LeadDue);
    }

    [Theory]
    [InlineData("9000", NoticeMarkKind.Duty)]
    [InlineData("8999", NoticeMarkKind.BelowThresholds)]
    public void A_threshold_makes_it_a_duty(string troops, NoticeMarkKind kind) => Assert.Equal(kind, Marks(SampleFormat.Saying("troops", troops), null)[0].Kind);

    [Fact]
    public void How_near_a_site_is_to_a_border_is_told_where_the_charter_names_the_border()
    {
        // One degree of latitude is 111 km.
        var far = Circle.Make(Position.FromDegrees(68.3, 16)!.Value, 1000).Must();
        Assert.DoesNotContain(Marks(SampleFormat.Notice, far), m => m.Kind is NoticeMarkKind.TooNear or NoticeMarkKind.NearnessUnknown);
        var near = Circle.Make(Position.FromDegrees(69, 16)!.Value, 1000).Must();
        var mark = Assert.Single(Marks(SampleFormat.Notice, near), m => m.Kind == NoticeMarkKind.TooNear);
        Assert.InRange(mark.Value!.Value, 31_000, 33_000);
        Assert.Equal("article 3", mark.Rule);
        Assert.Contains(Marks(SampleFormat.Notice, null), m => m.Kind == NoticeMarkKind.NearnessUnknown);
    }

    private static NoticeClocks Of(Receipt? receipt) => NoticeClocks.Of(SampleFormat.Format, SampleFormat.Notice, receipt);

    private static IReadOnlyList<NoticeMark> Marks(Notice notice, Shape? border) => NoticeMarks.Of(SampleFormat.Format, notice, a => a.Name == "border" ? border : null);
}
