using System.Text;

namespace Parley.Ledger.Tests;

public sealed class CheckpointTests
{
    private const string Golden =
        "parley/1/1/0f/astra/9a/urgent\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n"
        + "journal 0 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    [Fact]
    public void The_body_is_laid_out_as_documented()
    {
        var checkpoint = Checkpoint.Parse(Encoding.ASCII.GetBytes(Golden));

        Assert.NotNull(checkpoint);
        Assert.Equal("parley/1/1/0f/astra/9a/urgent", checkpoint.Origin);
        Assert.Equal(8, checkpoint.Feed.Size);
        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", checkpoint.Feed.Root.ToString());
        Assert.Equal(LogHead.Empty, checkpoint.Journal);
        Assert.Equal(Golden, Encoding.ASCII.GetString(checkpoint.ToBody()));
    }

    [Theory]
    [InlineData("\n8\n", "\n08\n")]
    [InlineData("\n8\n", "\n+8\n")]
    [InlineData("\n8\n", "\n-8\n")]
    [InlineData("\n8\n", "\n 8\n")]
    [InlineData("\n8\n", "\n\n")]
    [InlineData("\n8\n", "\n8\r\n")]
    [InlineData("\n8\n", "\n8.0\n")]
    [InlineData("\n8\n", "\n0\n")]
    [InlineData("\n8\n", "\n9007199254740992\n")]
    [InlineData("\n8\n", "\n18446744073709551616\n")]
    [InlineData("RgQyg=\n", "RgQyh=\n")]
    [InlineData("RgQyg=\n", "RgQyg\n")]
    [InlineData("RgQyg=\n", "RgQyg==\n")]
    [InlineData("XcnaeacG", "XcnaeacG ")]
    [InlineData("XcnaeacG", "Xcna-acG")]
    [InlineData("XcnaeacG", "")]
    [InlineData("parley/1/1/0f/astra/9a/urgent", "")]
    [InlineData("/astra/", "/as tra/")]
    [InlineData("/astra/", "/as+tra/")]
    [InlineData("/astra/", "/astr\u00e4/")]
    [InlineData("/astra/", "/as\u007ftra/")]
    [InlineData("/astra/", "/as\ttra/")]
    [InlineData("\njournal 0 ", "\njournal  0 ")]
    [InlineData("\njournal 0 ", "\njournal 1")]
    [InlineData("\njournal 0 ", "\nJournal 0 ")]
    [InlineData("\njournal 0 ", "\njournal 00 ")]
    [InlineData("\njournal 0 47", "\njournal 0 57")]
    [InlineData("\njournal 0 ", "\nother\njournal 0 ")]
    [InlineData("SuFU=\n", "SuFU=")]
    [InlineData("SuFU=\n", "SuFU=\n\n")]
    [InlineData("SuFU=\n", "SuFU=\nmore\n")]
    [InlineData("SuFU=\n", "SuFU= \n")]
    public void Refuses_every_other_spelling(string part, string instead)
    {
        Assert.Contains(part, Golden, StringComparison.Ordinal);

        Assert.Null(Checkpoint.Parse(Encoding.UTF8.GetBytes(Golden.Replace(part, instead, StringComparison.Ordinal))));
    }

    [Fact]
    public void An_origin_has_a_length_of_its_own()
    {
        var head = new LogHead(Bounds.MaxLogSize, Trees.Leaf(0));
        var longest = new Checkpoint(new string('o', Bounds.MaxNameLength), head, head);

        Assert.Equal(longest, Checkpoint.Parse(longest.ToBody()));
        Assert.Null(Checkpoint.Parse([(byte)'o', .. longest.ToBody()]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("\u2003")]
    public void What_could_not_be_parsed_cannot_be_made(string origin)
    {
        Assert.Null(Checkpoint.TryCreate(origin, LogHead.Empty, LogHead.Empty));
        Assert.Throws<ArgumentException>(() => new Checkpoint(origin, LogHead.Empty, LogHead.Empty));
    }

    [Fact]
    public void Heads_that_no_log_can_have_cannot_stand_in_it()
    {
        foreach (var head in new[] { default, new LogHead(-1, Trees.Leaf(0)), new LogHead(Bounds.MaxLogSize + 1, Trees.Leaf(0)) })
        {
            Assert.Null(Checkpoint.TryCreate("o", head, LogHead.Empty));
            Assert.Null(Checkpoint.TryCreate("o", LogHead.Empty, head));
            Assert.Throws<ArgumentException>(() => new Checkpoint("o", head, LogHead.Empty));
            Assert.Throws<ArgumentException>(() => new Checkpoint("o", LogHead.Empty, head));
        }
    }

    [Fact]
    public void A_signature_is_over_the_body_and_nothing_else()
    {
        using var key = new StampKey(1);
        using var other = new StampKey(2);
        var checkpoint = Checkpoint.Parse(Encoding.ASCII.GetBytes(Golden))!;
        var signature = key.Sign(checkpoint.ToBody());

        Assert.True(checkpoint.Verify(key, signature));
        Assert.False(checkpoint.Verify(other, signature));
        Assert.False(new Checkpoint("other", checkpoint.Feed, checkpoint.Journal).Verify(key, signature));
    }
}
