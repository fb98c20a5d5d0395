using Parley.Control.Checks;
using Parley.Control.Lines;
using Parley.Control.Silence;
using Parley.Lines.Charters;
using Parley.Lines.Silence;
using Parley.Station.Journals;
using Parley.Station.Silence;

namespace Parley.Station.Tests.Silence;

/// <summary>Silences as stations judge them: noticed in time, never over one missing beacon, our own fault first, and named afterwards by what both say.</summary>
public sealed class WeighingTests
{
    private readonly Desk astra = new("astra", 1);
    private readonly Desk boreal = new("boreal", 2);
    private readonly Clockwork work;
    private readonly Clockwork theirs;
    private Wire wire;

    public WeighingTests()
    {
        Desk.Introduce(astra, boreal);
        (work, theirs) = (Clockwork.For(astra), Clockwork.For(boreal));
        wire = Desk.Connect(astra, boreal);
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal"], new TermsView(Checks: "hourly;answer=10;begins=astra")));
        Pass(5);
        boreal.Do(new AcceptLine("hot"));
        Pass(40);
    }

    [Fact]
    public void A_line_that_works_is_open_and_our_own_test_has_passed()
    {
        var view = View();
        Assert.Equal(("open", MachineState.Working, AgreementState.InForce), (view.Title, view.Machines, view.Agreement));
        Assert.True(astra.Do(new ShowSelfTest()).IsValid);
        Assert.Empty(Verdicts());
    }

    [Fact]
    public void One_missing_beacon_changes_nothing_and_a_loss_is_seen_within_half_a_minute()
    {
        Desk.Cut(wire);
        Pass(9);
        wire = Desk.Connect(astra, boreal);
        Pass(60);
        Assert.Empty(Verdicts());

        Desk.Cut(wire);
        Pass(32);
        Assert.Equal("circuits cut, their station down or common fault: cannot be told", View().Title.Replace("OUR OWN FAULT IS NOT EXCLUDED; ", ""));
        Assert.NotEmpty(Verdicts());
    }

