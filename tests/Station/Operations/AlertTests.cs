using Parley.Control;
using Parley.Control.Alerts;
using Parley.Control.Corrections;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Queries;
using Parley.Lines.Corrections;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Queries;

namespace Parley.Station.Tests.Operations;

/// <summary>The first minute and taking back: one officer, at once, whatever the release rule asks of other words.</summary>
public sealed class AlertTests
{
    [Fact]
    public void An_alert_leaves_at_once_as_flash_though_the_line_asks_for_two()
    {
        var (astra, boreal, _) = Desk.Pair();

        var alert = astra.Do(new RaiseAlert("hot", "hill 230", "en", "You are hitting our partner."));
        Desk.Settle(astra, boreal);

        Assert.Equal((Precedence.Flash, Lane.Urgent, EntryKind.Alert), (alert.Precedence, alert.Lane, alert.Kind));
        var there = boreal.Do(new ReadEntry("hot", alert.Entry));
        Assert.Equal("ALERT: life at immediate risk at hill 230. STOP.\nYou are hitting our partner.", there.Text);
        Assert.True(astra.Do(new ReadEntry("hot", alert.Entry)).Receipts.Single().Received);
    }

    [Fact]
    public void What_was_said_under_a_key_is_shown_again_when_its_time_is_over()
    {
        var (astra, boreal, _) = Desk.Pair();
        var query = astra.Do(new AskQuery("hot", QueryAbout.HoldFire, "hill 230", "en", "Our patrol is there."));
        Desk.Exchange(astra, boreal);
        var answer = new AnswerQuery("hot", query.Entry, QueryAnswer.Yes, boreal.Now.ToDateTimeOffset().AddMinutes(5)) { Key = "once" };
        var said = boreal.Do(answer).Entry;
        boreal.Now += TimeSpan.FromMinutes(10);

        Assert.Equal(said, boreal.Do(answer).Entry);
        Assert.Equal(Refusal.Malformed, boreal.Refusal(answer with { Key = "another" }));
        boreal.Start();
        Assert.Equal(said, boreal.Do(answer).Entry);
    }

    [Fact]
    public void What_became_of_an_alert_is_told_whatever_the_charter_shows()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Do(new AmendLine("hot", new TermsView(Shows: ["certified"])));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        var alert = astra.Do(new RaiseAlert("hot", "hill 230"));
        Desk.Settle(astra, boreal);
        foreach (var stage in new[] { HandlingStage.Read, HandlingStage.Passed, HandlingStage.Stopped, HandlingStage.Rough })
            boreal.Do(new RecordHandling("hot", alert.Entry, stage, "duty officer"));
        Desk.Settle(astra, boreal);

        Assert.Equal([HandlingStage.Read, HandlingStage.Passed, HandlingStage.Stopped], astra.Do(new ReadEntry("hot", alert.Entry)).Handling.Select(h => h.Stage));
    }

    [Fact]
    public void An_answer_has_an_end_and_is_consent_to_nothing()
    {
        var (astra, boreal, _) = Desk.Pair();
        var query = astra.Do(new AskQuery("hot", QueryAbout.HoldFire, "hill 230", "en", "Our patrol is there."));
        Desk.Settle(astra, boreal);
        var answer = boreal.Do(new AnswerQuery("hot", query.Entry, QueryAnswer.Yes, boreal.Now.ToDateTimeOffset().AddDays(1)));
        Desk.Settle(astra, boreal);

        Assert.Equal([query.Entry], answer.Regards);
        Assert.Contains("ANSWER: yes. Valid until", astra.Do(new ReadEntry("hot", answer.Entry)).Text, StringComparison.Ordinal);
        Assert.Contains("consent to nothing", astra.Do(new ReadEntry("hot", answer.Entry)).Text, StringComparison.Ordinal);
        astra.Now += TimeSpan.FromDays(2);
        astra.Step();
        Assert.Contains("NO LONGER VALID", astra.Do(new ReadEntry("hot", answer.Entry)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_false_alarm_goes_to_allies_of_the_same_mode_and_no_further()
    {
        var (astra, boreal, _) = Desk.Pair();
        foreach (var (name, mode) in new[] { ("allies", Lines.Charters.LineMode.Live), ("other", Lines.Charters.LineMode.Live), ("drill", Lines.Charters.LineMode.Exercise) })
        {
            astra.Do(new ProposeLine(name, Lines.Charters.LineKind.Warm, mode, ["boreal"], null));
            Desk.Settle(astra, boreal);
            boreal.Do(new AcceptLine(name));
            Desk.Settle(astra, boreal);
        }

        Assert.True(astra.Do(new MarkAllies("allies", true)).Allies);
        astra.Do(new MarkAllies("drill", true));
        astra.Start();

        var said = astra.Do(new DeclareFalseAlarm("hot", astra.Now.ToDateTimeOffset(), null, AlarmCause.Exercise, true, false, true) { Key = "once" });
        Assert.Equal(["hot", "allies"], said.Select(s => s.Line));
        var size = astra.OwnFeed(Lane.Urgent).Size;
        astra.Do(new DeclareFalseAlarm("hot", astra.Now.ToDateTimeOffset(), null, AlarmCause.Exercise, true, false, true) { Key = "once" });
        Assert.Equal(size, astra.OwnFeed(Lane.Urgent).Size);
        Assert.Contains("NOT returned", astra.Do(new ReadEntry("hot", said[0].Entry)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_leaves_as_fast_as_what_was_wrong()
    {
        var (astra, boreal, _) = Desk.Pair();
        var alert = astra.Do(new RaiseAlert("hot", "hill 320"));
        Desk.Settle(astra, boreal);

        var correction = astra.Do(new CorrectWords("hot", alert.Entry, "en", "Hill 230, not 320."));

        Assert.Equal((Precedence.Flash, alert.Entry), (correction.Precedence, correction.Supersedes));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new CorrectWords("hot", alert.Entry, "en", "not ours")));
    }

    [Fact]
    public void What_is_not_sound_is_refused_and_nothing_leaves()
    {
        var (astra, boreal, _) = Desk.Pair();
        var mine = astra.Do(new AskQuery("hot", QueryAbout.Ownership, "the strait", "en", "A drone."));
        Desk.Settle(astra, boreal);
        var size = boreal.Line().Heads;

        Assert.Equal(Refusal.Malformed, boreal.Refusal(new RaiseAlert("hot", "")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new RaiseAlert("hot", "here", "en")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AnswerQuery("hot", mine.Entry, QueryAnswer.No, boreal.Now.ToDateTimeOffset().AddHours(-1))));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerQuery("hot", "nothing", QueryAnswer.No, boreal.Now.ToDateTimeOffset().AddHours(1))));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new AnswerQuery("hot", mine.Entry, QueryAnswer.No, astra.Now.ToDateTimeOffset().AddHours(1))));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new RaiseAlert("hot", "here"), "cho", Roles.Audit));
        Assert.Equal(size, boreal.Line().Heads);
    }
}
