using Parley.Volumes.Earth;

namespace Parley.Volumes.Discrepancies;

/// <summary>In what two shapes, or two lots of shapes, differ.</summary>
[Flags]
public enum Differs
{
    Nothing = 0,

    /// <summary>Their middles are apart.</summary>
    Place = 1,

    /// <summary>Their outlines are further apart than their middles: size, form, direction or number.</summary>
    Extent = 2,

    /// <summary>One is a circle where the other is a polygon, and the like. Their places may be the same.</summary>
    Kind = 4,
}

/// <summary>What lies between two shapes, such as the one that was notified and the one that was read back or planned.</summary>
/// <param name="Centres">Metres between their middles; null when one of them cannot be measured.</param>
/// <param name="Outlines">Metres from the place of either outline that is furthest from the other outline to that outline; null when one of them cannot be measured. It is taken at
/// its points and at <see cref="Bounds.Samples"/> places more; of an outline with more points than twice that number, at every so-manieth of them.</param>
/// <param name="In">In what they differ. What cannot be measured differs in extent unless it is the same word for word.</param>
public sealed record ShapeDiscrepancy(double? Centres, double? Outlines, Differs In)
{
    private const double Noise = 2 * Bounds.Deviation;

    /// <summary>Metres: the greater of both distances. Null is a doubt and no agreement.</summary>
    public double? Metres => Centres is { } centres && Outlines is { } outlines ? Math.Max(centres, outlines) : null;

    /// <summary>Whether a person must look: what is further apart than so many metres, or cannot be measured and is not the same.</summary>
    public bool Beyond(double metres) => Metres is { } apart ? apart > metres : In != Differs.Nothing;

    /// <inheritdoc cref="Between(IReadOnlyList{Shape}, IReadOnlyList{Shape}, AreaResolver?)"/>
    public static ShapeDiscrepancy Between(Shape one, Shape other, AreaResolver? areas = null) => Between([one], [other], areas);

    /// <summary>What lies between two lots of shapes, each lot taken as one: their order counts for nothing. Each has one shape at least.</summary>
    public static ShapeDiscrepancy Between(IReadOnlyList<Shape> one, IReadOnlyList<Shape> other, AreaResolver? areas = null)
    {
        if (one.SequenceEqual(other))
            return new ShapeDiscrepancy(0, 0, Differs.Nothing);
        var kind = Kinds(one).SequenceEqual(Kinds(other)) ? Differs.Nothing : Differs.Kind;
        var (first, second) = (Lot.Of(one, areas), Lot.Of(other, areas));
        if (first is null || second is null)
            return new ShapeDiscrepancy(null, null, kind | Differs.Extent);

        var centres = first.Middle.AngleTo(second.Middle) * Globe.Radius;
        var outlines = Math.Max(first.FurthestFrom(second), second.FurthestFrom(first)) * Globe.Radius;

        // Two outlines stand for curves to 10 m each, and what is moved over a sphere is bent a little.
        var place = centres > 1 ? Differs.Place : Differs.Nothing;
        var extent = outlines > centres * 1.005 + Noise || one.Count != other.Count ? Differs.Extent : Differs.Nothing;
        return new ShapeDiscrepancy(centres, outlines, kind | place | extent);
    }

    private static IEnumerable<string> Kinds(IReadOnlyList<Shape> shapes) => shapes.Select(s => s.GetType().Name).Order(StringComparer.Ordinal);
}
