using Parley.Exchange.Drawings;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Tests.Samples;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Notices.Exports;

public sealed class NoticeCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("a\r\nb", "\"a\nb\"")]
    public void No_cell_is_a_formula(string said, string cell) =>
        Assert.Contains($"2,The other,{cell},en\r\n", NoticeCsv.Lines(ExportSample.Saying(SampleFormat.Saying("other", said))), StringComparison.Ordinal);

    [Fact]
    public void Rows_are_lines()
    {
        var text = NoticeCsv.Lines(ExportSample.Saying(SampleFormat.Notice));
        Assert.StartsWith("number,label,text,language\r\nnotice,,astra/7,\r\n", text, StringComparison.Ordinal);
        Assert.Contains("3,The troops,9000 men,\r\n", text, StringComparison.Ordinal);
        Assert.Contains("9.1.1,The name,First,en\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_and_circles_come_back()
    {
        var export = ExportSample.Of("point -10.5000000 -20.0000000\ncircle 69.3000000 180.0000000 5000\nquadrant arctic northeast");
        var import = CsvFile.Read(NoticeCsv.Places(export), ExportSample.Assumed);
        Assert.Empty(import.Problems);
        Assert.Equal(ExportShape.All(export).Select(s => s.Shape).Where(s => s is PointShape or Circle), import.Notices.Select(n => Assert.Single(n.Volumes[0].Shapes)));
        Assert.All(import.Notices, n => Assert.Equal(2027, n.Validity!.From.Year));
        Assert.Equal("Rocket astra/7: The splash", import.Notices[1].Subject);
    }
}
