using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Calls;

/// <summary>The charter's table of who talks to whom, and its ladder.</summary>
public sealed class CounterpartTests
{
    private static readonly Seat Astra = SampleCounterparts.Astra;
    private static readonly Seat Boreal = SampleCounterparts.Boreal;
    private static readonly Charter Founding = Conversations.Short().Charter[0];

    internal static readonly Counterpart Ministers = SampleCounterparts.Ministers;

    private static readonly Charter With = Founding with
    {
        Terms = CharterTerms.Default with
        {
            Counterparts = [Ministers with { Pair = "chiefs" }, Ministers],
            Ladder = [new Rung(RungKind.Deputy), new Rung(RungKind.Staff, "chiefs"), new Rung(RungKind.Notice, "12"), new Rung(RungKind.Line, "deconfliction"),
                new Rung(RungKind.Third, "corvia")],
        },
    };

    [Fact]
    public void A_charter_holds_them_strictly()
    {
        Assert.Equal(With, Charter.Parse(With.Encode()));
        Assert.Equal(With.Terms, Charter.Parse(With.Encode())!.Terms);
        Assert.NotEqual(With.FoundedLine(), Founding.FoundedLine());
        Strict.Check(With.Encode(), b => Charter.Parse(b)?.Encode());
    }

    [Fact]
    public void No_damage_makes_a_reader_fall() => Fuzz.Check(With.Encode(), [0x80, 0x82, 0x86, 0x60, 0x61, 0xf4, 0xf5, 0x2f], 2000, b => Charter.Parse(b)?.Encode());

    [Fact]
    public void Contradictions_are_refused()
    {
        Refused([Ministers, Ministers]);
        Refused([Ministers, Ministers with { Pair = "chiefs" }]);
        Refused([Ministers with { Pair = "The Ministers" }]);
        Refused([Ministers with { Seats = [Astra] }]);
        Refused([Ministers with { Seats = [Boreal, Astra] }]);
        Refused([Ministers with { Seats = [Astra, Astra] }]);
        Refused([Ministers with { Seats = [Astra, Boreal with { Party = Party("corvia") }] }]);
        Seats(Astra with { Names = [] });
        Seats(Astra with { Names = [Astra.Names[1], Astra.Names[0]] });
        Seats(Astra with { Names = [new SeatName("en", "a\nb", "Minister")] });
        Seats(Astra with { Names = [new SeatName("en", "Minister", new string('x', Bounds.SeatNameLength + 1))] });
        Seats(Astra with { Deputies = [.. Enumerable.Repeat("Deputy", Bounds.Deputies + 1)] });
        Seats(Astra with { Deputies = ["a\u202eb"] });
        Seats(Astra with { Zone = "" });
        Seats(Astra with { Zone = "Europe\\Paris" });
        Seats(Astra with { Languages = [] });
        Seats(Astra with { Languages = ["en", "en"] });
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_read_all_the_same()
    {
        var charter = With with { Terms = With.Terms with { Counterparts = [Ministers with { Seats = [Astra with { Zone = "Mars/Olympus" }, Boreal] }], Ladder = [] } };
        Assert.Equal("Mars/Olympus", Charter.Parse(charter.Encode())!.Terms.Counterparts[0].Of(Astra.Party)!.Zone);
    }

    [Fact]
    public void A_ladder_names_each_rung_once_and_pairs_of_the_table_alone()
    {
        Ladders([new Rung(RungKind.Deputy), new Rung(RungKind.Deputy)]);
        Ladders([new Rung(RungKind.Staff, "kings")]);
        Ladders([.. Enumerable.Range(0, Bounds.Rungs + 1).Select(i => new Rung(RungKind.Notice, $"n{i}"))]);
    }

    [Theory]
    [InlineData("deputy")]
    [InlineData("staff chiefs")]
    [InlineData("notice 12")]
    [InlineData("notice regret at sea")]
    [InlineData("line hot 2")]
    [InlineData("third corvia")]
    public void A_rung_has_one_writing(string text) => Assert.Equal(text, Rung.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("deputy now")]
    [InlineData("deputy ")]
    [InlineData("staff")]
    [InlineData("staff The Chiefs")]
    [InlineData("notice")]
    [InlineData("notice  12")]
    [InlineData("line a/b")]
    [InlineData("third Corvia")]
    [InlineData("pray")]
    public void Anything_else_is_no_rung(string text) => Assert.Null(Rung.Parse(text));

    [Fact]
    public void A_seat_has_a_name_in_the_asked_language_or_its_first()
    {
        Assert.Equal("Министр обороны", Astra.In("ru").Office);
        Assert.Equal("Minister of Defence", Astra.In("zh").Office);
    }

    [Fact]
    public void Calls_have_no_place_among_crews()
    {
        foreach (var kind in new[] { EntryKind.Call, EntryKind.CallStep, EntryKind.Contact, EntryKind.ContactWord })
        {
            Assert.True(EntryKind.IsWords(kind));
            Assert.True(EntryKind.HasPlaceOn(kind, LineKind.Hot));
            Assert.False(EntryKind.HasPlaceOn(kind, LineKind.Operator));
        }
    }

    private static void Seats(Seat seat) => Refused([Ministers with { Seats = [seat, Boreal] }]);

    private static void Refused(IReadOnlyList<Counterpart> table) =>
        Assert.Null(Charter.Parse((With with { Terms = With.Terms with { Counterparts = table, Ladder = [] } }).Encode()));

    private static void Ladders(IReadOnlyList<Rung> ladder) => Assert.Null(Charter.Parse((With with { Terms = With.Terms with { Ladder = ladder } }).Encode()));

    private static PartyId Party(string id) => PartyId.Parse(id)!.Value;
}
