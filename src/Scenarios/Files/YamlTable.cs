using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Parley.Scenarios.Files;

/// <summary>A mapping of the file, read strictly: every key is asked for by name, and those that nobody asked for are refused at the
/// end.</summary>
internal sealed class YamlTable
{
    private readonly YamlMappingNode node;
    private readonly string what;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlTable(YamlMappingNode node, string what) => (this.node, this.what) = (node, what);

    public int Line => (int)node.Start.Line;

    /// <summary>Whether the table has a key.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Reads a node as a table, and refuses keys that <paramref name="read"/> did not ask for.</summary>
    public static T Read<T>(YamlNode node, string what, Func<YamlTable, T> read)
    {
        if (node is not YamlMappingNode mapping)
            throw new ScenarioSyntaxFault(node.Start.Line, $"{what} must be a table of keys and values");
        var table = new YamlTable(mapping, what);
        var value = read(table);
        foreach (var key in mapping.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !table.asked.Contains(name))
                throw new ScenarioSyntaxFault(key.Start.Line, $"{what} knows no key '{key}'; it knows {string.Join(", ", table.asked)}");
        }

        return value;
    }

    public string Text(string key, int most = 1000) =>
        MaybeText(key, most) ?? throw Fault($"{what} needs '{key}'");

    public string? MaybeText(string key, int most = 1000) => Find(key) is { } value ? TextOf(value, key, most) : null;

    public bool MaybeYes(string key) => MaybeText(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw FaultAt(key, $"'{key}' is true or false"),
    };

    public int? MaybeNumber(string key, int least, int most)
    {
        if (MaybeText(key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw FaultAt(key, $"'{key}' is a number from {least} to {most}");
    }

    public int Number(string key, int least, int most) => MaybeNumber(key, least, most) ?? throw Fault($"{what} needs '{key}'");

    /// <summary>One of an enum's names, in lower case.</summary>
    public T? MaybeChoice<T>(string key)
        where T : struct, Enum
    {
        if (MaybeText(key) is not { } text)
            return null;
        return Array.Find(Enum.GetValues<T>(), v => v.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) is var found &&
            found.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)
            ? found
            : throw FaultAt(key, $"'{key}' is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
    }

    public T Choice<T>(string key)
        where T : struct, Enum => MaybeChoice<T>(key) ?? throw Fault($"{what} needs '{key}'");

    /// <summary>The items of a list; none when the key is absent.</summary>
    public IReadOnlyList<YamlNode> Items(string key, int least, int most)
    {
        var items = Find(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children.ToList(),
            var other => throw new ScenarioSyntaxFault(other.Start.Line, $"'{key}' must be a list"),
        };
        return items.Count >= least && items.Count <= most
            ? items
            : throw FaultAt(key, $"{what} takes {least} to {most} items under '{key}'");
    }

    public IReadOnlyList<string> Texts(string key, int least, int most) => [.. Items(key, least, most).Select(i => TextOf(i, key, 1000))];

    /// <summary>A table of texts.</summary>
    public IReadOnlyDictionary<string, string> TextTable(string key)
    {
        if (Find(key) is not YamlMappingNode table)
            throw FaultAt(key, $"{what} needs '{key}', a table");
        return table.Children.ToDictionary(c => TextOf(c.Key, key, 100), c => TextOf(c.Value, key, 200), StringComparer.Ordinal);
    }

    /// <summary>Every key with what stands there, in the order of the file; each key is a text of at most 100 characters.</summary>
    public IEnumerable<(string Key, YamlNode Value)> All()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = TextOf(key, what, 100);
            asked.Add(name);
            yield return (name, value);
        }
    }

    /// <summary>A time such as <c>90s</c>, <c>1m30s</c>, <c>2h</c> or <c>250ms</c>.</summary>
    public TimeSpan? MaybeTime(string key)
    {
        if (MaybeText(key) is not { } text)
            return null;
        return ScenarioTime.Parse(text) is { } time && time <= Bounds.Time
            ? time
            : throw FaultAt(key, $"'{key}' is a time such as 90s, 1m30s, 250ms or 2d, 400 days at most");
    }

    /// <summary>A time in UTC such as <c>2022-03-23T12:00Z</c>, within the bounds of dated plays.</summary>
    public DateTimeOffset? MaybeClock(string key)
    {
        if (MaybeText(key) is not { } text)
            return null;
        return ScenarioTime.ParseClock(text) is { } time && time >= Bounds.EarliestStart && time <= Bounds.LatestStart + Bounds.Time
            ? time
            : throw FaultAt(key, $"'{key}' is a time in UTC such as 2022-03-23T12:00Z, from 1971 on");
    }

    public DateTimeOffset Clock(string key) => MaybeClock(key) ?? throw Fault($"{what} needs '{key}'");

    /// <summary>A table in the table; null when the key is absent.</summary>
    public T? MaybeTable<T>(string key, string name, Func<YamlTable, T> read)
        where T : class => Find(key) is { } value ? Read(value, name, read) : null;

    public ScenarioSyntaxFault Fault(string text) => new(node.Start.Line, text);

    public ScenarioSyntaxFault FaultAt(string key, string text) => new((Find(key) ?? node).Start.Line, text);

    public static string TextOf(YamlNode node, string key, int most)
    {
        if (node is not YamlScalarNode { Value: { } text })
            throw new ScenarioSyntaxFault(node.Start.Line, $"'{key}' must hold text");
        return text.Length > 0 && text.Length <= most
            ? text
            : throw new ScenarioSyntaxFault(node.Start.Line, $"'{key}' takes 1 to {most} characters");
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
