using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Station.Tests.Operations;

/// <summary>Activities as both sides see them, and the same overlap on both.</summary>
public sealed class ActivityTests
{
    private readonly Desk astra;
    private readonly Desk boreal;

    public ActivityTests() => (astra, boreal, _) = Desk.Pair();

    [Fact]
    public void Both_sides_see_the_same_overlap()
    {
        var mine = Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        var theirs = Notify(boreal, "GULL 7", Text(60.02), despite: true);
        Desk.Settle(astra, boreal);
        Desk.Settle(astra, boreal);
        var (here, there) = (Only(astra), Only(boreal));
        Assert.Equal((mine, theirs), (here.One.Entry, here.Other.Entry));
        Assert.Equal(Shared(here), Shared(there));
        Assert.Equal(OverlapSeverity.Meets, here.Severity);
        Assert.Equal(0, here.Place.Least);
        Assert.Equal(At(3_000), here.One.From);
        Assert.All(here.Known, k => Assert.NotNull(k.Since));
        Assert.Equal(here.Known.Max(k => k.Since), here.Known.Single(k => k.Party == "astra").Since);
        Assert.Equal(CoordinationState.Unanswered, here.State);
        Assert.NotNull(here.Due);
        Assert.Single(astra.Do(new ShowActivity("hot", mine)).Overlaps);
    }

    [Fact]
    public void What_it_would_meet_is_said_before_it_leaves()
    {
        Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        var refused = Assert.IsType<Refused<DraftView>>(boreal.Ask(Operation("GULL 7", Text(60.02))));
        Assert.Equal(Refusal.Warned, refused.Why);
        Assert.Contains("astra's flight KITE 21", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("You have not been shown it.", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(boreal.Do(new ListActivities("hot"))[0].Activities, a => a.IsOurs);
        var check = boreal.Do(new CheckActivity("hot", ActivityKind.Flight, [Text(60.02)]));
        Assert.Equal((1, 1), (check.OverlapCount, check.Overlaps.Count));
        var planned = check.Overlaps[0].One.IsOurs ? check.Overlaps[0].One : check.Overlaps[0].Other;
        Assert.Equal(("", "", ""), (planned.Entry, planned.Number, planned.Standing));
        Assert.Empty(boreal.Do(new CheckActivity("hot", ActivityKind.Flight, [Text(65)])).Warnings);
    }

    [Fact]
    public void A_counter_proposal_that_is_agreed_to_ends_it()
    {
        var (mine, theirs) = Pair();
        boreal.Do(new SayOnOverlap("hot", theirs, mine, OverlapWord.Counter, mine, [Text(61)]));
        Desk.Settle(astra, boreal);
        var proposal = Only(astra).Proposal!;
        Assert.True(proposal.ForUs);
        Assert.Equal(Text(61), proposal.Volumes[0].Text);
        Assert.Equal(Refusal.NotOurStep, boreal.Refusal(new AnswerOverlapWord("hot", proposal.Entry)));
        astra.Do(new AnswerOverlapWord("hot", proposal.Entry));
        Desk.Settle(astra, boreal);
        foreach (var desk in new[] { astra, boreal })
        {
            Assert.Empty(desk.Do(new ListOverlaps("hot"))[0].Overlaps);
            Assert.Equal(Text(61), desk.Do(new ShowActivity("hot", mine)).Activity.Volumes[0].Text);
            var pair = desk.Do(new ShowOverlap("hot", mine, theirs));
            Assert.Null(pair.Severity);
            Assert.Equal(2, pair.Words.Count);
        }
    }

    [Fact]
    public void Consent_and_objection_are_seen_on_both_sides()
    {
        var (mine, theirs) = Pair();
        Assert.Equal(Refusal.Malformed, astra.Refusal(new SayOnOverlap("hot", mine, theirs, OverlapWord.Object)));
        astra.Do(new SayOnOverlap("hot", mine, theirs, OverlapWord.Object, Language: "en", Text: "too close"));
        Desk.Settle(astra, boreal);
        Assert.Equal((CoordinationState.Objected, "too close"), (Only(boreal).State, Only(boreal).Words[0].Text));
        astra.Do(new AnswerOverlapWord("hot", Only(astra).Words[0].Entry, Withdraw: true));
        astra.Do(new SayOnOverlap("hot", mine, theirs, OverlapWord.Consent));
        boreal.Do(new SayOnOverlap("hot", mine, theirs, OverlapWord.Consent));
        Desk.Settle(astra, boreal);
        Assert.Equal((CoordinationState.Consented, CoordinationState.Consented), (Only(astra).State, Only(boreal).State));
        Assert.Null(Only(astra).Due);
    }

    [Fact]
    public void A_list_is_read_on_after_what_was_told()
    {
        var (first, second) = (Notify(astra, "KITE 21", Text(60)), Notify(astra, "KITE 22", Text(65)));
        Assert.Equal([first, second], astra.Do(new ListActivities("hot"))[0].Activities.Select(a => a.Entry));
        Assert.Equal(second, Assert.Single(astra.Do(new ListActivities("hot", After: first))[0].Activities).Entry);
        Assert.Empty(astra.Do(new ListActivities("hot", After: second))[0].Activities);
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new ListActivities("hot", Kind: ActivityKind.Site, After: first)));
    }

