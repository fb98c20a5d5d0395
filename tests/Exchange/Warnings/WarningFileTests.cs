using System.Text.Json;
using Parley.Exchange.Imports;
using Parley.Exchange.Warnings;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Warnings;

public sealed class WarningFileTests
{
    internal const string Text =
        "200900Z APR 16\nHYDROLANT 123/16(24).\nSOUTH SEA.\nDNC 01.\n1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING 222300Z TO 230200Z APR,\n" +
        "   ALTERNATE 2300Z TO 0200Z DAILY 23 THRU 25 APR\n" +
        "   IN AREAS BOUND BY:\n   A. 08-03S 010-08W, 09-20S 008-23W, 09-43S 008-39W.\n" +
        "   B. 09-20S 007-28W, 09-59S 006-27W, 10-36S 006-51W.\n2. CANCEL HYDROLANT 100/16, 101/16.\n3. CANCEL THIS MSG 260300Z APR 16.";

    [Fact]
    public void Text_OfOneWarning_IsRead()
    {
        var notice = Assert.Single(WarningFile.ReadText(Text).Notices);
        Assert.Equal(("HYDROLANT 123/16(24)", NoticeKind.Replacement, NoticeClass.Firing), (notice.Number, notice.Kind, notice.Class));
        Assert.Equal(["HYDROLANT 100/16", "HYDROLANT 101/16"], notice.Refers);
        Assert.Equal((At(4, 20, 9), At(4, 26, 3)), (notice.Validity!.From, notice.Validity.Until));
        var volume = Assert.Single(notice.Volumes);
        Assert.Equal(2, volume.Shapes.OfType<Polygon>().Count());
        Assert.Equal(Window.Make(At(4, 22, 23), At(4, 23, 2)).Must(), Assert.Single(volume.Schedule.Windows));
        Assert.Equal([At(4, 23, 23), At(4, 24, 23), At(4, 25, 23)], volume.Schedule.Alternates.Select(w => w.From));
        Assert.Equal((ShapeOrigin.Text, WindowOrigin.Read), (notice.Shape, notice.Windows));
    }

    [Theory]
    [InlineData("HYDROLANT 123/16", ImportFault.Part)]
    [InlineData("200900Z APR 16\nno number", ImportFault.Part)]
    public void Text_WithoutHead_IsAProblem(string text, ImportFault fault) => Assert.Equal(fault, Assert.Single(WarningFile.ReadText(text).Problems).Fault);

    [Fact]
    public void Cancellation_AnnouncesNothing()
    {
        var notice = One("DNC 01.\nCANCEL HYDROPAC 55/16 AND THIS MSG, OPERATIONS COMPLETED.");
        Assert.Equal((NoticeKind.Cancellation, "HYDROPAC 55/16", 0), (notice.Kind, notice.Refers[0], notice.Volumes.Count));
        Assert.Null(notice.Validity);
        Assert.Contains(One("CANCEL THIS MSG.").Remarks, r => r.Kind == ImportRemarkKind.RefersToNothing);
    }

    [Fact]
    public void Parts_WithTimesOfTheirOwn_AreVolumesOfTheirOwn()
    {
        var notice = One("1. GUNNERY EXERCISES:\n   A. 0500Z TO 1700Z DAILY 22 THRU 24 APR WITHIN FIVE MILES OF 36-00N 023-00E.\n" +
            "   B. 221200Z TO 221300Z APR WITHIN SIX MILES OF 37-00N 023-00E.\n" +
            "2. MISSILE EXERCISES 231200Z TO 231300Z APR IN AREA BETWEEN\n   36-20N 36-40N AND 023-40E 024-10E.\n3. CANCEL THIS MSG 251800Z APR 16.");
        Assert.Equal(3, notice.Volumes.Count);
        Assert.Single(notice.Volumes[0].Schedule.Daily);
        Assert.Equal(At(4, 22, 12), notice.Volumes[1].Schedule.Windows[0].From);
        Assert.Equal(At(4, 23, 12), notice.Volumes[2].Schedule.Windows[0].From);
    }

    [Fact]
    public void Features_ThatRepeatTheWords_AreOneNotice()
    {
        var import = WarningFile.Read($"{Feature("GUNNERY WITHIN FIVE MILES OF 36-00N 023-00E.")}\n{Feature("GUNNERY WITHIN FIVE MILES OF 36-00N 023-00E.")}\n{{}}\nno");
        Assert.Equal((1, 1), (import.Notices.Count, import.Repeated));
        Assert.Equal([(3, ImportFault.Part), (4, ImportFault.Malformed)], import.Problems.Select(p => (p.Line, p.Fault)));
        Assert.Contains(import.Notices[0].Remarks, r => r.Kind == ImportRemarkKind.NoEnd);
    }

    [Fact]
    public void Feature_WhoseWordsDrawNothing_TakesItsDrawing()
    {
        var notice = One("ROCKETS OFF THE CAPE 221200Z TO 221300Z APR.");
        Assert.Equal(ShapeOrigin.Geometry, notice.Shape);
        Assert.Equal([new PointShape(Position.FromDegrees(36, 23)!.Value)], notice.Volumes[0].Shapes);
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.GeometryOnly);
    }

    [Fact]
    public void Feature_WithoutInstantOfIssue_AssumesTheBeginOrIsAProblem()
    {
        var without = Feature("ROCKETS").Replace("200900Z APR 16", "", StringComparison.Ordinal);
        Assert.Equal(ImportFault.Part, Assert.Single(WarningFile.Read(without).Problems).Fault);
        var notice = Assert.Single(WarningFile.Read(without.Replace("\"raw_dtg\"", "\"valid_from\":\"2016-04-20T00:00:00+00:00\",\"raw_dtg\"", StringComparison.Ordinal)).Notices);
        Assert.Contains(notice.Remarks, r => r.Kind == ImportRemarkKind.ValidityAssumed);
    }

    internal static string Feature(string body) =>
        """{"type":"Feature","id":"HYDROLANT 9/16","geometry":{"type":"Point","coordinates":[23.0,36.0]},""" +
        $$$"""  "properties":{"raw_dtg":"200900Z APR 16","hazard_type":"general","body":{{{JsonSerializer.Serialize(body)}}}}}""";

    private static ImportedNotice One(string body) => Assert.Single(WarningFile.Read(Feature(body)).Notices);

    private static DateTimeOffset At(int month, int day, int hour) => new(2016, month, day, hour, 0, 0, TimeSpan.Zero);
}