    [Fact]
    public void With_one_other_station_our_own_test_excludes_our_own_fault_and_comes_before_the_verdict()
    {
        var tests = work.Tests;
        Desk.Cut(wire);
        Pass(60);
        Assert.DoesNotContain("own fault", View().Causes);
        Assert.True(work.Tests > tests);
        var tested = astra.Memory.Silence.OwnTest!.At;
        Assert.True(tested >= Verdicts()[0].At - TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_test_that_never_ends_keeps_no_silence_from_being_written_down()
    {
        work.TestsHang = true;
        Desk.Cut(wire);
        Pass(60);
        Assert.Empty(Verdicts());
        Pass(180);
        Assert.Contains(Verdicts(), v => v.Note.Contains("OUR OWN FAULT IS NOT EXCLUDED; circuits cut", StringComparison.Ordinal));
    }

    [Fact]
    public void Our_own_door_that_is_shut_is_said_first()
    {
        work.Broken.Add("our own door is shut");
        Desk.Cut(wire);
        Pass(60);
        var view = View();
        Assert.Equal("own fault", view.Causes[0]);
        Assert.StartsWith("OUR OWN FAULT IS NOT EXCLUDED", view.Title, StringComparison.Ordinal);
        Assert.Contains(view.Evidence, e => e.Text == "Our own test FAILED: our own door is shut.");
        Assert.Equal(["our own door is shut"], astra.Do(new ShowSelfTest()).Failures);
        Assert.Contains(Journal(JournalAct.SelfTested), r => r.Note.StartsWith("failed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cut_is_named_when_both_say_that_they_ran()
    {
        Desk.Cut(wire);
        Pass(120);
        wire = Desk.Connect(astra, boreal);
        Pass(60);
        var past = Assert.Single(View().Past);
        Assert.Equal(("circuits cut", "They report: their station ran and heard nothing."), (past.Named, past.Why));
        Assert.NotNull(past.Cite);
        Assert.Equal("open", View().Title);
        Assert.Equal("circuits cut", Assert.Single(View(boreal).Past).Named);
    }

    [Fact]
    public void A_station_that_was_down_says_so_when_it_is_back()
    {
        Desk.Cut(wire);
        Pass(180, astra);
        boreal.Now = astra.Now;
        boreal.Start();
        wire = Desk.Connect(astra, boreal);
        Pass(60);
        var past = Assert.Single(View().Past);
        Assert.Equal(("their station down", "They report: their station was down."), (past.Named, past.Why));
    }

    [Fact]
    public void Our_own_failing_circuits_are_named_as_ours()
    {
        work.Broken.Add("our own door is shut");
        Desk.Cut(wire);
        Pass(120);
        work.Broken.Clear();
        wire = Desk.Connect(astra, boreal);
        Pass(60);
        Assert.Equal("own fault", Assert.Single(View().Past).Named);
        Assert.Equal(("circuits cut", "They report: their own circuits failed."), (Assert.Single(View(boreal).Past).Named, View(boreal).Past[0].Why));
    }

    [Fact]
    public void A_check_that_nobody_answers_leaves_the_desk_and_an_answer_ends_it()
    {
        ToTheHour();
        var check = astra.Do(new SendCheck("hot", "en", "The harbour is quiet.")).Check.Entry;
        Pass(9 * 60);
        Assert.Equal("open", View().Title);
        Pass(3 * 60);
        var view = View();
        Assert.Equal("line open; local fault, desk unattended or told not to answer: cannot be told", view.Title);
        Assert.Equal((MachineState.Working, HumanState.Missed), (view.Machines, view.Observed));
        Assert.NotNull(view.From);
        boreal.Do(new AnswerCheck("hot", check));
        Pass(30);
        Assert.Equal(("open", HumanState.Answering), (View().Title, View().Observed));
        Assert.Null(Assert.Single(View().Past).Named);
        Assert.Equal(2, Verdicts().Count);
    }

    [Fact]
    public void What_was_missed_while_nothing_could_come_says_nothing_of_people()
    {
        ToTheHour();
        Desk.Cut(wire);
        astra.Do(new SendCheck("hot", "en", "The harbour is quiet."));
        Pass(20 * 60);
        Assert.DoesNotContain("desk unattended", View().Causes);
        wire = Desk.Connect(astra, boreal);
        Pass(3 * 60);
        Assert.Equal("open", View().Title);
    }

    [Fact]
    public void A_suspended_line_is_declared_so()
    {
        boreal.Do(new SuspendLine("hot"));
        Pass(30);
        var view = View();
        Assert.NotNull(view.From);
        // When it was said the line's own words tell.
        Assert.Null(Assert.Single(view.Evidence, e => e.Kind == SilenceItemKind.Declared).At);
        Assert.Equal(("suspended", AgreementState.Suspended, DeclaredState.Suspended), (Assert.Single(view.Causes), view.Agreement, view.Declared));
    }

    [Fact]
    public void A_clock_that_was_set_fails_the_next_test_and_no_other()
    {
        astra.Step(new ClockJumped(TimeSpan.FromHours(2)));
        Pass(2);
        Assert.Contains("our clock was set by 7200 s", astra.Do(new ShowSelfTest()).Failures);
        Pass(40);
        Assert.True(astra.Do(new ShowSelfTest()).IsValid);
    }

    [Fact]
    public void A_clock_apart_from_the_only_other_one_is_not_excluded_as_ours()
    {
        astra.Now += TimeSpan.FromMinutes(10);
        Pass(12 * 60);
        Assert.Contains(astra.Do(new ShowSelfTest()).Failures, f => f.Contains("whose is wrong is not known", StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_is_kept_over_a_restart()
    {
        Desk.Cut(wire);
        Pass(120);
        var before = View();
        astra.Start();
        Pass(60);
        var after = View();
        Assert.Equal(before.Causes, after.Causes);
        Assert.Equal(before.From, after.From);
        Assert.Equal(MachineState.Lost, after.Machines);
        IsSound(astra);
    }

    [Fact]
    public void A_station_without_circuits_says_nothing_of_silence()
    {
        work.IsOn = false;
        Desk.Cut(wire);
        Pass(300);
        Assert.Empty(Verdicts());
    }

    [Fact]
    public void A_store_that_fails_in_the_middle_leaves_the_judging_at_work()
    {
        astra.Disk.Plan = _ => Parley.Testing.Storage.DiskFault.NotPersisted;
        Pass(40);
        astra.Disk.Plan = _ => Parley.Testing.Storage.DiskFault.None;
        Desk.Cut(wire);
        Pass(120);
        Assert.NotEmpty(Verdicts());
    }

    private void ToTheHour()
    {
        // The odd hours are boreal's, the even ones astra's.
        Pass(3601 - (int)(astra.Now.UnixMilliseconds / 1000 % 3600));
        var check = boreal.Do(new SendCheck("hot", "en", "The lamps are lit.")).Check.Entry;
        Pass(60);
        astra.Do(new AnswerCheck("hot", check));
        Pass(3601 - (int)(astra.Now.UnixMilliseconds / 1000 % 3600));
    }

    private void Pass(int seconds, params Desk[] desks) => Clockwork.Pass(TimeSpan.FromSeconds(seconds), desks.Length > 0 ? desks : [astra, boreal]);

    private SilenceView View(Desk? desk = null) => Assert.Single((desk ?? astra).Do(new ListSilence("hot")));

    private List<JournalRecord> Verdicts() => [.. Journal(JournalAct.VerdictChanged).Where(r => r.Line == astra.Line().Id)];

    private List<JournalRecord> Journal(JournalAct act) =>
        [.. astra.Store.Journal(0, 100_000).Select(r => JournalTrail.Open(astra.Keys, r)).OfType<JournalRecord>().Where(r => r.Act == act)];

    private static void IsSound(Desk desk) => Assert.All(
        desk.Store.Load().Documents.Where(d => d.Kind is Parley.Station.Storage.DocumentKind.Silence or Parley.Station.Storage.DocumentKind.SelfTest),
        d => Assert.True(new SilenceBook().Take(d.Kind, d.Id, desk.Memory.Keys.AtRest.Open(Parley.Station.State.Step.ContextOf(d.Kind, d.Id), d.Bytes)!)));
}
