using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Notams;

public sealed class NotamScheduleTests
{
    private static readonly Window June = Window.Make(new DateTimeOffset(2023, 6, 1, 7, 0, 0, TimeSpan.Zero), new DateTimeOffset(2023, 8, 10, 19, 0, 0, TimeSpan.Zero)).Must();

    [Theory]
    [InlineData("0700-1900", "06-01..08-10 All 07:00-19:00")]
    [InlineData("0700 - 1900", "06-01..08-10 All 07:00-19:00")]
    [InlineData("DAILY 0700-0900 1700-1900", "06-01..08-10 All 07:00-09:00; 06-01..08-10 All 17:00-19:00")]
    [InlineData("MON-FRI 0800-1700", "06-01..08-10 Weekdays 08:00-17:00")]
    [InlineData("MON-THU 0800-1700, FRI 0800-1200", "06-01..08-10 Monday, Tuesday, Wednesday, Thursday 08:00-17:00; 06-01..08-10 Friday 08:00-12:00")]
    [InlineData("SAT SUN H24", "06-01..08-10 Saturday, Sunday 00:00-00:00")]
    [InlineData("SAT-MON 0800-1700", "06-01..08-10 Monday, Saturday, Sunday 08:00-17:00")]
    [InlineData("JUN 05 07 0900-1200", "06-05 09:00..06-05 12:00; 06-07 09:00..06-07 12:00")]
    [InlineData("05 0900-1200, 06-09 1000-1100", "06-05 09:00..06-05 12:00; 06-06..06-09 All 10:00-11:00")]
    [InlineData("28 2200-0200, 03 0900-1200", "06-28 22:00..06-29 02:00; 07-03 09:00..07-03 12:00")]
    [InlineData("JUN 20-JUL 05 1600-0400", "06-20..07-05 All 16:00-04:00")]
    [InlineData("30 JUN 1830-2230, 01 02 JUL 1900-2215", "06-30 18:30..06-30 22:30; 07-01 19:00..07-01 22:15; 07-02 19:00..07-02 22:15")]
    [InlineData("10 JUN-08 JUL 0700-2000", "06-10..07-08 All 07:00-20:00")]
    [InlineData("05 0800-07 1700", "06-05 08:00..06-07 17:00")]
    [InlineData("DAILY 0800-1700 EXC SAT SUN", "06-01..08-10 Weekdays 08:00-17:00")]
    [InlineData("05 0800-2400", "06-05 08:00..06-06 00:00")]
    public void Item_Understood_IsRead(string item, string expected)
    {
        var hours = NotamSchedule.Read(item, June, new Remarks());
        Assert.Equal(WindowOrigin.Read, hours.Origin);
        Assert.Equal(expected, string.Join("; ", hours.Windows.Select(w => $"{w.From:MM-dd HH:mm}..{w.Until:MM-dd HH:mm}")
            .Concat(hours.Daily.Select(r => $"{r.First:MM-dd}..{r.Last:MM-dd} {r.On} {r.From:HH:mm}-{r.Until:HH:mm}"))));
    }

    [Theory]
    [InlineData("SR-SS", ImportRemarkKind.SunTimes)]
    [InlineData("SR MINUS30-SS PLUS30", ImportRemarkKind.SunTimes)]
    [InlineData("05 0800-SS", ImportRemarkKind.SunTimes)]
    [InlineData("MON-FRI 0800-1700 EXC HOL", ImportRemarkKind.ExceptionUnread)]
    public void Item_InPart_TakesMore(string item, ImportRemarkKind kind)
    {
        var remarks = new Remarks();
        Assert.Equal(WindowOrigin.Part, NotamSchedule.Read(item, June, remarks).Origin);
        Assert.True(remarks.Has(kind));
    }

    [Theory]
    [InlineData("AS NOTIFIED BY RADIO")]
    [InlineData("0800-2560")]
    [InlineData("31 JUN 0800-0900")]
    public void Item_NotUnderstood_TakesTheValidity(string item)
    {
        var remarks = new Remarks();
        var hours = NotamSchedule.Read(item, June, remarks);
        Assert.Equal((WindowOrigin.Unread, 0), (hours.Origin, hours.Windows.Count + hours.Daily.Count));
        Assert.True(remarks.Has(ImportRemarkKind.TimesUnread));
    }

    [Fact]
    public void Item_Midnight_IsRemarkedOn()
    {
        var remarks = new Remarks();
        NotamSchedule.Read("0800-2400", June, remarks);
        Assert.True(remarks.Has(ImportRemarkKind.Midnight));
    }
}
