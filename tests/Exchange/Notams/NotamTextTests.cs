using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Notams;

public sealed class NotamTextTests
{
    internal const string Whole =
        "(A1234/23 NOTAMN\nQ) EGTT/QRTCA/IV/BO/W/000/195/5129N00028W005\nA) EGTT B) 2306010700 C) 2306302400 EST\nD) MON-FRI 0800-1700\n" +
        "E) FIRING A) WI 5NM RADIUS OF 512900N 0002800W (RANGE)\nF) SFC G) FL195)";

    [Fact]
    public void Notice_Whole_IsReadWithItsRemarks()
    {
        var notice = Assert.Single(NotamText.Read(Whole).Notices);
        Assert.Equal(("A1234/23", NoticeKind.New, "QRTCA", NoticeClass.Airspace, 1), (notice.Number, notice.Kind, notice.Subject, notice.Class, notice.Line));
        Assert.Equal(Whole, notice.Original);
        Assert.Equal(new DateTimeOffset(2023, 7, 1, 0, 0, 0, TimeSpan.Zero), notice.Validity!.Until);
        var volume = Assert.Single(notice.Volumes);
        Assert.Equal(9260, Assert.IsType<Circle>(Assert.Single(volume.Shapes)).Radius);
        Assert.Equal((Altitude.Surface, 195), (volume.Band.Lower, volume.Band.Upper.Value));
        Assert.Equal((Days.Weekdays, new TimeOnly(8, 0)), (Assert.Single(volume.Schedule.Daily).On, volume.Schedule.Daily[0].From));
        Assert.Equal((ShapeOrigin.Text, WindowOrigin.Read), (notice.Shape, notice.Windows));
        Assert.Equal([ImportRemarkKind.EndEstimated, ImportRemarkKind.Midnight], notice.Remarks.Select(r => r.Kind));
    }

    [Fact]
    public void Notices_Many_EachHasItsLine()
    {
        var import = NotamText.Read($"BULLETIN\n{Whole}\n\n(A1235/23 NOTAMR A1234/23\nQ) EGTT/QRTCA/IV/BO/W/000/999/5129N00028W005\nB) 2306010700 C) PERM E) NO SHAPE)\n" +
            "(A1236/23 NOTAMC A1235/23\nQ) EGTT/QRTCN/IV/BO/W/000/999/5129N00028W005\nB) 2306010700 E) CANCELLED)");
        Assert.Empty(import.Problems);
        Assert.Equal([2, 9, 12], import.Notices.Select(n => n.Line));
        Assert.Equal((NoticeKind.Replacement, "A1234/23", ShapeOrigin.QLine), (import.Notices[1].Kind, import.Notices[1].Refers[0], import.Notices[1].Shape));
        Assert.Contains(import.Notices[1].Remarks, r => r.Kind == ImportRemarkKind.NoEnd);
        Assert.Contains(import.Notices[1].Remarks, r => r.Kind == ImportRemarkKind.QLineOnly);
        Assert.Equal((NoticeKind.Cancellation, 0), (import.Notices[2].Kind, import.Notices[2].Volumes.Count));
    }

    [Theory]
    [InlineData("nothing", ImportFault.Unknown)]
    [InlineData("(A1234/23 NOTAMN B) 2306010700 C) PERM E) X)", ImportFault.Part)]
    [InlineData("(A1234/23 NOTAMN Q) EGTT/QRTCA/IV/BO/W/000/195/5129N00028W005 B) 2313010700 C) PERM E) X)", ImportFault.Part)]
    [InlineData("(A1234/23 NOTAMN Q) EGTT/QRTCA/IV/BO/W/000/195/5129N00028W005 B) 2306010700 C) 2306010600 E) X)", ImportFault.Part)]
    public void Text_Unreadable_IsAProblem(string text, ImportFault fault)
    {
        var import = NotamText.Read(text);
        Assert.Empty(import.Notices);
        Assert.Equal((fault, 1), (Assert.Single(import.Problems).Fault, import.Problems[0].Line));
    }

    [Fact]
    public void Text_TooLong_IsAProblem() =>
        Assert.Equal(ImportFault.NoticeTooLong, Assert.Single(NotamText.Read(Whole + new string('X', 30_000)).Problems).Fault);

