using System.Globalization;
using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>A shape while an officer draws it. What stands in its fields is what holds; the drawing follows.</summary>
internal sealed class DrawSheet
{
    private const int Grain = 100;
    private readonly List<string> vertices = [];

    public DrawnKind Kind { get; private set; } = DrawnKind.Polygon;

    public DrawnEdges Edges { get; set; } = DrawnEdges.Geodesic;

    /// <summary>Metres as they were typed: a radius, or half a width.</summary>
    public string Metres { get; set; } = "";

    /// <summary>Positions as they were typed, in any notation.</summary>
    public IReadOnlyList<string> Vertices => vertices;

    public bool HasEdges => Kind is DrawnKind.Polygon or DrawnKind.Corridor;

    public bool HasMetres => Kind is DrawnKind.Circle or DrawnKind.Corridor;

    /// <summary>What can be read of it; a vertex that cannot be read is left out.</summary>
    public DrawnShape Shape => new(Kind, Edges, [.. Readable.Select(r => r.At)], HasMetres ? ReadMetres() ?? 0 : 0);

    /// <summary>What is drawn of it: its outline only when all of it can be read.</summary>
    public MapSketch Sketch => new(Shape.Vertices, IsReadable ? Outlines.OfDrawn(Shape) : null);

    /// <summary>Whether every position and length that was typed can be read.</summary>
    public bool IsReadable => Readable.Count() == vertices.Count && (!HasMetres || Metres.Length == 0 || ReadMetres() is not null);

    private IEnumerable<(int Index, MapPoint At)> Readable =>
        vertices.Index().Select(v => (v.Index, At: Outlines.Place(v.Item))).Where(v => v.At is not null).Select(v => (v.Index, v.At!.Value));

    /// <summary>Takes a shape to be changed.</summary>
    public void Take(DrawnShape shape)
    {
        (Kind, Edges, Metres) = (shape.Kind, shape.Edges, shape.Metres == 0 ? "" : Text(shape.Metres));
        vertices.Clear();
        vertices.AddRange(shape.Vertices.Select(Outlines.TextOf));
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        vertices.Clear();
        Metres = "";
    }

    /// <summary>Another kind; what can be kept of the vertices is kept.</summary>
    public void Become(DrawnKind kind)
    {
        Kind = kind;
        if (!HasEdges && vertices.Count > 1)
            vertices.RemoveRange(1, vertices.Count - 1);
    }

    /// <summary>A place was set on the map. Of a circle the first is the centre, and every other gives the radius; of a point it is the point.</summary>
    public void Place(MapPoint at)
    {
        var centre = Kind == DrawnKind.Circle && vertices.Count > 0 ? Outlines.Place(vertices[0]) : null;
        if (centre is { } known)
        {
            var metres = Math.Round(Outlines.Metres(known, at));
            Metres = Text((int)(metres > Grain * Grain ? Math.Round(metres / Grain) * Grain : metres));
            return;
        }

        if (!HasEdges)
            vertices.Clear();
        vertices.Add(Outlines.TextOf(at));
    }

    /// <summary>A vertex was moved on the map.</summary>
    /// <param name="drawn">Which of those that can be read, from 0; another number changes nothing.</param>
    public void Move(int drawn, MapPoint at)
    {
        foreach (var (index, _) in Readable.Skip(Math.Max(0, drawn)).Take(drawn < 0 ? 0 : 1).ToArray())
            vertices[index] = Outlines.TextOf(at);
    }

    /// <summary>Takes back what was set last.</summary>
    public void TakeBack()
    {
        if (Kind == DrawnKind.Circle && Metres.Length > 0)
            Metres = "";
        else if (vertices.Count > 0)
            vertices.RemoveAt(vertices.Count - 1);
    }

    /// <summary>A position was typed. What can be read is written as it will travel.</summary>
    public void Type(int index, string text) => vertices[index] = Outlines.Place(text) is { } at ? Outlines.TextOf(at) : text;

    /// <summary>An empty vertex after that one; -1: before all.</summary>
    public void Insert(int after) => vertices.Insert(after + 1, "");

    public void Remove(int index) => vertices.RemoveAt(index);

    public bool IsWrong(int index) => vertices[index].Length > 0 && Outlines.Place(vertices[index]) is null;

    private static string Text(int metres) => metres.ToString(CultureInfo.InvariantCulture);

    private int? ReadMetres() => int.TryParse(Metres.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var metres) ? metres : null;
}
