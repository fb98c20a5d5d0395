using System.Text.RegularExpressions;
using Parley.Console.Words;

namespace Parley.Console.Tests.Words;

/// <summary>Our own languages say everything that a page says, and a party's files add to them and break nothing.</summary>
public sealed partial class LanguagesTests
{
    private static readonly Languages Own = Languages.Read(null);

    [Theory]
    [InlineData("ru")]
    [InlineData("ar")]
    public void A_language_has_every_text_of_the_english_one_with_the_same_blanks(string tag)
    {
        var language = Own.Find(tag)!;
        Assert.Empty(Own.English.Texts.Keys.Except(language.Texts.Keys));
        Assert.Empty(language.Texts.Keys.Except(Own.English.Texts.Keys));
        Assert.All(Own.English.Texts, t => Assert.Equal(Blanks(t.Value), Blanks(language.Texts[t.Key])));
    }

    [Fact]
    public void Every_text_that_a_page_names_is_there()
    {
        var known = Own.English.Texts.Keys.ToHashSet();
        var named = Directory.EnumerateFiles(Path.Combine(Root, "src", "Console"), "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Named().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Key: m.Groups[1].Value)));
        Assert.Empty(named.Where(n => !n.Key.EndsWith('.') && !known.Contains(n.Key)).Distinct());
    }

    [Fact]
    public void Dates_and_numbers_are_written_as_the_language_writes_them()
    {
        var day = new DateTime(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal("26 November 2026", Own.English.DateOf(day));
        Assert.Equal("26 ноября 2026", Own.Find("ru")!.DateOf(day));
        Assert.Equal("٢٦ نوفمبر ٢٠٢٦", Own.Find("ar")!.DateOf(day));
        Assert.Equal("3,5", Own.Find("ru")!.Number(3.5, 1));
        Assert.Equal("٣٫٥", Own.Find("ar-EG")!.Number(3.5, 1));
    }

    [Fact]
    public void A_partys_file_adds_to_a_language_and_a_new_one_falls_back_to_english()
    {
        var folder = Directory.CreateTempSubdirectory("parley-languages-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "ru.json"), File_("ru", "nav.board", "Доска"));
            File.WriteAllText(Path.Combine(folder, "eo.json"), File_("eo", "nav.board", "Tabulo"));
            File.WriteAllText(Path.Combine(folder, "bad.json"), """{ "tag": "xx", "surprise": 1 }""");
            var languages = Languages.Read(folder);
            Assert.Equal("Доска", languages.Find("ru")!["nav.board"]);
            Assert.Equal(Own.Find("ru")!["nav.drafts"], languages.Find("ru")!["nav.drafts"]);
            Assert.Equal("Tabulo", languages.Find("eo")!["nav.board"]);
            Assert.Equal("Drafts", languages.Find("eo")!["nav.drafts"]);
            Assert.StartsWith("bad.json: ", Assert.Single(languages.Problems), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Root => typeof(LanguagesTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static string File_(string tag, string key, string text) => $$"""
        { "tag": "{{tag}}", "name": "x", "isRightToLeft": false, "digits": "0123456789", "decimalMark": ".",
          "months": ["1","2","3","4","5","6","7","8","9","10","11","12"], "date": "{d} {month} {y}", "checked": false, "texts": { "{{key}}": "{{text}}" } }
        """;

    private static IEnumerable<string> Blanks(string text) => Blank().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal).Distinct();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();

    // Say["a.b"], Say.Find("a.b") and the two arms of Say[x ? "a.b" : "c.d"].
    [GeneratedRegex(@"Say(?:\.Find)?[\[(](?:[^""\]]*\? )?""([a-z][a-z0-9.-]*)""")]
    private static partial Regex Named();
}
