using System.Text.RegularExpressions;
using Parley.Exchange.Notices;
using Parley.Exchange.Tests.Files;
using Parley.Lines.Notices;

namespace Parley.Exchange.Tests.Notices;

/// <summary>The notice formats that come with the program.</summary>
public sealed class ShippedFormatsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "notices");
    private static readonly IReadOnlyList<string> Ids = NamesIn(Folder);
    private static readonly IReadOnlyList<NoticeFormat> Formats = [.. Ids.Select(i => FormatFile.Read(Repository.Text($"notices/{i}.yaml"), out _)!)];

    public static TheoryData<string> All => [.. Ids];

    [Theory]
    [MemberData(nameof(All))]
    public void Is_read_under_its_own_name(string id)
    {
        var format = FormatFile.Read(Repository.Text($"notices/{id}.yaml"), out var problem);
        Assert.Null(problem);
        Assert.Equal(id, format!.Id);
        Assert.Equal(format, NoticeFormat.Parse(format.Encode()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Says_each_thing_in_each_language(string id)
    {
        var format = Formats.Single(f => f.Id == id);
        Assert.Equal(["ar", "en", "ru"], format.Languages);
        Assert.All(TextsOf(format), texts =>
        {
            Assert.True(texts.Distinct().Count() == 3 || texts.All(t => t.All(char.IsAsciiDigit)), $"{id}: {texts[1]}");
            foreach (var (text, letters) in texts.Zip(["[\u0600-\u06ff]", "[A-Za-z]", "[А-Яа-яё]"]))
                Assert.All(text.Where(char.IsLetter), c => Assert.Matches(letters, $"{c}"));
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Has_its_example(string id)
    {
        var example = Repository.Text($"notices/examples/{id}.yaml").ReplaceLineEndings("\n");
        Assert.StartsWith($"format: {id}\nvalid:\n", example, StringComparison.Ordinal);
        Assert.Contains("\ninvalid:\n", example, StringComparison.Ordinal);
        Assert.Matches("\n  gaps: \\[\"", example);
    }

    [Fact]
    public void Examples_are_of_formats_that_there_are() => Assert.Equal(Ids, NamesIn(Path.Combine(Folder, "examples")));

    [Fact]
    public void No_two_have_one_number() => Assert.Equal(Formats.Count, Formats.Select(f => f.Number).Distinct().Count());

    [Fact]
    public void What_is_regarded_is_there() => Assert.Empty(Formats.SelectMany(f => f.Regards).Except(Ids));

    /// <summary>Whatever is announced can begin, change, slip, be called off and end.</summary>
    [Theory]
    [InlineData(NoticeEffect.Starts)]
    [InlineData(NoticeEffect.Amends)]
    [InlineData(NoticeEffect.Slips)]
    [InlineData(NoticeEffect.Cancels)]
    [InlineData(NoticeEffect.Completes)]
    public void Every_announcement_has_its_life(NoticeEffect effect) => Assert.Equal(
        Formats.Where(f => f.Effect == NoticeEffect.Announces).Select(f => f.Id).Order(StringComparer.Ordinal),
        Assert.Single(Formats, f => f.Effect == effect).Regards.Order(StringComparer.Ordinal));

    [Fact]
    public void What_asks_gives_a_time_to_answer() => Assert.All(Formats.Where(f => f.Effect == NoticeEffect.Asks), f => Assert.NotNull(f.Clocks.Answer));

    [Fact]
    public void What_cannot_wait_needs_no_second_officer() =>
        Assert.All(Formats.Where(f => f.Precedence == Lines.Entries.Precedence.Flash), f => Assert.Equal(1, f.Officers));

    [Fact]
    public void All_are_on_the_shelf()
    {
        Assert.Equal(Ids, FormatShelf.Ids);
        Assert.All(Ids, i => Assert.Equal(Repository.Text($"notices/{i}.yaml"), FormatShelf.Text(i)));
        Assert.Null(FormatShelf.Text("launch-1889"));
    }

    [Fact]
    public void The_table_of_the_page_is_theirs()
    {
        var page = Repository.Text("docs/formats/notice-format.md");
        Assert.Equal(
            Formats.Select(f => $"{f.Id} {f.Number}").Order(StringComparer.Ordinal),
            Regex.Matches(page, @"^\| `([a-z0-9-]+)` \| ([A-Z]-\d+) \|", RegexOptions.Multiline)
                .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Order(StringComparer.Ordinal));
    }

    private static string[] NamesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static IEnumerable<IReadOnlyList<string>> TextsOf(NoticeFormat format) => [format.Titles, .. format.Fields.SelectMany(TextsOf)];

    private static IEnumerable<IReadOnlyList<string>> TextsOf(NoticeField field) =>
        [field.Texts, .. field.Codes.Select(c => c.Texts), .. field.Columns.SelectMany(TextsOf)];
}
