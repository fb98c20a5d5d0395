using System.Text;

namespace Parley.Ledger.Tests;

public sealed class CosignatureTests
{
    private const string Golden =
        "parley/1/cosignature\nby boreal\ntime 1795348800000\nown u 3 o 12\nlacks 3-5,7\n\n"
        + "parley/1/1/0f/astra/9a/urgent\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n"
        + "journal 0 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    [Fact]
    public void The_signed_text_is_laid_out_as_documented()
    {
        var parsed = Cosignature.Parse(Encoding.ASCII.GetBytes(Golden));

        Assert.NotNull(parsed);
        var (cosignature, over) = parsed.Value;
        Assert.Equal(new Cosignature("boreal", new Timestamp(1_795_348_800_000), "u 3 o 12", RangeSet.Parse("3-5,7")!), cosignature);
        Assert.Equal(8, over.Feed.Size);
        Assert.Equal(Golden, Encoding.ASCII.GetString(cosignature.ToSignedText(over)));
    }

    [Theory]
    [InlineData("parley/1/cosignature", "parley/2/cosignature")]
    [InlineData("parley/1/cosignature\n", "")]
    [InlineData("by boreal", "by")]
    [InlineData("by boreal", "by ")]
    [InlineData("by boreal", "by  boreal")]
    [InlineData("by boreal", "by bor+eal")]
    [InlineData("by boreal\n", "by boreal\r\n")]
    [InlineData("by boreal\ntime 1795348800000", "time 1795348800000\nby boreal")]
    [InlineData("time 1795348800000", "time 01795348800000")]
    [InlineData("time 1795348800000", "time -1")]
    [InlineData("time 1795348800000", "time 253402300800000")]
    [InlineData("own u 3 o 12\n", "own \n")]
    [InlineData("own u 3 o 12\n", "own u\t3\n")]
    [InlineData("own u 3 o 12\n", "")]
    [InlineData("lacks 3-5,7", "lacks ")]
    [InlineData("lacks 3-5,7", "lacks 3-5,8")]
    [InlineData("lacks 3-5,7", "lacks 3,4,5,7")]
    [InlineData("7\n\n", "7\n")]
    [InlineData("7\n\n", "7\n\n\n")]
    [InlineData("7\n\n", "7\nmore\n\n")]
    [InlineData("SuFU=\n", "SuFU=")]
    [InlineData("SuFU=\n", "SuFU=\n\n")]
    public void Refuses_every_other_spelling(string part, string instead)
    {
        Assert.Contains(part, Golden, StringComparison.Ordinal);

        Assert.Null(Cosignature.Parse(Encoding.UTF8.GetBytes(Golden.Replace(part, instead, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_longest_one_round_trips()
    {
        var head = new LogHead(Bounds.MaxLogSize, Trees.Leaf(0));
        var lacks = Enumerable.Range(0, Bounds.MaxRanges).Select(i => Bounds.MaxLogSize - (4 * Bounds.MaxRanges) + (4L * i));
        var text = string.Join(',', lacks.Select(from => $"{from}-{from + 2}"));
        var (by, own) = (new string('b', Bounds.MaxNameLength), new string('9', Bounds.MaxOwnLength));
        var cosignature = new Cosignature(by, Timestamp.MaxValue, own, RangeSet.Parse(text)!);
        var over = new Checkpoint(new string('o', Bounds.MaxNameLength), head, head);

        Assert.Equal((cosignature, over), Cosignature.Parse(cosignature.ToSignedText(over)));
    }

    [Fact]
    public void It_lacks_nothing_beyond_its_checkpoint()
    {
        var over = new Checkpoint("o", new LogHead(3, Trees.Leaf(0)), LogHead.Empty);
        var inside = new Cosignature("b", default, "-", RangeSet.Parse("2")!);
        var beyond = new Cosignature("b", default, "-", RangeSet.Parse("3")!);
        using var key = new StampKey(1);

        Assert.True(inside.Fits(over));
        Assert.False(beyond.Fits(over));
        Assert.Throws<ArgumentException>(() => beyond.ToSignedText(over));
        Assert.False(beyond.Verify(over, key, []));
    }

    [Fact]
    public void What_could_not_be_parsed_cannot_be_made()
    {
        var tooMany = RangeSet.Empty;
        for (var i = 0; i <= Bounds.MaxRanges; i++)
        {
            tooMany = tooMany.Add(2 * i, (2 * i) + 1);
        }

        Assert.Null(Cosignature.TryCreate("", default, "-", RangeSet.Empty));
        Assert.Null(Cosignature.TryCreate("b", default, "", RangeSet.Empty));
        Assert.Null(Cosignature.TryCreate("b", default, "a\nb", RangeSet.Empty));
        Assert.Null(Cosignature.TryCreate("b", default, new string('9', Bounds.MaxOwnLength + 1), RangeSet.Empty));
        Assert.Null(Cosignature.TryCreate("b", default, "-", tooMany));
        Assert.Throws<ArgumentException>(() => new Cosignature("b", default, "-", tooMany));
        Assert.NotNull(Cosignature.TryCreate("b", default, "-", tooMany.Coarsen(Bounds.MaxRanges)));
    }

    [Fact]
    public void A_signature_is_over_time_lacks_and_checkpoint()
    {
        using var key = new StampKey(1);
        var (cosignature, over) = Cosignature.Parse(Encoding.ASCII.GetBytes(Golden))!.Value;
        var signature = key.Sign(Encoding.ASCII.GetBytes(Golden));

        Assert.True(cosignature.Verify(over, key, signature));
        Assert.False(new Cosignature("boreal", cosignature.Time, cosignature.Own, RangeSet.Empty).Verify(over, key, signature));
        Assert.False(new Cosignature("boreal", default, cosignature.Own, cosignature.Lacks).Verify(over, key, signature));
        Assert.False(cosignature.Verify(new Checkpoint("other", over.Feed, over.Journal), key, signature));
    }

    [Fact]
    public void Neither_signed_text_passes_for_the_other()
    {
        var (cosignature, over) = Cosignature.Parse(Encoding.ASCII.GetBytes(Golden))!.Value;

        Assert.Null(Checkpoint.Parse(cosignature.ToSignedText(over)));
        Assert.Null(Cosignature.Parse(over.ToBody()));
    }
}
