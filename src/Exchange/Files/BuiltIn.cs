namespace Parley.Exchange.Files;

/// <summary>Files that lie in the program.</summary>
internal static class BuiltIn
{
    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => typeof(BuiltIn).Assembly.GetManifestResourceNames();

    /// <summary>The text of one; null when there is none of that name.</summary>
    public static string? Text(string name)
    {
        using var stream = typeof(BuiltIn).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
