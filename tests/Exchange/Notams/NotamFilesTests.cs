using System.Text;
using Parley.Exchange.Imports;
using Parley.Exchange.Notams;

namespace Parley.Exchange.Tests.Notams;

public sealed class NotamFilesTests
{
    internal const string Line =
        """{"fir":"EGTT","id":"H0001/23","q_subject":"WU","q_condition":"LW","centre":"5129N00028W","radius_nm":"1","lower_fl":"0","upper_fl":"6",""" +
        """ "b":"2306010700","c":"2306021900","d":"0700-1900","x":"N","e":"UAS OPR WI 0.5NM RADIUS OF 512900N 0002800W (MILL). MAX HGT 400FT AGL"}""";

    internal const string Bulletin =
        """
        <?xml version="1.0" encoding="UTF-8"?><!-- words -->
        <Pib><FIRSection><NotamList>
        <Notam PIBSection="AD">
        <NOF>EGGN</NOF><Series>L</Series><Number>92</Number><Year>23</Year><Type>R</Type>
        <ReferredSeries>L</ReferredSeries><ReferredNumber>90</ReferredNumber><ReferredYear>23</ReferredYear>
        <QLine><FIR>EGTT</FIR><Code23>RD</Code23><Code45>CA</Code45><Lower>0</Lower><Upper>100</Upper></QLine>
        <Coordinates>5408N00316W</Coordinates><Radius>5</Radius>
        <StartValidity>2306010000</StartValidity><EndValidity>2306030000</EndValidity><Estimation/>
        <ItemD>0800-1700</ItemD><ItemE>FIRING WI 3NM RADIUS OF 540800N 0031600W &amp; NEAR</ItemE><ItemF>SFC</ItemF><ItemG>9000FT AMSL</ItemG>
        <NotamStoreDate>310520231750</NotamStoreDate>
        </Notam>
        </NotamList></FIRSection></Pib>
        """;

    [Fact]
    public void Bulletin_IsRead()
    {
        var notice = Assert.Single(NotamBulletin.Read(Bulletin).Notices);
        Assert.Equal(("L0092/23", NoticeKind.Replacement, "L0090/23", "QRDCA", 3), (notice.Number, notice.Kind, notice.Refers[0], notice.Subject, notice.Line));
        Assert.Equal(new DateTimeOffset(2023, 5, 31, 17, 50, 0, TimeSpan.Zero), notice.Issued);
        Assert.Equal(9000, Assert.Single(notice.Volumes).Band.Upper.Value);
        Assert.Equal((ShapeOrigin.Text, WindowOrigin.Read), (notice.Shape, notice.Windows));
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.EndEstimated);
        Assert.Contains("& NEAR", notice.Original, StringComparison.Ordinal);
    }

    [Fact]
    public void Bulletin_NoticeTwice_IsCountedOnce()
    {
        var (from, to) = (Bulletin.IndexOf("<Notam ", StringComparison.Ordinal), Bulletin.IndexOf("</NotamList>", StringComparison.Ordinal));
        var import = NotamBulletin.Read(Bulletin.Insert(to, Bulletin[from..to]));
        Assert.Equal((1, 1), (import.Notices.Count, import.Repeated));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE Pib [<!ENTITY a \"b\">]>\n<Pib>&a;</Pib>", ImportFault.DocumentType, 2)]
    [InlineData("<Pib>\n<Notam>\n</Pib>", ImportFault.Malformed, 3)]
    [InlineData("<Pib>&a;</Pib>", ImportFault.Malformed, 1)]
    [InlineData("<Pib/>", ImportFault.Unknown, 1)]
    [InlineData("<Pib>\n<Notam/></Pib>", ImportFault.Part, 2)]
    [InlineData("", ImportFault.Malformed, 1)]
    public void Bulletin_Unsound_IsAProblemWithItsLine(string text, ImportFault fault, int line)
    {
        var import = NotamBulletin.Read(text);
        Assert.Empty(import.Notices);
        Assert.Equal((fault, line), (Assert.Single(import.Problems).Fault, import.Problems[0].Line));
    }

    [Fact]
    public void Bulletin_TooDeepOrTooLong_IsAProblem()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000));
        Assert.Equal(ImportFault.Malformed, Assert.Single(NotamBulletin.Read(deep).Problems).Fault);
        Assert.Equal(ImportFault.NoticeTooLong, Assert.Single(NotamBulletin.Read(Bulletin.Replace("FIRING", new string('X', 30_000), StringComparison.Ordinal)).Problems).Fault);
        Assert.Equal(ImportFault.NoticeTooLong, Assert.Single(NotamBulletin.Read(Bulletin.Replace("FIRING", deep, StringComparison.Ordinal)).Problems).Fault);
    }

    [Fact]
    public void File_LongerThanTheBound_IsRefusedAtItsLine()
    {
        using var file = new MemoryStream();
        file.Write("one\ntwo\n"u8);
        file.Write(new byte[Bounds.ImportLength]);
        file.Position = 0;
        var problem = Assert.Single(NotamArchive.Read(file).Problems);
        Assert.Equal((ImportFault.TooLong, 3), (problem.Fault, problem.Line));
        using var bad = new MemoryStream([.. "one\n"u8, 0xC3, 0x28]);
        problem = Assert.Single(NotamBulletin.Read(bad).Problems);
        Assert.Equal((ImportFault.NotText, 2), (problem.Fault, problem.Line));
    }

    [Fact]
    public void Archive_EachLineStandsForItself()
    {
        var import = NotamArchive.Read($"{Line}\n\nno json\n[]\n{Line.Replace("2306010700", "never", StringComparison.Ordinal)}\n{Line}");
        Assert.Equal([1, 6], import.Notices.Select(n => n.Line));
        Assert.Equal([(3, ImportFault.Malformed), (4, ImportFault.Part), (5, ImportFault.Part)], import.Problems.Select(p => (p.Line, p.Fault)));
        var notice = import.Notices[0];
        Assert.Equal(("H0001/23", NoticeClass.Airspace, ShapeOrigin.Text, WindowOrigin.Read), (notice.Number, notice.Class, notice.Shape, notice.Windows));
        Assert.Equal(Line, notice.Original);
    }

    [Fact]
    public void Archive_ReplacementThatNamesNothing_AndCutText_AreRemarkedOn()
    {
        var cut = "WI AREA BOUNDED BY 5100N 00100W - 5200N 00100W - 51".PadLeft(400, 'X');
        var line = Line.Replace("\"x\":\"N\"", "\"x\":\"R\"", StringComparison.Ordinal)
            .Replace("UAS OPR WI 0.5NM RADIUS OF 512900N 0002800W (MILL). MAX HGT 400FT AGL", cut, StringComparison.Ordinal);
        var notice = Assert.Single(NotamArchive.Read(line).Notices);
        Assert.Equal(ShapeOrigin.QLine, notice.Shape);
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.RefersToNothing);
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.CutOff);
    }

    [Fact]
    public void Archive_HalfSurrogate_IsNoText()
    {
        var import = NotamArchive.Read(Line.Replace("UAS", "\\ud800", StringComparison.Ordinal));
        Assert.Equal(ShapeOrigin.QLine, Assert.Single(import.Notices).Shape);
    }

    internal static Import FromBytes(byte[] bytes, Func<Stream, Import> read)
    {
        using var file = new MemoryStream(bytes);
        return read(file);
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
