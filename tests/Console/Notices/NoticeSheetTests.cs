using Parley.Console.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Console.Tests.Notices;

/// <summary>A form as it is filled in, and what travels of it.</summary>
public sealed class NoticeSheetTests
{
    [Theory]
    [InlineData(FieldKind.Text, 200, "Line")]
    [InlineData(FieldKind.Text, 201, "Area")]
    [InlineData(FieldKind.Number, 10, "Number")]
    [InlineData(FieldKind.Code, 0, "Choice")]
    [InlineData(FieldKind.Yes, 0, "YesNo")]
    [InlineData(FieldKind.Time, 0, "Time")]
    [InlineData(FieldKind.Window, 0, "Window")]
    [InlineData(FieldKind.Place, 0, "Place")]
    [InlineData(FieldKind.Volume, 0, "Volume")]
    [InlineData(FieldKind.Rows, 4, "Table")]
    public void Each_kind_has_its_control(FieldKind kind, long most, string control) =>
        Assert.Equal(control, FieldTyping.ControlOf(Field("any", kind) with { Most = most }).ToString());

    [Theory]
    [InlineData(FieldKind.Number, " 14 200 ", "14200")]
    [InlineData(FieldKind.Number, "14,200", "14200")]
    [InlineData(FieldKind.Number, "1,5", "1,5")]
    [InlineData(FieldKind.Number, "٤٢", "42")]
    [InlineData(FieldKind.Number, "a few", "a few")]
    [InlineData(FieldKind.Time, "2027-03-09 17:43Z", "2027-03-09T17:43:00Z")]
    [InlineData(FieldKind.Time, "2027-03-09T17:43:12Z", "2027-03-09T17:43:12Z")]
    [InlineData(FieldKind.Time, "17:43Z", "17:43Z")]
    [InlineData(FieldKind.Time, "2027-03-09 17:43", "2027-03-09 17:43")]
    [InlineData(FieldKind.Window, "2027-03-09 17:43Z\t2027-03-10 06:00Z", "2027-03-09T17:43:00Z 2027-03-10T06:00:00Z")]
    [InlineData(FieldKind.Window, "2027-03-09 17:43Z", "2027-03-09T17:43:00Z")]
    [InlineData(FieldKind.Place, "54°30'00\"N 019°12'00\"E", "54.5000000 19.2000000")]
    [InlineData(FieldKind.Place, "near the lighthouse", "near the lighthouse")]
    [InlineData(FieldKind.Volume, " volume 1 \r\npoint 1 2\r\n", "volume 1\npoint 1 2")]
    [InlineData(FieldKind.Text, " two\r\nlines ", "two\nlines")]
    public void What_is_typed_is_written_in_the_one_way_or_left_as_it_is(FieldKind kind, string typed, string written) =>
        Assert.Equal(written, FieldTyping.Written(kind, typed));

    [Fact]
    public void Values_are_those_that_are_filled_in_and_come_back_as_they_were()
    {
        var sheet = new NoticeSheet(Format());
        Assert.Empty(sheet.Values());
        sheet["event"] = "launch";
        sheet["period"] = FieldTyping.Window("2027-03-09 17:43Z", "2027-03-10 06:00Z");
        sheet.RowsOf(Table)[0]["name"] = "First";
        sheet.Add(Table);
        sheet.Add(Table);
        sheet.RowsOf(Table)[2]["size"] = "1 200";
        var values = sheet.Values();
        Assert.Equal(
            [new("event", ["launch"]), new("period", ["2027-03-09T17:43:00Z 2027-03-10T06:00:00Z"]), new NoticeValue("units", ["First", "", "", "1200"])], values);

        // The row between them is empty and does not travel: gaps count without it.
        Assert.Same(sheet.RowsOf(Table)[2], sheet.SentRow(Table, 2));
        var again = new NoticeSheet(Format());
        again.Fill(values);
        Assert.Equal(values, again.Values());
        Assert.Equal(("2027-03-09T17:43:00Z", "2027-03-10T06:00:00Z"), FieldTyping.Halves(again["period"]));
    }

