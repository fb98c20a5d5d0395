using Parley.Volumes;

namespace Parley.Lines.Observations;

/// <summary>What a strength counts. Numbers are used in encodings.</summary>
public enum StrengthUnit
{
    Persons = 1,
    Tanks,
    Vehicles,
    Guns,
    Aircraft,
    Sorties,
    Ships,
    Drones,

    /// <summary>Launches or missiles: each happens once.</summary>
    Launches,
    Messages,
}

/// <summary>How many, at least and at most.</summary>
public sealed record Strength(long Lower, long Upper, StrengthUnit Unit);

/// <summary>Where something goes and how fast, each with its error (one standard deviation); null where it is not known.</summary>
/// <param name="Heading">Degrees clockwise from true north, 0 to 359.</param>
/// <param name="HeadingError">Degrees, 1 to 180.</param>
/// <param name="Speed">Metres a second.</param>
/// <param name="SpeedError">Metres a second, 1 or more.</param>
public sealed record Movement(int? Heading, int? HeadingError, int? Speed, int? SpeedError);

/// <summary>The error of a point: an ellipse of one standard deviation. About two fifths of all such points lie in it, and 99 of 100 in one of three times its axes.</summary>
/// <param name="Major">Longer semi-axis, metres.</param>
/// <param name="Minor">Shorter semi-axis, metres, at most the longer one.</param>
/// <param name="Azimuth">True direction of the longer axis, whole degrees, 0 to 179.</param>
public sealed record PlaceError(int Major, int Minor, int Azimuth)
{
    /// <summary>The same error in every direction.</summary>
    public static PlaceError Round(int metres) => new(metres, metres, 0);
}

/// <summary>Where something was seen: a point with its error, or a shape in which it was.</summary>
/// <param name="At">Of a point.</param>
/// <param name="Error">Of a point; never left out there.</param>
/// <param name="Shape">Null: it is a point.</param>
public sealed record SeenPlace(Position? At, PlaceError? Error, Shape? Shape)
{
    public static SeenPlace Near(Position at, PlaceError error) => new(at, error, null);

    public static SeenPlace Within(Shape shape) => new(null, null, shape);
}
