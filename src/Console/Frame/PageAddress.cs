namespace Parley.Console.Frame;

/// <summary>Addresses of pages of a desk, relative to it.</summary>
internal static class PageAddress
{
    /// <summary>The page with those parts of its query that are given.</summary>
    public static string Of(string page, params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return given.Count == 0 ? page : $"{page}?{string.Join('&', given)}";
    }
}
