namespace Parley.Bench;

/// <summary>The options of one measurement: <c>--name value</c>, and switches without a value.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private Options()
    {
    }

    /// <summary>Null when something stands there that is not among the names, or lacks its value.</summary>
    public static Options? Parse(string[] words, string[] names, string[] switches)
    {
        var options = new Options();
        for (var i = 0; i < words.Length; i++)
        {
            if (switches.Contains(words[i]))
                options.values[words[i]] = "";
            else if (names.Contains(words[i]) && i + 1 < words.Length)
                options.values[words[i]] = words[++i];
            else
                return null;
        }

        return options;
    }

    public bool Has(string name) => values.ContainsKey(name);

    public string? Text(string name) => values.GetValueOrDefault(name);

    /// <summary>A number above 0; the default for anything else.</summary>
    public int Number(string name, int byDefault) =>
        int.TryParse(Text(name), System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : byDefault;
}
