using Parley.Exchange.Notices.Exports;
using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Exchange.Tests.Notices.Exports;

/// <summary>The page for the printer.</summary>
public sealed class NoticePageTests
{
    [Fact]
    public void Its_number_stands_above_and_below_and_its_lines_are_numbered()
    {
        var page = NoticePage.Write(ExportSample.Of("circle 69.3000000 16.0000000 5000"));
        Assert.Equal(3, page.Split("astra/7").Length);
        Assert.Contains("astra/3", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">4</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EXERCISE", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_exercise_says_so_above_and_below_and_in_the_title()
    {
        var page = NoticePage.Write(ExportSample.Of("circle 69.3000000 16.0000000 5000", isExercise: true));
        Assert.Equal(3, page.Split("EXERCISE EXERCISE EXERCISE").Length);
        Assert.Contains("<title>EXERCISE ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_an_author_are_text_and_nothing_else()
    {
        var page = NoticePage.Write(ExportSample.Saying(SampleFormat.Saying("kind", "<img src=x onerror=alert(1)>")));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', NoticePage.Write(ExportSample.Saying(SampleFormat.Saying("other", "tur\u202enus"))));
    }

    [Fact]
    public void It_is_written_from_right_to_left_for_readers_of_arabic()
    {
        var format = FormatShelfSample("staff-exercise");
        var page = NoticePage.Write(new NoticeExport(format, new Notice(format.Id, 1, "en", [new("designation", ["Quiet"])]), new(null, [], false), null, "ar", ExportSample.Made));
        Assert.Contains("dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\" dir=\"ltr\"", page, StringComparison.Ordinal);
    }

    private static NoticeFormat FormatShelfSample(string id) => Parley.Exchange.Notices.FormatShelf.All.Single(f => f.Id == id);
}
