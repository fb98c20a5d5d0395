namespace Parley.House.Tests.Documents;

public sealed class GlossaryTests
{
    private const string Sample = """
        ## Words
        | word | meaning | not |
        |---|---|---|
        | line | an agreed thing | chat room, conversation group |
        | by-hand peer | one without a station | - |
        """;

    [Fact]
    public void The_words_are_used()
    {
        var words = Word.In(Repository.File("docs/glossary.md").Text);
        Assert.True(words.Count > 20);
        Assert.Empty(Glossary.Broken(
            words,
            Repository.Documents.Where(d => d.Path != "docs/glossary.md"),
            string.Join('\n', Repository.CSharp.Where(f => f.Project.Length > 0).Select(f => f.Text))));
    }

    [Fact]
    public void Other_words_and_unknown_words_are_found() => Assert.Equal(
        ["the code does not know the word by-hand peer", "a.md says chat room where the word is line"],
        Glossary.Broken(Word.In(Sample), [new SourceFile("a.md", "Open a Chat Room. `conversation group`")], "class Line;"));
}
