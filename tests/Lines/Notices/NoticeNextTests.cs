using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Notices;

/// <summary>What is due next, when both ends are reminded, and what a notice would do.</summary>
public sealed class NoticeNextTests
{
    private static readonly DateTimeOffset Start = new(2027, 2, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2027, 2, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly NoticeSaid Announced = new("a", "astra", SampleFormat.Format, SampleFormat.Notice, [], null);
    private static readonly NoticeFormat Completion = SampleFormat.Format with { Id = "completion", Effect = NoticeEffect.Completes, Regards = ["rocket"], Start = "", End = "" };

    [Fact]
    public void What_is_due_next_follows_the_time()
    {
        var matter = Matter();
        Assert.Equal(new NoticeNext(NoticeDue.Start, Start, 1), NoticeNext.Of(matter, Start.AddDays(-3)));
        Assert.Equal(new NoticeNext(NoticeDue.End, End, 1), NoticeNext.Of(matter, Start));
        Assert.Equal(new NoticeNext(NoticeDue.Completion, End.AddDays(1), 1), NoticeNext.Of(matter, End));
        Assert.Null(NoticeNext.Of(Matter(Completed), End));
    }

    [Fact]
    public void Both_ends_are_reminded_from_the_first_reminder_to_the_start()
    {
        Assert.Null(NoticeNext.Reminded(Matter(), Start.AddHours(-24).AddSeconds(-1)));
        Assert.Equal(1, NoticeNext.Reminded(Matter(), Start.AddHours(-24))!.Number);
        Assert.Equal(1, NoticeNext.Reminded(Matter(), Start.AddSeconds(-1))!.Number);
        Assert.Null(NoticeNext.Reminded(Matter(), Start));
        Assert.Null(NoticeNext.Reminded(Matter(Completed), Start.AddHours(-1)));
    }

    [Fact]
    public void A_notice_is_tried_before_it_leaves()
    {
        Assert.Equal(StepEffect.Took, NoticeFold.Try([Announced], Completed));
        Assert.Equal(StepEffect.AfterTheEnd, NoticeFold.Try([Announced, Completed], Completed with { Entry = "c2" }));
        Assert.Equal(StepEffect.NoPredecessor, NoticeFold.Try([], Completed));
        Assert.Equal(StepEffect.NotTheirs, NoticeFold.Try([Announced], Completed with { Party = "boreal" }));
        Assert.Null(NoticeFold.Try([], Announced));

        var answer = new NoticeSaid("", "boreal", SampleFormat.Format with { Id = "answer", Effect = NoticeEffect.Answers, Regards = ["rocket"] }, SampleFormat.Notice, ["a"],
            null);
        Assert.Equal(StepEffect.Took, NoticeFold.Try([Announced], answer));
        Assert.Equal(StepEffect.NoPredecessor, NoticeFold.Try([Announced], answer with { Regards = [] }));
        Assert.Equal(StepEffect.NotAfterThat, NoticeFold.Try([Announced with { Format = Completion }], answer));
    }

    private static NoticeSaid Completed => new("c", "astra", Completion, new Notice("completion", 1, "en", []), ["a"], null);

    private static NoticeMatter Matter(params NoticeSaid[] more) => NoticeFold.Of([Announced, .. more]).Matters.Single();
}
