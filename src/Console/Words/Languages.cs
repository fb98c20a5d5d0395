using Microsoft.AspNetCore.Http;

namespace Parley.Console.Words;

/// <summary>The languages of this console: our own, and those that the party put into a folder of the station. A file there with the tag of one of ours adds to it.</summary>
internal sealed class Languages
{
    public const string Cookie = "parley-language";
    private const string Prefix = "words/";
    private readonly SortedDictionary<string, Language> known = new(StringComparer.OrdinalIgnoreCase);

    private Languages(Language english)
    {
        English = english;
        known[english.Tag] = english;
    }

    public Language English { get; }

    public IEnumerable<Language> All => known.Values;

    /// <summary>Files of the party that could not be used, and why.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Reads our own languages, then the folder's files <c>*.json</c>. One that cannot be used is left out and named.</summary>
    public static Languages Read(string? folder)
    {
        var languages = new Languages(Own("en.json"));
        foreach (var name in typeof(Languages).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n != Prefix + "en.json"))
            languages.Add(Own(name[Prefix.Length..]));
        if (folder is not null && Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(Bounds.Languages))
                languages.AddFile(file);
        }

        return languages;
    }

    /// <summary>The language with that tag, or the one nearest to it; null: none.</summary>
    public Language? Find(string? tag) =>
        tag is null ? null : known.TryGetValue(tag, out var language) ? language : known.GetValueOrDefault(tag.Split('-')[0]);

    /// <summary>As the officer chose; otherwise as the browser asks; otherwise English.</summary>
    public Language Of(HttpRequest request) =>
        Find(request.Cookies[Cookie]) ??
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Find(l.Value.Value)).FirstOrDefault(l => l is not null) ?? English;

    private static Language Own(string name)
    {
        using var stream = typeof(Languages).Assembly.GetManifestResourceStream(Prefix + name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Language.Read(copy.ToArray(), out var problem) ?? throw new InvalidOperationException($"{name}: {problem}");
    }

    private void AddFile(string file)
    {
        var name = Path.GetFileName(file);
        if (new FileInfo(file).Length > Bounds.LanguageFile)
            Problems.Add($"{name}: a language file has at most {Bounds.LanguageFile} bytes");
        else if (Language.Read(File.ReadAllBytes(file), out var problem) is { } language)
            Add(language);
        else
            Problems.Add($"{name}: {problem}");
    }

    private void Add(Language language) =>
        known[language.Tag] = language with { Fallback = known.GetValueOrDefault(language.Tag) ?? English };
}
