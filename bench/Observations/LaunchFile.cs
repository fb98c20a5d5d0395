using System.Globalization;
using System.Text;
using Parley.Volumes;

namespace Parley.Bench.Observations;

/// <summary>A launch that really flew.</summary>
internal sealed record FlownLaunch(string Site, Position Place, DateTimeOffset At);

/// <summary>Where the data lies, and of which years the launches are.</summary>
internal sealed record TrialFiles(string Warnings, string Launches, string Sites, IReadOnlyCollection<int> Years);

/// <summary>Reads launches and the places of their sites. Sites are codes in one file and names in the other.</summary>
internal static class LaunchFile
{
    public const string Launches = "launches-2014-2018.csv";
    public const string Sites = "launch-sites.csv";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["GIK-1"] = "Plesetsk", ["GIK-5"] = "Baikonur", ["CC"] = "Cape Canaveral Space Force Station", ["KSC"] = "Kennedy", ["V"] = "Vandenberg AFB", ["VS"] = "Vandenberg AFB",
        ["CSG"] = "Guiana", ["JQ"] = "Jiuquan", ["XSC"] = "Xichang", ["TNSC"] = "Tanegashima", ["SHAR"] = "Satish Dhawan", ["TYSC"] = "Taiyuan", ["WEN"] = "Wenchang",
        ["VOST"] = "Vostochny", ["MARS"] = "Wallops", ["USC"] = "Uchinoura", ["SOHAE"] = "Sohae", ["PALB"] = "Palmachim", ["MAHIA"] = "Mahia",
    };

    /// <summary>Those of some years whose site is known.</summary>
    /// <param name="unplaced">How many more there are.</param>
    public static IReadOnlyList<FlownLaunch> Read(TrialFiles files, out int unplaced)
    {
        var places = new Dictionary<string, Position>(StringComparer.Ordinal);
        foreach (var row in Rows(files.Sites))
        {
            var name = Names.Values.FirstOrDefault(n => row["location_full"].StartsWith(n, StringComparison.Ordinal));
            if (name is not null && Position.FromDegrees(Number(row["latitude"]), Number(row["longitude"])) is { } place)
                places.TryAdd(name, place);
        }

        var all = Rows(files.Launches).Where(r => files.Years.Contains((int)Number(r["year"]))).ToList();
        var launches = all.Where(r => Names.TryGetValue(r["site_raw"], out var name) && places.ContainsKey(name))
            .Select(r => new FlownLaunch(Names[r["site_raw"]], places[Names[r["site_raw"]]],
                DateTimeOffset.Parse(r["dt_min"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)))
            .ToList();
        unplaced = all.Count - launches.Count;
        return launches;
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var lines = new StreamReader(path);
        var names = Cells(lines.ReadLine() ?? "");
        while (lines.ReadLine() is { } line)
        {
            var cells = Cells(line);
            yield return names.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        }
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var sign in line)
        {
            if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
