namespace Parley.Volumes.Separations;

/// <summary>How near two volumes are to each other, the nearer the greater. What cannot be told is <see cref="Possible"/>, never <see cref="Clear"/>.</summary>
public enum Nearness
{
    /// <summary>Surely at least the separation apart in one of place, height and time.</summary>
    Clear = 1,

    /// <summary>Nobody can tell from what is known.</summary>
    Possible = 2,

    /// <summary>Surely closer than the separation in place, height and time.</summary>
    Within = 3,

    /// <summary>Surely a common place, height and instant.</summary>
    Meets = 4,
}

/// <summary>In what two volumes are surely apart. More than one may be true; they are asked for in this order and the first is said.</summary>
public enum Apart
{
    Height = 1,
    Time = 2,
    Place = 3,
}

/// <summary>A distance of which the bounds are known, in metres.</summary>
/// <param name="Least">It is surely no less; 0 when nothing is known.</param>
/// <param name="Most">It is surely no more; null when nobody can tell.</param>
public readonly record struct Gap(double Least, double? Most)
{
    /// <summary>How near a gap of these bounds is, where so many metres are to be kept. Nothing in between is a touch, and no gap.</summary>
    internal Nearness Against(int metres) =>
        Least >= metres && Least > 0 ? Nearness.Clear
        : Most is not { } most ? Nearness.Possible
        : most <= 0 ? Nearness.Meets
        : most < metres ? Nearness.Within
        : Nearness.Possible;
}
