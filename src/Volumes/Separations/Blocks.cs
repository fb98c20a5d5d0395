using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>From where to where on the three axes of the unit sphere.</summary>
internal readonly record struct Block(Vector Least, Vector Most)
{
    public static Block Earth { get; } = new(new Vector(-1, -1, -1), new Vector(1, 1, 1));

    public static Block Of(in Vector at) => new(at, at);

    public static Block Around(Block one, Block other) => new(
        new Vector(Math.Min(one.Least.X, other.Least.X), Math.Min(one.Least.Y, other.Least.Y), Math.Min(one.Least.Z, other.Least.Z)),
        new Vector(Math.Max(one.Most.X, other.Most.X), Math.Max(one.Most.Y, other.Most.Y), Math.Max(one.Most.Z, other.Most.Z)));

    /// <summary>As much wider on each side, no further than the sphere goes.</summary>
    public Block Wider(double by) => new(
        new Vector(Math.Max(-1, Least.X - by), Math.Max(-1, Least.Y - by), Math.Max(-1, Least.Z - by)),
        new Vector(Math.Min(1, Most.X + by), Math.Min(1, Most.Y + by), Math.Min(1, Most.Z + by)));

    /// <summary>The axis on which it is longest: 0 for X, 1 for Y, 2 for Z.</summary>
    public int LongestAxis()
    {
        var extent = Most - Least;
        return extent.X >= extent.Y && extent.X >= extent.Z ? 0 : extent.Y >= extent.Z ? 1 : 2;
    }

    /// <summary>The same, from one value of an axis to another.</summary>
    public Block Cut(int axis, double from, double until) => new(With(Least, axis, Math.Max(On(Least, axis), from)), With(Most, axis, Math.Min(On(Most, axis), until)));

    public static double On(in Vector at, int axis) => axis switch { 0 => at.X, 1 => at.Y, _ => at.Z };

    public static Vector With(in Vector at, int axis, double value) => axis switch { 0 => at with { X = value }, 1 => at with { Y = value }, _ => at with { Z = value } };
}

/// <summary>Holds a core by blocks: one for what is small, and for what is long one for each slice of it across its longest axis.</summary>
internal static class Blocks
{
    /// <summary>Of the unit sphere: a slice is 190 km thick at least, more than most shapes are.</summary>
    private const double Slice = 0.03;

    /// <summary>Pieces that an arc is divided into for each slice that its core may have.</summary>
    private const int Pieces = 2;

    /// <summary>At most so many blocks that hold all of a core between them; one at least.</summary>
    public static IReadOnlyList<Block> Of(Core core, int most)
    {
        if (core is not WayCore way)
            return [Block.Of(core.Place)];
        var pieces = Arcs(way.Tree, most).ToList();
        var whole = pieces.Aggregate(Block.Around);
        var poles = way is AreaCore area ? Corners(default, -1, 0).Where(p => area.Depth(p) >= 0).ToList() : [];
        whole = poles.Aggregate(whole, (b, p) => Block.Around(b, Block.Of(p)));
        var axis = whole.LongestAxis();
        var (from, until) = (Block.On(whole.Least, axis), Block.On(whole.Most, axis));
        var slices = (int)Math.Clamp((until - from) / Slice, 1, most);
        if (slices == 1)
            return [whole];
        return [.. Enumerable.Range(0, slices)
            .Select(i => InSlice(way as AreaCore, pieces, poles, axis, from + (until - from) * i / slices, i + 1 == slices ? until : from + (until - from) * (i + 1) / slices))
            .OfType<Block>()];
    }

    /// <summary>What of a core lies between two values of an axis: its edge there, and of an area also the outermost places of the two cuts and of the sphere that it
    /// holds.</summary>
    private static Block? InSlice(AreaCore? area, List<Block> pieces, List<Vector> poles, int axis, double from, double until)
    {
        var all = pieces.Where(p => Block.On(p.Least, axis) <= until && Block.On(p.Most, axis) >= from).Select(p => p.Cut(axis, from, until))
            .Concat(poles.Where(p => Block.On(p, axis) >= from && Block.On(p, axis) <= until).Select(p => Block.Of(p)));
        if (area is not null)
            all = all.Concat(Corners(default, axis, from).Concat(Corners(default, axis, until)).Where(p => area.Depth(p) >= 0).Select(p => Block.Of(p)));
        return all.Select(b => (Block?)b).Aggregate((Block?)null, (a, b) => a is { } one && b is { } other ? Block.Around(one, other) : a ?? b);
    }

    /// <summary>Where the sphere, or its circle at a value of one axis, goes furthest along the other axes.</summary>
    private static IEnumerable<Vector> Corners(Vector middle, int across, double value)
    {
        var reach = Math.Sqrt(Math.Max(0, 1 - value * value));
        var centre = across < 0 ? middle : Block.With(middle, across, value);
        for (var axis = 0; axis < 3; axis++)
        {
            if (axis == across)
                continue;
            yield return Block.With(centre, axis, reach);
            yield return Block.With(centre, axis, -reach);
        }
    }

    /// <summary>The arcs in short pieces. An arc leaves its chord by no more than the chord is below the sphere in its middle.</summary>
    private static IEnumerable<Block> Arcs(ArcTree tree, int most)
    {
        for (var i = 0; i < tree.Arcs; i++)
        {
            var (from, to) = (tree.From(i), tree.To(i));
            var angle = from.AngleTo(to);
            var pieces = (int)Math.Ceiling(Math.Min(angle / Slice, most) * Pieces);
            var rise = 1 - Math.Cos(angle / Math.Max(1, pieces) / 2) + Ellipsoidal.Rounding;
            var last = from;
            for (var j = 1; j <= Math.Max(1, pieces); j++)
            {
                var next = j >= pieces ? to : Arc.At(from, to, (double)j / pieces);
                yield return Block.Around(Block.Of(last), Block.Of(next)).Wider(rise);
                last = next;
            }
        }
    }
}