    [Fact]
    public void Rows_OfNamedAreas_GiveHoursAndHeights()
    {
        var notice = Assert.Single(NotamText.Read("(A1/23 NOTAMN)(M0001/23 NOTAMN Q) EGTT/QRDCA/IV/BO/W/050/660/5429N00100E062 B) 2306010800 C) 2306012130\n" +
            "E) THE FOLLOWING AREAS ARE ACTIVATED:\nEG D323C 0800-1015 FL050-FL660\nEG D323C 1015-1115 FL050-FL660\nEG D323J 0900-1000 FL150-FL660)").Notices);
        Assert.Equal(2, notice.Volumes.Count);
        Assert.Equal((WindowOrigin.Read, ShapeOrigin.QLine), (notice.Windows, notice.Shape));
        Assert.Equal([50, 150], notice.Volumes.Select(v => v.Band.Lower.Value));
        Assert.Contains("EG D323J", notice.Remarks.Last(r => r.Kind == ImportRemarkKind.NamedOnly).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WI 18M RADIUS OF 512900N 0002800W", "019")]
    [InlineData("WI 1NM RADIUS OF 542900N 0002800W", "005")]
    public void Text_AgainstItsQLine_IsDoubtful(string text, string miles)
    {
        var notice = Assert.Single(NotamText.Read(Whole.Replace("W005", "W" + miles, StringComparison.Ordinal)
            .Replace("WI 5NM RADIUS OF 512900N 0002800W", text, StringComparison.Ordinal)).Notices);
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.Doubtful);
    }

    [Fact]
    public void Hours_WithinTheText_NotRead_AreCounted()
    {
        var notice = Assert.Single(NotamText.Read(Whole.Replace("D) MON-FRI 0800-1700\n", "", StringComparison.Ordinal)
            .Replace("(RANGE)", "WEEKDAYS BUT 0800-1700", StringComparison.Ordinal)).Notices);
        Assert.Equal(WindowOrigin.Unread, notice.Windows);
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.TimesUnread);
    }

    [Theory]
    [InlineData("SFC", "2500FT AMSL", AltitudeReference.AboveSea, 2500)]
    [InlineData("GND", "500FT AGL", AltitudeReference.AboveGround, 500)]
    [InlineData("SFC", "FL195", AltitudeReference.FlightLevel, 195)]
    [InlineData("SFC", "UNL", AltitudeReference.Unlimited, 0)]
    [InlineData("SFC", "300M AMSL", AltitudeReference.AboveSea, 300)]
    public void Heights_OfItems(string lower, string upper, AltitudeReference reference, int value)
    {
        var band = NotamHeights.Band(Items() with { F = lower, G = upper }, new Remarks());
        Assert.Equal((Altitude.Surface, reference, value), (band.Lower, band.Upper.Reference, band.Upper.Value));
    }

    [Theory]
    [InlineData("SFC TO 433FT AMSL/400FT AGL", 0, 433)]
    [InlineData("MAX HGT 400FT AGL / 427FT AMSL", 0, 400)]
    [InlineData("BTN 1000FT AMSL AND 2000FT AMSL", 1000, 2000)]
    [InlineData("FL050-FL660", 50, 660)]
    [InlineData("SFC/2000FT AMSL", 0, 2000)]
    public void Heights_OfText(string text, int lower, int upper)
    {
        var band = NotamHeights.OfText(text)!;
        Assert.Equal((lower, upper), (band.Lower.Value, band.Upper.Value));
    }

    [Fact]
    public void Heights_Elsewhere_AreRemarkedOn()
    {
        var remarks = new Remarks();
        Assert.Equal(66, NotamHeights.Band(Items() with { Lower = "5", Upper = "66" }, remarks).Upper.Value);
        Assert.Equal(AltitudeBand.Everything, NotamHeights.Band(Items(), remarks));
        NotamHeights.Band(Items() with { F = "FL100", G = "FL050" }, remarks);
        Assert.Equal([ImportRemarkKind.HeightsOfQLine, ImportRemarkKind.NoHeights, ImportRemarkKind.HeightsUnread], remarks.All.Select(r => r.Kind));
    }

    private static NotamItems Items() => new() { Line = 1, Number = "A0001/23", Original = "" };
}