    [Fact]
    public void The_life_of_a_flight_and_who_may_change_it()
    {
        var mine = Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.NotOurStep, boreal.Refusal(new StepActivity("hot", mine, ActivityStep.Cancel)));
        astra.Do(new StepActivity("hot", mine, ActivityStep.Activate));
        astra.Do(new StepActivity("hot", mine, ActivityStep.Deviate, [Text(62)]));
        Desk.Settle(astra, boreal);
        Assert.Equal(ActivityState.Deviating, Row(boreal, mine).State);
        Assert.Equal(Text(62), Row(boreal, mine).Volumes[0].Text);
        astra.Do(new StepActivity("hot", mine, ActivityStep.Emergency, Language: "en", Text: "engine fire"));
        Desk.Settle(astra, boreal);
        var flash = boreal.Do(new ShowActivity("hot", mine)).Followed[^1];
        Assert.Equal("engine fire", flash.Text);
        Assert.Contains("/urgent/", flash.Entry, StringComparison.Ordinal);
        astra.Do(new StepActivity("hot", mine, ActivityStep.End));
        Assert.Equal(Refusal.ActivityMisplaced, astra.Refusal(new StepActivity("hot", mine, ActivityStep.End)));
        Desk.Settle(astra, boreal);
        Assert.Empty(boreal.Do(new ListActivities("hot"))[0].Activities);
        Assert.Equal(mine, Assert.Single(boreal.Do(new ListActivities("hot", Past: true))[0].Activities).Entry);
    }

    [Fact]
    public void A_later_plan_far_from_what_was_notified_is_doubted_before_it_leaves()
    {
        var mine = Notify(astra, "strike 4", Text(60), kind: ActivityKind.StrikeArea);
        var refused = Assert.IsType<Refused<DraftView>>(astra.Ask(new StepActivity("hot", mine, ActivityStep.Activate, [Text(60.081)])));
        Assert.Equal(Refusal.Warned, refused.Why);
        Assert.Contains("It DIFFERS from what was notified by 9.0 km.", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(ActivityState.Planned, Row(astra, mine).State);
        astra.Do(new StepActivity("hot", mine, ActivityStep.Activate, [Text(60.01)]));
        Assert.Equal(ActivityState.Active, Row(astra, mine).State);
    }

    [Fact]
    public void A_read_back_nine_kilometres_off_is_seen_by_both()
    {
        var mine = Notify(astra, "strike 4", Text(60));
        Desk.Settle(astra, boreal);
        boreal.Do(new ReadBackActivity("hot", mine, ["60.0810000 20.0000000"]));
        Desk.Settle(astra, boreal);
        foreach (var desk in new[] { astra, boreal })
        {
            var back = Assert.Single(desk.Do(new ShowActivity("hot", mine)).ReadBacks);
            Assert.True(back.Differs);
            Assert.InRange(back.Metres!.Value, 8_990, 9_020);
        }

        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new ReadBackActivity("hot", mine, ["60.0000000 20.0000000"])));
        Assert.Equal(Refusal.NoPosition, boreal.Refusal(new ReadBackActivity("hot", mine, ["somewhere"])));
        boreal.Do(new ReadBackActivity("hot", mine, ["34VEM0000000000"]));
    }

    [Fact]
    public void A_stale_picture_is_told_and_not_refused()
    {
        var mine = Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);

        // There, and nobody has been shown it.
        Notify(boreal, "GULL 7", Text(60.02), despite: true);
        Desk.Settle(astra, boreal);
        Assert.Equal("boreal's officer had not been shown astra's activity when these volumes were set, though it was there.", Assert.Single(Only(astra).Marks));
        Assert.Equal(Only(astra).Marks, Only(boreal).Marks);
        Assert.Equal(mine, Only(astra).One.Entry);
    }

    [Fact]
    public void What_a_warning_named_has_been_shown()
    {
        Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.Warned, boreal.Refusal(Operation("GULL 7", Text(60.02))));
        var again = Assert.IsType<Refused<DraftView>>(boreal.Ask(Operation("GULL 7", Text(60.02))));
        Assert.DoesNotContain("You have not been shown it.", again.Detail, StringComparison.Ordinal);
        Notify(boreal, "GULL 7", Text(60.02), despite: true);
        Desk.Settle(astra, boreal);
        Assert.Empty(Only(astra).Marks);
        Assert.Empty(Only(boreal).Marks);
    }

    [Fact]
    public void A_warning_of_other_volumes_shows_nothing_of_these()
    {
        Notify(astra, "KITE 21", Text(60));
        Notify(astra, "KITE 22", Text(62));
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.Warned, boreal.Refusal(Operation("GULL 7", Text(60.02))));
        Notify(boreal, "GULL 7", Text(62.02), despite: true);
        Desk.Settle(astra, boreal);
        Assert.Contains("had not been shown", Assert.Single(Only(astra).Marks), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_activities_shows_them_and_a_part_of_it_does_not()
    {
        Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        boreal.Do(new ListActivities("hot", Kind: ActivityKind.Patrol));
        boreal.Do(new ListOverlaps("hot"));
        Assert.Contains("You have not been shown it.", Warning(boreal), StringComparison.Ordinal);
        boreal.Do(new ListActivities("hot"));
        Assert.DoesNotContain("You have not been shown it.", Warning(boreal), StringComparison.Ordinal);
        Notify(boreal, "GULL 7", Text(60.02), despite: true);
        Desk.Settle(astra, boreal);
        Assert.Empty(Only(astra).Marks);
    }

    [Fact]
    public void It_is_due_when_the_common_time_begins_and_not_before_both_knew_of_it()
    {
        var soon = (int)(boreal.Now.ToDateTimeOffset() - Start).TotalMinutes + 60;
        Notify(astra, "KITE 21", Text(60, from: soon, until: soon + 300));
        Desk.Settle(astra, boreal);
        Notify(boreal, "GULL 7", Text(60.02, from: soon + 10, until: soon + 400), despite: true);
        Desk.Settle(astra, boreal);
        Assert.Equal((At(soon + 10), At(soon + 10)), (Only(astra).From!.Value, Only(astra).Due!.Value));
        Notify(astra, "KITE 22", Text(60, from: -30, until: soon + 1_000), despite: true);
        Desk.Settle(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.All(boreal.Do(new ListOverlaps("hot"))[0].Overlaps, o => Assert.InRange(o.Due!.Value, o.Known.Max(k => k.Since)!.Value, At(soon + 1_000)));
    }

    [Fact]
    public void A_site_is_noted_and_never_consented_to()
    {
        var site = Released(astra.Do(new NotifyActivity(
            "hot", ActivityKind.Site, "hospital 3", "sat phone", [Text(60)], new AidInput(At(4_000), "a pseudonym", null, "red cross on the roof"))));
        Desk.Settle(astra, boreal);
        var theirs = Notify(boreal, "GULL 7", Text(60), despite: true);
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.NoSuchWord, boreal.Refusal(new SayOnOverlap("hot", site, theirs, OverlapWord.Consent)));
        Assert.Equal(Refusal.NoSuchWord, boreal.Refusal(new SayOnAid("hot", theirs, AidWord.Noted)));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new SayOnAid("hot", site, AidWord.RouteConcern)));
        boreal.Do(new SayOnAid("hot", site, AidWord.CannotGuarantee));
        Desk.Settle(astra, boreal);
        var view = astra.Do(new ShowActivity("hot", site));
        Assert.Contains(AidWords.Law, Assert.Single(view.Followed).What, StringComparison.Ordinal);
        Assert.Equal(("a pseudonym", "Received. No unit is named, and nobody reports to have read it."), (view.Behalf, view.Reached));
    }

    [Theory]
    [InlineData("volume 1\n")]
    [InlineData("nonsense")]
    public void What_is_no_volume_is_refused_by_name(string text)
    {
        Assert.Equal(Refusal.NoVolume, astra.Refusal(Operation("KITE 21", text)));
        Assert.Equal(Refusal.NoVolume, astra.Refusal(new CheckActivity("hot", ActivityKind.Flight, [text])));
    }

    [Fact]
    public void A_volume_in_the_past_is_doubted()
    {
        var refused = Assert.IsType<Refused<DraftView>>(astra.Ask(Operation("KITE 21", Text(60, from: -120, until: -60))));
        Assert.Equal(Refusal.Warned, refused.Why);
        Assert.Contains("Volume 1 is past", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stands_after_a_restart_of_both()
    {
        var (mine, theirs) = Pair();
        astra.Do(new SayOnOverlap("hot", mine, theirs, OverlapWord.Acknowledge));
        Desk.Settle(astra, boreal);
        var before = Shared(Only(astra));
        astra.Start();
        boreal.Start();
        Assert.Equal(before, Shared(Only(astra)));
        Assert.Equal(before, Shared(Only(boreal)));
    }

    [Fact]
    public void The_separation_is_the_charters()
    {
        Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        Notify(boreal, "GULL 7", Text(60.3));
        Desk.Settle(astra, boreal);
        Assert.Empty(astra.Do(new ListOverlaps("hot"))[0].Overlaps);
        astra.Do(new AmendLine("hot", new TermsView(Separation: "horizontal=50000;vertical=300;minutes=15;plan=2000")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.Equal(OverlapSeverity.Near, Only(astra).Severity);
        Assert.Equal(Shared(Only(astra)), Shared(Only(boreal)));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(Separation: "horizontal=1"))));
    }

    [Fact]
    public void Two_officers_where_the_charter_asks_for_them_and_none_for_distress()
    {
        astra.Do(new AmendLine("hot", new TermsView(Release: "priority=2,flash=2")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        var draft = astra.Do(Operation("KITE 21", Text(60)));
        Assert.Null(draft.Released);
        Assert.Equal((ActivityKind.Flight, "KITE 21", Text(60)), (draft.Activity!.Kind, draft.Activity.Title, Assert.Single(draft.Activity.Volumes)));
        var mine = Released(astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob"));
        var step = astra.Do(new StepActivity("hot", mine, ActivityStep.Activate));
        Assert.Null(step.Released);
        Assert.NotNull(astra.Do(new StepActivity("hot", mine, ActivityStep.Emergency)).Released);
        astra.Do(new StepActivity("hot", mine, ActivityStep.Deviate, [Text(61)]));
        var end = astra.Do(new StepActivity("hot", mine, ActivityStep.End));
        astra.Do(new ApproveDraft(end.Id, end.Revision), "bob");
        Assert.Equal(Refusal.ActivityMisplaced, astra.Refusal(new ApproveDraft(step.Id, step.Revision), "bob"));
    }

    private static string Warning(Desk desk) => Assert.IsType<Refused<DraftView>>(desk.Ask(Operation("GULL 7", Text(60.02)))).Detail;

    private (string Mine, string Theirs) Pair()
    {
        var mine = Notify(astra, "KITE 21", Text(60));
        Desk.Settle(astra, boreal);
        var theirs = Notify(boreal, "GULL 7", Text(60.02), despite: true);
        Desk.Settle(astra, boreal);
        Desk.Settle(astra, boreal);
        return (mine, theirs);
    }

    private static NotifyActivity Operation(string title, string text, ActivityKind kind = ActivityKind.Flight, bool despite = false) =>
        new("hot", kind, title, "radio 123.1", [text], Despite: despite);

    private static string Notify(Desk desk, string title, string text, bool despite = false, ActivityKind kind = ActivityKind.Flight) =>
        Released(desk.Do(Operation(title, text, kind, despite)));

    private static string Released(DraftView draft)
    {
        Assert.NotNull(draft.Released);
        return draft.Released;
    }

    private OverlapView Only(Desk desk) => Assert.Single(Assert.Single(desk.Do(new ListOverlaps("hot"))).Overlaps);

    private static ActivityRowView Row(Desk desk, string entry) => desk.Do(new ShowActivity("hot", entry)).Activity;

    /// <summary>What must be the same on both sides.</summary>
    private static string Shared(OverlapView view) =>
        $"{view.One.Entry} {view.Other.Entry} {view.Severity} {view.Place} {view.Height} {view.From} {view.Until} {view.Times} {view.Where} " +
        $"{string.Join(';', view.Known)} {string.Join(';', view.Marks)} {view.State} {string.Join(';', view.Words.Select(w => $"{w.Entry} {w.Effect}"))} {view.Due}";

    private static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    private static string Text(double latitude, int from = 3_000, int until = 3_120) => VolumeText.Write(Volume.Make(
        [Circle.Make(Position.FromDegrees(latitude, 20)!.Value, 5_000).Must()], AltitudeBand.Everything,
        Schedule.Make(Window.Make(At(from), At(until)).Must()).Must()).Must());

    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
