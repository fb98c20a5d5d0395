using Parley.Volumes.Earth;

namespace Parley.Volumes.Separations;

/// <summary>A volume laid out once, to be compared again and again, by any number of threads at once. A circle takes some 300 bytes, a polygon 50 to 90 for each
/// vertex.</summary>
public sealed class LaidVolume
{
    private LaidVolume(Core[] cores, bool isDrawn, HeightBand heights, Spells spells)
    {
        (Cores, IsDrawn, Heights, Spells) = (cores, isDrawn, heights, spells);
        foreach (var core in cores)
        {
            Ball = core == cores[0] ? core.Ball : Ball.Around(Ball, core.Ball);
            Reach = Math.Max(Reach, Ellipsoidal.Angle(core.Radius) + core.Slack);
        }
    }

    /// <summary>Whether every shape has an edge. What has none may be anywhere: a quarter of an ocean, an area whose name is not known, a ring that halves the earth.</summary>
    public bool IsDrawn { get; }

    /// <summary>Of the shapes that are drawn.</summary>
    internal Core[] Cores { get; }

    internal HeightBand Heights { get; }

    internal Spells Spells { get; }

    /// <summary>Holds all cores; nothing when there are none.</summary>
    internal Ball Ball { get; }

    /// <summary>Radians from a core as far as its shape may reach.</summary>
    internal double Reach { get; }

    /// <summary>Lays a volume out.</summary>
    /// <param name="areas">The areas that the charter of the line names; without it a named area has no edge.</param>
    public static LaidVolume Of(Volume volume, AreaResolver? areas = null)
    {
        var cores = volume.Shapes.Select(s => Laying.Of(s, areas, Bounds.ComparedPoints / volume.Shapes.Count)).ToArray();
        return new LaidVolume([.. cores.OfType<Core>()], cores.All(c => c is not null), HeightBand.Of(volume.Band), Spells.Of(volume.Schedule));
    }

    /// <summary>An order of places, so that two volumes are compared in the same order whoever asks.</summary>
    internal static int Order(LaidVolume one, LaidVolume other)
    {
        var order = one.Cores.Length.CompareTo(other.Cores.Length);
        for (var i = 0; order == 0 && i < one.Cores.Length; i++)
            order = Core.Order(one.Cores[i], other.Cores[i]);
        return order;
    }
}
