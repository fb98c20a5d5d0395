using System.Text.RegularExpressions;

namespace Parley.House.Tests.Sources;

/// <summary>Every operation of the catalogue has an arm in the station's dispatch, and every arm an operation.</summary>
public static class Dispatched
{
    public static IReadOnlyList<string> Broken(IReadOnlyCollection<string> operations, string dispatch)
    {
        var arms = Regex.Matches(CodeText.Of(dispatch), @"^\s*([A-Z]\w+)(?: \w+)? =>", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        return
        [
            .. operations.Except(arms).Select(o => $"{o} is in the catalogue and nobody does it"),
            .. arms.Except(operations).Select(a => $"{a} is done and not in the catalogue"),
        ];
    }
}
