using System.Globalization;
using System.IO.Compression;
using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Exchange.Warnings;

namespace Parley.Bench.Imports;

/// <summary>Reads real notices of others and says how many gave what.</summary>
internal static class ImportTrial
{
    private static readonly (string File, Func<Stream, Import> Read)[] Files =
    [
        ("uk-notam-2022-2023.jsonl.gz", NotamArchive.Read),
        ("uk-notam-2023-06-15.xml.gz", NotamBulletin.Read),
        ("navwarn-2016-2017.jsonl.gz", WarningFile.Read),
    ];

    /// <summary><c>imports [FOLDER]</c>; by default <c>data</c> in the folder that PARLEY_SHARED names. Files that are not there are named and left out.</summary>
    public static int Run(string[] options)
    {
        var folder = options.Length > 0 ? options[0] : Path.Combine(Environment.GetEnvironmentVariable("PARLEY_SHARED") ?? Path.Combine("..", "shared"), "data");
        var missing = 0;
        foreach (var (file, read) in Files)
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                Console.WriteLine($"{file}: not in {folder}");
                missing++;
                continue;
            }

            using var bytes = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            Write(file, ImportReport.Of(read(bytes)));
        }

        return missing == Files.Length ? 3 : 0;
    }

    private static void Write(string file, ImportReport report)
    {
        Console.WriteLine($"{file}: {report.Records} records, {report.Parsed} notices, {report.Repeated} repeated, {report.Problems.Values.Sum()} problems");
        string[][] lines =
        [
            ["class", "parsed", "announce", "exact shape", "Q line", "drawing", "no shape", "times read", "in part", "unread", "none stated", "complete"],
            .. report.Classes.Select(c => new[]
            {
                c.Name, Text(c.Parsed), Text(c.Announcing), Text(c.ExactShape), Text(c.QLineShape), Text(c.GeometryShape), Text(c.NoShape),
                Text(c.WindowsRead), Text(c.WindowsPart), Text(c.WindowsUnread), Text(c.WindowsUnstated),
                string.Create(CultureInfo.InvariantCulture, $"{100.0 * c.Complete / Math.Max(1, c.Announcing):0.0} %"),
            }),
        ];
        var widths = Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(l => l[i].Length)).ToArray();
        foreach (var line in lines)
            Console.WriteLine("  " + string.Join("  ", line.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
        Console.WriteLine("  remarks: " + string.Join(", ", report.Remarks.Select(r => $"{r.Kind} {r.Notices}")));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
