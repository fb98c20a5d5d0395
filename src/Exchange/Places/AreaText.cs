using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Places;

/// <summary>How the authors of a kind of notice draw.</summary>
/// <param name="Edges">How edges run that the text does not speak of.</param>
/// <param name="ClosesRings">Whether they repeat the first vertex at the end.</param>
internal sealed record AreaHabits(Edge Edges, bool ClosesRings)
{
    /// <summary>Aviation: geodesics, rings closed.</summary>
    public static AreaHabits Aviation { get; } = new(Edge.Geodesic, true);

    /// <summary>Shipping: straight on a Mercator chart, rings left open.</summary>
    public static AreaHabits Shipping { get; } = new(Edge.Rhumb, false);
}

/// <summary>Shapes that a text draws: circles, areas with arcs, lines, corridors, points. One group of places after the other; the words before a place say what it is.</summary>
internal sealed class AreaText
{
    /// <summary>Characters that may stand between two places of a way: the name of a town, a time.</summary>
    private const int NameLength = 60;

    private readonly string text;
    private readonly AreaHabits habits;
    private readonly Edge edges;
    private readonly bool isCutOff;
    private readonly Remarks remarks;
    private readonly List<Shape> shapes = [];
    private readonly List<Position> group = [];
    private AreaMode mode;
    private double metres;
    private string begun = "";
    private int end;
    private int sinceLabel;
    private (Position Centre, double Radius, bool IsClockwise)? arc;

    private AreaText(string text, AreaHabits habits, bool isCutOff, Remarks remarks)
    {
        (this.text, this.habits, this.isCutOff, this.remarks) = (text, habits, isCutOff, remarks);
        edges = text.Contains("RHUMB", StringComparison.Ordinal) ? Edge.Rhumb
            : text.Contains("ALONG PARALLEL", StringComparison.Ordinal) || text.Contains("ALONG THE PARALLEL", StringComparison.Ordinal) ? Edge.Straight
            : habits.Edges;
    }

    /// <summary>All shapes, in the order of the text.</summary>
    /// <param name="text">Upper case.</param>
    /// <param name="isCutOff">Whether the text may end in the middle of a shape: an area that its last words do not close is not taken.</param>
    public static IReadOnlyList<Shape> Read(string text, AreaHabits habits, bool isCutOff, Remarks remarks)
    {
        var boxes = BoxText.All(text, remarks).ToArray();
        var rest = text.ToCharArray();
        foreach (var (_, start, end) in boxes)
            rest.AsSpan(start, end - start).Fill(' ');
        return [.. boxes.Select(b => b.Box), .. new AreaText(new string(rest), habits, isCutOff, remarks).All()];
    }

    private List<Shape> All()
    {
        foreach (var spot in SpotScan.All(text, remarks))
        {
            Take(spot, text[end..spot.Start]);
            end = spot.End;
        }

        Close(isEnd: true);
        return shapes;
    }

    private void Take(Spot spot, string before)
    {
        if (mode == AreaMode.Circles && group.Count > 0 && AreaWords.Sector(before) is not null)
        {
            // The circle before is a part of one; the next has its own directions.
            Close(isEnd: false);
            before = AreaWords.WithoutSector(before);
        }

        var join = AreaWords.Join(before, isFirst: end == 0);
        if (join == AreaJoin.ArcCentre)
        {
            if (group.Count == 0)
                (mode, begun) = (AreaMode.Ring, before);
            arc = (spot.At, Length.LastIn(before), !AreaWords.IsCounterClockwise(before));
            return;
        }

        if (arc is { } open && TakeArc(spot, before, open))
            return;
        // Letters stand before the vertices of one area, or before areas of several vertices each.
        var few = mode == AreaMode.Ring ? 2 : 1;
        sinceLabel = join == AreaJoin.Label && sinceLabel <= few ? 0 : sinceLabel;
        if (join == AreaJoin.Start && mode == AreaMode.Line && group.Count > 0 && before.Length < NameLength && AreaWords.Begin(before).Mode == AreaMode.Points)
            join = AreaJoin.Next;
        if (join == AreaJoin.Start)
        {
            Close(isEnd: false);
            (mode, metres) = AreaWords.Begin(before);
            begun = before;
        }
        else if (join == AreaJoin.Label && sinceLabel > few || mode == AreaMode.Ring && group.Count > 3 && group[0] == group[^1])
        {
            Close(isEnd: false);
        }

        if (join == AreaJoin.Next && AreaWords.IsUndrawn(before))
            remarks.Add(ImportRemarkKind.EdgeStraight, before);
        group.Add(spot.At);
        sinceLabel++;
    }

