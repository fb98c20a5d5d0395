using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>What is being drawn on a map.</summary>
/// <param name="Vertices">Places that can be taken hold of, in order.</param>
/// <param name="Outline">What they make; null: no shape yet.</param>
public sealed record MapSketch(IReadOnlyList<MapPoint> Vertices, MapOutline? Outline);
