using Parley.Console.Notices;
using Parley.Console.Words;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Console.Tests.Notices;

/// <summary>What pages say of a notice, in words.</summary>
public sealed class NoticeWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);
    private static readonly Languages Known = Languages.Read(null);

    [Theory]
    [InlineData("en", 42 * 24 * 60, "42 d")]
    [InlineData("en", 61, "1 h 1 min")]
    [InlineData("en", 0, "0 min")]
    [InlineData("ru", 25 * 60, "1 сут 1 ч")]
    [InlineData("ar", 42 * 24 * 60, "٤٢ يوم")]
    public void A_time_is_told_as_people_count_it(string language, int minutes, string words) =>
        Assert.Equal(words, NoticeWords.Span(TimeSpan.FromMinutes(minutes), Known.Find(language)!));

    [Fact]
    public void Short_notice_is_told_with_what_is_lacking()
    {
        var clocks = Clocks(LeadStanding.Short, Now.AddDays(-12));
        Assert.StartsWith("Short notice: received now, it is 12 d short of the 42 d asked for.",
            NoticeWords.LeadNow(clocks, 42 * 24 * 60, Now, Known.English), StringComparison.Ordinal);
        Assert.Null(NoticeWords.LeadNow(Clocks(LeadStanding.NoClock, null), null, Now, Known.English));
    }

    [Fact]
    public void What_is_still_needed_is_told_in_the_order_of_what_comes_first()
    {
        var gap = new NoticeGapView("when", "when", 0, "", "2", NoticeFault.Missing, "");
        Assert.Contains("gaps: 1", Needed(2, [], [gap]), StringComparison.Ordinal);
        Assert.Contains("count for nothing", Needed(2, [], [], StepEffect.NotTheirs), StringComparison.Ordinal);
        Assert.Equal("It waits for verification by another officer.", Needed(2, ["Ada"], []));
        Assert.Equal("It waits for an officer who may release it.", Needed(2, ["Ada", "Ben"], []));
        Assert.StartsWith("Complete. One officer releases it", Needed(1, ["Ada"], []), StringComparison.Ordinal);
        Assert.Equal("It waits for an officer who may release it.", Needed(1, ["Ada", "Ben"], []));
    }

    private static string Needed(int needed, IReadOnlyList<string> approved, IReadOnlyList<NoticeGapView> gaps, StepEffect? step = null) => NoticeStanding.Needed(
        new NoticeDraftView(
            new DraftView(LineMode.Live, "d", "strait", "r", "Ada", Now, Precedence.Routine, Status.Actual, "en", "", [], null, approved, needed, false, null, [], IsNotice: true),
            "some/1/00", "Some", "en", [], [], [.. approved.Where(a => a != "Ada")],
            new NoticeCheckView(gaps, [], Clocks(LeadStanding.NoClock, null), step, "", [])),
        Known.English);

    private static NoticeClocksView Clocks(LeadStanding lead, DateTimeOffset? due) => new(null, null, due, lead, null, null, null, null, []);
}
