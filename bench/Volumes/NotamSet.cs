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
    private const string NoLimit = "999";
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Null where the file is not in the folder.</summary>
    public static DataSet? Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            return null;
        using var lines = new StreamReader(new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        var boxes = new List<IndexBox>();
        while (lines.ReadLine() is { } line)
            boxes.Add(Box(JsonDocument.Parse(line).RootElement));
        return new DataSet("NOTAM", [.. boxes], Flights(boxes), 1_500_000);
    }

    private static IndexBox Box(JsonElement notam)
    {
        var centre = Text(notam, "centre");
        var (lower, upper) = (Text(notam, "lower_fl"), Text(notam, "upper_fl"));
        return Round.Box(
            Degrees(centre[..2], centre[2..4], centre[4] == 'S'),
            Degrees(centre[5..8], centre[8..10], centre[10] == 'W'),
            Number(Text(notam, "radius_nm")) * KilometresInMile,
            (Number(lower) * MetresInLevel, upper == NoLimit ? double.PositiveInfinity : Math.Max(Number(lower), Number(upper)) * MetresInLevel),
            (Minute(Text(notam, "b")), Text(notam, "c") is "PERM" ? double.PositiveInfinity : Math.Max(Minute(Text(notam, "b")), Minute(Text(notam, "c")))));
    }

    private static string Text(JsonElement notam, string name) => notam.GetProperty(name).GetString() ?? "";

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static double Degrees(string degrees, string minutes, bool isNegative) => (Number(degrees) + Number(minutes) / 60) * (isNegative ? -1 : 1);

    private static double Minute(string text) =>
        (DateTime.ParseExact(text[..10], "yyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) - Epoch).TotalMinutes;

    private static IndexBox[] Flights(List<IndexBox> boxes) => [.. boxes];
}
