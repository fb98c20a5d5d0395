using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Questions;
using Parley.Control.Stations;
using Parley.Exchange.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Questions;

namespace Parley.Station.Tests.Operations;

/// <summary>Notices as both sides see them: from the draft with gaps to the last event that is closed.</summary>
public sealed class NoticeTests
{
    private readonly NoticeDesks desks = new("boreal:warning centre");
    private readonly Desk astra;
    private readonly Desk boreal;

    public NoticeTests() => (astra, boreal) = (desks.Astra, desks.Boreal);

    [Fact]
    public void A_charter_names_formats_that_are_here_and_in_one_version()
    {
        Assert.Equal(FormatShelf.All.Count, astra.Do(new ListFormats("hot")).Count);
        Assert.Equal(["hot"], astra.Do(new ShowFormat("staff-exercise")).Format.Lines);
        Assert.Equal(Refusal.UnknownFormat, astra.Refusal(new AmendLine("hot", new TermsView(Formats: ["no-such-form"]))));
        var other = FormatShelf.All[0] with { Version = 2 };
        astra.Do(new AddFormat(other.Encode()));
        Assert.Equal(Refusal.UnknownFormat, astra.Refusal(new AmendLine("hot", new TermsView(Formats: [other.Id + "/1", other.Id + "/2"]))));
        astra.Do(new AmendLine("hot", new TermsView(Formats: [other.Id])));
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.UnknownFormat, boreal.Refusal(new AcceptLine("hot")));
        boreal.Do(new AddFormat(other.Encode()));
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.Equal([other.Id], boreal.Do(new ListFormats("hot")).Select(f => f.Id));
        Assert.Equal(Refusal.FileRefused, astra.Refusal(new AddFormat([1, 2, 3])));
    }

    [Fact]
    public void Formats_survive_a_restart()
    {
        astra.Start();
        Assert.Equal(FormatShelf.All.Count, astra.Do(new ListFormats("hot")).Count);
    }

    [Fact]
    public void A_draft_with_gaps_is_kept_and_cannot_leave()
    {
        var draft = Draft(astra, "completion", [new("ended", [At(0)])]);
        Assert.Equal(["result", "remaining"], draft.Check.Gaps.Select(g => g.Field));
        Assert.Equal(["3", "6"], draft.Check.Gaps.Select(g => g.Number));
        Assert.Equal(StepEffect.NoPredecessor, draft.Check.Step);
        Assert.Equal(Refusal.NoticeIncomplete, astra.Refusal(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision)));
        Assert.Equal(Refusal.NoticeIncomplete, astra.Refusal(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "bob"));
        Assert.Equal(draft.Draft.Id, astra.Do(new ShowNoticeDraft(draft.Draft.Id)).Draft.Id);
        Assert.Contains(astra.Do(new ListDrafts()), d => d.Id == draft.Draft.Id && d.Text.Contains("Ended at", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_wrote_it_does_not_verify_it_and_release_is_an_act_of_its_own()
    {
        var draft = Launch(astra, 1);
        Assert.Empty(draft.Check.Gaps);
        Assert.Equal(Refusal.OwnDraft, astra.Refusal(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision)));
        Assert.Equal(Refusal.DraftChanged, astra.Refusal(new VerifyNotice(draft.Draft.Id, new string('0', 64)), "bob"));
        var verified = astra.Do(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "bob");
        Assert.Null(verified.Draft.Released);
        Assert.Equal(["bob"], verified.VerifiedBy);
        Assert.Equal(Refusal.AlreadyApproved, astra.Refusal(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "cid"));
        var released = astra.Do(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision));
        Assert.NotNull(released.Released);
        Desk.Exchange(astra, boreal);
        Assert.Equal(NoticeEffect.Announces, boreal.Do(new ShowNotice("hot", released.Released)).Effect);
    }

    [Fact]
    public void Two_officers_are_enough_and_one_is_not()
    {
        var draft = Launch(astra, 1);
        Assert.Equal(Refusal.AlreadyApproved, astra.Refusal(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision)));
        Assert.NotNull(astra.Do(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision), "bob").Released);

        // What one officer may release needs no second one.
        var launch = Send(astra, Launch(astra, 1));
        var slip = Draft(astra, "slip", [new("period", [$"{At(13)} {At(14)}"]), new("firm", ["yes"]), new("reason", ["Wind"])], launch);
        Assert.NotNull(astra.Do(new ApproveDraft(slip.Draft.Id, slip.Draft.Revision)).Released);
    }

    [Fact]
    public void Where_the_charter_asks_for_two_a_notice_needs_two_who_may_release()
    {
        var asked = new DraftNotice("hot", "space-launch", "en", NoticeSamples.Launch(1, At(12), At(16)), Precedence: Precedence.Flash);
        var draft = Assert.IsType<Done<NoticeDraftView>>(astra.Ask(asked, "wat", Roles.Watch)).Answer;
        Assert.Equal((0, 2), (draft.Draft.ApprovedBy.Count, draft.Draft.ApprovalsNeeded));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "eve", Roles.Watch));
        astra.Do(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "bob");
        Assert.Equal(Refusal.AlreadyApproved, astra.Refusal(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision), "bob"));
        Assert.NotNull(astra.Do(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision), "cid").Released);
    }

    [Fact]
    public void A_charter_with_another_rule_voids_what_was_approved_under_the_one_before()
    {
        var draft = Launch(astra, 1);
        var single = Draft(astra, "slip", [new("period", [$"{At(13)} {At(14)}"]), new("firm", ["yes"]), new("reason", ["Wind"])], Send(astra, Launch(astra, 1)));
        astra.Do(new AmendLine("hot", new TermsView(Release: "priority=2")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.DraftChanged, astra.Refusal(new ApproveDraft(single.Draft.Id, single.Draft.Revision)));
        astra.Do(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "bob");
    }

    [Fact]
    public void What_others_say_of_a_notice_hides_neither_its_end_nor_what_was_read_back()
    {
        var launch = Send(astra, Launch(astra, 1));
        for (var i = 0; i < 40; i++)
            boreal.Do(new SendMessage("hot", Precedence.Routine, "en", $"Noted {i}.", Regards: [launch]));
        boreal.Do(new ReadBackNotice("hot", launch, [new NoticeValue("site", ["68.3000000 16.0000000"])]));
        Desk.Exchange(astra, boreal);
        Assert.Single(astra.Do(new ShowNotice("hot", launch)).ReadBacks);
        Send(astra, Draft(astra, "completion", NoticeSamples.Completion(1), launch));
        Assert.Equal(StepEffect.AfterTheEnd, Draft(astra, "completion", NoticeSamples.Completion(1), launch).Check.Step);
    }

    [Fact]
    public void A_draft_that_is_written_anew_loses_its_approvals()
    {
        var draft = Launch(astra, 1);
        astra.Do(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "bob");
        var again = astra.Do(new DraftNotice("hot", "space-launch", "en", draft.Values, Draft: draft.Draft.Id), "bob");
        Assert.Equal(draft.Draft.Id, again.Draft.Id);
        Assert.Empty(again.VerifiedBy);
        Assert.Equal(Refusal.OwnDraft, astra.Refusal(new VerifyNotice(again.Draft.Id, again.Draft.Revision), "bob"));
    }

    [Fact]
    public void A_window_stays_open_until_each_announced_event_is_closed()
    {
        var launch = Send(astra, Launch(astra, 3));
        var matter = Matter(boreal, launch);
        Assert.Equal((true, 3), (matter.IsOpen, matter.Events.Count));
        Assert.Equal(LeadStanding.InTime, Matter(boreal, Send(astra, Draft(astra, "missile-test", NoticeSamples.Missile(At(4), At(5))))).Notice.Clocks.Lead);
        Assert.Equal(["warning centre"], matter.Notice.Addressees.Select(a => a.Role));

        foreach (var number in new[] { 1, 2 })
            Send(astra, Draft(astra, "completion", NoticeSamples.Completion(number), launch));
        Assert.Equal(["Completed", "Completed", "Announced"], Matter(boreal, launch).Events.Select(e => e.State.ToString()));
        var late = Draft(astra, "completion", NoticeSamples.Completion(2), launch);
        Assert.Equal(StepEffect.AfterTheEnd, late.Check.Step);
        Assert.Equal(Refusal.NoticeMisplaced, astra.Refusal(new ApproveDraft(late.Draft.Id, late.Draft.Revision)));
        Send(astra, Draft(astra, "completion", NoticeSamples.Completion(3), launch));
        Assert.False(Matter(boreal, launch).IsOpen);
        Assert.DoesNotContain(boreal.Do(new ListNotices("hot", Open: true)).Single().Matters, m => m.Notice.Entry == launch);
    }

    [Fact]
    public void Only_its_author_changes_a_notice()
    {
        var launch = Send(astra, Launch(astra, 1));
        var theirs = Draft(boreal, "completion", NoticeSamples.Completion(1), launch);
        Assert.Equal((StepEffect.NotTheirs, Refusal.NoticeMisplaced), (theirs.Check.Step!.Value, boreal.Refusal(new ApproveDraft(theirs.Draft.Id, theirs.Draft.Revision))));
        Assert.Equal(Refusal.RegardsUnknown, astra.Refusal(new DraftNotice("hot", "completion", "en", NoticeSamples.Completion(1), ["astra/none"])));
    }

    [Fact]
    public void Both_ends_are_reminded_and_see_that_nobody_said_it_is_over()
    {
        var launch = Send(astra, Launch(astra, 1));
        Assert.DoesNotContain(Warnings(boreal), w => w.Contains("REMINDER", StringComparison.Ordinal));
        Later(TimeSpan.FromDays(11.5));
        astra.Start();
        foreach (var desk in new[] { astra, boreal })
            Assert.Contains(Warnings(desk), w => w.Contains("REMINDER", StringComparison.Ordinal));
        Later(TimeSpan.FromDays(20));
        foreach (var desk in new[] { astra, boreal })
            Assert.Contains(Warnings(desk), w => w.Contains("OVERDUE: nobody has said", StringComparison.Ordinal));
        var due = Matter(astra, launch).Due!;
        Assert.Equal((NoticeDue.Completion, true, true), (due.What, due.IsOurs, due.IsLate));
        Assert.True(Matter(boreal, launch).Events.Single().IsOverdue);
    }

    [Fact]
    public void Short_notice_is_taken_and_marked_on_both_sides()
    {
        Assert.Contains(Draft(astra, "missile-test", NoticeSamples.Missile(At(1), At(2))).Check.Warnings, w => w.Contains("Short notice", StringComparison.Ordinal));
        var launch = Send(astra, Draft(astra, "missile-test", NoticeSamples.Missile(At(1), At(2))));
        foreach (var desk in new[] { astra, boreal })
            Assert.Equal(LeadStanding.Short, Matter(desk, launch).Notice.Clocks.Lead);
    }

    [Fact]
    public void A_notice_that_asks_is_a_question_whose_time_runs_from_its_release()
    {
        var draft = Draft(astra, "unusual-query", NoticeSamples.Query);
        Later(TimeSpan.FromHours(5));
        var asked = astra.Now;
        var query = Send(astra, draft);
        var question = boreal.Do(new ListQuestions("hot")).Single().Questions.Single();
        Assert.Equal(asked.ToDateTimeOffset() + TimeSpan.FromHours(48), question.Due, TimeSpan.FromSeconds(1));
        Assert.Equal(query, question.Entry);
        Assert.Equal(question.Due, boreal.Do(new ShowNotice("hot", query)).Clocks.AnswerDue);

        var answer = Send(boreal, Draft(boreal, "unusual-answer", NoticeSamples.Answer, query));
        Assert.Equal(QuestionOutcome.Answered, astra.Do(new ShowNotice("hot", query)).Question!.Legs.Single().Outcome);
        astra.Do(new JudgeAnswer("hot", query, false, answer, Language: "en", Text: "No units are named."));
        Desk.Exchange(astra, boreal);
        Assert.Equal(QuestionOutcome.Insufficient, boreal.Do(new ShowNotice("hot", query)).Question!.Legs.Single().Outcome);
    }

    [Fact]
    public void Positions_are_read_back_and_a_difference_is_seen_by_both()
    {
        var launch = Send(astra, Launch(astra, 1));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new ReadBackNotice("hot", launch, [new NoticeValue("site", ["69.3 16"])])));
        Assert.Equal(Refusal.NoPosition, boreal.Refusal(new ReadBackNotice("hot", launch, [new NoticeValue("site", ["near the coast"])])));
        boreal.Do(new ReadBackNotice("hot", launch, [new NoticeValue("site", ["69°18'00\"N 016°00'00\"E"])]));
        boreal.Do(new ReadBackNotice("hot", launch, [new NoticeValue("site", ["68.3000000 16.0000000"])]));
        Desk.Exchange(astra, boreal);
        foreach (var desk in new[] { astra, boreal })
        {
            var read = desk.Do(new ShowNotice("hot", launch)).ReadBacks;
            Assert.Equal([false, true], read.Select(r => r.Differs));
            Assert.InRange(read[1].Metres!.Value, 111_000, 112_000);
        }
    }

    [Fact]
    public void Under_a_suspended_agreement_notices_stay_possible_and_are_marked()
    {
        boreal.Do(new StateAgreement("hot", AgreementState.Suspended, "en", "We suspend our part."));
        Desk.Exchange(astra, boreal);
        var draft = Launch(astra, 1);
        Assert.Contains(draft.Check.Warnings, w => w.Contains("boreal suspended", StringComparison.Ordinal));
        var launch = Send(astra, draft);
        var notice = Matter(boreal, launch).Notice;
        Assert.Equal((true, "boreal"), (notice.Voluntary, string.Join(",", notice.Suspended)));
        Assert.Equal(AgreementState.Suspended, astra.Do(new ListNotices("hot")).Single().Agreement.Single().State);
        Assert.Equal("Open", astra.Do(new ShowStatus()).Lines.Single(l => l.Handle == "hot").State);
    }

    [Fact]
    public void The_other_side_reads_it_in_its_own_language()
    {
        var launch = Send(astra, Launch(astra, 1));
        Assert.Contains(boreal.Do(new ShowNotice("hot", launch, "ru")).Lines, l => l.Label == FormatShelf.All.Single(f => f.Id == "space-launch")["site"]!.Texts[2]);
        Assert.StartsWith("NOTICE", boreal.Do(new ReadEntry("hot", launch)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_are_checked()
    {
        var draft = Launch(astra, 1);
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new DraftNotice("hot", "posture", "en", []), "aud", Roles.Audit));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision), "wat", Roles.Watch));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new AddFormat(FormatShelf.All[0].Encode()), "wat", Roles.Watch));
    }

    /// <summary>A launch of so many rockets within four days, from the twelfth day on.</summary>
    private NoticeDraftView Launch(Desk desk, int events) => Draft(desk, "space-launch", NoticeSamples.Launch(events, At(12), At(16)));

    private static NoticeDraftView Draft(Desk desk, string format, IReadOnlyList<NoticeValue> values, params string[] regards) =>
        desk.Do(new DraftNotice("hot", format, "en", values, regards));

    private string Send(Desk desk, NoticeDraftView draft) => desks.Send(desk, draft);

    private static NoticeMatterView Matter(Desk desk, string entry) => desk.Do(new ListNotices("hot")).Single().Matters.Single(m => m.Notice.Entry == entry);

    private static IEnumerable<string> Warnings(Desk desk) => desk.Do(new ShowStatus()).Warnings;

    private string At(double days) => desks.At(days);

    private void Later(TimeSpan span) => desks.Later(span);
}
