using System.Globalization;
using System.Text.Json;
using Parley.Volumes;
using Parley.Volumes.Notations;
using Parley.Volumes.Repairs;

namespace Parley.Cli.Typing;

/// <summary>Shapes as officers type them. What can be put right without changing what is meant is put right and said; the rest is refused by its name.</summary>
internal static class ShapeText
{
    /// <summary>How a place may be written, for help and refusals.</summary>
    public const string Places = "69.3000 16.0000 (degrees, south and west with a minus), 69-30.5N 016-00.2E, 693000N 0160000E or 33WWT 39151 09948 (MGRS)";

    /// <summary>A place in any notation that <see cref="PositionText"/> reads; small letters are taken for capital ones.</summary>
    /// <exception cref="CommandFault">It is none.</exception>
    public static Position Place(string option, string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (PositionText.Parse(plain) ?? PositionText.Parse(plain.ToUpperInvariant()))?.Position ??
            throw new CommandFault(ExitCode.Usage, $"{option}: '{text.Trim()}' is no place; write it such as {Places}");
    }

    public static Shape Point(string text) => new PointShape(Place("--point", text));

    /// <param name="text">A place and a radius, which is the last word or the last two.</param>
    public static Shape Circle(string text)
    {
        const string option = "--circle";
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var radius = words.Length > 1 && LengthText.IsUnit(words[^1]) ? 2 : 1;
        return words.Length <= radius
            ? throw new CommandFault(ExitCode.Usage, $"{option}: '{text}' is not written PLACE RADIUS; write it such as \"69-30.0N 016-00.0E 5km\"")
            : Whole(option, Volumes.Circle.Make(Place(option, string.Join(' ', words[..^radius])), LengthText.Metres(option, string.Concat(words[^radius..]))));
    }

    /// <param name="mended">Takes a sentence for each repair.</param>
    public static Shape Polygon(string text, Edge edges, ICollection<string> mended)
    {
        const string option = "--polygon";
        var made = Repair.Polygon(Split(option, text), edges);
        Say(option, made.Repairs, mended);
        return Whole(option, made.Shape);
    }

    /// <param name="halfWidth">Metres to either side.</param>
    /// <inheritdoc cref="Polygon"/>
    public static Shape Corridor(string text, int halfWidth, Edge edges, ICollection<string> mended)
    {
        const string option = "--corridor";
        var made = Repair.Corridor(Split(option, text), halfWidth, edges);
        Say(option, made.Repairs, mended);
        return Whole(option, made.Shape);
    }

    /// <summary>What is wrong, by its name and with what to do.</summary>
    public static CommandFault Refused(string option, ShapeFault fault) => new(
        ExitCode.Usage, $"refused ({JsonNamingPolicy.CamelCase.ConvertName(fault.ToString())}): {option}: {Words(fault)}");

    private static List<Position> Split(string option, string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => Place(option, p))];

    private static T Whole<T>(string option, Made<T> made)
        where T : Shape => made.Value ?? throw Refused(option, made.Fault!.Value);

    private static void Say(string option, IReadOnlyList<Repaired> repairs, ICollection<string> mended)
    {
        foreach (var repair in repairs)
        {
            mended.Add(repair.Kind == RepairKind.ClosingVertex
                ? $"{option}: the first place stood again at the end, left out."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option}: {(repair.Count == 1 ? "a place" : $"{repair.Count} places")} within {Bounds.NearVertex} m of the one before, left out."));
        }
    }

    private static string Words(ShapeFault fault) => fault switch
    {
        ShapeFault.TooFewVertices => "too few places; a polygon has three at least and a corridor two, with ';' between them",
        ShapeFault.TooManyVertices => string.Create(CultureInfo.InvariantCulture, $"more than {Bounds.Vertices} places; leave some out"),
        ShapeFault.CrossesItself => "its edges cross or touch each other, and nobody knows which were meant; write the places in the order in which one goes round it",
        ShapeFault.OppositeEnds => "an edge runs between opposite ends of the earth, where there is no one way; write a place between",
        ShapeFault.EndBeforeStart => "the end is not after the begin; write the earlier time first, with its date",
        ShapeFault.TooManyWindows => string.Create(CultureInfo.InvariantCulture, $"more than {Bounds.Windows} windows; leave some out"),
        ShapeFault.TooManyShapes => string.Create(CultureInfo.InvariantCulture, $"more than {Bounds.Shapes} shapes; write them as several volumes"),
        _ => "it breaks a rule of shapes; see docs/formats/volume.md",
    };
}
