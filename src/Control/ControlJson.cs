using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Control;

/// <summary>Operations and answers as JSON: members in camelCase, enums as texts in camelCase, times in ISO 8601, bytes in base64. Strict
/// in
/// what it reads: unknown, missing and doubled members, numbers in place of names and <c>null</c> where a value must stand are refused with
/// a <see cref="JsonException"/>.</summary>
public static class ControlJson
{
    /// <summary>For requests, and for everything that is written.</summary>
    public static JsonSerializerOptions Options { get; } = Make(JsonUnmappedMemberHandling.Disallow);

    /// <summary>The same on several lines, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };

    /// <summary>For answers: a member that a newer station adds is passed over, so that an older program goes on working.</summary>
    public static JsonSerializerOptions Answers { get; } = Make(JsonUnmappedMemberHandling.Skip);

    /// <summary>Reads one operation from a request.</summary>
    /// <exception cref="JsonException">The text is anything but one operation of that type.</exception>
    public static Operation ReadOperation(ReadOnlySpan<byte> utf8, Type operation)
    {
        RefuseNullInLists(utf8);
        return (Operation?)JsonSerializer.Deserialize(utf8, operation, Options) ?? throw new JsonException("null is no operation");
    }

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unknown) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = unknown,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = Bounds.Depth,
        Converters = { new RolesJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    // The serializer minds the nullability of members and not that of a list's items.
    private static void RefuseNullInLists(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Bounds.Depth });
        var lists = 0L;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray)
                lists |= 1L << reader.CurrentDepth + 1;
            else if (reader.TokenType is JsonTokenType.StartObject)
                lists &= ~(1L << reader.CurrentDepth + 1);
            else if (reader.TokenType == JsonTokenType.Null && (lists & 1L << reader.CurrentDepth) != 0)
                throw new JsonException("null stands in a list");
        }
    }
}
