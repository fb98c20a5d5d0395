using Parley.Lines.Notices;
using Parley.Lines.Questions;
using Parley.Scenarios.Files;
using Parley.Scenarios.Tests.Play;

namespace Parley.Scenarios.Tests.Files;

public sealed class NoticeStepsTests
{
    private const string Good =
        """
        title: Notices
        fictional: true
        parties:
          - { id: astra, names: { en: Astra }, officers: [ { name: Moreau, roles: [watch] } ] }
          - { id: boreal, names: { en: Boreal }, officers: [ { name: Tanaka, roles: [watch] } ] }
        circuits:
          - { between: [boreal, astra] }
        lines:
          - { name: strait, kind: warm, parties: [astra, boreal], languages: [en], formats: [staff-exercise, unusual-query] }
        steps:
          - { do: notice, who: astra/Moreau, line: strait, message: game, format: staff-exercise, language: en, values: { designation: Quiet, phases: [ { name: one },
              { name: two, what: more } ] } }
          - { do: verify notice, who: astra/Moreau, message: game }
          - { do: read back, who: boreal/Tanaka, message: game, values: { site: 69.3 16 } }
          - { do: agreement, who: boreal/Tanaka, line: strait, state: in force, language: en, text: It holds. }
          - { do: judge, who: astra/Moreau, message: game, enough: false, language: en, text: No. }
          - { do: contest, who: boreal/Tanaka, message: game, language: en, text: No. }
          - { do: show notice, station: boreal, message: game, language: en }
          - { do: expect notice, station: boreal, message: game, closed: 1, of: 3, lead: short, due: completion, late: true }
          - { do: expect question, station: boreal, message: game, party: astra, outcome: none }
          - { do: expect warning, station: boreal, words: REMINDER, shown: false }
        """;

    [Fact]
    public void Every_act_about_notices_is_read()
    {
        var acts = VirtualPlay.Parse(Good).Steps.Select(s => s.Act).ToList();
        var notice = Assert.IsType<NoticeAct>(acts[0]);
        Assert.Equal(["Quiet", null], notice.Values.Select(v => v.Text));
        Assert.Equal(["one", "two"], notice.Values[1].Rows.Select(r => r["name"]));
        Assert.Equal(AgreementState.InForce, Assert.IsType<AgreementAct>(acts[3]).State);
        Assert.False(Assert.IsType<JudgeAct>(acts[4]).IsEnough);
        var expected = Assert.IsType<ExpectNoticeAct>(acts[7]);
        Assert.Equal((1, 3, LeadStanding.Short, NoticeDue.Completion, true), (expected.Closed, expected.Of, expected.Lead, expected.Due, expected.IsLate));
        Assert.Equal(QuestionOutcome.None, Assert.IsType<ExpectQuestionAct>(acts[8]).Outcome);
        Assert.False(Assert.IsType<ExpectWarningAct>(acts[9]).IsThere);
    }

    [Theory]
    [InlineData("format: staff-exercise", "format: movement", "has no format 'movement'")]
    [InlineData("state: in force", "state: over", "'state' is one of")]
    [InlineData("lead: short", "lead: soon", "'lead' is one of")]
    [InlineData("enough: false, ", "", "needs 'enough'")]
    [InlineData("phases: [ { name: one }", "phases: [ one", "must be a table")]
    [InlineData("formats: [staff-exercise", "forms: [staff-exercise", "knows no key")]
    public void A_step_that_is_wrong_is_named(string good, string bad, string told)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Null(ScenarioFile.Read(Good.Replace(good, bad, StringComparison.Ordinal), out var problem));
        Assert.Contains(told, problem!.ToString(), StringComparison.Ordinal);
    }
}
