using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using static Parley.Cli.Tests.ActivitySamples;

namespace Parley.Cli.Tests;

/// <summary>Overlaps on the command line, against a station that answers as the test says.</summary>
public sealed class OverlapTests
{
    private const string Counter = "boreal/77aa1b2c3d4e5f60718293a4b5c6d7e8/ordinary/5";

    private static readonly OverlapView Grave = Overlap(Row(Ours, ActivityKind.Flight, "Falcon 3"), Row(Theirs, ActivityKind.NoGoArea, "Range B", ActivityState.Active));

    private static readonly OverlapView Proposed = Grave with
    {
        State = CoordinationState.Countered,
        Words = [new(Counter, "O5-77aa", "boreal", At(6), OverlapWord.Counter, "COUNTER-PROPOSAL: O12-3f0a could be elsewhere:", "en", "North.", ActivityEffect.Took, "")],
        Proposal = new(Counter, "boreal", Ours, true, [new ActivityVolumeView(Text, ["Circle"], "")]),
    };

    [Fact]
    public async Task An_overlap_says_who_where_when_how_close_since_when_and_what_to_do()
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        var run = await session.Parley("overlap", "show", station.Address, "O12-3f0a", "O4", "--line", "hot");
        Assert.Equal(
            $"""
            EXERCISE | OVERLAP NOW
            EXERCISE |     O12-3f0a ours: flight Falcon 3  planned, 2027-11-26 10:00Z to 14:00Z; contact: tower 121.5
            EXERCISE |     O4-77aa boreal: no-go-area Range B  active, 2027-11-26 10:00Z to 14:00Z; contact: tower 121.5
            EXERCISE |     along the ground: 0.0 to 3.2 km; in height: how far cannot be told
            EXERCISE |     2027-11-26 10:00Z to 11:00Z, and 2 more times
            EXERCISE |     closest near 69.5000000 16.0000000
            EXERCISE |     astra has had both since 2027-11-26 10:01:00Z
            EXERCISE |     boreal has NOT had both, as far as is known here
            EXERCISE |     boreal planned into what astra had reserved, knowing of it.
            EXERCISE |     nobody has said anything of it; an answer is OVERDUE since 2027-11-26 10:20Z
            EXERCISE |     next: parley overlap acknowledge {station.Address} O12-3f0a O4-77aa --line hot
            EXERCISE |     or instead of acknowledge: object, counter, consent

            """, run.Out);
        Assert.Equal(new ShowOverlap("hot", Ours, Theirs), Assert.Single(station.Asked.OfType<ShowOverlap>()));
    }

    public static TheoryData<string, OverlapView, string[]> Next => new()
    {
        { "a proposal of theirs", Proposed,
            ["proposed by boreal: O12-3f0a ours: flight Falcon 3 would be", "(en) North.", "next: parley overlap agree PLACE O5-77aa --line hot"] },
        { "a proposal of ours", Proposed with { Proposal = Proposed.Proposal! with { ForUs = false } }, ["take it back with: parley overlap withdraw PLACE O5-77aa --line hot"] },
        { "we have spoken", Said(CoordinationState.Acknowledged, ("astra", OverlapWord.Acknowledge)),
            ["next: boreal answers; or move ours: parley activity amend PLACE O12-3f0a --line hot"] },
        { "they consent", Said(CoordinationState.ConsentedByOne, ("astra", OverlapWord.Acknowledge), ("boreal", OverlapWord.Consent)),
            ["so too: parley overlap consent PLACE O12-3f0a O4-77aa"] },
        { "a convoy", Grave with { Other = Row(Convoy, ActivityKind.Movement, "Amber") },
            ["there are no words on an overlap with a humanitarian site or movement", "next: move ours or end it: parley activity amend PLACE O12-3f0a",
                "parley movement read-back PLACE O9-77aa"] },
        { "our site", Grave with { One = Row(Ours, ActivityKind.Site, "Hospital") },
            ["if life is at immediate risk: parley alert PLACE --line hot --place PLACE"] },
    };

    [Theory]
    [MemberData(nameof(Next))]
    public async Task What_to_do_next_is_a_command(string what, OverlapView overlap, string[] words)
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        station.On<ShowOverlap>(_ => overlap);
        var run = await session.Parley("overlap", "show", station.Address, Ours, Theirs, "--line", "hot");
        var told = run.Out.Replace(station.Address, "PLACE", StringComparison.Ordinal);
        Assert.All(words, w => Assert.True(told.Contains(w, StringComparison.Ordinal), $"{what}: {w} is not in\n{told}"));
    }

    [Theory]
    [InlineData(OverlapSeverity.Possible, "POSSIBLE")]
    [InlineData(OverlapSeverity.Near, "CLOSER THAN AGREED")]
    [InlineData(OverlapSeverity.Meets, "OVERLAP")]
    [InlineData(OverlapSeverity.Now, "OVERLAP NOW")]
    [InlineData(null, "NO OVERLAP by what is notified here")]
    public async Task How_grave_it_is_stands_in_words(OverlapSeverity? severity, string words)
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        station.On<ShowOverlap>(_ => Grave with { Severity = severity });
        var run = await session.Parley("overlap", "show", station.Address, Ours, Theirs, "--line", "hot");
        Assert.StartsWith($"EXERCISE | {words}\n", run.Out);
        Assert.Equal(severity is not null, run.Out.Contains("next:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_distance_holds_what_was_computed_and_nothing_is_told_that_is_not_known()
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        station.On<ShowOverlap>(_ => Grave with { Place = new(4_999, 5_000.2), Height = new(120.7, 304.2), From = null, Until = null, Where = "" });
        var run = await session.Parley("overlap", "show", station.Address, Ours, Theirs, "--line", "hot");
        Assert.Contains("along the ground: 4.9 to 5.1 km; in height: 120 to 305 m\n", run.Out);
        Assert.Contains("    WHEN cannot be told\n", run.Out);
        Assert.DoesNotContain("closest", run.Out);
        station.On<ShowOverlap>(_ => Grave with { Place = new(0, 0), Height = new(0, 0) });
        Assert.Contains(
            "along the ground: nothing between them; in height: nothing between them\n",
            (await session.Parley("overlap", "show", station.Address, Ours, Theirs, "--line", "hot")).Out);
        station.On<ShowOverlap>(_ => Grave with { Place = new(2_000, null) });
        Assert.Contains("2.0 km at least, at most cannot be told", (await session.Parley("overlap", "show", station.Address, Ours, Theirs, "--line", "hot")).Out);
    }

    [Fact]
    public async Task The_list_stands_with_what_to_do_and_an_empty_one_says_what_it_does_not_know()
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        var run = await session.Parley("overlap", "list", station.Address, "--line", "hot", "--of", "O12", "--all");
        Assert.Equal(new ListOverlaps("hot", Ours, true), Assert.Single(station.Asked.OfType<ListOverlaps>()));
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        foreach (var words in new[]
        {
            "OVERLAP NOW  O12-3f0a ours: flight Falcon 3  |  O4-77aa boreal: no-go-area Range B", "0.0 to 3.2 km", "OVERDUE", "next:", "4 more are not told",
        })
            Assert.Contains(words, run.Out);
        station.On<ListOverlaps>(_ => Array.Empty<OverlapListView>());
        Assert.Equal("no overlap of what is notified here; what nobody has notified, nobody sees\n", (await session.Parley("overlap", "list", station.Address)).Out);
    }

    [Fact]
    public async Task Across_lines_it_is_ours_alone_and_says_so_first()
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        var hidden = new CrossOverlapView(
            "north", Row(Ours, ActivityKind.Site, "Hospital"), "south", Row(Theirs, ActivityKind.Fire, "Guns"), OverlapSeverity.Meets, new(0, 100), new(0, 0), At(0), At(60),
            "69.5 16.0", false, "OURS ALONE: boreal was not notified of it on that line, and does not know of this.");
        var known = hidden with { TheirLine = "north", IsNotified = true, Mark = "boreal was notified on this line." };
        station.On<ListCrossOverlaps>(_ => new[] { new CrossOverlapListView(LineMode.Exercise, [hidden, known], true) });
        var run = await session.Parley("overlap", "across", station.Address);
        Assert.Equal(
            """
            EXERCISE | OURS ALONE: seen at this station and nowhere else. Nothing of it is told to any other side.
            EXERCISE | OURS ALONE  OVERLAP  O12-3f0a ours: HUMANITARIAN site Hospital on north  |  O4-77aa boreal: fire Guns on south
            EXERCISE |     OURS ALONE: boreal was not notified of it on that line, and does not know of this.
            EXERCISE |     along the ground: 0.0 to 0.1 km; in height: nothing between them
            EXERCISE |     2027-11-26 10:00Z to 11:00Z, near 69.5 16.0
            EXERCISE |     contact of ours: tower 121.5; of theirs: tower 121.5
            EXERCISE | OVERLAP  O12-3f0a ours: HUMANITARIAN site Hospital on north  |  O4-77aa boreal: fire Guns on north
            EXERCISE |     boreal was notified on this line.

            """, string.Concat(run.Out.Split('\n').Take(8).Select(l => l + "\n")));
        Assert.Contains("There are more, and they are not told.", run.Out);
        Assert.Contains("A message that names what another line told you gives it away.", run.Out);
        station.On<ListCrossOverlaps>(_ => Array.Empty<CrossOverlapListView>());
        Assert.Contains("what nobody has notified, nobody sees", (await session.Parley("overlap", "across", station.Address)).Out);
    }

    [Fact]
    public async Task Words_go_as_they_were_typed()
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        await session.Parley("overlap", "acknowledge", station.Address, "O12", "O4", "--line", "hot");
        await session.Parley("overlap", "object", station.Address, "O12", "O4", "--line", "hot", "--text", "Our range is live.", "--language", "en");
        await session.Parley("overlap", "counter", station.Address, "O12", "O4", "--line", "hot", "--for", "O12", "--altitude", "surface..FL050");
        await session.Parley("overlap", "consent", station.Address, "O12", "O4", "--line", "hot", "--text", "Above FL100.", "--language", "en");
        var asked = station.Asked.OfType<SayOnOverlap>().ToList();
        Assert.All(asked, a => Assert.Equal(("hot", Ours, Theirs), (a.Line, a.Entry, a.Other)));
        Assert.Equal([OverlapWord.Acknowledge, OverlapWord.Object, OverlapWord.Counter, OverlapWord.Consent], asked.Select(a => a.Word));
        Assert.Equal([null, "Our range is live.", null, "Above FL100."], asked.Select(a => a.Text));
        Assert.Equal((Ours, Text.Replace("fl 100", "fl 50", StringComparison.Ordinal)), (asked[2].For, Assert.Single(asked[2].Volumes!)));
        await session.Parley("overlap", "agree", station.Address, "O5-77aa", "--line", "hot");
        await session.Parley("overlap", "withdraw", station.Address, Counter, "--line", "hot", "--text", "Done.", "--language", "en");
        Assert.Equal([new AnswerOverlapWord("hot", Counter), new AnswerOverlapWord("hot", Counter, true, "en", "Done.")], station.Asked.OfType<AnswerOverlapWord>());
    }

    [Theory]
    [InlineData("--text", "object", "--language", "en")]
    [InlineData("--for", "counter", "--point", "69.0 15.0")]
    [InlineData("say what you propose", "counter", "--for", "O12")]
    [InlineData("go together", "consent", "--text", "Words")]
    public async Task What_lacks_its_words_is_not_sent(string words, string verb, params string[] rest)
    {
        await using var station = await Scripted();
        using var session = Session.Signed();
        var run = await session.Parley(["overlap", verb, station.Address, "O12", "O4", "--line", "hot", .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(station.Asked.OfType<SayOnOverlap>());
    }

    private static OverlapView Said(CoordinationState state, params (string Party, OverlapWord Word)[] words) => Grave with
    {
        State = state,
        Words = [.. words.Select(w => new OverlapWordView($"{w.Party}/1", "O1-0000", w.Party, At(1), w.Word, "What.", null, null, ActivityEffect.Took, ""))],
    };

    private static async Task<ScriptedStation> Scripted()
    {
        var station = await ActivitySamples.Station();
        station.On<ShowOverlap>(_ => Grave);
        station.On<ListOverlaps>(_ => new[] { new OverlapListView(LineMode.Exercise, "hot", [Proposed], 4) });
        station.On<SayOnOverlap>(_ => Draft);
        station.On<AnswerOverlapWord>(_ => Draft);
        return station;
    }
}
