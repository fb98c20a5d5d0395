using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Plans;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Plans;

namespace Parley.Station.Tests.Operations;

/// <summary>What we plan, the calendar, and what they will see: out of the notices of both sides, and known here alone.</summary>
public sealed class PlanTests
{
    private static readonly NoticeFormat Staff = Form("staff", "nuclear-release", "radio-silence") with { Clocks = new(14 * 24 * 60, null, null, null, []) };
    private static readonly NoticeFormat Movement = Form("movement");

    private readonly Desk astra;
    private readonly Desk boreal;
    private readonly DateTimeOffset today;

    public PlanTests()
    {
        (astra, boreal, _) = Desk.Pair();
        foreach (var desk in new[] { astra, boreal })
        {
            desk.Do(new AddFormat(Staff.Encode()));
            desk.Do(new AddFormat(Movement.Encode()));
        }

        astra.Do(new AmendLine("hot", new TermsView(Formats: ["staff", "movement"])));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        today = new DateTimeOffset(astra.Now.ToDateTimeOffset().UtcDateTime.Date, TimeSpan.Zero);
    }

    [Fact]
    public void A_plan_is_kept_changed_found_after_a_restart_and_forgotten()
    {
        var plan = astra.Do(Harbour() with { Signs = [Sign.RadioSilence, Sign.NuclearRelease, Sign.RadioSilence], Note = "Two headquarters." });
        Assert.Equal((1, "hot", "staff", "ann"), (plan.Number, plan.Line, plan.Format, plan.Officer));
        Assert.Equal([Sign.NuclearRelease, Sign.RadioSilence], plan.Signs);
        Assert.Equal(2, astra.Do(Harbour(60, 61) with { Title = "Second" }).Number);
        astra.Do(Harbour() with { Number = 1, Title = "Quiet Haven" }, "bob");
        astra.Start();
        var list = astra.Do(new ListPlans());
        Assert.Equal(["Quiet Haven", "Second"], list.Select(p => p.Title));
        Assert.Equal(("bob", 0), (list[0].Officer, list[0].Signs.Count));
        astra.Do(new RemovePlan(1));
        Assert.Equal(["Second"], astra.Do(new ListPlans()).Select(p => p.Title));
        astra.Start();
        Assert.Equal(2, Assert.Single(astra.Do(new ListPlans())).Number);
        Assert.Equal(Refusal.UnknownPlan, astra.Refusal(new RemovePlan(1)));
    }

    [Fact]
    public void What_is_over_is_left_out_unless_it_is_asked_for()
    {
        astra.Do(Harbour(-5, -1));
        Assert.Empty(astra.Do(new ListPlans()));
        Assert.Single(astra.Do(new ListPlans(Past: true)));
    }

    [Fact]
    public void The_same_key_keeps_one_plan_also_after_a_restart()
    {
        var keep = Harbour() with { Key = "k1" };
        Assert.Equal(1, astra.Do(keep).Number);
        astra.Start();
        Assert.Equal(1, astra.Do(keep).Number);
        Assert.Single(astra.Do(new ListPlans()));
        var remove = new RemovePlan(1) { Key = "k2" };
        astra.Do(remove);
        astra.Do(remove);
    }

