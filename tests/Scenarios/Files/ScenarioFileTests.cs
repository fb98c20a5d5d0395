using Parley.Lines.Entries;
using Parley.Scenarios.Files;
using Parley.Scenarios.Tests.Play;

namespace Parley.Scenarios.Tests.Files;

public sealed class ScenarioFileTests
{
    private const string Good =
        """
        title: A word
        fictional: true
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch, release] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Tanaka, roles: [charter] } ] }
        circuits:
          - { between: [boreal, astra], count: 2 }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en] }
        steps:
          - { at: 1m5s, do: send, who: astra/Moreau, line: strait, message: one, precedence: flash, language: en, text: Hello. }
        """;

    [Fact]
    public void A_good_file_is_read()
    {
        var scenario = VirtualPlay.Parse(Good);
        Assert.Equal(new ScenarioCircuits("astra", "boreal", 2), Assert.Single(scenario.Circuits));
        var step = Assert.Single(scenario.Steps);
        Assert.Equal(TimeSpan.FromSeconds(65), step.At);
        Assert.Equal(11, step.FileLine);
        var act = Assert.IsType<WriteAct>(step.Act);
        Assert.True(act.Approves);
        Assert.Equal((Precedence.Flash, Status.Actual, "Hello."), (act.Words.Precedence, act.Words.Status, act.Words.Text));
    }

    [Theory]
    [InlineData("title: A word", "title: A word\ncolour: red", 2, "knows no key 'colour'")]
    [InlineData("title: A word", "title: A word\ntitle: B", 2, "not YAML")]
    [InlineData("title: A word", "title: @word", 1, "not YAML")]
    [InlineData("[en] }", "[en*", 1, "not closed")]
    [InlineData("title: A word", "", 2, "needs 'title'")]
    [InlineData("kind: hot", "kind: hot, mode: live", 9, "exercise lines")]
    [InlineData("kind: hot", "kind: operator", 9, "open by themselves")]
    [InlineData("kind: hot", "kind: red", 9, "'kind' is one of")]
    [InlineData("count: 2", "count: 5", 7, "from 1 to 4")]
    [InlineData("id: boreal", "id: Boreal", 5, "a party's id")]
    [InlineData("name: Tanaka", "name: umpire", 5, "an officer's name")]
    [InlineData("roles: [charter]", "roles: [king]", 5, "no role")]
    [InlineData("names: { en: Boreal }", "names: { en: Boreal }, zone: half past nine", 5, "'zone' is the id of a time zone")]
    [InlineData("astra/Moreau", "astra/Tanaka", 11, "'who' is an officer")]
    [InlineData("1m5s", "1s5m", 11, "'at' is a time")]
    [InlineData("do: send", "do: shout", 11, "is no act")]
    [InlineData("line: strait", "line: canal", 11, "no line 'canal'")]
    [InlineData("language: en", "language: ru", 11, "the languages of strait")]
    [InlineData("text: Hello.", "text: Hello., regards: [two]", 11, "no message 'two'")]
    [InlineData("text: Hello.", "text: Hello., source: a book", 11, "nothing in a fictional scenario")]
    [InlineData("fictional: true", "fictional: false", 11, "'source:' or 'invented: true'")]
    [InlineData("text: Hello.", "text: Hello., status: system", 11, "'status' is actual or test")]
    [InlineData("text: Hello.", "text: Hello., refused: Never", 11, "'refused' is one of")]
    [InlineData("text: Hello.", "text: Hello., answer within: 90s", 11, "'answer within' is whole minutes")]
    [InlineData("text: Hello.", "text: Hello., answer within: 0s", 11, "'answer within' is whole minutes")]
    [InlineData("text: Hello.", "text: Hello., answer within: 366d", 11, "'answer within' is whole minutes")]
    public void A_bad_file_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(ScenarioFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Contains(words, problem!.Text, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Steps_stand_in_their_order()
    {
        var text = Good + "  - { at: 5s, do: say, text: Too late. }\n";
        Assert.Null(ScenarioFile.Read(text.Replace("Hello. }", "Hello. }\n", StringComparison.Ordinal), out var problem));
        Assert.Contains("before the one above", problem!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", 90_000)]
    [InlineData("1m30s", 90_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("1s250ms", 1_250)]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("-5s", null)]
    [InlineData("5s5s", null)]
    [InlineData("99999999999s", null)]
    public void Times(string text, int? milliseconds) =>
        Assert.Equal(milliseconds, (int?)ScenarioTime.Parse(text)?.TotalMilliseconds);
}
