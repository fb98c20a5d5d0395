using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

public sealed class TranscriptPositionTests
{
    private readonly TranscriptPosition position = new(new Timestamp(5), 3, PartyId.Parse("b")!.Value, new GenerationId(7), Lane.Urgent, 4);

    [Fact]
    public void Parts_count_in_their_order()
    {
        TranscriptPosition[] ordered =
        [
            position,
            position with { Index = 5 },
            position with { Lane = Lane.Ordinary, Index = 0 },
            position with { Generation = new GenerationId(8), Index = 0 },
            position with { Party = PartyId.Parse("c")!.Value, Generation = default },
            position with { Depth = 4, Party = PartyId.Parse("a")!.Value },
            position with { Effective = new Timestamp(6), Depth = 0 },
        ];
        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    [Fact]
    public void Cursors() => Assert.Equal(position, TranscriptPosition.Parse(position.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("5,3,b,00000000000000000000000000000007,0")]
    [InlineData("5,3,b,00000000000000000000000000000007,2,4")]
    [InlineData("5,3,B,00000000000000000000000000000007,0,4")]
    [InlineData("-5,3,b,00000000000000000000000000000007,0,4")]
    [InlineData("253402300800000,3,b,00000000000000000000000000000007,0,4")]
    [InlineData("5,3,b,7,0,4")]
    public void No_cursors(string text) => Assert.Null(TranscriptPosition.Parse(text));
}
