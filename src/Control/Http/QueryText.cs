using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Control.Http;

/// <summary>A query as the query string of its address: <c>?line=hot&amp;limit=20&amp;all=true</c>. Members that are null are left out; the
/// order of members does not matter; unknown and doubled ones are refused.</summary>
public static class QueryText
{
    /// <summary>The query string with its question mark; empty when there is nothing to say.</summary>
    public static string Write(Operation query)
    {
        var members = JsonSerializer.SerializeToNode(query, query.GetType(), ControlJson.Options)!.AsObject();
        var pairs = members
            .Where(m => m.Value is not null && m.Key != "key")
            .Select(m => $"{Uri.EscapeDataString(m.Key)}={Uri.EscapeDataString(m.Value!.ToString())}");
        var text = string.Join('&', pairs);
        return text.Length == 0 ? "" : "?" + text;
    }

    /// <summary>Reads one query.</summary>
    /// <exception cref="JsonException">The members are not those of that type.</exception>
    public static Operation Read(IEnumerable<KeyValuePair<string, string>> members, Type query)
    {
        var node = new JsonObject();
        foreach (var (name, text) in members)
        {
            if (!node.TryAdd(name, Value(name, text, query)))
                throw new JsonException($"{name} stands twice");
        }

        return (Operation?)node.Deserialize(query, ControlJson.Options) ?? throw new JsonException("no query");
    }

    private static JsonValue Value(string name, string text, Type query)
    {
        var property = ControlJson.Options.GetTypeInfo(query).Properties.FirstOrDefault(p => p.Name == name && p.Name != "key")
            ?? throw new JsonException($"{name} is not a member of this query");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(bool))
            return JsonValue.Create(bool.TryParse(text, out var yes) ? yes : throw new JsonException($"{name} is true or false"));
        if (type == typeof(int) || type == typeof(long))
            return JsonValue.Create(Number(name, text));
        return JsonValue.Create(text)!;
    }

    private static long Number(string name, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException($"{name} is a whole number");
}
