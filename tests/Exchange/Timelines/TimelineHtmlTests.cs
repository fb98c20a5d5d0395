using System.Text.RegularExpressions;
using Parley.Exchange.Timelines;

namespace Parley.Exchange.Tests.Timelines;

/// <summary>A timeline as a page: whatever stands in it stays text, and whose word it is stands beside it.</summary>
public sealed partial class TimelineHtmlTests
{
    private static readonly DateTimeOffset Start = new(2022, 2, 11, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_that_anybody_can_say_becomes_markup()
    {
        const string hostile = "</td><script>alert(1)</script>\" onload=\"x & <img src=http://example.org/x>\u202Eevil\u0007";
        var row = new TimelineRow(Start, hostile, hostile, hostile, hostile, hostile, TimelineRowSource.Signed, hostile);
        var plot = new TimelinePlot(hostile, hostile, [new(Start, 3, null), new(Start.AddDays(1), 4, 2)]);
        var html = TimelineHtml.Write(Sheet(false) with { Party = hostile, Lines = [hostile], Selection = hostile, Notes = [hostile], Rows = [row], Plots = [plot] });
        // Of tags there are those of this page and no others.
        var tags = Tag().Matches(html).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "b", "bdi", "body", "circle", "div", "figcaption", "figure", "h1", "h2", "head", "html", "meta", "p", "path", "span", "strong", "style", "svg", "table", "tbody",
                "td", "text", "th", "thead", "time", "title", "tr",
            ],
            tags);
        Assert.DoesNotContain("onload=\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u0007', html);
        Assert.DoesNotContain("http://example.org/x>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exercise_says_so_at_both_ends_at_the_head_of_each_sheet_and_in_each_row()
    {
        var html = TimelineHtml.Write(Sheet(true));
        Assert.Equal(2, Regex.Count(html, "<p class=\"exercise\">"));
        Assert.Contains("<thead><tr><th class=\"which\" colspan=\"6\">EXERCISE", html, StringComparison.Ordinal);
        Assert.Contains("<title>EXERCISE", html, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(html, "<span class=\"mark\">EXERCISE</span>"));
        Assert.Contains("<strong>EXERCISE hot", html, StringComparison.Ordinal);
        Assert.DoesNotContain("EXERCISE", TimelineHtml.Write(Sheet(false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_source_has_its_word_and_never_a_colour_alone()
    {
        var html = TimelineHtml.Write(Sheet(false));
        foreach (var word in new[] { "SIGNED", "FOLLOWS", "OURS", "OUTSIDE" })
            Assert.Single(Regex.Matches(html, $"<b>{word}</b>"));
        Assert.Equal(2, Regex.Count(html, "class=\"day\""));
    }

    [Fact]
    public void What_is_not_known_breaks_the_line_of_a_plot_and_is_said()
    {
        var known = new TimelinePlot("hot", "chiefs", [new(Start, null, null), new(Start.AddDays(1), 0, null), new(Start.AddDays(2), 1, 0), new(Start.AddDays(3), 2, 1)]);
        var html = TimelineHtml.Write(Sheet(false) with { Plots = [known, new("hot", "ministers", [new(Start, null, null)])] });
        Assert.Contains("hot, chiefs: 2 days at the end, 1 day by the word of one side alone", html, StringComparison.Ordinal);
        Assert.Contains("hot, ministers: no talk is known", html, StringComparison.Ordinal);
        var both = Regex.Match(html, "class=\"both\" d=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal((1, 2), (both.Count(c => c == 'M'), both.Count(c => c == 'L')));
        Assert.Single(Regex.Matches(html, "<svg "));
        // A talk takes the line down at once, and not over a day.
        var talked = TimelineHtml.Write(
            Sheet(false) with { Plots = [new("hot", "chiefs", [new(Start, 5, null), new(Start.AddDays(1), 0, null), new(Start.AddDays(2), 1, null)])] });
        Assert.Matches("class=\"both\" d=\"M[0-9. ]+ H[0-9.]+ V[0-9.]+ L[0-9. ]+\"", talked);
    }

    [Fact]
    public void What_is_known_at_one_time_alone_is_a_dot()
    {
        var once = new TimelinePlot("hot", "chiefs", [new(Start, 3, null), new(Start.AddDays(1), null, null), new(Start.AddDays(2), null, 9)]);
        var html = TimelineHtml.Write(Sheet(false) with { Plots = [once] });
        Assert.Single(Regex.Matches(html, "<circle class=\"both dot\""));
        Assert.Single(Regex.Matches(html, "<circle class=\"alone dot\""));
        Assert.DoesNotContain("<circle", TimelineHtml.Write(Sheet(false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_nothing_is_whole() =>
        Assert.Contains("Nothing in this time.", TimelineHtml.Write(Sheet(false) with { Rows = [], Plots = [], Lines = [] }), StringComparison.Ordinal);

    private static TimelineSheet Sheet(bool isExercise) => new(
        "astra", isExercise, Start, Start.AddDays(2), Start.AddDays(2), ["hot"], "", [],
        [
            new(Start, "hot", "astra", "question", "FLASH", "What is the activity?", TimelineRowSource.Signed, "signed entry U1-3f0a of astra"),
            new(Start.AddHours(1), "hot", "boreal", "check", "", "MISSED: nobody answered.", TimelineRowSource.Computed, "follows from signed entries"),
            new(Start.AddHours(2), "hot", "boreal", "silence", "", "SILENCE began.", TimelineRowSource.Journal, "our own judgement"),
            new(Start.AddDays(1), "hot", "", "outside", "", "The spokesman: no.", TimelineRowSource.Outside, "told outside"),
        ],
        [new("hot", "ministers", [new(Start, 30, null), new(Start.AddDays(2), 32, null)])]);

    [GeneratedRegex("</?([a-z0-9]+)[ >/]")]
    private static partial Regex Tag();
}
