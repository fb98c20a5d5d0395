using Parley.Exchange.Counterparts;
using Parley.Exchange.Tests.Files;
using Parley.Lines.Calls;

namespace Parley.Exchange.Tests.Counterparts;

public sealed class CounterpartsFileTests
{
    private const string Good =
        """
        counterparts:
          - pair: ministers
            seats:
              - party: boreal
                names: [ { language: ru, office: Министр обороны, address: Господин министр } ]
                zone: Europe/Moscow
                languages: [ru]
              - party: astra
                names:
                  - { language: ru, office: Министр, address: Госпожа министр }
                  - { language: en, office: Minister of Defence, address: Minister }
                deputies: [First deputy minister]
                zone: Europe/Paris
                languages: [en, fr]
                interpreter: true
          - pair: chiefs
            seats:
              - { party: astra, names: [ { language: en, office: Chief of staff, address: General } ], zone: Europe/Paris, languages: [en] }
              - { party: boreal, names: [ { language: en, office: Chief of staff, address: General } ], zone: Europe/Moscow, languages: [ru] }
        ladder:
          - deputy
          - staff chiefs
          - notice 12
        """;

    [Fact]
    public void A_table_is_read_and_put_in_order()
    {
        var table = CounterpartsFile.Read(Good, out var problem);
        Assert.Null(problem);
        Assert.Equal(["chiefs", "ministers"], table!.Rows.Select(r => r.Pair));
        Assert.All(table.Rows, r => Assert.True(r.IsSound));
        var astra = table.Rows[1].Seats[0];
        Assert.Equal(("astra", "Minister of Defence", true, "Europe/Paris"), (astra.Party.ToString(), astra.In("en").Office, astra.NeedsInterpreter, astra.Zone));
        Assert.Equal(["First deputy minister"], astra.Deputies);
        Assert.Equal(["deputy", "staff chiefs", "notice 12"], table.Ladder!.Select(r => r.ToString()));
        Assert.True(Rung.IsLadder(table.Ladder!, table.Rows));
    }

    [Fact]
    public void A_file_without_a_ladder_says_nothing_of_it() =>
        Assert.Null(CounterpartsFile.Read(Good[..Good.IndexOf("ladder:", StringComparison.Ordinal)], out _)!.Ladder);

    [Theory]
    [InlineData("pair: ministers", "pair: The Ministers", 2, "a pair's id")]
    [InlineData("pair: chiefs", "pair: ministers", 15, "stands twice")]
    [InlineData("party: boreal\n        names", "party: astra\n        names", 8, "one seat")]
    [InlineData("zone: Europe/Moscow\n", "zone: Europe Moscow\n", 6, "IANA")]
    [InlineData("languages: [ru]\n      - party: astra", "languages: []\n      - party: astra", 7, "1 to 16 items")]
    [InlineData("interpreter: true", "interpreter: perhaps", 15, "true or false")]
    [InlineData("interpreter: true", "interpreting: true", 15, "knows no key")]
    [InlineData("language: en, office: Minister of Defence", "language: ru, office: Minister of Defence", 8, "once in each language")]
    [InlineData("office: Minister of Defence", "office: \"a\\nb\"", 8, "plain lines")]
    [InlineData("- staff chiefs", "- staff kings", 22, "no pair 'kings'")]
    [InlineData("- deputy", "- pray", 21, "a rung is")]
    [InlineData("- notice 12", "- deputy", 20, "each rung")]
    [InlineData("deputies: [First deputy minister]", "deputies: &a [First deputy minister]", 12, "anchors")]
    public void A_bad_table_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(CounterpartsFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Contains(words, problem!.Text, StringComparison.Ordinal);
        Assert.InRange(problem.Line, line - 1, line + 2);
    }

    [Fact]
    public void Damage_never_makes_half_a_table() => FileFuzz.Check(
        Good, 2_000, text => CounterpartsFile.Read(text, out var problem) is { } table
            ? problem is null && table.Rows.All(r => r.IsSound) && Rung.IsLadder(table.Ladder ?? [], table.Rows)
            : problem is null ? false : null);
}
