using Parley.Scenarios.Files;

namespace Parley.Scenarios.Tests.Play;

/// <summary>Plays with a date: crews keep their checks, silences are judged, contacts are entered. Each expectation can fail.</summary>
public sealed class HistoryPlayTests
{
    private const string Good =
        """
        title: A week
        fictional: true
        start: 2030-05-03T12:00Z
        beacon: 30m
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch, release, charter] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Tanaka, roles: [watch, release, charter] } ] }
        circuits:
          - { between: [astra, boreal] }
        lines:
          - name: strait
            kind: hot
            parties: [astra, boreal]
            languages: [en]
            pairs: [ministers]
            checks: { times: "06:00,18:00;answer=10;begins=astra;skip=weekends", crews: [astra/Moreau, boreal/Tanaka], text: The wind is low. }
        steps:
          - { do: compare digits, between: [astra, boreal] }
          - { do: propose, who: astra/Moreau, line: strait }
          - { do: accept, who: boreal/Tanaka, line: strait }
          - { at: 2030-05-03T13:00Z, do: contact, who: astra/Moreau, line: strait, message: before, pair: ministers, ended: 2030-05-01T09:00Z, ours: ours, theirs: theirs }
          - { do: expect contacts, station: astra, line: strait, pair: ministers, days: none }
          - { do: confirm contact, who: boreal/Tanaka, message: before }
          - { do: expect contacts, station: astra, line: strait, pair: ministers, days: 2, by: astra }
          - { at: 2030-05-06T20:00Z, do: expect checks, station: astra, line: strait, party: boreal, days: 4, missed: 0, at least: 3 }
          - { do: expect open, station: astra, lines: [strait] }
          - { do: expect silence, station: astra, line: strait, causes: [], evidence: [Our own test passed] }
          - { do: expect calls, station: astra, line: strait, calls: 0 }
          - { do: crew, who: boreal/Tanaka, line: strait, away: true }
          - { at: 2030-05-07T20:00Z, do: expect silence, station: astra, line: strait, since: 2030-05-07T06:00Z, causes: [desk unattended, told not to answer, local fault] }
          - { do: expect checks, station: astra, line: strait, days: 4, missed: 2 }
          - { do: crew, who: boreal/Tanaka, line: strait, away: false }
          - { at: 2030-05-08T20:00Z, do: expect silence, station: astra, line: strait, causes: [] }
          - { do: expect past silence, station: astra, line: strait, was: not told }
          - { do: explain silence, who: boreal/Tanaka, line: strait, cause: desk unattended, since: 2d }
          - { do: expect past silence, station: astra, line: strait, was: desk unattended }
          - { do: verify, line: strait }
          - { do: report silence, station: astra, lines: [strait], from: 2030-05-03T12:00Z, until: 2030-05-08T19:00Z, unanswered: 0 }
        """;

