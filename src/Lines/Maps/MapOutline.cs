namespace Parley.Lines.Maps;

/// <summary>A place on a map, WGS 84.</summary>
/// <param name="Latitude">Degrees, north positive, -90 to 90.</param>
/// <param name="Longitude">Degrees, east positive, -180 to 180.</param>
public readonly record struct MapPoint(double Latitude, double Longitude);

/// <summary>A closed line on a map, its inside on the left: points joined by great circles, the last one to the first, which is not repeated. One point alone is a place
/// without extent.</summary>
public sealed record MapRing(IReadOnlyList<MapPoint> Points)
{
    public bool Equals(MapRing? other) => other is not null && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => HashCode.Combine(Points.Count, Points.Count > 0 ? Points[0] : default);
}

/// <summary>What a volume looks like on a map.</summary>
/// <param name="Rings">One for each shape that has an edge, in the author's order. They may lie over each other.</param>
/// <param name="Centre">The middle of the first of them, or the place of it that is nearest to its middle where that lies outside; null: there is none.</param>
/// <param name="NotDrawn">Shapes that have no drawn edge: quarters of an ocean, and areas whose name is not resolved.</param>
public sealed record MapOutline(IReadOnlyList<MapRing> Rings, MapPoint? Centre, int NotDrawn)
{
    public bool Equals(MapOutline? other) => other is not null && Centre == other.Centre && NotDrawn == other.NotDrawn && Rings.SequenceEqual(other.Rings);

    public override int GetHashCode() => HashCode.Combine(Rings.Count, Centre, NotDrawn);
}
