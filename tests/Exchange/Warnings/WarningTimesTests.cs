using Parley.Exchange.Imports;
using Parley.Exchange.Warnings;

namespace Parley.Exchange.Tests.Warnings;

public sealed class WarningTimesTests
{
    private static readonly DateTimeOffset Issued = new(2016, 12, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("182300Z DEC TO 190200Z DEC", "16-12-18 23:00..16-12-19 02:00")]
    [InlineData("231200Z TO 241600Z DEC IN AREA", "16-12-23 12:00..16-12-24 16:00")]
    [InlineData("231200Z TO 231600Z, 241200Z TO 241600Z AND 261200Z TO 261600Z DEC",
        "16-12-23 12:00..16-12-23 16:00; 16-12-24 12:00..16-12-24 16:00; 16-12-26 12:00..16-12-26 16:00")]
    [InlineData("311200Z TO 011600Z JAN", "16-12-31 12:00..17-01-01 16:00")]
    [InlineData("231200Z TO 241600Z", "16-12-23 12:00..16-12-24 16:00")]
    [InlineData("010001Z FEB TO 312359 MAR", "17-02-01 00:01..17-03-31 23:59")]
    [InlineData("210100 TO 221900 UTC DEC 16", "16-12-21 01:00..16-12-22 19:00")]
    [InlineData("IN PROGRESS UNTIL 212359Z DEC", "16-12-20 09:00..16-12-21 23:59")]
    [InlineData("IN PROGRESS UNTIL 30 DEC BY SHIP", "16-12-20 09:00..16-12-31 00:00")]
    [InlineData("0500Z TO 1700Z DAILY 22 THRU 24 DEC", "16-12-22..16-12-24 All 05:00-17:00")]
    [InlineData("0500Z TO 1700Z DAILY 21 AND 23 DEC", "16-12-21 05:00..16-12-21 17:00; 16-12-23 05:00..16-12-23 17:00")]
    [InlineData("2000Z TO 0300Z COMMENCING DAILY 22 THRU 24 DEC", "16-12-22..16-12-24 All 20:00-03:00")]
    [InlineData("1358Z TO 1515Z DAILY 28 DEC THRU 05 JAN 17", "16-12-28..17-01-05 All 13:58-15:15")]
    [InlineData("0300Z TO 2059Z DAILY 30, 31 DEC, 01 AND 02 JAN",
        "16-12-30 03:00..16-12-30 20:59; 16-12-31 03:00..16-12-31 20:59; 17-01-01 03:00..17-01-01 20:59; 17-01-02 03:00..17-01-02 20:59")]
    [InlineData("0500Z TO 1700Z DAILY UNTIL 31 DEC EXCEPT SUNDAYS", "16-12-20..16-12-31 Weekdays, Saturday 05:00-17:00")]
    [InlineData("0500Z TO 1700Z DAILY THRU 31 DEC", "16-12-20..16-12-31 All 05:00-17:00")]
    [InlineData("0500Z TO 1600Z DAILY 02 JAN THRU 28 APR, 05 SEP THRU 09 NOV AND 13 NOV THRU 29 DEC 17",
        "17-01-02..17-04-28 All 05:00-16:00; 17-09-05..17-11-09 All 05:00-16:00; 17-11-13..17-12-29 All 05:00-16:00")]
    [InlineData("0500Z TO 0600Z AND 0800Z TO 0900Z DAILY 22 THRU 24 DEC", "16-12-22..16-12-24 All 05:00-06:00; 16-12-22..16-12-24 All 08:00-09:00")]
    [InlineData("0600Z TO 1700Z DAILY MONDAY THRU THURSDAY AND 0600Z TO 1000Z FRIDAYS 22 DEC THRU 30 DEC",
        "16-12-22..16-12-30 Monday, Tuesday, Wednesday, Thursday 06:00-17:00; 16-12-22..16-12-30 Friday 06:00-10:00")]
    [InlineData("OPERATIONS 29 AND 30 DEC IN", "16-12-29 00:00..16-12-30 00:00; 16-12-30 00:00..16-12-31 00:00")]
    [InlineData("28 DEC THRU 30 DEC 0500Z TO 1700Z", "16-12-28..16-12-30 All 05:00-17:00")]
    public void Words_Understood_AreRead(string text, string expected)
    {
        var hours = WarningTimes.Read(text, Issued, null, new Remarks());
        Assert.Equal(WindowOrigin.Read, hours.Origin);
        Assert.Equal(expected, string.Join("; ", hours.Windows.Select(w => $"{w.From:yy-MM-dd HH:mm}..{w.Until:yy-MM-dd HH:mm}")
            .Concat(hours.Daily.Select(r => $"{r.First:yy-MM-dd}..{r.Last:yy-MM-dd} {r.On} {r.From:HH:mm}-{r.Until:HH:mm}"))));
    }

    [Fact]
    public void Alternates_AreKeptApart()
    {
        var hours = WarningTimes.Read("221910Z TO 230151Z DEC, ALTERNATE 241910Z TO 250151Z DEC", Issued, null, new Remarks());
        Assert.Equal((1, 1), (hours.Windows.Count, hours.Alternates.Count));
    }

    [Theory]
    [InlineData("SUNRISE TO SUNSET DAILY 22 THRU 24 DEC", ImportRemarkKind.SunTimes)]
    [InlineData("0500Z TO 1700Z DAILY UNTIL 31 DEC EXCEPT HOLIDAYS", ImportRemarkKind.ExceptionUnread)]
    public void Words_InPart_TakeMore(string text, ImportRemarkKind kind)
    {
        var remarks = new Remarks();
        Assert.Equal(WindowOrigin.Part, WarningTimes.Read(text, Issued, null, remarks).Origin);
        Assert.True(remarks.Has(kind));
    }

    [Theory]
    [InlineData("FROM 31 AUG BETWEEN 1800 AND 2400 LOCAL TIME", WindowOrigin.Unread)]
    [InlineData("DAILY WHEN ANNOUNCED", WindowOrigin.Unread)]
    [InlineData("DISTRESS SIGNAL AT 261000Z DEC", WindowOrigin.Unstated)]
    [InlineData("UNTIL FURTHER NOTICE", WindowOrigin.Unstated)]
    [InlineData("BUOY ADRIFT, CHART 24160, PHONE: 187 060 4449", WindowOrigin.Unstated)]
    public void Words_NotUnderstood_AreToldFromNone(string text, WindowOrigin origin)
    {
        var remarks = new Remarks();
        Assert.Equal(origin, WarningTimes.Read(text, Issued, null, remarks).Origin);
        Assert.Equal(origin == WindowOrigin.Unread, remarks.Has(ImportRemarkKind.TimesUnread));
    }
}
