using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Notices;

public sealed class NoticeFoldTests
{
    private static readonly NoticeFormat Announcing = SampleFormat.Format with { Events = "launches", Fields = [Count("launches"), .. SampleFormat.Format.Fields] };
    private static readonly DateTimeOffset End = new(2027, 2, 3, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_window_stays_open_until_each_announced_event_is_closed()
    {
        var (first, second) = (Of(NoticeEffect.Completes, "c1", "1"), Of(NoticeEffect.Cancels, "c2", "2"));
        Assert.True(Fold(Three("a")).IsOpen);
        Assert.True(Fold(Three("a"), first, second).IsOpen);
        var matter = Fold(Three("a"), first, Of(NoticeEffect.Starts, "s", "3"), second, Of(NoticeEffect.Completes, "c3", "3"));
        Assert.False(matter.IsOpen);
        Assert.Equal([EventState.Completed, EventState.Cancelled, EventState.Completed], matter.Events.Select(e => e.State));
        Assert.All(matter.Steps, s => Assert.Equal(StepEffect.Took, s.Effect));
    }

    [Fact]
    public void Where_no_event_is_named_all_of_them_are_meant() =>
        Assert.All(Fold(Three("a"), Of(NoticeEffect.Cancels, "c", null)).Events, e => Assert.Equal(EventState.Cancelled, e.State));

    [Fact]
    public void A_slip_moves_the_times_of_its_event_and_of_no_other()
    {
        var slip = Of(NoticeEffect.Slips, "s", "2", "2027-03-01T10:00:00Z 2027-03-02T10:00:00Z");
        var events = Fold(Three("a"), slip).Events;
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 10, 0, 0, TimeSpan.Zero), events[1].Start);
        Assert.Equal([End, End.AddDays(27), End], events.Select(e => e.End));
    }

    [Fact]
    public void An_amendment_takes_the_place_and_may_be_amended_itself()
    {
        var again = Of(NoticeEffect.Amends, "m2", null) with { Regards = ["m1"] };
        var matter = Fold(Three("a"), Of(NoticeEffect.Amends, "m1", null), again);
        Assert.Equal("m2", matter.Current.Entry);
        Assert.Equal("a", matter.First.Entry);
    }

    [Fact]
    public void What_changes_nothing_says_why()
    {
        var closed = Of(NoticeEffect.Completes, "c", null);
        Assert.Equal(
            [StepEffect.NotTheirs, StepEffect.NoSuchEvent, StepEffect.NoSuchEvent, StepEffect.NotAfterThat, StepEffect.Took, StepEffect.AfterTheEnd],
            Fold(
                Three("a"), Of(NoticeEffect.Cancels, "x1", null) with { Party = "boreal" }, Of(NoticeEffect.Cancels, "x2", "4"), Of(NoticeEffect.Cancels, "x3", "0"),
                Of(NoticeEffect.Cancels, "x4", null, format: f => f with { Regards = ["balloon"] }), closed, Of(NoticeEffect.Amends, "x5", null)).Steps.Select(s => s.Effect));
        var (matters, strays) = NoticeFold.Of(
            [Three("a"), Three("b"), Of(NoticeEffect.Cancels, "x", null) with { Regards = ["z"] }, Of(NoticeEffect.Cancels, "y", null) with { Regards = ["a", "b"] }]);
        Assert.Equal(2, matters.Count);
        Assert.Equal(["x", "y"], strays.Select(s => s.Said.Entry));
    }

    [Fact]
    public void A_completion_that_does_not_come_is_overdue_and_the_event_stays_open()
    {
        var matter = Fold(Three("a"), Of(NoticeEffect.Completes, "c", "1"));
        Assert.Empty(matter.Overdue(End.AddHours(24)));
        Assert.Equal([2, 3], matter.Overdue(End.AddHours(25)).Select(e => e.Number));
    }

    private static NoticeMatter Fold(params NoticeSaid[] said) => Assert.Single(NoticeFold.Of(said).Matters);

    private static NoticeSaid Three(string entry) => new(
        entry, "astra", Announcing, SampleFormat.Notice with { Values = [new("launches", ["3"]), .. SampleFormat.Notice.Values] }, [], null);

    private static NoticeSaid Of(NoticeEffect effect, string entry, string? number, string? period = null, Func<NoticeFormat, NoticeFormat>? format = null)
    {
        var own = new NoticeFormat(
            "step", 1, "N-1", "Nothing", effect, ["rocket"], ["en", "ru"], 1, Lines.Entries.Precedence.Priority, false, AlarmPotential.None, "period", "period", "", "event", 0,
            new(null, null, null, null, []), [], [], [], ["Step", "Шаг"], [Count("event"), SampleFormat.Of("period", FieldKind.Window)]);
        own = format?.Invoke(own) ?? own;
        Assert.Empty(FormatRules.Problems(own));
        return new(entry, "astra", own, new("step", 1, "en", [.. Value("event", number), .. Value("period", period)]), ["a"], null);
    }

    private static NoticeField Count(string name) => SampleFormat.Of(name, FieldKind.Number) with { Least = 1, Most = 50 };

    private static IEnumerable<NoticeValue> Value(string field, string? text) => text is null ? [] : [new(field, [text])];
}
