using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>A ball of space that holds places of the unit sphere. Straight distances through space stand for angles: they are shorter and grow with them.</summary>
internal readonly record struct Ball(Vector Centre, double Radius)
{
    /// <summary>The whole earth.</summary>
    public static Ball Earth { get; } = new(default, 1);

    /// <summary>Whether what the sphere has within the ball is less than half of it. Whatever has its edge there, and is the smaller side of that edge, is there too.</summary>
    public bool IsCap => Radius * Radius < 1 + Centre.Dot(Centre);

    /// <summary>Straight through the earth from end to end of an angle; more than there is from half a turn on.</summary>
    public static double Chord(double angle) => angle >= Math.PI ? 3 : 2 * Math.Sin(angle / 2);

    /// <summary>The angle over which something is straight.</summary>
    public static double Angle(double chord) => chord >= 2 ? Math.PI : 2 * Math.Asin(chord / 2);

    /// <summary>That of an arc: a way of less than half a turn sees its ends under an obtuse angle, so it lies in the ball round its chord.</summary>
    public static Ball Of(in Vector from, in Vector to) => new((from + to) * 0.5, (to - from).Length * 0.5 * (1 + 1e-12) + 1e-15);

    /// <summary>Straight from one ball to the other at least; negative when they overlap.</summary>
    public static double Between(in Ball one, in Ball other) => (one.Centre - other.Centre).Length - (one.Radius + other.Radius);

    /// <summary>Straight from a place to the ball at least; negative when it is inside.</summary>
    public double From(in Vector at) => (Centre - at).Length - Radius;

    /// <summary>A ball that holds both.</summary>
    public static Ball Around(in Ball one, in Ball other)
    {
        var centre = (one.Centre + other.Centre) * 0.5;
        return new Ball(centre, Math.Max((one.Centre - centre).Length + one.Radius, (other.Centre - centre).Length + other.Radius) * (1 + 1e-12) + 1e-15);
    }
}
