using System.Text.Json;

namespace Parley.Exchange.Imports;

/// <summary>Strings of JSON.</summary>
internal static class ImportText
{
    /// <summary>The string; empty when it is none, or holds half a surrogate pair, which the library does not turn to text.</summary>
    public static string Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return "";
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The string under that key; empty when there is none.</summary>
    public static string Of(JsonElement table, string key) => table.ValueKind == JsonValueKind.Object && table.TryGetProperty(key, out var value) ? Of(value) : "";
}
