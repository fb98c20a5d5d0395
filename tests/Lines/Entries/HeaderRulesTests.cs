using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Entries;

/// <summary>What no header may say, and what one may although it looks odd: it may yet turn out to be true.</summary>
public sealed class HeaderRulesTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly GenerationId Own = new(7);
    private static readonly GenerationId Theirs = new(9);

    private static readonly Charter Founding = new(
        1, "hot", LineKind.Hot, LineMode.Live, Astra, [new(Astra, Digest.Of([1])), new(Boreal, Digest.Of([2]))], new byte[Charter.NonceSize], null,
        CharterTerms.Default);

    private static EntryHeader Header(string kind, Lane lane, Precedence precedence = Precedence.Routine, Status status = Status.Actual, long index = 3) => new(
        new FeedId(new LineId(Digest.Of([3])), Astra, Own, lane),
        index,
        1,
        new Timestamp(1_800_000_000_000),
        precedence,
        status,
        kind,
        [],
        Heads.Of([new HeadRow(Astra, Own, lane == Lane.Urgent ? index : 5, lane == Lane.Ordinary ? index : 0), new HeadRow(Boreal, Theirs, 4, 2)]),
        Heads.None,
        Digest.Of([4]),
        Digest.Of([5]));

    [Theory]
    [InlineData("message", Lane.Urgent, Precedence.Flash, Status.Actual, true)]
    [InlineData("message", Lane.Ordinary, Precedence.Flash, Status.Actual, false)]
    [InlineData("message", Lane.Urgent, Precedence.Routine, Status.Actual, false)]
    [InlineData("message", Lane.Ordinary, Precedence.Immediate, Status.Test, true)]
    [InlineData("message", Lane.Ordinary, Precedence.Routine, Status.System, false)]
    [InlineData("code", Lane.Urgent, Precedence.Flash, Status.Actual, true)]
    [InlineData("code", Lane.Urgent, Precedence.Routine, Status.Actual, false)]
    [InlineData("code", Lane.Ordinary, Precedence.Routine, Status.System, false)]
    [InlineData("reissue", Lane.Urgent, Precedence.Priority, Status.Actual, false)]
    [InlineData("leave", Lane.Urgent, Precedence.Immediate, Status.Actual, true)]
    [InlineData("leave", Lane.Ordinary, Precedence.Immediate, Status.Actual, false)]
    [InlineData("adopt", Lane.Urgent, Precedence.Immediate, Status.System, true)]
    [InlineData("adopt", Lane.Urgent, Precedence.Immediate, Status.Actual, false)]
    [InlineData("key", Lane.Urgent, Precedence.Routine, Status.System, true)]
    [InlineData("key", Lane.Ordinary, Precedence.Routine, Status.System, false)]
    [InlineData("key", Lane.Urgent, Precedence.Routine, Status.Actual, false)]
    [InlineData("keying", Lane.Ordinary, Precedence.Routine, Status.System, true)]
    [InlineData("rotation", Lane.Ordinary, Precedence.Routine, Status.System, true)]
    [InlineData("generation", Lane.Urgent, Precedence.Routine, Status.System, false)]
    [InlineData("of-a-newer-version", Lane.Urgent, Precedence.Routine, Status.System, true)]
    [InlineData("of-a-newer-version", Lane.Ordinary, Precedence.Routine, Status.Actual, true)]
    [InlineData("of-a-newer-version", Lane.Ordinary, Precedence.Flash, Status.Actual, false)]
    public void Lane_and_status_must_fit_the_kind(string kind, Lane lane, Precedence precedence, Status status, bool allowed) =>
        Assert.Equal(allowed, HeaderRules.Allow(Header(kind, lane, precedence, status), Founding));

    [Fact]
    public void A_generation_stands_first_in_its_urgent_lane_and_nothing_else_does()
    {
        Assert.True(HeaderRules.Allow(Header("generation", Lane.Urgent, status: Status.System, index: 0), Founding));
        Assert.False(HeaderRules.Allow(Header("generation", Lane.Ordinary, status: Status.System, index: 0), Founding));
        Assert.False(HeaderRules.Allow(Header("key", Lane.Urgent, status: Status.System, index: 0), Founding));
        Assert.True(HeaderRules.Allow(Header("keying", Lane.Ordinary, status: Status.System, index: 0), Founding));
    }

    [Fact]
    public void Nobody_holds_words_of_a_party_that_is_not_on_the_line()
    {
        var header = Header("message", Lane.Ordinary);
        Assert.False(HeaderRules.Allow(header with { Held = header.Held.With(PartyId.Parse("cassia")!.Value, Theirs, Lane.Urgent, 1) }, Founding));
        // Of a generation that nobody here has heard of, it may come.
        Assert.True(HeaderRules.Allow(header with { Held = header.Held.With(Boreal, new GenerationId(1), Lane.Urgent, 1_000_000) }, Founding));
    }

    [Fact]
    public void Nobody_was_shown_or_answers_what_his_station_did_not_hold()
    {
        var header = Header("message", Lane.Ordinary);
        Assert.True(HeaderRules.Allow(header with { Seen = header.Held }, Founding));
        Assert.False(HeaderRules.Allow(header with { Seen = header.Held.With(Boreal, Theirs, Lane.Ordinary, 3) }, Founding));
        Assert.False(HeaderRules.Allow(header with { Seen = header.Held.With(Boreal, new GenerationId(1), Lane.Urgent, 1) }, Founding));
        Assert.True(HeaderRules.Allow(header with { Regards = [new EntryRef(Boreal, Theirs, Lane.Urgent, 3)] }, Founding));
        Assert.False(HeaderRules.Allow(header with { Regards = [new EntryRef(Boreal, Theirs, Lane.Urgent, 4)] }, Founding));
    }

    [Fact]
    public void Charter_versions_begin_at_one_and_may_be_ahead_of_ours_and_any_time_goes()
    {
        var header = Header("message", Lane.Ordinary);
        Assert.False(HeaderRules.Allow(header with { CharterVersion = 0 }, Founding));
        Assert.True(HeaderRules.Allow(header with { CharterVersion = 12 }, Founding));
        Assert.True(HeaderRules.Allow(header with { Time = Timestamp.MaxValue }, Founding));
    }
}
