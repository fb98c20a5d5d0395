using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Entries;

public sealed class MessageNumberTests
{
    private static readonly EntryRef Entry = new(PartyId.Parse("astra")!.Value, GenerationId.Parse("3f0a0000000000000000000000000001")!.Value, Lane.Urgent, 12);

    [Fact]
    public void Is_lane_index_and_the_beginning_of_the_generation()
    {
        Assert.Equal("U12-3f0a", MessageNumber.Of(Entry).ToString());
        Assert.Equal("O0-3f0a", MessageNumber.Of(Entry with { Lane = Lane.Ordinary, Index = 0 }).ToString());
        Assert.Equal(MessageNumber.Of(Entry), MessageNumber.Parse("U12-3f0a"));
    }

    [Fact]
    public void Fits_its_entry_and_no_other()
    {
        Assert.True(MessageNumber.Of(Entry).Fits(Entry));
        Assert.True(MessageNumber.Parse("U12")!.Value.Fits(Entry));
        Assert.False(MessageNumber.Parse("U12-3f0b")!.Value.Fits(Entry));
        Assert.False(MessageNumber.Parse("U1")!.Value.Fits(Entry));
        Assert.False(MessageNumber.Parse("O12")!.Value.Fits(Entry));
    }

    [Theory]
    [InlineData("")]
    [InlineData("U")]
    [InlineData("12")]
    [InlineData("u12")]
    [InlineData("U12-")]
    [InlineData("U12-3F0A")]
    [InlineData("U12-3f0")]
    [InlineData("U12-3f0a-")]
    [InlineData("U-1")]
    [InlineData("U99999999999999999")]
    public void Nothing_else_is_one(string text) => Assert.Null(MessageNumber.Parse(text));
}
