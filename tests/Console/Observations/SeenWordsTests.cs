using Parley.Console.Maps;
using Parley.Console.Observations;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Lines.Observations;
using static Parley.Console.Tests.Observations.SomeObservations;

namespace Parley.Console.Tests.Observations;

/// <summary>What is said of observations, and where it leads.</summary>
public sealed class SeenWordsTests
{
    private static readonly Languages All = Languages.Read(null);

    [Theory]
    [InlineData(1000, "nothing against it")]
    [InlineData(999, "partly")]
    [InlineData(1, "partly")]
    [InlineData(0, "does not fit")]
    public void A_factor_is_three_words_and_no_number(int thousandths, string words) => Assert.Equal(words, SeenWords.Fit(thousandths, All.English));

    [Fact]
    public void Everything_has_its_words_in_every_language_of_ours()
    {
        foreach (var say in All.All)
        {
            Assert.All(ObservationKinds.All, k => Assert.NotNull(say.Find("observation.kind." + k.Name())));
            Assert.All(Enum.GetValues<SourceClass>(), s => Assert.NotNull(say.Find("observation.source." + s.Name())));
            Assert.All(
                Enum.GetValues<VerdictKind>().Select(v => SeenWords.Verdict(v, say)).Concat(Enum.GetValues<OptionKind>().Select(o => SeenWords.Option(o, say)))
                    .Concat(Enum.GetValues<ReactionChoice>().Select(c => SeenWords.Choice(c, say))).Concat(Enum.GetValues<TrendDirection>().Select(t => SeenWords.Trend(t, say)))
                    .Concat(Enum.GetValues<StrengthUnit>().Select(u => SeenWords.Unit(u, say))).Concat(Enum.GetValues<FactorKind>().Select(f => SeenWords.Factor(f, say)))
                    .Concat(Enum.GetValues<VerdictKind>().Select(v => say["observation.key." + SeenWords.ClassOf(v)])),
                w => Assert.DoesNotContain("observation.", w, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_word_says_that_there_is_no_danger_or_that_there_is_one() =>
        Assert.DoesNotContain(
            All.English.Texts.Where(t => t.Key.StartsWith("observation", StringComparison.Ordinal) || t.Key.StartsWith("posture", StringComparison.Ordinal)),
            t => new[] { "safe", "attack", "threat", "harmless" }.Any(w => t.Value.Contains(w, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Who_watches_releases_or_audits_sees_it()
    {
        Assert.True(SeenWords.MaySee(Roles.Watch) && SeenWords.MaySee(Roles.Release) && SeenWords.MaySee(Roles.Audit));
        Assert.False(SeenWords.MaySee(Roles.Charter | Roles.Admin));
    }

    [Fact]
    public void What_nothing_explains_stands_otherwise_on_the_map()
    {
        var items = ObservationPlaces.Of([Seen(4), Seen(5, VerdictKind.LargerThan), Seen(6, VerdictKind.ConsistentWith, party: null)], All.English);
        Assert.Equal([MapState.Unexplained, MapState.Differs, MapState.Consistent], items.Select(i => i.State));
        Assert.Equal((MapSide.Theirs, MapSide.Third), (items[0].Side, items[2].Side));
        Assert.Equal(("o4", "observations/4", true), (items[0].Key, items[0].Href, items[0].Rings.Count > 0));
    }

    [Fact]
    public void Addresses_say_only_what_was_chosen()
    {
        Assert.Equal("observations", ObservationLinks.All(new SeenFilter(Party: " ")));
        Assert.Equal(
            "observations?from=2026-11-01&party=boreal&unexplained=yes&only=largerthan",
            ObservationLinks.All(new SeenFilter("2026-11-01", Party: "boreal", Unexplained: true, Only: VerdictKind.LargerThan)));
        Assert.Equal("observations/new?kind=track&now=yes", ObservationLinks.Write(ObservationKind.Track, now: true));
        Assert.Equal("observations/posture/boreal?exercise=yes", ObservationLinks.Posture("boreal", exercise: true));
        Assert.Equal("observations/new?correct=7", ObservationLinks.Correct(7));
        Assert.Equal("observations/posture/boreal?since=2026-11-01", ObservationLinks.Posture("boreal", "2026-11-01"));
        Assert.StartsWith("notice?line=strait&", ObservationLinks.Announced(About()), StringComparison.Ordinal);
        Assert.StartsWith("activity?line=strait&", ObservationLinks.Announced(About(isActivity: true)), StringComparison.Ordinal);
        Assert.Equal((VerdictKind.LargerThan, null), (ObservationLinks.Verdict("largerthan"), ObservationLinks.Verdict("1 = 1")));
    }

    [Fact]
    public void What_can_be_chosen_follows_from_what_the_station_offers_and_the_second_is_another()
    {
        var view = Seen(4) with { Options = [Option(OptionKind.Mirror), Option(OptionKind.Ask), Option(OptionKind.Nothing)] };
        Assert.Equal([ReactionChoice.Nothing, ReactionChoice.Mirror], SeenMoves.Choices(view));
        Assert.Empty(SeenMoves.Choices(view with { Seen = view.Seen with { SupersededBy = 9 } }));
        Assert.False(SeenMoves.MaySecond(view, "Ben"));
        view = view with { Waiting = new DecisionView(ReactionChoice.Mirror, "They did.", "Ada", Now, null, null) };
        Assert.Equal((true, false), (SeenMoves.MaySecond(view, "Ben"), SeenMoves.MaySecond(view, "Ada")));
        Assert.Equal("waits for a second person: Raise our own readiness in turn", SeenWords.Done(view, All.English));
    }
}
