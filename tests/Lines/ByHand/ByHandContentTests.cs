using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.ByHand;

public sealed class ByHandContentTests
{
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly ByHandContent Text =
        new(PartyId.Parse("celt")!.Value, Means.Telephone, new Timestamp(1_795_348_800_000), "chen", true, new Note("Not ours.", "en"), null);

    [Fact]
    public void Comes_back_as_it_went()
    {
        Assert.Equal(Text, ByHandContent.From(Text.ToWords().ToContent(Seed)));
        var code = Text with { Words = null, Code = SampleCodebook.Content, Checked = false, Means = Means.Courier };
        Assert.Equal(code, ByHandContent.From(code.ToWords().ToContent(Seed)));
        Assert.Equal(1, Text.ToWords().Officers);
    }

    [Fact]
    public void What_is_not_whole_is_none()
    {
        var fields = Text.ToWords().Fields;
        for (var i = 0; i < fields.Count; i++)
            Assert.Null(ByHandContent.From(Content.Of(Seed, [.. fields.Where((_, at) => at != i)])));
        Assert.Null(ByHandContent.From(Content.Of(Seed, [.. fields.Select(f => f.Name == "means" ? ContentField.OfText("means", "pigeon") : f)])));
        Assert.Null(ByHandContent.From(Content.Of(Seed, [.. fields.Select(f => f.Name == "party" ? ContentField.OfText("party", "Celt!") : f)])));
    }
}
