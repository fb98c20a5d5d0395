using System.Text.RegularExpressions;
using Parley.Exchange.Files;
using Parley.Exchange.Notices;
using Parley.Exchange.Tests.Files;
using Parley.Lines.Notices;

namespace Parley.Exchange.Tests.Notices;

/// <summary>Each shipped format has an example that lacks nothing, and one whose gaps are named.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Ids => [.. FormatShelf.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_valid_one_lacks_nothing_and_prints_in_every_language(string id)
    {
        var (format, valid, _, _) = Example(id);
        Assert.Empty(NoticeCheck.Gaps(format, valid));
        foreach (var (index, language) in format.Languages.Index())
        {
            var paper = NoticePaper.Write(format, valid, new NoticeHead("astra O12-3f2a", ["boreal O3-aa01"], true), language);
            Assert.StartsWith("EXERCISE EXERCISE EXERCISE\n", paper, StringComparison.Ordinal);
            Assert.Contains(format.Titles[index], paper, StringComparison.Ordinal);
            Assert.Contains("boreal O3-aa01", paper, StringComparison.Ordinal);
            // The number stands at the end too, with how many lines there are: a cut copy shows.
            var lines = NoticeLine.Of(format, valid, language);
            Assert.Matches(new Regex($"astra O12-3f2a, .* {lines.Count}\nEXERCISE"), paper);
            Assert.All(lines, l => Assert.Contains($"\n{l.Number}  {l.Label}", paper, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_gaps_of_the_invalid_one_are_named(string id)
    {
        var (format, _, invalid, gaps) = Example(id);
        Assert.NotEmpty(gaps);
        Assert.Equal(gaps, NoticeCheck.Gaps(format, invalid).Select(g => $"{g.Place}: {Named(g.Fault)}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_encoding_survives_the_wire(string id)
    {
        var format = Format(id);
        Assert.Equal(format, NoticeFormat.Parse(format.Encode()));
    }

    private static NoticeFormat Format(string id) => FormatFile.Read(FormatShelf.Text(id)!, out _)!;

    // missing, not-readable, unknown-code …
    private static string Named(NoticeFault fault) => Regex.Replace(fault.ToString(), "(?<=.)([A-Z])", "-$1").ToLowerInvariant();

    private static (NoticeFormat Format, Notice Valid, Notice Invalid, IReadOnlyList<string> Gaps) Example(string id)
    {
        var format = Format(id);
        var text = Repository.Text($"notices/examples/{id}.yaml");
        var read = YamlText.Read(text, "an example", t =>
        {
            Assert.Equal(id, t.Text("format", 32));
            IReadOnlyList<string> gaps = [];
            var valid = t.Table("valid", "'valid'", form => NoticeFile.Form(form, format));
            var invalid = t.Table("invalid", "'invalid'", form =>
            {
                gaps = form.Texts("gaps", 1, 3, 100);
                return NoticeFile.Form(form, format);
            });
            return Tuple.Create(format, valid, invalid, gaps);
        }, out var problem);
        Assert.True(read is not null, $"{id}: {problem}");
        return read.ToValueTuple();
    }
}