    [Fact]
    public async Task It_is_played_to_its_end_and_shows_its_dates()
    {
        var (ok, story) = await VirtualPlay.Play(VirtualPlay.Parse(Good));
        Assert.True(ok, story[^1].ToString());
        Assert.StartsWith("EXERCISE 2030-05-03 12:00:00Z  ", story[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(story, l => l.ToString().StartsWith(
            "EXERCISE 2030-05-07 20:00:00Z  astra: 'strait', boreal: LINE OPEN; LOCAL FAULT, DESK UNATTENDED OR TOLD", StringComparison.Ordinal));
        Assert.Contains(story, l => l.Text.Contains("is over: desk unattended. Their crew reports it.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("days: 2, by: astra }", "days: 3, by: astra }", "2 days WITHOUT CONTACT")]
    [InlineData("days: 2, by: astra }", "days: 2, by: astra, declined: 1 }", "astra asked: nothing")]
    [InlineData("days: 4, missed: 0, at least: 3", "days: 4, missed: 0, at least: 4", "3 checks to send or answer")]
    [InlineData("days: 4, missed: 2", "days: 4, missed: 1", "2 MISSED")]
    [InlineData("calls: 0", "calls: 1", "knows 0 calls")]
    [InlineData("causes: [], evidence: [Our own test passed]", "causes: [common fault]", "open")]
    [InlineData("causes: [], evidence: [Our own test passed]", "causes: [], evidence: [nobody is there]", "evidence: ")]
    [InlineData("since: 2030-05-07T06:00Z", "since: 2030-05-07T07:00Z", "silent since 2030-05-07 06:00Z")]
    [InlineData("unanswered: 0", "unanswered: 1", "0 requests that are not answered, of 0")]
    [InlineData("strait, was: not told", "strait, was: told not to answer", "not told")]
    [InlineData("do: crew, who: boreal/Tanaka, line: strait, away: true", "do: crew, who: boreal/Tanaka, line: strait, away: false", "open")]
    [InlineData("do: expect open, station: astra, lines: [strait]", "do: expect past silence, station: astra, line: strait, was: not told", "knows no silence")]
    [InlineData("- { at: 2030-05-06T20:00Z", "- { do: cut circuit, between: [astra, boreal] }\n  - { at: 2030-05-06T20:00Z", "boreal on 'strait'")]
    [InlineData(
        "- { do: expect checks, station: astra, line: strait, days: 4, missed: 2 }", "- { do: expect open, station: astra, lines: [strait] }", "LOCAL")]
    public async Task What_does_not_come_out_fails(string good, string bad, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var (ok, story) = await VirtualPlay.Play(VirtualPlay.Parse(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.False(ok);
        Assert.Contains(words, story[^1].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("start: 2030-05-03T12:00Z", "start: 2030-05-03", 3, "'start' is a time in UTC")]
    [InlineData("start: 2030-05-03T12:00Z", "start: 1969-05-03T12:00Z", 3, "'start' is a time in UTC")]
    [InlineData("start: 2030-05-03T12:00Z", "start: 2200-05-03T12:00Z", 3, "before the year 2200")]
    [InlineData("start: 2030-05-03T12:00Z", "", 4, "'beacon' needs 'start'")]
    [InlineData("beacon: 30m", "beacon: 2h", 4, "'beacon' is a time from 1s to 1h")]
    [InlineData("at: 2030-05-03T13:00Z", "at: 2029-05-03T13:00Z", 21, "comes after 'start'")]
    [InlineData("at: 2030-05-03T13:00Z", "at: 2032-05-03T13:00Z", 21, "400 days after it")]
    [InlineData("at: 2030-05-03T13:00Z", "at: 2147483647d", 21, "400 days at most")]
    [InlineData("06:00,18:00;answer=10", "often", 16, "'times' is a calendar")]
    [InlineData("begins=astra;skip", "begins=corvia;skip", 16, "'times' is a calendar")]
    [InlineData("crews: [astra/Moreau, boreal/Tanaka]", "crews: [astra/Moreau, boreal/Nobody]", 16, "'crews' lists officers")]
    [InlineData("ended: 2030-05-01T09:00Z", "ended: yesterday", 21, "'ended' is a time in UTC")]
    [InlineData("causes: [desk unattended,", "causes: [malice,", 30, "the causes are own fault")]
    [InlineData("cause: desk unattended", "cause: malice", 35, "'cause' is one of")]
    [InlineData("was: desk unattended", "was: malice", 36, "'was' is 'not told' or one of")]
    [InlineData("days: 2, by: astra }", "days: 2, held: 1 }", 24, "counted 'by' a party")]
    [InlineData("line: strait, away: true", "line: strait", 29, "needs 'away'")]
    [InlineData("from: 2030-05-03T12:00Z, until", "from: 2030-05-09T12:00Z, until", 38, "'until' comes after 'from'")]
    [InlineData("lines: [strait]", "lines: [channel]", 26, "on no line 'channel'")]
    public void A_bad_file_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(ScenarioFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Contains(words, problem!.Text, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }
}
