namespace Parley.Volumes;

/// <summary>Shapes, heights and times of one thing: it may be in any of the shapes, within the band, while the schedule says so.</summary>
public sealed record Volume
{
    private Volume(IReadOnlyList<Shape> shapes, AltitudeBand band, Schedule schedule) => (Shapes, Band, Schedule) = (shapes, band, schedule);

    public IReadOnlyList<Shape> Shapes { get; }

    public AltitudeBand Band { get; }

    public Schedule Schedule { get; }

    /// <summary>The volume, or what is wrong.</summary>
    public static Made<Volume> Make(IReadOnlyList<Shape> shapes, AltitudeBand band, Schedule schedule) =>
        shapes.Count == 0 ? ShapeFault.NoShape
        : shapes.Count > Bounds.Shapes ? ShapeFault.TooManyShapes
        : new Volume([.. shapes], band, schedule);

    public bool Equals(Volume? other) =>
        other is not null && Band == other.Band && Schedule == other.Schedule && Shapes.SequenceEqual(other.Shapes);

    public override int GetHashCode() => HashCode.Combine(Band, Schedule, Shapes.Count);
}
