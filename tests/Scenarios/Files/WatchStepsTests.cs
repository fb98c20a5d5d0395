using Parley.Lines.Handling;
using Parley.Lines.Queries;
using Parley.Scenarios.Files;
using Parley.Scenarios.Tests.Play;

namespace Parley.Scenarios.Tests.Files;

public sealed class WatchStepsTests
{
    private const string Good =
        """
        title: A watch
        fictional: true
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Tanaka, roles: [watch] } ] }
        circuits:
          - { between: [boreal, astra] }
        lines:
          - { name: strait, kind: hot, parties: [astra, boreal], languages: [en], shows: [read], addressees: ["boreal:brigade"] }
        steps:
          - { do: mark, moment: now, text: It begins. }
          - { do: alert, who: astra/Moreau, line: strait, message: alarm, place: the bridge, language: en }
          - { do: ask, who: astra/Moreau, line: strait, message: whose, about: hold fire, place: the bridge, language: en, text: Hold. }
          - { do: answer, who: boreal/Tanaka, message: theirs, to: whose, answer: not under our control, valid: 1h, language: en }
          - { do: handle, who: boreal/Tanaka, message: alarm, stage: relayed, role: duty officer, addressee: brigade }
          - { do: expect handled, message: alarm, by: boreal, stage: relayed, within: 5s, since: now }
          - { do: expect addressee, message: alarm, addressee: "boreal:brigade", state: nothing }
          - { do: expect crossed, message: theirs, station: astra, with: [alarm] }
          - { do: note outside, who: astra/Moreau, line: strait, speaker: A radio, where: broadcast, language: en, text: They go. }
        """;

    [Fact]
    public void Every_act_of_the_watch_is_read()
    {
        var acts = VirtualPlay.Parse(Good).Steps.Select(s => s.Act).ToList();
        Assert.Equal(new MarkAct("now", "It begins."), acts[0]);
        Assert.Equal("the bridge", Assert.IsType<AlertAct>(acts[1]).Place);
        Assert.Equal(QueryAbout.HoldFire, Assert.IsType<AskAct>(acts[2]).About);
        var answer = Assert.IsType<AnswerQueryAct>(acts[3]);
        Assert.Equal((QueryAnswer.NotUnderOurControl, "whose", TimeSpan.FromHours(1)), (answer.Answer, answer.To, answer.Valid));
        Assert.Equal((HandlingStage.Relayed, "brigade"), (Assert.IsType<HandleAct>(acts[4]).Stage, ((HandleAct)acts[4]).Addressee));
        Assert.Equal(new ExpectHandledAct("alarm", "boreal", HandlingStage.Relayed, null, TimeSpan.FromSeconds(5), "now", true), acts[5]);
        Assert.Null(Assert.IsType<ExpectAddresseeAct>(acts[6]).State);
        Assert.Equal(["alarm"], Assert.IsType<ExpectCrossedAct>(acts[7]).With);
        Assert.Equal(("A radio", "broadcast"), (Assert.IsType<NoteOutsideAct>(acts[8]).Speaker, ((NoteOutsideAct)acts[8]).Where));
    }

    [Theory]
    [InlineData("shows: [read]", "shows: [guessed]", 9, "'shows' lists stages")]
    [InlineData("addressees: [\"boreal:brigade\"]", "addressees: [\"cassia:brigade\"]", 9, "of parties of the line")]
    [InlineData("about: hold fire", "about: weather", 13, "ownership or hold fire")]
    [InlineData("answer: not under our control", "answer: perhaps", 14, "'answer' is yes")]
    [InlineData(", valid: 1h", "", 14, "needs 'valid'")]
    [InlineData("to: whose", "to: theirs", 14, "no message 'theirs'")]
    [InlineData("stage: relayed, role", "stage: lost, role", 15, "'stage' is one of")]
    [InlineData("since: now", "since: then", 16, "no moment 'then'")]
    [InlineData("by: boreal, stage", "by: cassia, stage", 16, "not on that line")]
    [InlineData("since: now", "reported: false", 16, "has no 'within'")]
    [InlineData("addressee: \"boreal:brigade\", state", "addressee: \"boreal:fleet\", state", 17, "has no addressee")]
    [InlineData("state: nothing", "state: asleep", 17, "'state' is nothing")]
    [InlineData("with: [alarm]", "with: [letter]", 18, "no message 'letter'")]
    [InlineData("moment: now, text: It begins. }", "moment: now, text: It begins. }\n  - { do: mark, moment: now, text: Again. }", 12, "moment 'now' already")]
    public void A_bad_step_is_refused_with_its_line(string good, string bad, int line, string words)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(ScenarioFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Equal(line, problem!.Line);
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
    }
}
