using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Parley.Exchange.Drawings;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Tests.Samples;

namespace Parley.Exchange.Tests.Notices.Exports;

/// <summary>Whatever stands in the fields, every format is written, can be read back, and is the same the second time.</summary>
public sealed class ExportFuzzTests
{
    private static readonly string[] Pieces =
    [
        "", "space", "yes", "-5", "=1", "]]>", "<a>&\"'", "\0", "\u0001", "\ud800", "\udc00x", "\u202e", "\uffff", "\ufeff", "😀",
        "Ракета", "مرحبا", "a\r\nb\rc\nd\u2028e", ",;\\:",
        "2027-02-01T10:00:00Z", "2027-02-01T10:00:00Z 2027-02-03T10:00:00Z", "0001-01-01T00:00:00Z 9999-12-31T23:59:59Z", "69.3000000 16.0000000", "90.0000000 0.0000000",
        SampleFormat.Area, SampleFormat.Area + "\n",
        "volume 1\ncircle 90.0000000 0.0000000 5000000\nband sfc .. unlimited\nvalid 0001-01-01T00:00:00Z 9999-12-31T23:59:59.9999999Z",
        "volume 1\ncorridor rhumb 5000000\nvertex 80.0000000 0.0000000\nvertex -80.0000000 170.0000000\nband sfc .. unlimited\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z",
        "volume 1\npolygon geodesic\nvertex 0.0000000 0.0000000\nvertex 90.0000000 0.0000000\nvertex 0.0000000 179.0000000\nband sfc .. unlimited\n" +
            "valid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z",
    ];

    private const int Cases = 60;

    [Fact]
    public void Every_notice_is_written_in_every_format()
    {
        var word = Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        var words = Gen.Choose(0, 12).SelectMany(n => word.ArrayOf(n));
        Prop.ForAll(words.ToArbitrary(), said => Holds(said, said.Length % 2 == 0)).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    [Fact]
    public void An_exercise_says_so_first_in_all_of_them()
    {
        var export = ExportSample.Of("circle 69.3000000 16.0000000 5000", isExercise: true);
        Assert.StartsWith("{\"exercise\":\"EXERCISE", NoticeGeoJson.Write(export), StringComparison.Ordinal);
        Assert.Contains("\"properties\":{\"exercise\":true,\"name\":\"EXERCISE ", NoticeGeoJson.Write(export), StringComparison.Ordinal);
        Assert.Contains("<status>Exercise</status>", NoticeCap.Write(export), StringComparison.Ordinal);
        Assert.Contains("<event>EXERCISE ", NoticeCap.Write(export), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:EXERCISE ", NoticeCalendar.Write(export), StringComparison.Ordinal);
        Assert.StartsWith("number,label,text,language\r\nEXERCISE,", NoticeCsv.Lines(export), StringComparison.Ordinal);
        Assert.Contains("\r\nEXERCISE Rocket", NoticeCsv.Places(export), StringComparison.Ordinal);
    }

    private static void Holds(string[] said, bool isExercise)
    {
        var export = ExportSample.Fuzzed(said, isExercise);
        var json = NoticeGeoJson.Write(export);
        using var document = JsonDocument.Parse(json);
        Assert.NotEqual(0, document.RootElement.GetProperty("features").GetArrayLength());
        Assert.Equal("alert", NoticeCapTests.Read(NoticeCap.Write(export)).LocalName);
        var calendar = NoticeCalendar.Write(export);
        Assert.All(calendar.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75 && !l.Contains('\n', StringComparison.Ordinal)));
        Assert.Empty(CsvFile.Read(NoticeCsv.Places(export), ExportSample.Assumed).Problems);
        // No cell is a formula, whatever stands in it further on.
        Assert.DoesNotContain(Cells(NoticeCsv.Lines(export)), c => c is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]);
        Assert.Equal((json, calendar), (NoticeGeoJson.Write(export), NoticeCalendar.Write(export)));
    }

    // RFC 4180: a quote within quotes is written twice.
    private static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            var isDouble = isQuoted && csv[at] == '"' && at + 1 < csv.Length && csv[at + 1] == '"';
            if (csv[at] == '"' && !isDouble)
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (csv[at] is ',' || csv[at] is '\n'))
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else if (isQuoted || csv[at] != '\r')
            {
                cell.Append(csv[at]);
                at += isDouble ? 1 : 0;
            }
        }

        yield return cell.ToString();
    }
}
