namespace Parley.House.Tests.Documents;

public sealed class LinksTests
{
    [Fact]
    public void Documents_point_at_what_is_there() => Assert.Empty(Links.Broken(Repository.Documents, Repository.Has));

    [Fact]
    public void What_is_gone_is_found() => Assert.Equal(
        ["docs/a.md links to gone.md", "docs/a.md names src/Gone/Gone.cs"],
        Links.Broken([new SourceFile("docs/a.md", "[x](gone.md) [y](here.md#part) [z](https://a.example) `src/Gone/Gone.cs`")], p => p == "docs/here.md"));
}
