using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Exchange.Imports;
using Parley.Volumes.Texts;

namespace Parley.Cli.Commands;

/// <summary><c>parley notice import</c>: notices of others, read out of their files; what was lost or mended on the way is said.</summary>
internal static class NoticeImport
{
    private static readonly Option<bool> CountsOnly = new("--counts") { Description = "Only how many there are, with shapes, times and remarks." };

    public static Command Build() =>
        new Command("import", "Read notices of others: NOTAM, bulletins, navigational warnings, GeoJSON, CSV. Nothing is sent; what was lost or mended is said.")
            .Does([.. ImportedFile.Options, CountsOnly, Common.Json], Import);

    private static async Task Import(Invocation invocation)
    {
        var import = await ImportedFile.Read(invocation);
        if (invocation.Get(CountsOnly))
            invocation.Show(ImportReport.Of(import), Write);
        else
            invocation.Show(import.Notices.Select(View).ToList(), (screen, notices) => notices.ForEach(n => Write(screen, n)));
        ImportedFile.Tell(invocation, import);
    }

    private static ImportedView View(ImportedNotice notice) => new(
        notice.Number, notice.Kind.ToString().ToLowerInvariant(), notice.Subject, notice.Validity?.From, notice.Validity?.Until, Words(notice.Shape), Words(notice.Windows),
        [.. notice.Volumes.Select(VolumeText.Write)], [.. notice.Remarks.Select(r => $"{r.Kind}: {r.Words}")], notice.Original);

    private static void Write(Screen screen, ImportedView notice)
    {
        screen.Line($"{SafeText.Line(notice.Number)}  {notice.Kind}  {SafeText.Line(notice.Subject)}");
        if (notice is { From: { } from, Until: { } until })
            screen.Line($"    {TranscriptText.Time(from)} to {TranscriptText.Time(until)}", Tint.Quiet);
        screen.Line($"    shape: {notice.Shape}; times: {notice.Times}");
        foreach (var remark in notice.Remarks)
            screen.Line($"    {SafeText.Line(remark)}", Tint.Warning);
        foreach (var line in notice.Volumes.SelectMany(v => v.TrimEnd('\n').Split('\n')))
            screen.Line($"        {line}", Tint.Quiet);
    }

    private static void Write(Screen screen, ImportReport report)
    {
        screen.Line(string.Create(
            CultureInfo.InvariantCulture, $"{report.Records} records, {report.Parsed} read, {report.Repeated} repeated, {report.Problems.Values.Sum()} not read"));
        screen.Table(
            ["CLASS", "ANNOUNCE", "EXACT", "Q LINE", "DRAWING", "NO SHAPE", "TIMES READ", "IN PART", "UNREAD", "NONE STATED", "COMPLETE"],
            report.Classes.Select(c => new[]
            {
                c.Name, Text(c.Announcing), Text(c.ExactShape), Text(c.QLineShape), Text(c.GeometryShape), Text(c.NoShape),
                Text(c.WindowsRead), Text(c.WindowsPart), Text(c.WindowsUnread),
                Text(c.WindowsUnstated), Text(c.Complete),
            }));
        foreach (var (kind, notices) in report.Remarks)
            screen.Line($"    {kind}: {Text(notices)}", Tint.Quiet);
    }

    private static string Words(ShapeOrigin origin) => origin switch
    {
        ShapeOrigin.Text => "as the words draw it",
        ShapeOrigin.QLine => "only the circle of the Q line",
        ShapeOrigin.Geometry => "only the drawing beside the words",
        _ => "none",
    };

    private static string Words(WindowOrigin origin) => origin switch
    {
        WindowOrigin.Read => "as stated",
        WindowOrigin.Part => "more than is meant: a part of what is stated was not understood",
        WindowOrigin.Unread => "stated and not understood: the whole validity is taken",
        _ => "none stated: the whole validity",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record ImportedView(
        string Number, string Kind, string Subject, DateTimeOffset? From, DateTimeOffset? Until, string Shape, string Times, IReadOnlyList<string> Volumes,
        IReadOnlyList<string> Remarks, string Original);
}
