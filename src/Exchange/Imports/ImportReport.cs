namespace Parley.Exchange.Imports;

/// <summary>How many notices of one class gave what.</summary>
/// <param name="Name">The class; <c>all</c> for all of them.</param>
/// <param name="Announcing">Those that announce something: not cancellations. Only of these the rest is counted.</param>
/// <param name="ExactShape">Shapes from the words.</param>
/// <param name="QLineShape">Only the circle of the Q line.</param>
/// <param name="GeometryShape">Only the drawing beside the words.</param>
/// <param name="WindowsRead">Times stated and read.</param>
/// <param name="WindowsPart">Times stated and read but for a part.</param>
/// <param name="WindowsUnread">Times stated and not read.</param>
/// <param name="WindowsUnstated">No times stated: the validity is the window.</param>
/// <param name="Complete">With a shape, and with the times that it states, or with none stated.</param>
public sealed record ImportCount(
    string Name, int Parsed, int Announcing, int ExactShape, int QLineShape, int GeometryShape, int NoShape,
    int WindowsRead, int WindowsPart, int WindowsUnread, int WindowsUnstated, int Complete);

/// <summary>What a file gave, in numbers.</summary>
/// <param name="Records">Records of the file: notices, repetitions and problems.</param>
/// <param name="Remarks">How many notices have a remark of that kind, most frequent first.</param>
public sealed record ImportReport(
    int Records, int Parsed, int Repeated, IReadOnlyDictionary<ImportFault, int> Problems, IReadOnlyList<ImportCount> Classes,
    IReadOnlyList<(ImportRemarkKind Kind, int Notices)> Remarks)
{
    public static ImportReport Of(Import import)
    {
        var all = import.Notices;
        return new ImportReport(
            all.Count + import.Repeated + import.Problems.Count,
            all.Count,
            import.Repeated,
            import.Problems.GroupBy(p => p.Fault).ToDictionary(g => g.Key, g => g.Count()),
            [Count("all", all), .. all.GroupBy(n => n.Class).OrderBy(g => g.Key).Select(g => Count(g.Key.ToString(), [.. g]))],
            [.. all.SelectMany(n => n.Remarks.Select(r => r.Kind).Distinct()).GroupBy(k => k).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2)]);
    }

    private static ImportCount Count(string name, IReadOnlyList<ImportedNotice> notices)
    {
        var announcing = notices.Where(n => n.Kind != NoticeKind.Cancellation).ToArray();
        int Shapes(ShapeOrigin origin) => announcing.Count(n => n.Shape == origin);
        int Windows(WindowOrigin origin) => announcing.Count(n => n.Windows == origin);
        return new ImportCount(name, notices.Count, announcing.Length,
            Shapes(ShapeOrigin.Text), Shapes(ShapeOrigin.QLine), Shapes(ShapeOrigin.Geometry), Shapes(ShapeOrigin.None),
            Windows(WindowOrigin.Read), Windows(WindowOrigin.Part), Windows(WindowOrigin.Unread), Windows(WindowOrigin.Unstated),
            announcing.Count(n => n.Shape != ShapeOrigin.None && n.Windows is WindowOrigin.Read or WindowOrigin.Unstated));
    }
}
