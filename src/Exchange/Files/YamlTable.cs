using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Parley.Exchange.Files;

/// <summary>A table of the file: every key is asked for by name, and those that nobody asked for are refused at the end.</summary>
internal sealed class YamlTable
{
    private readonly YamlMappingNode node;
    private readonly string what;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlTable(YamlMappingNode node, string what) => (this.node, this.what) = (node, what);

    public int Line => (int)node.Start.Line;

    /// <summary>Reads a node as a table, and refuses keys that <paramref name="read"/> did not ask for.</summary>
    public static T Read<T>(YamlNode node, string what, Func<YamlTable, T> read)
    {
        if (node is not YamlMappingNode mapping)
            throw new FileFault(node.Start.Line, $"{what} must be a table of keys and values");
        var table = new YamlTable(mapping, what);
        var value = read(table);
        foreach (var key in mapping.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !table.asked.Contains(name))
                throw new FileFault(key.Start.Line, $"{what} knows no key '{key}'; it knows {string.Join(", ", table.asked)}");
        }

        return value;
    }

    /// <summary>A table under a key.</summary>
    public T Table<T>(string key, string of, Func<YamlTable, T> read) => Read(Find(key) ?? throw Fault($"{what} needs '{key}'"), of, read);

    public string Text(string key, int most) => TextOf(Find(key) ?? throw Fault($"{what} needs '{key}'"), key, most);

    /// <summary>Every key with what stands under it, in the order of the file; all count as asked for.</summary>
    public IEnumerable<(string Key, YamlNode Value)> All()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = TextOf(key, "a key", Bounds.KeyLength);
            asked.Add(name);
            yield return (name, value);
        }
    }

    /// <summary>Whether the key is there; it counts as asked for.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>False when the key is absent.</summary>
    public bool Yes(string key) => Find(key) is null
        ? false
        : Text(key, 10) switch
        {
            "false" => false,
            "true" => true,
            _ => throw FaultAt(key, $"'{key}' is true or false"),
        };

    public int Number(string key, int least, int most) =>
        Text(key, 20) is var text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
        number >= least && number <= most && number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : throw FaultAt(key, $"'{key}' is a number from {least} to {most}");

    /// <summary>One of an enum's names, in lower case.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        var text = Text(key, 40);
        foreach (var value in Enum.GetValues<T>())
        {
            if (Written(value) == text)
                return value;
        }

        throw FaultAt(key, $"'{key}' is one of {string.Join(", ", Enum.GetValues<T>().Select(Written))}");
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<YamlNode> Items(string key, int least, int most)
    {
        var items = Find(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children.ToList(),
            var other => throw new FileFault(other.Start.Line, $"'{key}' must be a list"),
        };
        return items.Count >= least && items.Count <= most
            ? items
            : throw FaultAt(key, $"{what} takes {least} to {most} items under '{key}'");
    }

    public IReadOnlyList<string> Texts(string key, int least, int most, int length) => [.. Items(key, least, most).Select(i => TextOf(i, key, length))];

    public FileFault Fault(string text) => new(node.Start.Line, text);

    /// <summary>A fault at the value of that key, or at the table where there is none.</summary>
    public FileFault FaultAt(string key, string text) => new((Find(key) ?? node).Start.Line, text);

    /// <summary>The line of the value of that key.</summary>
    public int LineOf(string key) => (int)(Find(key) ?? node).Start.Line;

#pragma warning disable CA1308 // Names of the file are small letters.
    private static string Written<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>The text of a node that stands under a key.</summary>
    public static string TextOf(YamlNode node, string key, int most)
    {
        if (node is not YamlScalarNode { Value: { } text } scalar || (scalar.Style == ScalarStyle.Plain && text is "" or "~" or "null"))
            throw new FileFault(node.Start.Line, $"'{key}' must hold text");
        return text.Length > 0 && text.Length <= most
            ? text
            : throw new FileFault(node.Start.Line, $"'{key}' takes 1 to {most} characters");
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
