using Parley.Exchange.Files;

namespace Parley.Exchange.Tests.Files;

public sealed class YamlTextTests
{
    [Fact]
    public void A_file_that_is_too_deep_does_not_end_the_program()
    {
        var problem = Problem("a: " + new string('[', 200_000));
        Assert.Contains("deep", problem.Text, StringComparison.Ordinal);
        Assert.Equal(1, problem.Line);
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_read() => Assert.Contains("longer", Problem(new string(' ', Bounds.FileLength + 1)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("", 1, "one document")]
    [InlineData("a: b\n---\na: b\n", 1, "one document")]
    [InlineData("a", 1, "must be a table")]
    [InlineData("- a", 1, "must be a table")]
    [InlineData("a: b\na: c", 2, "not YAML")]
    [InlineData("a: b\nc: d", 2, "knows no key 'c'; it knows a")]
    [InlineData("? [a]\n: b", 1, "needs 'a'")]
    [InlineData("a: b\nc: [d*\ne: f", 2, "not YAML")]
    [InlineData("a: &x b", 1, "anchors")]
    [InlineData("a: [1]", 1, "must hold text")]
    [InlineData("a:", 1, "must hold text")]
    [InlineData("a: ~", 1, "must hold text")]
    [InlineData("a: null", 1, "must hold text")]
    [InlineData("a: ''", 1, "takes 1 to 5")]
    [InlineData("a: abcdef", 1, "takes 1 to 5")]
    [InlineData("a: !x b", 1, "tags")]
    public void What_is_not_used_here_is_refused(string text, int line, string words)
    {
        var problem = Problem(text);
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
        Assert.StartsWith($"line {line}: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: b", "b")]
    [InlineData("a: \"null\"", "null")]
    [InlineData("a: 'b\n  c'", "b c")]
    public void Text_is_read(string text, string value) => Assert.Equal(value, YamlText.Read(text, "a file", t => t.Text("a", 5), out _));

    private static FileProblem Problem(string text)
    {
        Assert.Null(YamlText.Read(text, "a file", t => t.Text("a", 5), out var problem));
        return problem!;
    }
}
