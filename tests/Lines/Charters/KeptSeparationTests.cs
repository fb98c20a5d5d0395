using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Charters;

/// <summary>What a charter says of the separation between activities.</summary>
public sealed class KeptSeparationTests
{
    [Fact]
    public void It_is_read_as_it_is_written()
    {
        var kept = new KeptSeparation(18_520, 610, 30, 500);
        Assert.Equal("horizontal=18520;vertical=610;minutes=30;plan=500", kept.ToString());
        Assert.Equal(kept, KeptSeparation.Parse(kept.ToString()));
        Assert.Equal(KeptSeparation.Default, CharterTerms.Default.Kept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("horizontal=1;vertical=1;minutes=1")]
    [InlineData("vertical=1;horizontal=1;minutes=1;plan=1")]
    [InlineData("horizontal=-1;vertical=1;minutes=1;plan=1")]
    [InlineData("horizontal=500001;vertical=1;minutes=1;plan=1")]
    [InlineData("horizontal=1;vertical=20001;minutes=1;plan=1")]
    [InlineData("horizontal=1;vertical=1;minutes=1441;plan=1")]
    [InlineData("horizontal=1;vertical=1;minutes=1;plan=0")]
    public void Anything_else_is_none(string text) => Assert.Null(KeptSeparation.Parse(text));

    [Theory]
    [InlineData(false, false, 20)]
    [InlineData(true, false, 21)]
    [InlineData(false, true, 22)]
    [InlineData(true, true, 22)]
    public void A_charter_carries_it_and_one_without_it_is_written_as_ever(bool publication, bool separation, int items)
    {
        var terms = CharterTerms.Default with { Publication = publication, Separation = separation ? new KeptSeparation(1, 2, 3, 4) : null };
        var charter = new SampleLine(SuiteOne.Instance, LineMode.Live, "astra", "boreal").Charter[0] with { Terms = terms };
        var bytes = charter.Encode();
        Assert.Equal(items, new System.Formats.Cbor.CborReader(bytes).ReadStartArray());
        Assert.Equal(terms, Charter.Parse(bytes)!.Terms);
    }
}
