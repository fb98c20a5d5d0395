using Parley.Console.Board;
using Parley.Console.Overlaps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using static Parley.Console.Tests.Overlaps.SomeOverlaps;

namespace Parley.Console.Tests.Overlaps;

/// <summary>What a party may say of an overlap, and what it owes.</summary>
public sealed class OverlapMovesTests
{
    private static readonly Languages Known = Languages.Read(null);

    [Fact]
    public void A_party_speaks_of_its_own_overlaps_alone()
    {
        var overlap = Between(Row("astra"), Row("boreal"));
        Assert.Equal([OverlapWord.Acknowledge, OverlapWord.Object, OverlapWord.Counter, OverlapWord.Consent], OverlapMoves.Open(overlap, "astra"));
        Assert.Empty(OverlapMoves.Open(overlap, "corvia"));
        Assert.False(OverlapMoves.IsUnanswered(overlap, "corvia"));
    }

    [Theory]
    [InlineData(ActivityKind.Movement, ActivityState.Planned)]
    [InlineData(ActivityKind.Site, ActivityState.Active)]
    [InlineData(ActivityKind.Flight, ActivityState.Ended)]
    [InlineData(ActivityKind.Flight, ActivityState.Cancelled)]
    public void Nobody_bargains_over_aid_or_over_what_has_ended(ActivityKind kind, ActivityState state) =>
        Assert.Empty(OverlapMoves.Open(Between(Row("astra"), Row("boreal", kind, state)), "astra"));

    [Fact]
    public void The_last_word_of_ours_that_counts_can_be_withdrawn_once()
    {
        var object_ = Word("astra", OverlapWord.Object);
        Assert.Equal(object_, OverlapMoves.Withdrawable(Between(Row("astra"), Row("boreal"), object_, Word("boreal", OverlapWord.Consent)), "astra"));
        Assert.Null(OverlapMoves.Withdrawable(Between(Row("astra"), Row("boreal"), object_, Word("astra", OverlapWord.Withdraw)), "astra"));
        Assert.Null(OverlapMoves.Withdrawable(Between(Row("astra"), Row("boreal"), Word("astra", OverlapWord.Consent, ActivityEffect.Overtaken)), "astra"));
    }

    [Fact]
    public void A_word_is_owed_until_it_is_said_and_again_when_a_proposal_comes()
    {
        var overlap = Between(Row("astra"), Row("boreal"));
        Assert.True(OverlapMoves.IsUnanswered(overlap, "astra"));
        var said = overlap with { Words = [Word("astra", OverlapWord.Acknowledge)] };
        Assert.False(OverlapMoves.IsUnanswered(said, "astra"));
        Assert.True(OverlapMoves.IsUnanswered(said with { Proposal = Proposal(true) }, "astra"));
        Assert.False(OverlapMoves.IsUnanswered(said with { Proposal = Proposal(false) }, "astra"));
        Assert.False(OverlapMoves.MayAgree(said with { Proposal = Proposal(false) }, "astra"));
        Assert.False(OverlapMoves.IsUnanswered(overlap with { Due = null }, "astra"));
    }

    [Fact]
    public void The_board_counts_what_is_now_and_what_is_owed()
    {
        var now = Between(Row("astra"), Row("boreal"), Word("astra", OverlapWord.Acknowledge)) with { Severity = OverlapSeverity.Now };
        var owed = Between(Row("astra"), Row("boreal"));
        var need = Assert.Single(OverlapNeeds.Ours([List(now, owed, owed)], "astra", Known.English));
        Assert.Equal((Press.Overdue, "Overlaps: 1 now, 2 unanswered by us", "overlaps?line=sky", owed.Due), (need.Press, need.Text, need.Link, need.Due));
        Assert.Equal(Press.Now, Assert.Single(OverlapNeeds.Ours([List(owed)], "astra", Known.English)).Press);
        Assert.Empty(OverlapNeeds.Ours([List(owed with { Words = [Word("astra", OverlapWord.Acknowledge)] })], "astra", Known.English));
    }

    [Fact]
    public void The_board_overlooks_neither_a_site_nor_an_objection_nor_their_silence()
    {
        var aid = Between(Row("astra"), Row("boreal", ActivityKind.Site)) with { Due = null };
        Assert.Equal("Overlaps with humanitarian sites and movements: 1", Assert.Single(OverlapNeeds.Ours([List(aid)], "astra", Known.English)).Text);
        var objected = Between(Row("astra"), Row("boreal"), Word("astra", OverlapWord.Object)) with { State = CoordinationState.Objected };
        Assert.Equal("Overlaps objected to and not settled: 1", Assert.Single(OverlapNeeds.Ours([List(objected)], "astra", Known.English)).Text);
        var wait = Assert.Single(OverlapNeeds.Theirs([List(objected)], "astra", Known.English));
        Assert.Equal((Press.Later, "Overlaps: 1 without their answer", objected.Due), (wait.Press, wait.Text, wait.Due));
        Assert.Equal(Press.Overdue, Assert.Single(OverlapNeeds.Theirs([List(objected with { IsLate = true })], "astra", Known.English)).Press);
        Assert.Empty(OverlapNeeds.Theirs([List(Between(Row("astra"), Row("boreal")))], "astra", Known.English));
    }

    private static OverlapListView List(params OverlapView[] overlaps) => new(LineMode.Live, "sky", overlaps, 0);
}
