using Parley.Scenarios.Files;

namespace Parley.Scenarios.Tests.Play;

/// <summary>Calls in a play: one is held, one declined without a reason, one unacknowledged while the line stands open.</summary>
public sealed class CallPlayTests
{
    private const string Good =
        """
        title: Three calls
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch, release, charter] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Tanaka, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal] }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en], pairs: [ministers, chiefs], ladder: [deputy, staff chiefs, third corvia] }
        fictional: true
        steps:
          - { do: compare digits, between: [astra, boreal] }
          - { do: propose, who: astra/Moreau, line: strait }
          - { do: accept, who: boreal/Tanaka, line: strait }
          - { do: call, who: astra/Moreau, line: strait, message: first, pair: ministers, topic: The bridge, language: en, precedence: priority, in: [10m] }
          - { do: expect call, message: first, station: astra, state: received }
          - { do: call-step, who: boreal/Tanaka, message: first, step: acknowledged }
          - { do: call-step, who: boreal/Tanaka, message: first, step: countered, in: [2m, 3m] }
          - { do: expect call, message: first, station: astra, state: countered }
          - { do: call-step, who: astra/Moreau, message: first, step: scheduled, proposal: 2 }
          - { do: expect call, message: first, station: boreal, state: scheduled }
          - { at: 4m, do: call-step, who: astra/Moreau, message: first, step: held, lasted: 30s }
          - { do: expect call, message: first, station: boreal, state: held, one-sided: true }
          - { do: call-step, who: boreal/Tanaka, message: first, step: held, lasted: 30s }
          - { do: expect call, message: first, station: astra, state: held, one-sided: false }
          - { do: call, who: astra/Moreau, line: strait, message: second, pair: ministers, topic: The bridge, language: en, precedence: priority }
          - { do: call-step, who: boreal/Tanaka, message: second, step: declined, reason: none }
          - { do: expect call, message: second, station: astra, state: declined }
          - { do: call, who: astra/Moreau, line: strait, message: third, pair: ministers, topic: The bridge, language: en, precedence: priority, answer within: 1m }
          - { at: 6m, do: expect call, message: third, station: astra, state: received, overdue: true, available: [deputy, staff chiefs] }
          - { do: call-step, who: astra/Moreau, message: third, step: declined, reason: none, refused: NotOurStep }
          - { do: call, who: astra/Moreau, line: strait, message: staff, pair: chiefs, topic: The bridge, language: en, precedence: priority }
          - { do: expect call, message: third, station: astra, state: received, overdue: true, available: [deputy] }
          - { do: call-step, who: boreal/Tanaka, message: third, step: acknowledged }
          - { do: expect call, message: third, station: astra, state: acknowledged, overdue: false }
          - { do: verify, line: strait }
        """;

    [Fact]
    public async Task It_is_played_to_its_end()
    {
        var (ok, story) = await VirtualPlay.Play(VirtualPlay.Parse(Good));
        Assert.True(ok, story[^1].ToString());
        Assert.Contains(story, l => l.Text.Contains("third is RECEIVED, UNACKNOWLEDGED AT ITS DEADLINE; the ladder offers deputy, staff chiefs", StringComparison.Ordinal));
        Assert.All(story, l => Assert.StartsWith("EXERCISE ", l.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_come_out_fails()
    {
        var (ok, story) = await VirtualPlay.Play(VirtualPlay.Parse(Good.Replace("overdue: true, available: [deputy, staff chiefs]", "overdue: false", StringComparison.Ordinal)));
        Assert.False(ok);
        Assert.Contains("astra shows third as RECEIVED, UNACKNOWLEDGED", story[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pairs: [ministers, chiefs]", "pairs: [The Ministers]", 8, "'pairs' lists ids")]
    [InlineData("ladder: [deputy,", "ladder: [pray,", 8, "a rung is")]
    [InlineData("message: first, pair: ministers", "message: first, pair: kings", 14, "the pairs of strait")]
    [InlineData("first, step: acknowledged }", "first, step: slept }", 16, "'step' is one of")]
    [InlineData("step: countered, in: [2m, 3m]", "step: countered", 17, "'in' lists")]
    [InlineData("in: [2m, 3m]", "in: [soon]", 17, "is no time")]
    [InlineData("step: declined, reason: none }", "step: declined, reason: rudeness }", 26, "a call is declined with")]
    [InlineData("state: countered", "state: asleep", 18, "'state' is")]
    public void A_bad_step_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(ScenarioFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Equal(line, problem!.Line);
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
    }
}