    /// <summary>False when the place is beyond the arc.</summary>
    private bool TakeArc(Spot spot, string before, (Position Centre, double Radius, bool IsClockwise) open)
    {
        if (group.Count == 0 || AreaWords.IsArcStart(before))
        {
            if (group.Count == 0 || group[^1] != spot.At)
                group.Add(spot.At);
            return true;
        }

        group.AddRange(Arc.Between(open.Centre, open.Radius, group[^1], spot.At, open.IsClockwise, remarks));
        group.Add(spot.At);
        arc = null;
        return true;
    }

    /// <summary>Ends the group and makes its shapes.</summary>
    private void Close(bool isEnd)
    {
        if (group.Count > 0)
            Make(text[end..], isEnd);
        group.Clear();
        (sinceLabel, arc) = (0, null);
    }

    private void Make(string after, bool isEnd)
    {
        var behind = group.Count == 1 ? AreaWords.RadiusAfter(after) : 0;
        if (mode != AreaMode.Circles && behind > 0)
            (mode, metres) = (AreaMode.Circles, behind);
        else if (mode == AreaMode.Points && group.Count > 3 && group[0] == group[^1])
            mode = AreaMode.Ring;
        var isOpen = isEnd && isCutOff && group[0] != group[^1] &&
            (after.Length < 12 || after.Contains("THENCE", StringComparison.Ordinal) || after.Contains(" ARC", StringComparison.Ordinal));
        if (mode is AreaMode.Ring or AreaMode.Line && (isOpen || arc is not null))
        {
            remarks.Add(ImportRemarkKind.CutOff, "the text of an area or its arc ends before the area does; it is not taken");
            return;
        }

        if (mode == AreaMode.Circles)
            MakeCircles(after);
        else if (mode == AreaMode.Ring && (group.Count > 2 || AreaWords.PromisesRing(begun)))
            Add(Ring.Make(group, edges, habits.ClosesRings, remarks));
        else if (mode == AreaMode.Line && group.Count > 1)
            MakeLine();
        else
            shapes.AddRange(group.Distinct().Select(p => new PointShape(p)));
    }

    private void MakeCircles(string after)
    {
        if (group.Count == 1 && AreaWords.Sector(after) is { } sector && metres >= 1)
        {
            Add(Ring.Make(Arc.Sector(group[0], metres, sector.From, sector.To, remarks), edges, mustClose: false, remarks));
            return;
        }

        foreach (var centre in group)
        {
            var made = Circle.Make(centre, (int)Math.Clamp(Math.Round(metres), 0, int.MaxValue));
            if (made.Fault is { } fault)
                remarks.Add(ImportRemarkKind.ShapeRefused, $"circle of {metres} m round {centre}: {fault}");
            Add(made.Value);
        }
    }

    private void MakeLine()
    {
        var places = group.Where((p, i) => i == 0 || p != group[i - 1]).ToArray();
        var half = (int)Math.Clamp(Math.Round(metres), 0, int.MaxValue);
        if (half == 0)
            remarks.Add(ImportRemarkKind.NoWidth, $"line from {places[0]} to {places[^1]}");
        var made = Corridor.Make(places, Math.Max(1, half), edges);
        if (made.Fault is { } fault)
            remarks.Add(ImportRemarkKind.ShapeRefused, $"line with {places.Length} vertices: {fault}");
        Add(made.Value);
    }

    private void Add(Shape? shape)
    {
        if (shape is not null)
            shapes.Add(shape);
    }
}
