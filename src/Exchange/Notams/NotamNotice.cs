using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Imports;
using Parley.Exchange.Places;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Exchange.Notams;

/// <summary>Makes a notice of a NOTAM's items.</summary>
internal static partial class NotamNotice
{
    /// <summary>A text that draws so much less than the Q line has its unit wrong: 18M for 18 NM.</summary>
    private const int FarRatio = 20;
    private const int FarMetres = 3 * (int)Length.NauticalMile;

    public static Reading Of(NotamItems items)
    {
        if (items.Original.Length > Bounds.NoticeLength)
            return new ImportProblem(items.Line, ImportFault.NoticeTooLong, $"{items.Number}: more than {Bounds.NoticeLength} characters");
        var remarks = new Remarks();
        if (items.Kind != NoticeKind.New && items.Refers.Count == 0)
            remarks.Add(ImportRemarkKind.RefersToNothing, $"{items.Kind} of a notice that it does not name");
        var subject = "Q" + items.Code;
        var group = items.Code is ['R' or 'W', ..] ? NoticeClass.Airspace : NoticeClass.Other;
        if (items.Kind == NoticeKind.Cancellation)
            return new ImportedNotice(items.Number, items.Kind, items.Refers, subject, group, items.Issued, null, [],
                ShapeOrigin.None, WindowOrigin.Unstated, items.Original, remarks.All, items.Line);
        if (NotamTimes.Validity(items.B, items.C, remarks, out var unreadable) is not { } validity)
            return new ImportProblem(items.Line, ImportFault.Part, $"{items.Number}: {unreadable} is no time or ends before it begins");
        items = items with { D = items.D.ToUpperInvariant(), E = items.E.ToUpperInvariant() };
        var (shapes, shape) = Shapes(items, group, remarks);
        var (volumes, windows) = Volumes(items, shapes, validity, remarks);
        if (items.IsCutOff)
            remarks.Add(ImportRemarkKind.CutOff, "the file has cut the text");
        return new ImportedNotice(items.Number, items.Kind, items.Refers, subject, group, items.Issued, validity, volumes,
            volumes.Count == 0 ? ShapeOrigin.None : shape, windows, items.Original, remarks.All, items.Line);
    }

    private static (IReadOnlyList<Shape> Shapes, ShapeOrigin Origin) Shapes(NotamItems items, NoticeClass group, Remarks remarks)
    {
        var drawn = AreaText.Read(items.E, AreaHabits.Aviation, items.IsCutOff, remarks);
        var areas = drawn.Where(s => s is not (PointShape or Corridor { HalfWidth: 1 })).ToArray();
        // An area of which the text gives but a point or a way is neither; beside an area a point is a place of reference.
        var shapes = areas.Length > 0 || group == NoticeClass.Airspace ? areas : drawn;
        if (shapes.Count > Parley.Volumes.Bounds.Shapes)
        {
            remarks.Add(ImportRemarkKind.ShapeRefused, $"{shapes.Count} shapes; a volume takes {Parley.Volumes.Bounds.Shapes}");
            shapes = [];
        }

        var circle = Circle(items, shapes.Count > 0 ? new Remarks() : remarks);
        if (shapes.Count > 0)
        {
            if (circle is not null && IsBeyond(shapes, circle))
                remarks.Add(ImportRemarkKind.Doubtful, $"what the text draws lies outside the circle of the Q line: {items.Centre} {items.Radius} NM");
            else if (circle is { Radius: > FarMetres } && shapes.All(s => s is Parley.Volumes.Circle few && few.Radius < circle.Radius / FarRatio))
                remarks.Add(ImportRemarkKind.Doubtful, $"the text draws circles of less than {circle.Radius / FarRatio} m, the Q line one of {items.Radius} NM");
            return (shapes, ShapeOrigin.Text);
        }

        if (circle is null)
            return ([], ShapeOrigin.None);
        remarks.Add(ImportRemarkKind.QLineOnly, $"{items.Centre} {items.Radius} NM");
        var names = Named().Matches(items.E).Select(m => m.Value).Distinct().Take(16).ToArray();
        if (names.Length > 0)
            remarks.Add(ImportRemarkKind.NamedOnly, string.Join(", ", names));
        return ([circle], ShapeOrigin.QLine);
    }

    /// <summary>Whether a place of the shapes is farther from the centre than the Q line's whole minutes and miles explain.</summary>
    private static bool IsBeyond(IReadOnlyList<Shape> shapes, Parley.Volumes.Circle circle) => shapes
        .SelectMany(s => s switch
        {
            Parley.Volumes.Circle c => [c.Centre],
            Polygon p => p.Vertices,
            Corridor c => c.Vertices,
            PointShape p => [p.At],
            _ => (IEnumerable<Position>)[],
        })
        .Any(p => Globe.Distance(circle.Centre, p) > circle.Radius * 1.15 + 2 * Length.NauticalMile);

    private static Parley.Volumes.Circle? Circle(NotamItems items, Remarks remarks)
    {
        if (SpotScan.All(items.Centre.Trim(), remarks) is not [{ } spot] ||
            !int.TryParse(items.Radius.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var miles) || miles is < 1 or > 999)
        {
            remarks.Add(ImportRemarkKind.ShapeRefused, $"the Q line has no circle: '{items.Centre}' '{items.Radius}'");
            return null;
        }

        return Parley.Volumes.Circle.Make(spot.At, (int)(miles * Length.NauticalMile)).Value;
    }

    private static (IReadOnlyList<Volume> Volumes, WindowOrigin Windows) Volumes(NotamItems items, IReadOnlyList<Shape> shapes, Window validity, Remarks remarks)
    {
        var hours = NotamSchedule.Read(items.D, validity, remarks);
        var rows = hours.Origin == WindowOrigin.Unstated ? NotamRows.All(items.E, validity) : [];
        if (rows.Count == 0)
        {
            if (hours.Origin == WindowOrigin.Unstated && NotamRows.StatesHours(items.E))
            {
                remarks.Add(ImportRemarkKind.TimesUnread, "hours within the text");
                hours = hours with { Origin = WindowOrigin.Unread };
            }

            var schedule = Schedule.Make(validity, hours.Windows, hours.Daily).Must();
            return (Join(shapes, NotamHeights.Band(items, remarks), schedule), hours.Origin);
        }

        var band = rows.All(r => r.Band is not null) ? AltitudeBand.Everything : NotamHeights.Band(items, remarks);
        var volumes = rows.GroupBy(r => r.Band ?? band).SelectMany(g => Join(shapes, g.Key, Schedule.Make(
            validity, [.. g.Select(r => r.Window).OfType<Window>().Distinct()], [.. g.Select(r => r.Rule).OfType<DailyRule>().Distinct()]).Must()));
        var names = string.Join(", ", rows.Select(r => r.Name).Where(n => n.Length > 0).Distinct());
        if (names.Length > 0)
            remarks.Add(ImportRemarkKind.NamedOnly, names);
        return ([.. volumes], WindowOrigin.Read);
    }

    private static IReadOnlyList<Volume> Join(IReadOnlyList<Shape> shapes, AltitudeBand band, Schedule schedule) =>
        Volume.Make(shapes, band, schedule).Value is { } volume ? [volume] : [];

    [GeneratedRegex(@"\b(?:[A-Z]{2}[ -]?[DRP]\d{1,3}[A-Z]{0,2}|T[RS]A[ -]?\d{1,3}[A-Z]{0,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
