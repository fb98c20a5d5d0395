namespace Parley.House.Tests.Sources;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a // b", "a     ")]
    [InlineData("a /* b\nc */ d", "a     \n     d")]
    [InlineData("a(\"b\\\"c\", 'd')", "a(      ,    )")]
    [InlineData("a(@\"b\\\", c)", "a(     , c)")]
    [InlineData("a(\"\"\"\nb \"c\"\n\"\"\")", "a(   \n     \n   )")]
    public void Comments_and_literals_are_blanked(string text, string code) => Assert.Equal(code, CodeText.Of(text));
}
