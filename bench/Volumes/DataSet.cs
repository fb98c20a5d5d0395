using Parley.Volumes.Index;

namespace Parley.Bench.Volumes;

/// <summary>Boxes and what is asked about them.</summary>
/// <param name="Name">How its figures are named.</param>
/// <param name="LeastRate">Queries a second on one core that are to be reached; null: no goal.</param>
/// <param name="IsMade">Made up, in the number that was asked for.</param>
internal sealed record DataSet(string Name, IndexBox[] Boxes, IndexBox[] Queries, double? LeastRate, bool IsMade = false)
{
    private const double Day = 1440;
    private const double Begin = 3 * 365 * Day;
    private const double Span = 30 * Day;
    private const ulong Seed = 20_260_101;

    /// <summary>The dense theatre: 20 by 15 degrees and 30 days, where a box meets about 62 others.</summary>
    public static DataSet Theatre(int boxes, int queries)
    {
        var chance = new Chance(Seed);
        return new DataSet("theatre", Draw(boxes), Draw(queries), 100_000, IsMade: true);

        IndexBox[] Draw(int number) =>
            [.. Enumerable.Range(0, number).Select(_ => Activity(chance, chance.Between(42, 57), chance.Between(20, 40)))];
    }

    /// <summary>The same activities all over the earth, evenly by area.</summary>
    public static DataSet World(int boxes, int queries)
    {
        var chance = new Chance(Seed + 1);
        return new DataSet("world", Draw(boxes), Draw(queries), 1_500_000, IsMade: true);

        IndexBox[] Draw(int number) =>
            [.. Enumerable.Range(0, number).Select(_ => Activity(chance, Math.Asin(chance.Between(-1, 1)) * 180 / Math.PI, chance.Between(-180, 180)))];
    }

    // Flights in a layer, fires from the ground up, and areas that are closed for days, many of them without a limit of height.
    private static IndexBox Activity(Chance chance, double latitude, double longitude)
    {
        var from = Begin + Span * chance.Share();
        switch (chance.Share())
        {
            case < 0.5:
                var level = chance.Between(0, 11_000);
                return Round.Box(latitude, longitude, chance.Between(5, 40), (level, level + chance.Between(300, 2_000)), (from, from + chance.Between(20, 720)));
            case < 0.8:
                return Round.Box(latitude, longitude, chance.Between(2, 25), (0, chance.Between(500, 15_000)), (from, from + chance.Between(30, 720)));
            default:
                var top = chance.Share() < 0.3 ? double.PositiveInfinity : chance.Between(500, 15_000);
                return Round.Box(latitude, longitude, chance.Between(2, 40), (0, top), (from, from + chance.Between(Day / 4, 3 * Day)));
        }
    }
}
