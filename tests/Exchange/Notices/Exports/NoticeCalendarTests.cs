using System.Text;
using Parley.Exchange.Notices;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;

namespace Parley.Exchange.Tests.Notices.Exports;

public sealed class NoticeCalendarTests
{
    [Fact]
    public void The_whole_is_one_event_with_reminders()
    {
        var lines = Lines(NoticeCalendar.Write(ExportSample.Saying(SampleFormat.Notice)));
        Assert.Contains("UID:astra/7@parley.invalid", lines);
        Assert.Contains("DTSTART:20270201T100000Z", lines);
        Assert.Contains("DTEND:20270203T100000Z", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Equal(["TRIGGER:-PT1440M", "TRIGGER:-PT15M"], lines.Where(l => l.StartsWith("TRIGGER", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.StartsWith("SUMMARY:Rocket", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cancels_keeps_the_uid_of_what_it_cancels()
    {
        var lines = Lines(NoticeCalendar.Write(ExportSample.Saying(SampleFormat.Notice, format: SampleFormat.Format with { Effect = NoticeEffect.Cancels })));
        Assert.Contains("UID:astra/3@parley.invalid", lines);
        Assert.Contains("SEQUENCE:1", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.DoesNotContain("BEGIN:VALARM", lines);
    }

    [Theory]
    [InlineData("daily 2027-02-01 2027-02-03 mon,tue,wed 10:00:00 12:00:00", 3)]
    [InlineData("daily 2027-02-01 2027-12-03 mon,tue,wed 10:00:00 12:00:00", 1)]
    public void Announced_windows_are_events_as_long_as_they_are_few(string rule, int count)
    {
        var volume = $"volume 1\ncircle 1.0000000 2.0000000 7\nband sfc .. unlimited\nvalid 2027-02-01T00:00:00Z 2028-02-04T00:00:00Z\n{rule}\n";
        var format = SampleFormat.Format with { Start = "splash", End = "splash" };
        var lines = Lines(NoticeCalendar.Write(ExportSample.Saying(SampleFormat.Saying("splash", volume), format: format)));
        Assert.Equal(count, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Equal(count, lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public void Without_a_time_it_is_a_journal_entry()
    {
        var lines = Lines(NoticeCalendar.Write(ExportSample.Saying(SampleFormat.Saying("window", "soon")) with { Head = new NoticeHead(null, [], false) }));
        Assert.Contains("BEGIN:VJOURNAL", lines);
        Assert.Contains("STATUS:DRAFT", lines);
    }

    [Fact]
    public void Lines_have_75_octets_and_words_are_escaped()
    {
        var text = NoticeCalendar.Write(ExportSample.Saying(SampleFormat.Saying("other", "Ракета; a, b\\c\nBEGIN:VEVENT")));
        Assert.All(text.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        Assert.Contains(Lines(text), l => l.Contains("Ракета\\; a\\, b\\\\c\\nBEGIN:VEVENT", StringComparison.Ordinal));
    }

    private static string[] Lines(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
