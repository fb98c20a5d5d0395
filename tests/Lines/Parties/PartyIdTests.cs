using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Parties;

public sealed class PartyIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("north-2")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")]
    public void Ids(string text) => Assert.Equal(text, PartyId.Parse(text)!.Value.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void No_ids(string? text) => Assert.Null(PartyId.Parse(text));

    [Fact]
    public void Order_is_that_of_character_codes() =>
        Assert.Equal(["-", "1", "a", "a-", "b"], new[] { "b", "a-", "a", "1", "-" }.Select(t => PartyId.Parse(t)!.Value).Order()
            .Select(p => p.ToString()));
}
