using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.ByHand;

public sealed class ByHandDeedContentTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly ByHandDeedContent Sent = new(PartyId.Parse("celt")!.Value, Means.Fax, new Timestamp(1_795_348_800_000), "chen", ByHandDeed.Sent);

    [Fact]
    public void Comes_back_as_it_went()
    {
        foreach (var deed in new[]
        {
            Sent, Sent with { Deed = ByHandDeed.Refused, Note = new Note("No.", "en") },
            Sent with { Deed = ByHandDeed.Handled, Stage = HandlingStage.Confirmed, Addressee = "coast guard" },
        })
            Assert.Equal(deed, ByHandDeedContent.From(deed.ToWords().ToContent(Seed)));
    }

    [Fact]
    public void What_is_not_whole_is_none()
    {
        foreach (var deed in new[]
        {
            Sent with { Deed = ByHandDeed.Handled }, Sent with { Stage = HandlingStage.Read }, Sent with { Addressee = "coast guard" },
            Sent with { Deed = ByHandDeed.Handled, Stage = HandlingStage.Confirmed }, Sent with { Deed = ByHandDeed.Handled, Stage = HandlingStage.Read, Addressee = "navy" },
        })
        {
            Assert.False(deed.IsWhole);
            Assert.Null(ByHandDeedContent.From(deed.ToWords().ToContent(Seed)));
        }

        var fields = Sent.ToWords().Fields;
        for (var i = 0; i < fields.Count; i++)
            Assert.Null(ByHandDeedContent.From(Content.Of(Seed, [.. fields.Where((_, at) => at != i)])));
        Assert.Null(ByHandDeedContent.From(Content.Of(Seed, [.. fields, ContentField.OfText("stage", "slept")])));
    }
}
