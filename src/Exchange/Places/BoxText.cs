using Parley.Exchange.Imports;
using Parley.Volumes;

namespace Parley.Exchange.Places;

/// <summary>Areas between two parallels and two meridians: 36-20N 36-40N AND 023-40E 024-10E.</summary>
internal static class BoxText
{
    /// <summary>The areas, each with the characters that it takes of the text.</summary>
    public static IEnumerable<(Shape Box, int Start, int End)> All(string text, Remarks remarks)
    {
        var halves = SpotScan.Halves(text);
        for (var i = 0; i + 3 < halves.Count; i++)
        {
            if (!halves[i].IsLatitude || !halves[i + 1].IsLatitude || halves[i + 2].IsLatitude || halves[i + 3].IsLatitude)
                continue;
            if (Enumerable.Range(i, 3).Any(k => !IsJoin(text[halves[k].End..halves[k + 1].Start])))
                continue;
            // Without a word between them the second latitude and the first longitude are a position.
            if (text[halves[i + 1].End..halves[i + 2].Start].AsSpan().IndexOfAnyInRange('A', 'Z') < 0 && !text.Contains("BETWEEN", StringComparison.Ordinal))
                continue;
            if (Box(halves[i].Degrees, halves[i + 1].Degrees, halves[i + 2].Degrees, halves[i + 3].Degrees) is { } box)
            {
                foreach (var half in halves.GetRange(i, 4))
                    SpotScan.Remark(half, remarks);
                yield return (box, halves[i].Start, halves[i + 3].End);
            }

            i += 3;
        }
    }

    private static Polygon? Box(double a, double b, double c, double d)
    {
        Position?[] corners = [Position.FromDegrees(a, c), Position.FromDegrees(a, d), Position.FromDegrees(b, d), Position.FromDegrees(b, c)];
        return corners.Any(p => p is null) ? null : Polygon.Make([.. corners.Select(p => p!.Value)], Edge.Straight).Value;
    }

    private static bool IsJoin(string gap) => gap
        .Split((char[]?)[' ', '\n', '\r', '\t', ',', '-', ';'], StringSplitOptions.RemoveEmptyEntries)
        .All(w => w is "AND" or "TO" or "BETWEEN");
}
