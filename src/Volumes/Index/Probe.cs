using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Volumes.Index;

/// <summary>A box that is asked about, spread over vectors: one question to eight boxes at once. Where the machine has no vectors of this width, the library takes two
/// narrower ones or none; the answers are the same.</summary>
internal readonly struct Probe(in IndexBox box)
{
    private readonly Vector256<float> minX = Vector256.Create(box.MinX);
    private readonly Vector256<float> maxX = Vector256.Create(box.MaxX);
    private readonly Vector256<float> minY = Vector256.Create(box.MinY);
    private readonly Vector256<float> maxY = Vector256.Create(box.MaxY);
    private readonly Vector256<float> minZ = Vector256.Create(box.MinZ);
    private readonly Vector256<float> maxZ = Vector256.Create(box.MaxZ);
    private readonly Vector256<float> minAltitude = Vector256.Create(box.MinAltitude);
    private readonly Vector256<float> maxAltitude = Vector256.Create(box.MaxAltitude);
    private readonly Vector256<float> minMinute = Vector256.Create(box.MinMinute);
    private readonly Vector256<float> maxMinute = Vector256.Create(box.MaxMinute);

    /// <summary>Which children of a node meet the box, one bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Meeting(ref int node) => Meets(ref node).ExtractMostSignificantBits();

    /// <summary>Which entries of a block meet the box and live in the version, one bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Living(ref int block, int version)
    {
        var lives = Vector256.GreaterThan(Vector256.LoadUnsafe(ref block, Block.Died * Block.Lanes), Vector256.Create(version));
        return (Meets(ref block).AsInt32() & lives).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Meets(ref int block)
    {
        var place = Vector256.LessThanOrEqual(Column(ref block, 0), maxX) & Vector256.LessThanOrEqual(minX, Column(ref block, 1)) &
            Vector256.LessThanOrEqual(Column(ref block, 2), maxY) & Vector256.LessThanOrEqual(minY, Column(ref block, 3)) &
            Vector256.LessThanOrEqual(Column(ref block, 4), maxZ) & Vector256.LessThanOrEqual(minZ, Column(ref block, 5));
        var height = Vector256.LessThanOrEqual(Column(ref block, 6), maxAltitude) & Vector256.LessThanOrEqual(minAltitude, Column(ref block, 7));
        var time = Vector256.LessThanOrEqual(Column(ref block, 8), maxMinute) & Vector256.LessThanOrEqual(minMinute, Column(ref block, 9));
        return place & height & time;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Column(ref int block, int column) => Vector256.LoadUnsafe(ref block, (nuint)(column * Block.Lanes)).AsSingle();
}
