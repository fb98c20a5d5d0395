using System.Text.RegularExpressions;

namespace Parley.Console.Observations;

/// <summary>A refusal of an observation, taken apart: the station says each rule behind the name of its field.</summary>
public sealed partial class SeenFaults
{
    private readonly List<(string Field, string Rule)> faults = [];

    /// <param name="refusal">In the station's words; empty: there is none.</param>
    public SeenFaults(string refusal)
    {
        var named = Named().Matches(refusal);
        Rest = (named.Count == 0 ? refusal : refusal[..named[0].Index]).Trim();
        for (var i = 0; i < named.Count; i++)
        {
            var (start, end) = (named[i].Index + named[i].Length, i + 1 < named.Count ? named[i + 1].Index : refusal.Length);
            faults.Add((named[i].Groups["field"].Value, refusal[start..end].Trim()));
        }
    }

    public static SeenFaults None { get; } = new("");

    /// <summary>What is said of no field.</summary>
    public string Rest { get; }

    public int Count => faults.Count;

    /// <summary>What is wrong with those fields, in their order.</summary>
    public IEnumerable<string> Of(params string[] fields) => faults.Where(f => fields.Contains(f.Field)).Select(f => f.Rule);

    [GeneratedRegex(
        @"(?:^|(?<=\s))(?<field>kind|party|place|error|shape|altitude|from|until|time-error|strength|heading|speed|level|source|grading|text|supersedes): ",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
