namespace Parley.Volumes.Index;

/// <summary>From where to where on each of the five axes of the index, both ends included. Rounded outward from what it stands for, so that boxes that do not meet
/// stand for things that do not.</summary>
/// <param name="MinX">X, Y and Z of the unit sphere: to longitude 0, to 90 east, to the north pole; -1 to 1.</param>
/// <param name="MinAltitude">Metres above mean sea level, in the worst case of the reference; negative infinity and infinity where there is no limit.</param>
/// <param name="MinMinute">Minutes since 2020-01-01T00:00Z, which single precision counts exactly for 31 years; infinities where no beginning or end is known.</param>
public readonly record struct IndexBox(
    float MinX, float MaxX, float MinY, float MaxY, float MinZ, float MaxZ, float MinAltitude, float MaxAltitude, float MinMinute, float MaxMinute)
{
    /// <summary>Whether both have a place, a height and a minute in common.</summary>
    public bool Meets(in IndexBox other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY && MinZ <= other.MaxZ && other.MinZ <= MaxZ &&
        MinAltitude <= other.MaxAltitude && other.MinAltitude <= MaxAltitude && MinMinute <= other.MaxMinute && other.MinMinute <= MaxMinute;
}
