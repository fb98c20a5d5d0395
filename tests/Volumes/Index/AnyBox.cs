using Parley.Volumes.Index;

namespace Parley.Volumes.Tests.Index;

/// <summary>Boxes by seed, of the kinds that an index can stumble over.</summary>
internal sealed class AnyBox(ulong seed)
{
    private ulong state = seed;

    public static TheoryData<string> Kinds => ["small", "grid", "endless", "points", "equal", "nested", "doublings"];

    /// <summary>From 0 to below the number.</summary>
    public int Below(int number)
    {
        state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
        return (int)((state >> 33) % (ulong)number);
    }

    /// <summary>A box of a kind. Those on a grid touch each other; doublings are as far from each other as the bits of single precision allow.</summary>
    public IndexBox Of(string kind) => kind switch
    {
        "small" => Box(() => Sides(Below(1_000_000) / 1e6f, Below(1000) / 1e5f)),
        "grid" => Box(() => Sides(Below(8), Below(3))),
        "endless" => Box(() => Below(3) switch
        {
            0 => (float.NegativeInfinity, Below(100)),
            1 => (Below(100), float.PositiveInfinity),
            _ => Below(9) == 0 ? (float.NegativeInfinity, float.PositiveInfinity) : Sides(Below(100), Below(4)),
        }),
        "points" => Box(() => Sides(Below(6), 0)),
        "equal" => Box(() => (1, 2)),
        "nested" => Nested(Below(5000)),
        "doublings" => Box(() => Sides(MathF.ScaleB(1, Below(250) - 125) * (Below(2) * 2 - 1), 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static (float From, float To) Sides(float from, float length) => (from, from + length);

    private static IndexBox Nested(float size) => new(-size, size, -size, size, -size, size, -size, size, -size, size);

    private static IndexBox Box(Func<(float From, float To)> side)
    {
        var (x, y, z, altitude, minute) = (side(), side(), side(), side(), side());
        return new IndexBox(x.From, x.To, y.From, y.To, z.From, z.To, altitude.From, altitude.To, minute.From, minute.To);
    }
}
