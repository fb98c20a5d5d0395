using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Control;

/// <summary>Roles as text: <c>watch,release</c>; none is the empty text.</summary>
public static class RolesText
{
    private static readonly (string Name, Roles Role)[] Known =
    [
        ("watch", Roles.Watch), ("release", Roles.Release), ("charter", Roles.Charter), ("admin", Roles.Admin), ("audit", Roles.Audit),
    ];

    /// <summary>The names there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(k => k.Name)];

    public static IEnumerable<string> NamesOf(Roles roles) => Known.Where(k => roles.HasFlag(k.Role)).Select(k => k.Name);

    public static string Write(Roles roles) => string.Join(',', NamesOf(roles));

    /// <summary>Reads a comma list; null when it holds a name that is none.</summary>
    public static Roles? Parse(string text)
    {
        var roles = Roles.None;
        foreach (var name in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var index = Array.FindIndex(Known, k => k.Name == name);
            if (index < 0)
                return null;
            roles |= Known[index].Role;
        }

        return roles;
    }
}

/// <summary>Roles as a list of names; a comma list in one text is read too.</summary>
internal sealed class RolesJson : JsonConverter<Roles>
{
    public override Roles Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Parse(reader.GetString());
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("roles are a list of names");
        var roles = Roles.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var role = reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : Roles.None;
            if (role is Roles.None || (role & (role - 1)) != 0)
                throw new JsonException("roles are a list of names");
            roles |= role;
        }

        return roles;
    }

    public override void Write(Utf8JsonWriter writer, Roles value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in RolesText.NamesOf(value))
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static Roles Parse(string? text) =>
        RolesText.Parse(text ?? "") ?? throw new JsonException($"roles are {string.Join(", ", RolesText.Names)}");
}
