using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Exchange.Places;
using Parley.Volumes;

namespace Parley.Exchange.Warnings;

/// <summary>A warning as its file has it.</summary>
/// <param name="Drawn">Shapes that the file draws beside the words.</param>
internal sealed record WarningItems(int Line, string Number, DateTimeOffset Issued, string Subject, string Body, IReadOnlyList<Shape> Drawn, string Original);

/// <summary>Makes a notice of a warning.</summary>
internal static class WarningNotice
{
    public static Reading Of(WarningItems items, Remarks remarks)
    {
        if (items.Body.Length > Bounds.NoticeLength)
            return new ImportProblem(items.Line, ImportFault.NoticeTooLong, $"{items.Number}: more than {Bounds.NoticeLength} characters");
        var text = items.Body.ToUpperInvariant().ReplaceLineEndings("\n");
        var refers = WarningParts.Refers(text);
        var group = WarningParts.IsFiring(text) || WarningParts.IsFiring(items.Subject.ToUpperInvariant()) ? NoticeClass.Firing : NoticeClass.Other;
        if (WarningParts.IsCancellation(text))
        {
            if (refers.Count == 0)
                remarks.Add(ImportRemarkKind.RefersToNothing, "it cancels itself alone");
            return new ImportedNotice(items.Number, NoticeKind.Cancellation, refers, items.Subject, group, items.Issued, null, [],
                ShapeOrigin.None, WindowOrigin.Unstated, items.Original, remarks.All, items.Line);
        }

        var end = WarningParts.End(text, items.Issued);
        var pieces = WarningParts.Pieces(text)
            .Select(p => (Shapes: AreaText.Read(p.Areas, AreaHabits.Shipping, isCutOff: false, remarks), Hours: WarningTimes.Read(p.Times, items.Issued, end, remarks)))
            .Where(p => p.Shapes.Count > 0 || p.Hours.Origin != WindowOrigin.Unstated || p.Hours.IsOpen)
            .ToList();
        var validity = Validity(items.Issued, end, pieces.Select(p => p.Hours), remarks);
        var (volumes, origin) = Volumes(pieces, items, validity, remarks);
        return new ImportedNotice(items.Number, refers.Count > 0 ? NoticeKind.Replacement : NoticeKind.New, refers, items.Subject, group, items.Issued, validity,
            volumes, volumes.Count == 0 ? ShapeOrigin.None : origin, Windows(pieces, volumes.Count > 0), items.Original, remarks.All, items.Line);
    }

    private static (IReadOnlyList<Volume> Volumes, ShapeOrigin Origin) Volumes(
        List<(IReadOnlyList<Shape> Shapes, WarningHours Hours)> pieces, WarningItems items, Window validity, Remarks remarks)
    {
        var drawn = pieces.Where(p => p.Shapes.Count > 0).ToList();
        var origin = ShapeOrigin.Text;
        var hours = pieces.Select(p => p.Hours).FirstOrDefault(h => h.Origin is WindowOrigin.Read or WindowOrigin.Part) ??
            new WarningHours([], [], [], WindowOrigin.Unstated, false);
        if (drawn.Count == 0 && items.Drawn.Count > 0)
        {
            remarks.Add(ImportRemarkKind.GeometryOnly, "");
            drawn.Add((items.Drawn, hours));
            origin = ShapeOrigin.Geometry;
        }

        if (drawn.Count > 0)
            remarks.Add(ImportRemarkKind.NoHeights, "");
        var volumes = new List<Volume>();
        foreach (var (shapes, own) in drawn)
        {
            // A paragraph that draws without times goes with the times of the one before or after it.
            var when = own.Origin == WindowOrigin.Unstated && !own.IsOpen ? hours : own;
            foreach (var part in shapes.Chunk(Parley.Volumes.Bounds.Shapes))
                volumes.Add(Volume.Make(part, AltitudeBand.Everything, Schedule.Make(validity, when.Windows, when.Daily, when.Alternates).Must()).Must());
        }

        return (volumes, origin);
    }

    /// <summary>From the issue, or the first time stated, to the end that is said, or the last time stated.</summary>
    private static Window Validity(DateTimeOffset issued, DateTimeOffset? end, IEnumerable<WarningHours> hours, Remarks remarks)
    {
        var all = hours.ToArray();
        var from = new[] { issued, all.Min(h => h.First) ?? issued }.Min();
        var last = all.Max(h => h.Last);
        var until = end is null || last > end ? last ?? end : end;
        if (until is { } some && !(end is null && all.Any(h => h.IsOpen)) && Window.Make(from, some).Value is { } validity)
            return validity;
        remarks.Add(ImportRemarkKind.NoEnd, end is null ? "until further notice" : "the end that it states is before its issue");
        return Window.Make(from, NotamTimes.Never).Must();
    }

    private static WindowOrigin Windows(List<(IReadOnlyList<Shape> Shapes, WarningHours Hours)> pieces, bool hasVolumes)
    {
        var origins = pieces.Where(p => !hasVolumes || p.Shapes.Count > 0 || p.Hours.Origin != WindowOrigin.Unstated).Select(p => p.Hours.Origin).ToArray();
        return origins.Contains(WindowOrigin.Unread) ? WindowOrigin.Unread
            : origins.Contains(WindowOrigin.Part) ? WindowOrigin.Part
            : origins.Contains(WindowOrigin.Read) ? WindowOrigin.Read
            : WindowOrigin.Unstated;
    }
}
