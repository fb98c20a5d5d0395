using Parley.Lines.Notices;
using Parley.Lines.Tests.Samples;
using static Parley.Lines.Tests.Samples.SampleFormat;

namespace Parley.Lines.Tests.Notices;

public sealed class NoticeCheckTests
{
    [Fact]
    public void A_whole_notice_has_no_gap() => Assert.Empty(NoticeCheck.Gaps(Format, SampleFormat.Notice));

    [Fact]
    public void What_is_missing_is_said_in_the_order_of_the_form_with_the_rule_that_asks() => Assert.Equal(
        [new("kind", 0, "", NoticeFault.Missing, "article 1"), new("window", 0, "", NoticeFault.Missing, ""), new("site", 0, "", NoticeFault.Missing, "")],
        NoticeCheck.Gaps(Format, SampleFormat.Notice with { Values = [] }));

    [Fact]
    public void A_field_is_needed_where_another_one_asks_for_it()
    {
        Assert.Equal([new("other", 0, "", NoticeFault.Missing, "")], NoticeCheck.Gaps(Format, Saying("kind", "other")));
        var said = Saying("kind", "other");
        Assert.Empty(NoticeCheck.Gaps(Format, said with { Values = [.. said.Values, new("other", ["A weather rocket\nof the old kind"])] }));
    }

    [Theory]
    [InlineData("kind", "moon", NoticeFault.UnknownCode)]
    [InlineData("troops", "09", NoticeFault.NotReadable)]
    [InlineData("troops", "1e3", NoticeFault.NotReadable)]
    [InlineData("troops", "-1", NoticeFault.TooSmall)]
    [InlineData("troops", "100001", NoticeFault.TooGreat)]
    [InlineData("troops", "99999999999999999999999", NoticeFault.NotReadable)]
    [InlineData("window", "2027-02-01T10:00:00Z", NoticeFault.NotReadable)]
    [InlineData("window", "2027-02-01T10:00:00Z 2027-02-01T10:00:00Z", NoticeFault.EndBeforeStart)]
    [InlineData("window", "2027-02-01T10:00:00+01:00 2027-02-02T10:00:00Z", NoticeFault.NotReadable)]
    [InlineData("site", "69.3 16.0", NoticeFault.NotReadable)]
    [InlineData("site", "91.0000000 16.0000000", NoticeFault.NotReadable)]
    [InlineData("splash", "volume 1", NoticeFault.NotReadable)]
    [InlineData("asked", "tomorrow", NoticeFault.NotReadable)]
    [InlineData("crewed", "maybe", NoticeFault.NotReadable)]
    [InlineData("other", "a\u202Eb", NoticeFault.NotReadable)]
    [InlineData("other", "0123456789012345678901234567890123456789!", NoticeFault.TooLong)]
    [InlineData("moon", "full", NoticeFault.UnknownField)]
    public void What_is_wrong_is_named(string field, string text, NoticeFault fault) =>
        Assert.Contains(NoticeCheck.Gaps(Format, Saying(field, text)), g => g.Field == field && g.Fault == fault);

    [Fact]
    public void Rows_are_looked_at_cell_by_cell()
    {
        Assert.Equal([new("stages", 2, "name", NoticeFault.Missing, ""), new("stages", 2, "tons", NoticeFault.TooSmall, "")], NoticeCheck.Gaps(Format, Saying("stages",
            "First", "", "", "0")));
        Assert.Equal("stages[2].name", NoticeCheck.Gaps(Format, Saying("stages", "First", "", "", "0"))[0].Place);
        Assert.Equal(NoticeFault.TooManyRows, NoticeCheck.Gaps(Format, Saying("stages", "a", "1", "b", "2", "c", "3")).Single().Fault);
        Assert.Equal(NoticeFault.NotReadable, NoticeCheck.Gaps(Format, Saying("stages", "a")).Single().Fault);
    }

    [Fact]
    public void A_field_that_stands_twice_is_said() =>
        Assert.Equal(NoticeFault.UnknownField, NoticeCheck.Gaps(Format, SampleFormat.Notice with { Values = [.. SampleFormat.Notice.Values, new("kind",
            ["other"])] }).Single().Fault);

    [Fact]
    public void An_end_before_the_start_is_said_where_they_are_two_fields() => Assert.Equal(
        [new("asked", 0, "", NoticeFault.EndBeforeStart, "")], NoticeCheck.Gaps(Format with { End = "asked" }, SampleFormat.Notice));

    [Fact]
    public void A_volume_begins_with_its_first_window_and_ends_with_its_last() => Assert.Equal(
        (new DateTimeOffset(2027, 2, 2, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 2, 2, 12, 0, 0, TimeSpan.Zero)), FieldText.Span(FieldKind.Volume, Area));

    [Fact]
    public void A_reader_sees_codes_in_his_language_and_the_authors_words_as_they_are()
    {
        var lines = NoticeLine.Of(Format, Saying("other", "A word"), "ru");
        Assert.Equal(new("1", "Это kind", "Космический пуск", null), lines[0]);
        Assert.Equal(new("2", "Это other", "A word", "en"), lines[1]);
        Assert.Equal(new("3", "Это troops", "9000 men", null), lines[2]);
        Assert.Equal(["9", "9.1.1", "9.1.2", "9.2.1"], lines.TakeLast(4).Select(l => l.Number));
    }
}