    [Fact]
    public void What_is_wrong_is_refused_by_name_and_nothing_is_kept()
    {
        Assert.Equal(Refusal.Malformed, astra.Refusal(Harbour() with { Title = "Two\nlines" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Harbour(5, 5)));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Harbour() with { Start = DateTimeOffset.MinValue }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Harbour() with { Note = new string('a', 1001) }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(Harbour() with { Signs = [(Sign)99] }));
        Assert.Equal(Refusal.UnknownFormat, astra.Refusal(Harbour() with { Format = "no-such-form" }));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(Harbour() with { Line = "cold" }));
        Assert.Equal(Refusal.UnknownPlan, astra.Refusal(Harbour() with { Number = 7 }));
        Assert.Equal(Refusal.UnknownPlan, astra.Refusal(new ShowSigns(7)));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(Harbour(), roles: Roles.Audit));
        Assert.Equal(Refusal.TimeWithoutZone, astra.Refusal(new ShowCalendar("2027-11-02T06:00")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ShowCalendar("soon")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ShowCalendar("2027-11-02T06:00Z", "2027-11-02T06:00Z")));
        Assert.Empty(astra.Do(new ListPlans(Past: true)));
    }

    [Fact]
    public void The_notice_is_due_its_lead_before_the_start_until_it_is_announced()
    {
        Assert.Equal((PlanStanding.Due, today.AddDays(16)), Due(astra.Do(Harbour())));
        Assert.Equal((PlanStanding.Overdue, today.AddDays(-4)), Due(astra.Do(Harbour(10, 12))));
        Assert.Equal(PlanStanding.NoFormat, astra.Do(Harbour() with { Format = null }).Due.Standing);
        var entry = Announce(astra, "staff", 29, 40);
        var due = astra.Do(new ListPlans()).Single(p => p.Number == 1).Due;
        Assert.Equal((PlanStanding.Announced, entry), (due.Standing, Assert.Single(due.Announced)));
        // Of a form that the charter of the line does not name nothing is due on it; without a line any form here counts.
        astra.Do(new AddFormat(Form("balloon").Encode()));
        Assert.Equal(PlanStanding.NotAgreed, astra.Do(Harbour() with { Format = "balloon" }).Due.Standing);
        Assert.Equal(PlanStanding.Due, astra.Do(Harbour() with { Format = "balloon", Line = null }).Due.Standing);
    }

    [Fact]
    public void What_they_will_see_is_held_against_what_they_are_told()
    {
        astra.Do(Harbour() with { Signs = [Sign.NuclearRelease, Sign.RadioSilence, Sign.ForcesMove, Sign.LiveAmmunition] });
        var before = Assert.Single(astra.Do(new ShowSigns(1)).Lines).Signs;
        Assert.Equal([Sign.NuclearRelease, Sign.RadioSilence, Sign.ForcesMove, Sign.LiveAmmunition], before.Select(s => s.Sign));
        Assert.All(before, s => Assert.Empty(s.Said));
        Assert.Equal(["staff nuclear-release", "staff radio-silence", "movement ", ""], before.Select(s => string.Join(';', s.Offers.Select(o => $"{o.Format} {o.Field}"))));
        var entry = Announce(astra, "staff", 30, 40, ("nuclear-release", "yes"), ("radio-silence", "no"));
        // What the other side announces, and what is a test, says nothing of ours.
        Announce(boreal, "movement", 30, 40);
        Announce(astra, "movement", 30, 40, Status.Test);
        var after = Assert.Single(astra.Do(new ShowSigns(1)).Lines);
        Assert.Equal([Sign.RadioSilence, Sign.ForcesMove, Sign.LiveAmmunition, Sign.NuclearRelease], after.Signs.Select(s => s.Sign));
        var said = Assert.Single(after.Signs[3].Said);
        Assert.Equal((entry, "staff", true), (said.Entry, said.Format, said.Throughout));
        Assert.Null(after.NotRead);
        // A plan that names no line is held against every live one.
        astra.Do(Harbour() with { Number = 1, Line = null });
        Assert.Equal(["hot"], astra.Do(new ShowSigns(1)).Lines.Select(l => l.Line));
    }

    [Fact]
    public void The_calendar_shows_both_sides_with_our_plans_and_what_overlaps()
    {
        astra.Do(Harbour(35, 36));
        var ours = Announce(astra, "staff", 20, 30);
        var theirs = Announce(boreal, "movement", 29, 50);
        var calendar = astra.Do(new ShowCalendar());
        Assert.Equal([ours, theirs, null], calendar.Rows.Select(r => r.Entry));
        Assert.Equal([true, false, true], calendar.Rows.Select(r => r.IsOurs));
        Assert.Equal([true, true, false], calendar.Rows.Select(r => r.IsOpen));
        Assert.Equal([$"{ours} {theirs}", $"{theirs} 1"], calendar.Overlaps.Select(o => $"{o.One.Entry} {o.Other.Entry ?? $"{o.Other.Plan}"}"));
        Assert.Equal((today.AddDays(29), today.AddDays(30)), (calendar.Overlaps[0].From, calendar.Overlaps[0].Until));
        Assert.Equal((0, 0L, 0), (calendar.RowsLeftOut, calendar.OverlapsLeftOut, calendar.NotRead.Count));
        Assert.Equal([theirs], astra.Do(new ShowCalendar(Text(40), Text(45))).Rows.Select(r => r.Entry));
        Assert.Empty(astra.Do(new ShowCalendar(Exercise: true)).Rows);
        // The other side sees the notices and no plan.
        Assert.Equal([ours, theirs], boreal.Do(new ShowCalendar()).Rows.Select(r => r.Entry));
    }

    [Fact]
    public void No_word_of_a_plan_leaves_the_station()
    {
        var (entries, frames) = (astra.Line().Heads.Rows.Sum(r => r.Ordinary + r.Urgent), boreal.Notes.Count);
        astra.Do(Harbour() with { Signs = [Sign.RadioSilence] });
        astra.Do(new ShowSigns(1));
        astra.Do(new RemovePlan(1));
        Desk.Settle(astra, boreal);
        Assert.Equal((entries, frames), (astra.Line().Heads.Rows.Sum(r => r.Ordinary + r.Urgent), boreal.Notes.Count));
        Assert.Empty(boreal.Do(new ListPlans(Past: true)));
    }

    [Fact]
    public void The_missing_notice_is_drafted_with_what_the_plan_says_and_never_sent_by_itself()
    {
        astra.Do(Harbour() with { Signs = [Sign.RadioSilence] });
        var draft = astra.Do(new DraftPlan(1, "en"));
        Assert.Equal([("window", $"{Clock(30)} {Clock(40)}"), ("radio-silence", "yes")], draft.Values.Select(v => (v.Field, v.Items.Single())));
        Assert.Null(draft.Draft.Released);
        Assert.Equal("movement/1", string.Join('/', astra.Do(new DraftPlan(1, "en", Format: "movement")).Format.Split('/').Take(2)));
        Assert.Equal(Refusal.UnknownPlan, astra.Refusal(new DraftPlan(2, "en")));
        Assert.Equal(Refusal.UnknownFormat, astra.Refusal(new DraftPlan(1, "en", Format: "no-such-form")));
        astra.Do(Harbour() with { Number = 1, Line = null });
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new DraftPlan(1, "en")));
    }

    private string Clock(int days) => FieldText.OfTime(today.AddDays(days));

    private static (PlanStanding Standing, DateTimeOffset? By) Due(PlanView plan) => (plan.Due.Standing, plan.Due.By);

    private KeepPlan Harbour(int from = 30, int until = 40) => new("Quiet Harbour", today.AddDays(from), today.AddDays(until), Line: "hot", Format: "staff");

    private string Announce(Desk desk, string format, int from, int until, params (string Field, string Text)[] values) =>
        Announce(desk, format, from, until, Status.Actual, values);

    private string Announce(Desk desk, string format, int from, int until, Status status, params (string Field, string Text)[] values)
    {
        var draft = desk.Do(new DraftNotice(
            "hot", format, "en",
            [
                new("window", [$"{FieldText.OfTime(today.AddDays(from))} {FieldText.OfTime(today.AddDays(until))}"]),
                .. values.Select(v => new NoticeValue(v.Field, [v.Text])),
            ],
            Status: status)).Draft;
        var released = desk.Do(new ApproveDraft(draft.Id, draft.Revision)).Released;
        Desk.Exchange(astra, boreal);
        return released!;
    }

    private string Text(int day) => $"{today.AddDays(day):yyyy-MM-dd}T00:00Z";

    private static NoticeFormat Form(string id, params string[] yes) => new(
        id, 1, "X-1", "An agreement of nobody", NoticeEffect.Announces, [], ["en"], 1, Precedence.Priority, false, AlarmPotential.Medium, "window", "window", "", "", 0,
        new(null, null, null, null, []), [], [], [], [id], [Field("window", FieldKind.Window), .. yes.Select(y => Field(y, FieldKind.Yes))]);

    private static NoticeField Field(string name, FieldKind kind) => new(name, kind, null, "", "", 0, 0, [], [], [name]);
}
