using Parley.Ledger;
using Parley.Lines.Notices;
using Parley.Lines.Plans;
using Parley.Lines.Tests.Samples;

namespace Parley.Lines.Tests.Plans;

public sealed class SignsTests
{
    private static readonly NoticeFormat Staff = Form("staff", "nuclear-release", "alert-words", "radio-silence");
    private static readonly NoticeFormat Movement = Form("movement");
    private static readonly Plan Plan = Planned(Sign.NuclearRelease, Sign.AlertWords, Sign.RadioSilence, Sign.ForcesMove, Sign.LiveAmmunition);

    [Fact]
    public void Each_sign_has_its_rule_once()
    {
        Assert.Equal(Enum.GetValues<Sign>().Order(), Signs.All.Select(r => r.Sign).Order());
        Assert.All(Signs.All, r => Assert.NotEmpty(r.Fields.Select(f => f.Name).Concat(r.Formats)));
        Assert.Equal(Signs.All.Count, Signs.All.Select(r => r.Words).Distinct().Count());
    }

    [Fact]
    public void Without_a_notice_nothing_is_said_and_the_most_alarming_stands_first()
    {
        var covers = Signs.Of(Plan, [], [], [Staff, Movement]);
        Assert.All(covers, c => Assert.False(c.IsSaid));
        Assert.Equal([Sign.NuclearRelease, Sign.AlertWords, Sign.RadioSilence, Sign.ForcesMove, Sign.LiveAmmunition], covers.Select(c => c.Rule.Sign));
        Assert.Equal([("staff", "alert-words")], covers[1].Offers.Select(o => (o.Format.Id, o.Field)));
        Assert.Equal([("movement", "")], covers[3].Offers.Select(o => (o.Format.Id, o.Field)));
        Assert.Empty(covers[4].Offers);
    }

    [Fact]
    public void A_field_that_says_yes_covers_its_sign_and_one_that_says_no_does_not()
    {
        var covers = Signs.Of(Plan, Matters(Said("n1", Staff, 0, 48, ("nuclear-release", "yes"), ("alert-words", "no"))), [], [Staff]);
        var covered = Assert.Single(covers, c => c.IsSaid);
        Assert.Equal(Sign.NuclearRelease, covered.Rule.Sign);
        Assert.Equal(covered, covers[^1]);
        Assert.Equal(("n1", true), (covered.Said[0].Entry, covered.Said[0].Throughout));
        Assert.Empty(covered.Offers);
    }

    [Fact]
    public void A_form_that_is_about_it_covers_it_for_the_time_that_it_tells()
    {
        var cover = Signs.Of(Plan, Matters(Said("n1", Movement, 12, 24)), [], [])[^1];
        Assert.Equal((Sign.ForcesMove, "n1", false), (cover.Rule.Sign, cover.Said[0].Entry, cover.Said[0].Throughout));
        Assert.All(Signs.Of(Plan, Matters(Said("n1", Movement, 48, 72), Said("n2", Movement, -5, 0)), [], []), c => Assert.False(c.IsSaid));
    }

    [Fact]
    public void What_is_cancelled_covers_nothing_and_what_is_moved_covers_another_time()
    {
        var cancel = Said("c", Form("cancel") with { Effect = NoticeEffect.Cancels, Regards = ["movement"] }, 0, 1) with { Regards = ["n1"] };
        Assert.All(Signs.Of(Plan, Matters(Said("n1", Movement, 0, 48), cancel), [], []), c => Assert.False(c.IsSaid));
        var slip = Said("s", Form("slip") with { Effect = NoticeEffect.Slips, Regards = ["movement"] }, 50, 60) with { Regards = ["n1"] };
        Assert.All(Signs.Of(Plan, Matters(Said("n1", Movement, 0, 48), slip), [], []), c => Assert.False(c.IsSaid));
    }

    [Fact]
    public void An_amendment_takes_back_what_it_says_anew_and_leaves_the_rest()
    {
        var amend = Said("m", Form("amend", "alert-words") with { Effect = NoticeEffect.Amends, Regards = ["staff"] }, 0, 48, ("alert-words", "no")) with { Regards = ["n1"] };
        var covers = Signs.Of(Plan, Matters(Said("n1", Staff, 0, 48, ("alert-words", "yes"), ("radio-silence", "yes")), amend), [], []);
        Assert.Equal([Sign.RadioSilence], covers.Where(c => c.IsSaid).Select(c => c.Rule.Sign));
    }

    [Fact]
    public void What_informs_of_posture_covers_what_it_is_about()
    {
        var posture = Said("p", Form("posture") with { Effect = NoticeEffect.Informs }, 0, 48);
        Assert.True(Assert.Single(Signs.Of(Planned(Sign.ReservistsCalledUp), [], [posture], [])).IsSaid);
        Assert.False(Assert.Single(Signs.Of(Planned(Sign.Flights), [], [posture], [])).IsSaid);
    }

    private static Plan Planned(params Sign[] signs) => new(
        1, null, "Quiet Harbour", "", Timestamp.From(At(0)), Timestamp.From(At(48)), signs, "", "ann", Timestamp.From(At(-100)));

    private static IReadOnlyList<NoticeMatter> Matters(params NoticeSaid[] said) => NoticeFold.Of(said).Matters;

    private static NoticeSaid Said(string entry, NoticeFormat format, int from, int until, params (string Field, string Text)[] values) => new(
        entry, "astra", format,
        new Notice(format.Id, 1, "en", [new("window", [$"{FieldText.OfTime(At(from))} {FieldText.OfTime(At(until))}"]), .. values.Select(v => new NoticeValue(v.Field, [v.Text]))]),
        [], null);

    private static DateTimeOffset At(int hours) => new DateTimeOffset(2027, 11, 2, 6, 0, 0, TimeSpan.Zero).AddHours(hours);

    private static NoticeFormat Form(string id, params string[] yes) =>
        SampleFormat.Format with { Id = id, Fields = [SampleFormat.Of("window", FieldKind.Window), .. yes.Select(y => SampleFormat.Of(y, FieldKind.Yes))] };
}
