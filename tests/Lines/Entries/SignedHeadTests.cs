using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Entries;

public sealed class SignedHeadTests
{
    private readonly SuiteZero suite = new(4);
    private readonly FeedId feed = new(new LineId(Digest.Of([1])), PartyId.Parse("astra")!.Value, new GenerationId(77), Lane.Ordinary);
    private readonly LogHead head = new(9, Digest.Of([2]));
    private readonly LogHead journal = new(100, Digest.Of([3]));

    [Fact]
    public void A_checkpoint_is_of_one_feed_suite_head_and_journal()
    {
        using var key = suite.GenerateSigningKey();
        using var verifying = suite.ImportVerifyingKey(key.PublicKey)!;
        var signed = SignedCheckpoint.Sign(feed, suite.Id, head, journal, key);
        Assert.True(signed.Verify(verifying));
        Assert.False((signed with { Feed = feed.Sibling }).Verify(verifying));
        Assert.False((signed with { Suite = SuiteId.One }).Verify(verifying));
        Assert.False((signed with { Head = head with { Size = 10 } }).Verify(verifying));
        Assert.False((signed with { Journal = head }).Verify(verifying));
        Strict.Check(signed.Encode(), b => SignedCheckpoint.Parse(b, feed)?.Encode());
        Assert.StartsWith(
            $"parley/1/0/{feed.Line}/astra/{feed.Generation}/ordinary\n9\n",
                System.Text.Encoding.ASCII.GetString(signed.Checkpoint.ToBody()));
    }

    [Fact]
    public void No_checkpoint_is_over_nothing() =>
        Assert.Null(SignedCheckpoint.Parse(new SignedCheckpoint(feed, suite.Id, LogHead.Empty, LogHead.Empty, [1]).Encode(), feed));

    [Fact]
    public void A_receipt_is_of_all_it_says()
    {
        using var key = suite.GenerateSigningKey();
        using var verifying = suite.ImportVerifyingKey(key.PublicKey)!;
        var boreal = PartyId.Parse("boreal")!.Value;
        var own = new HeadRow(boreal, new GenerationId(5), 3, 4);
        var over = SignedCheckpoint.Sign(feed, suite.Id, head, journal, key);
        var signed = SignedCosignature.Sign(over, boreal, new Timestamp(5), own, RangeSet.Parse("1-2,4")!, suite.Id, key);
        Assert.True(signed.Verify(verifying));
        Assert.False((signed with { Feed = feed.Sibling }).Verify(verifying));
        Assert.False((signed with { By = feed.Party }).Verify(verifying));
        Assert.False((signed with { Time = new Timestamp(6) }).Verify(verifying));
        Assert.False((signed with { Own = own with { Urgent = 4 } }).Verify(verifying));
        Assert.False((signed with { Own = own with { Ordinary = 5 } }).Verify(verifying));
        Assert.False((signed with { Own = own with { Generation = default } }).Verify(verifying));
        Assert.False((signed with { Lacks = RangeSet.Empty }).Verify(verifying));
        Strict.Check(signed.Encode(), b => SignedCosignature.Parse(b, feed)?.Encode());
        Assert.Null(SignedCosignature.Parse((signed with { Lacks = RangeSet.Parse("9")! }).Encode(), feed));
    }
}
