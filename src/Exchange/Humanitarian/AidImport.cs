using Parley.Exchange.Imports;
using Parley.Ledger;
using Parley.Lines.Activities;

namespace Parley.Exchange.Humanitarian;

/// <summary>What a file leaves out.</summary>
/// <param name="From">The beginning of items that state none, UTC.</param>
/// <param name="Expires">The expiry of items that state none; null: such items are refused.</param>
/// <param name="Contact">The contact of items that state none; null: such items are refused.</param>
/// <param name="IsExercise">The line is one of exercises. A file that says another mode is refused whole item by item.</param>
public sealed record AidDefaults(DateTimeOffset From, Timestamp? Expires = null, string? Contact = null, bool IsExercise = false);

/// <summary>A site or movement, ready to be notified. Nothing is sent by reading it.</summary>
/// <param name="Where">Where it stands in the file: <c>line 3</c>, <c>feature 3</c>.</param>
/// <param name="Content">With its one volume.</param>
/// <param name="Volume">The same volume as a text (docs/formats/volume.md).</param>
/// <param name="Remarks">What was mended or assumed; the officer sees it first.</param>
/// <param name="IsBeginAssumed">The file does not say when it begins.</param>
public sealed record AidItem(string Where, ActivityContent Content, string Volume, IReadOnlyList<ImportRemark> Remarks, bool IsBeginAssumed);

/// <summary>What a file of sites and movements gave.</summary>
/// <param name="Problems">What was refused, each with its place; a GeoJSON file keeps no lines, so there that is the feature.</param>
public sealed record AidImport(IReadOnlyList<AidItem> Items, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>What was refused, in words with the place in the file.</summary>
    public IEnumerable<string> Refusals => Problems.Select(p => p.Placed);

    /// <summary>Reads a list by the form that its name shows: *.csv, or *.geojson or *.json. Null for any other name.</summary>
    public static AidImport? Read(string name, Stream file, AidDefaults defaults) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => AidCsv.Read(file, defaults),
        ".geojson" or ".json" => AidGeoJson.Read(file, defaults),
        _ => null,
    };

    /// <summary>Whether a file of that name is read as a list at all.</summary>
    public static bool IsList(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".geojson" or ".json";

    internal static AidImport Refused(ImportProblem problem) => new([], [problem]);
}

/// <summary>Gathers items up to the bound, the same one once.</summary>
internal sealed class AidBasket
{
    private readonly List<AidItem> items = [];
    private readonly List<ImportProblem> problems = [];
    private readonly Dictionary<(ActivityKind Kind, string Title, string Volume), string> seen = [];

    /// <summary>False when nothing more is taken.</summary>
    public bool Add(int line, string where, AidItem? item, string why, ImportFault fault = ImportFault.Part)
    {
        if (items.Count + problems.Count >= Bounds.AidItems)
        {
            problems.Add(new ImportProblem(line, ImportFault.TooMany, $"more than {Bounds.AidItems} items; the rest is left out"));
            return false;
        }

        if (item is null)
            problems.Add(new ImportProblem(line, fault, why) { Where = where });
        else if (!seen.TryAdd((item.Content.Kind, item.Content.Title, item.Volume), where))
            problems.Add(new ImportProblem(line, ImportFault.Part, $"the same as {seen[(item.Content.Kind, item.Content.Title, item.Volume)]}") { Where = where });
        else
            items.Add(item);
        return true;
    }

    public AidImport All() => new(items, problems);
}