    [Fact]
    public void A_field_is_needed_always_or_where_another_says_so()
    {
        var sheet = new NoticeSheet(Format());
        Assert.True(sheet.IsNeeded(sheet.Format["event"]!));
        Assert.False(sheet.IsNeeded(sheet.Format["towards"]!));
        sheet["event"] = "launch";
        Assert.True(sheet.IsNeeded(sheet.Format["towards"]!));
        var row = sheet.RowsOf(Table)[0];
        Assert.False(sheet.IsNeeded(Table.Columns[1], row));
        row["name"] = "other";
        Assert.True(sheet.IsNeeded(Table.Columns[1], row));
    }

    [Fact]
    public void A_table_keeps_one_row_and_takes_no_more_than_its_form_allows()
    {
        var sheet = new NoticeSheet(Format());
        sheet.Remove(Table, sheet.RowsOf(Table)[0]);
        Assert.Single(sheet.RowsOf(Table));
        for (var i = 0; i < 5; i++)
            sheet.Add(Table);
        Assert.Equal(3, sheet.RowsOf(Table).Count);
        Assert.False(sheet.MayAdd(Table));
    }

    [Fact]
    public void What_the_tab_kept_is_put_back_by_the_names_of_the_controls()
    {
        var sheet = new NoticeSheet(Format());
        Assert.True(sheet.Restore(new Dictionary<string, string>
        {
            ["f.event"] = "launch", ["f.period.until"] = "until", ["f.period.from"] = "from", ["f.units.1.name"] = "Second", ["f.units.9.name"] = "beyond",
            ["f.units.x.name"] = "no row", ["f.unknown"] = "x", ["other"] = "y",
        }));
        Assert.Equal("launch", sheet["event"]);
        Assert.Equal(("from", "until"), FieldTyping.Halves(sheet["period"]));
        Assert.Equal(["", "Second"], sheet.RowsOf(Table).Select(r => r["name"]));
        Assert.Equal("f.units.1.name", NoticeSheet.NameOf(Table, 1, Table.Columns[0]));
        Assert.False(new NoticeSheet(Format()).Restore(new Dictionary<string, string> { ["f.event"] = "" }));
    }

    [Theory]
    [InlineData(NoticeEffect.Cancels, true, true)]
    [InlineData(NoticeEffect.Cancels, false, false)]
    [InlineData(NoticeEffect.Answers, true, false)]
    [InlineData(NoticeEffect.Answers, false, true)]
    [InlineData(NoticeEffect.Informs, false, true)]
    public void Only_its_author_changes_a_notice_and_nobody_answers_himself(NoticeEffect effect, bool ours, bool may) => Assert.Equal(may, NoticeLinks.MayFollow(effect, ours));

    private static NoticeField Table => Format()["units"]!;

    private static NoticeField Field(string name, FieldKind kind, FieldNeed? need = null) => new(name, kind, need, "", "", 0, 0, [], [], ["A label"]);

    private static NoticeFormat Format() => new(
        "some", 1, "S-1", "made up", NoticeEffect.Announces, [], ["en"], 1, Precedence.Routine, false, AlarmPotential.None, "period", "period", "", "", 0,
        new FormatClocks(null, null, null, null, []), [], [], [], ["Some"],
        [
            Field("event", FieldKind.Code, FieldNeed.Always) with { Codes = [new("launch", ["Launch"]), new("other", ["Other"])] },
            Field("towards", FieldKind.Yes, new FieldNeed("event", "launch")),
            Field("period", FieldKind.Window),
            Field("units", FieldKind.Rows) with
            {
                Most = 3,
                Columns = [Field("name", FieldKind.Code) with { Codes = [new("other", ["Other"])] },
                    Field("size", FieldKind.Number, new FieldNeed("name", "other")) with { Most = 9999 }],
            },
        ]);
}
