using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Parley.Volumes.Index;

namespace Parley.Bench.Volumes;

/// <summary>Boxes of real NOTAMs: the circle, the flight levels and the times of the heads.</summary>
internal static class NotamSet
{
    public const string File = "uk-notam-2022-2023.jsonl.gz";
    private const double KilometresInMile = 1.852;
    private const double MetresInLevel = 30.48;
    private const double South = 49;
    private const double North = 61;
    private const double West = -11;
    private const double East = 2;
    private const ulong Seed = 20_230_615;
    private const string NoLimit = "999";
    private const string Permanent = "PERM";
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Where the file is not in the folder, nothing. What is asked: flights that somebody plans anywhere over the British Isles, at any time
    /// after a tenth of the NOTAMs began and before the last did; and each NOTAM itself.</summary>
    public static IEnumerable<DataSet> Read(string folder, int queries)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            yield break;
        using var lines = new StreamReader(new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        var (boxes, begins, chance) = (new List<IndexBox>(), new List<double>(), new Chance(Seed));
        while (lines.ReadLine() is { } line)
        {
            using var notam = JsonDocument.Parse(line);
            boxes.Add(Box(notam.RootElement));
            begins.Add(boxes[^1].MinMinute);
        }

        begins.Sort();
        var (first, last) = (begins[begins.Count / 10], begins[^1]);
        yield return new DataSet("NOTAM, flights", [.. boxes], [.. Enumerable.Range(0, queries).Select(_ => Flight(chance, first, last))], 1_500_000);
        yield return new DataSet("NOTAM, each", [.. boxes], [.. boxes], null);
    }

    private static IndexBox Box(JsonElement notam)
    {
        var (centre, begins) = (Text(notam, "centre"), Minute(Text(notam, "b")));
        var (lower, upper, end) = (Number(Text(notam, "lower_fl")), Text(notam, "upper_fl"), Text(notam, "c"));
        return Round.Box(
            Degrees(centre[..2], centre[2..4], centre[4] == 'S'),
            Degrees(centre[5..8], centre[8..10], centre[10] == 'W'),
            Number(Text(notam, "radius_nm")) * KilometresInMile,
            (lower * MetresInLevel, upper == NoLimit ? double.PositiveInfinity : Math.Max(lower, Number(upper)) * MetresInLevel),
            (begins, end == Permanent ? double.PositiveInfinity : Math.Max(begins, Minute(end))));
    }

    private static IndexBox Flight(Chance chance, double first, double last)
    {
        var (level, begins) = (chance.Between(0, 11_000), chance.Between(first, last));
        return Round.Box(
            chance.Between(South, North),
            chance.Between(West, East),
            chance.Between(2, 20),
            (level, level + chance.Between(300, 2_000)),
            (begins, begins + chance.Between(20, 240)));
    }

    private static string Text(JsonElement notam, string name) => notam.GetProperty(name).GetString() ?? "";

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static double Degrees(string degrees, string minutes, bool isNegative) => (Number(degrees) + Number(minutes) / 60) * (isNegative ? -1 : 1);

    private static double Minute(string text) =>
        (DateTime.ParseExact(text[..10], "yyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) - Epoch).TotalMinutes;
}
