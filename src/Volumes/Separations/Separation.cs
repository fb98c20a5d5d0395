namespace Parley.Volumes.Separations;

/// <summary>How far two volumes are to be apart: in one of the three at least. Nothing in one of them means that they must not touch in it.</summary>
public sealed record Separation
{
    private Separation(int horizontal, int vertical, int minutes) => (Horizontal, Vertical, Minutes) = (horizontal, vertical, minutes);

    /// <summary>Metres along the ground, 0 to <see cref="Bounds.HorizontalSeparation"/>.</summary>
    public int Horizontal { get; }

    /// <summary>Metres in height, 0 to <see cref="Bounds.VerticalSeparation"/>.</summary>
    public int Vertical { get; }

    /// <summary>Minutes from the end of one to the begin of the other, 0 to <see cref="Bounds.SeparationMinutes"/>.</summary>
    public int Minutes { get; }

    /// <summary>The separation, or what is wrong.</summary>
    public static Made<Separation> Make(int horizontal, int vertical, int minutes) =>
        horizontal is < 0 or > Bounds.HorizontalSeparation || vertical is < 0 or > Bounds.VerticalSeparation || minutes is < 0 or > Bounds.SeparationMinutes
            ? ShapeFault.Separation
            : new Separation(horizontal, vertical, minutes);
}
