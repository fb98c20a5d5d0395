using System.Text.RegularExpressions;

namespace Parley.House.Tests.Sources;

/// <summary>Enums that say why something was not done are closed: each member is a reason, and none is a bag for the rest.</summary>
public static class ClosedFamilies
{
    private const string Families = @"\benum\s+(\w*(?:Refusal|Trouble|End|Failure|Reason))\b[^{]*\{([^}]*)\}";
    private const string Bag = @"^(Other|Others|Unknown|Unspecified|None|Misc|General|Generic|Error|Failed|Failure|Invalid|Undefined|Default)$";

    /// <summary>The families in these files, with their members.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> In(IEnumerable<SourceFile> files)
    {
        var found = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (Match family in Regex.Matches(CodeText.Of(file.Text), Families))
                found[family.Groups[1].Value] = [.. Regex.Matches(family.Groups[2].Value, @"(\w+)\s*(?:=\s*\w+\s*)?(?:,|$)").Select(m => m.Groups[1].Value)];
        }

        return found;
    }

    public static IReadOnlyList<string> Broken(IReadOnlyDictionary<string, IReadOnlyList<string>> families) =>
    [
        .. families.SelectMany(f => f.Value.Where(m => Regex.IsMatch(m, Bag)).Select(m => $"{f.Key}.{m} is no reason")),
        .. families.Where(f => f.Value.Count == 0).Select(f => $"{f.Key} has no members"),
    ];
}
