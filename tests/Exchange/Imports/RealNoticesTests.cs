using System.IO.Compression;
using System.Reflection;
using System.Text;
using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Exchange.Warnings;

namespace Parley.Exchange.Tests.Imports;

/// <summary>Real notices, from the folder that PARLEY_SHARED names or ../shared beside the repository; the head of each file. All of them: <c>bench -- imports</c>.</summary>
public sealed class RealNoticesTests
{
    private const int Lines = 3_000;

    [Fact]
    public void Notams_AreReadAsOftenAsPromised() => Check(NotamArchive.Read(Head("uk-notam-2022-2023.jsonl.gz")), NoticeClass.Airspace);

    [Fact]
    public void Warnings_AreReadAsOftenAsPromised() => Check(WarningFile.Read(Head("navwarn-2016-2017.jsonl.gz")), NoticeClass.Firing);

    [Fact]
    public void Bulletin_IsReadWhole() => Assert.Empty(NotamBulletin.Read(Head("uk-notam-2023-06-15.xml.gz", int.MaxValue)).Problems);

    private static void Check(Import import, NoticeClass group)
    {
        var report = ImportReport.Of(import);
        Assert.InRange(report.Parsed + report.Repeated, report.Records * 0.99, report.Records);
        var count = report.Classes.Single(c => c.Name == group.ToString());
        Assert.InRange(count.Complete, count.Announcing * 0.9, count.Announcing);
    }

    private static string Head(string name, int most = Lines)
    {
        var root = typeof(RealNoticesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var path = Path.Combine(Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine(root, "..", "shared"), "data", name);
        if (!File.Exists(path))
            Assert.Skip($"notices not present: {name}");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var text = new StringBuilder();
        for (var i = 0; i < most && reader.ReadLine() is { } line; i++)
            text.Append(line).Append('\n');
        return text.ToString();
    }
}
