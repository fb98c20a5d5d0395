using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Charters;

public sealed class CharterTests
{
    private static readonly SampleLine Line = Conversations.Short();
    private readonly Charter charter = Line.Charter[0] with
    {
        Terms = CharterTerms.Default with
        {
            Languages = ["en", "ru"],
            Release = ReleaseRule.Parse("flash=2,charter=2")!,
            Checks = CheckSchedule.Parse("08:00,20:00;answer=10;begins=astra;skip=sat,sun,2026-12-25"),
            Codebook = Digest.Of([1]),
            Formats = [Digest.Of([2]), Digest.Of([3])],
        },
    };

    [Fact]
    public void Is_read_strictly() => Strict.Check(charter.Encode(), b => Charter.Parse(b)?.Encode());

    [Fact]
    public void Survives_the_wire() => Assert.Equal(charter, Charter.Parse(charter.Encode()));

    [Fact]
    public void Contradictions_are_refused()
    {
        Refused(charter with { Version = 0 });
        Refused(charter with { Version = 2 });
        Refused(charter with { Predecessor = Digest.Of([1]) });
        Refused(charter with { Proposer = PartyId.Parse("corvia")!.Value });
        Refused(charter with { Parties = [charter.Parties[0]] });
        Refused(charter with { Parties = [charter.Parties[1], charter.Parties[0]] });
        Refused(charter with { Parties = [charter.Parties[0], charter.Parties[0]] });
        Refused(charter with { Name = "" });
        Refused(charter with { Name = " hot" });
        Refused(charter with { Name = "a/b" });
        Refused(charter with { Name = new string('a', Bounds.LineNameLength + 1) });
        Refused(charter with { Kind = (LineKind)5 });
        Refused(charter with { Mode = (LineMode)2 });
        Refused(charter with { Nonce = new byte[31] });
        Refused(charter with { Terms = charter.Terms with { SkewSeconds = 86_401 } });
        Refused(charter with { Terms = charter.Terms with { Languages = [.. Enumerable.Repeat("en", Bounds.Languages + 1)] } });
    }

    [Fact]
    public void Every_part_of_the_first_charter_is_in_the_line_id()
    {
        var ids = new[]
        {
            charter,
            charter with { Name = "other" },
            charter with { Mode = LineMode.Exercise },
            charter with { Kind = LineKind.Warm },
            charter with { Nonce = new byte[32] },
            charter with { Proposer = charter.Parties[1].Party },
            charter with { Terms = charter.Terms with { Checks = null } },
        }.Select(c => c.FoundedLine());
        Assert.Equal(7, ids.Distinct().Count());
    }

    [Fact]
    public void An_amendment_may_change_terms_alone()
    {
        var next = charter with { Version = 2, Predecessor = charter.Hash(), Terms = CharterTerms.Default };
        Assert.True(charter.Precedes(next));
        Assert.True(charter.Precedes(next with { Proposer = charter.Parties[1].Party }));
        Assert.False(charter.Precedes(next with { Version = 3 }));
        Assert.False(charter.Precedes(next with { Predecessor = next.Hash() }));
        Assert.False(charter.Precedes(next with { Name = "other" }));
        Assert.False(charter.Precedes(next with { Mode = LineMode.Exercise }));
        Assert.False(charter.Precedes(next with { Kind = LineKind.Warm }));
        Assert.False(charter.Precedes(next with { Nonce = new byte[32] }));
        Assert.False(charter.Precedes(next with { Parties = [charter.Parties[0], charter.Parties[1] with { Named = Digest.Of([9]) }] }));
    }

    [Fact]
    public void Both_sides_compute_one_operator_line_a_mode()
    {
        var (a, b) = (PartyId.Parse("astra")!.Value, PartyId.Parse("boreal")!.Value);
        var live = Charter.Operator(LineMode.Live, (a, [1]), (b, [2]));
        Assert.Equal(live.FoundedLine(), Charter.Operator(LineMode.Live, (b, [2]), (a, [1])).FoundedLine());
        Assert.NotEqual(live.FoundedLine(), Charter.Operator(LineMode.Exercise, (a, [1]), (b, [2])).FoundedLine());
        Assert.NotEqual(live.FoundedLine(), Charter.Operator(LineMode.Live, (a, [1]), (b, [3])).FoundedLine());
        Assert.Equal(live, Charter.Parse(live.Encode()));
    }

    [Theory]
    [InlineData("", "flash", 1)]
    [InlineData("flash=2", "flash", 2)]
    [InlineData("flash=2", "routine", 1)]
    [InlineData("message=2", "routine", 2)]
    public void Release_rules(string text, string precedence, int officers)
    {
        var rule = ReleaseRule.Parse(text)!;
        Assert.Equal(officers, rule.Required(Enum.Parse<Precedence>(precedence, ignoreCase: true), "message"));
        Assert.Equal(rule, ReleaseRule.Parse(rule.ToString()));
    }

    [Theory]
    [InlineData("flash")]
    [InlineData("flash=0")]
    [InlineData("flash=3")]
    [InlineData("flash=+1")]
    [InlineData("flash=1,flash=2")]
    [InlineData("urgent=1")]
    public void No_release_rules(string text) => Assert.Null(ReleaseRule.Parse(text));

    [Fact]
    public void Charter_entries_have_a_count_of_their_own()
    {
        var rule = ReleaseRule.Parse("charter=2")!;
        Assert.Equal(2, rule.Required(Precedence.Routine, EntryKind.Leave));
        Assert.Equal(1, rule.Required(Precedence.Flash, EntryKind.Message));
    }

    private static void Refused(Charter wrong) => Assert.Null(Charter.Parse(wrong.Encode()));
}
