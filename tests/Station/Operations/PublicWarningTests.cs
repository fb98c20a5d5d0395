using System.Globalization;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Control.PublicWarnings;
using Parley.Control.Stations;
using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Station.Tests.Operations;

/// <summary>What others published for everybody, kept and held against what is seen.</summary>
public sealed class PublicWarningTests
{
    private readonly NoticeDesks desks = new("boreal:navy", "boreal:warning centre");
    private readonly Desk astra;
    private readonly Desk boreal;

    public PublicWarningTests() => (astra, boreal) = (desks.Astra, desks.Boreal);

    [Fact]
    public void A_warning_explains_a_launch_as_a_notice_does_and_says_that_nobody_said_it_on_a_line()
    {
        Assert.Equal(VerdictKind.Unexplained, boreal.Do(new AddObservation(Launch())).Verdict);
        var kept = boreal.Do(new KeepWarnings([Rockets()]));
        Assert.Equal((1, 1, 0), (kept.First, kept.Count, kept.Known));
        boreal.Start();
        var now = boreal.Do(new ShowObservation(1));
        Assert.Equal((VerdictKind.ConsistentWith, 1, "", ""), (now.Verdict, now.About!.Warning, now.About.Line, now.About.Entry));
        Assert.Equal(("HYDROLANT 1/27(24)", "public warning: space launch"), (now.About.Reference, now.About.Title));
        Assert.StartsWith("Unexplained", now.Then, StringComparison.Ordinal);
        Assert.EndsWith("It was published before this was seen, and entered here only after.", now.About.Sentence, StringComparison.Ordinal);
        Assert.Empty(now.About.House);
        Assert.Empty(now.Options);
        // Nothing of it crosses the line, and the other side knows nothing of it.
        Desk.Settle(astra, boreal);
        Assert.Equal(0, astra.Memory.Warnings.Last);
        Assert.Contains(boreal.Do(new ReadJournal(0, 500)), j => j.Act == "WarningKept");
    }

    [Fact]
    public void What_is_cancelled_explains_nothing_later_and_is_listed_only_where_it_is_asked_for()
    {
        boreal.Do(new KeepWarnings([Rockets()]));
        desks.Later(TimeSpan.FromHours(1));
        boreal.Do(new KeepWarnings([Rockets() with { Name = "HYDROLANT 2/27(24)", Effect = WarningEffect.Cancels, Refers = ["HYDROLANT 1/27"], Volumes = [], Issued = At(0) }]));
        desks.Later(TimeSpan.FromHours(1));
        Assert.Equal(VerdictKind.Unexplained, boreal.Do(new AddObservation(Launch())).Verdict);
        Assert.Empty(boreal.Do(new ListWarnings()).Warnings);
        var all = boreal.Do(new ListWarnings(From: Day(-3), Closed: true));
        Assert.Equal([(1, true), (2, false)], all.Warnings.OrderBy(w => w.Number).Select(w => (w.Number, w.Closed is not null)));
        var one = boreal.Do(new ShowWarning(1));
        Assert.Equal((2, "ROCKET LAUNCHING."), (one.ClosedBy, one.Words));
        Assert.Equal(["HYDROLANT 1/27"], boreal.Do(new ShowWarning(2)).Refers);
        Assert.Equal(Refusal.UnknownWarning, boreal.Refusal(new ShowWarning(3)));
    }

    [Fact]
    public void What_is_kept_is_not_kept_again_and_a_flaw_bars_no_other()
    {
        KeepWarnings list = new([Rockets(), Rockets() with { Kinds = [] }, Rockets(), Rockets() with { Name = "2/27", Issued = "2027-01-01T10:00" },
            Rockets() with { Volumes = ["volume 1\n"] }, Rockets() with { Party = "no party" }, Rockets() with { Name = "7/27" }]);
        var would = boreal.Do(list with { CheckOnly = true });
        Assert.Equal((null, 2, 1), (would.First, would.Count, would.Known));
        var kept = boreal.Do(list);
        Assert.Equal((1, 2, 1), (kept.First, kept.Count, kept.Known));
        Assert.Equal([(2, WarningFlaw.Kinds), (4, WarningFlaw.Issued), (5, WarningFlaw.Volumes), (6, WarningFlaw.Party)], kept.Flaws.Select(f => (f.Place, f.Flaw)));
        boreal.Start();
        Assert.Equal((null, 0, 3), (boreal.Do(list).First, boreal.Do(list).Count, boreal.Do(list).Known));
        Assert.Equal(3, boreal.Do(new KeepWarnings([Rockets() with { Words = "Other." }])).First);
        Assert.Equal(Refusal.TooMany, boreal.Refusal(new KeepWarnings([.. Enumerable.Repeat(Rockets(), 65)])));
    }

    [Fact]
    public void What_is_played_explains_nothing_real()
    {
        boreal.Do(new KeepWarnings([Rockets()], Exercise: true));
        Assert.Equal(VerdictKind.Unexplained, boreal.Do(new AddObservation(Launch())).Verdict);
        Assert.Equal(VerdictKind.ConsistentWith, boreal.Do(new AddObservation(Launch(), Exercise: true)).Verdict);
        Assert.Equal(0, boreal.Do(new ListWarnings()).Held);
        var played = boreal.Do(new ListWarnings(Exercise: true));
        Assert.Equal((true, 1), (played.Exercise, played.Held));
        Assert.True(boreal.Do(new ShowWarning(1)).Exercise);
    }

    [Fact]
    public void A_warning_of_a_party_stands_among_what_it_declared_and_explains_nobody_else()
    {
        boreal.Do(new KeepWarnings([Rockets() with { Party = "astra" }]));
        Assert.Equal(1, Assert.Single(boreal.Do(new ShowPosture("astra")).Declared).Warning);
        Assert.Equal(VerdictKind.ConsistentWith, boreal.Do(new AddObservation(Launch())).Verdict);
        Assert.Equal(VerdictKind.Unexplained, boreal.Do(new AddObservation(Launch() with { Party = "chara" })).Verdict);
        Assert.Empty(boreal.Do(new ShowPosture("chara")).Declared);
        boreal.Do(new KeepWarnings([Rockets() with { Name = "HYDROLANT 2/27(24)", Effect = WarningEffect.Cancels, Refers = ["HYDROLANT 1/27"], Volumes = [], Issued = At(0) }]));
        Assert.Empty(boreal.Do(new ShowPosture("astra")).Declared);
    }

    [Fact]
    public void Of_what_was_not_seen_only_the_warnings_of_a_known_party_are_told()
    {
        boreal.Do(new KeepWarnings([Rockets(), Rockets() with { Name = "HYDROLANT 9/27(24)", Party = "astra" }]));
        desks.Later(TimeSpan.FromDays(2));
        Assert.StartsWith("HYDROLANT 9/27(24)", Assert.Single(boreal.Do(new ExplainObservations()).Unseen), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_who_deals_with_observations_sees_them()
    {
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new KeepWarnings([Rockets()]), roles: Roles.Audit));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new ListWarnings(), roles: Roles.Admin | Roles.Charter));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new ShowWarning(1), roles: Roles.Admin));
    }

    [Fact]
    public void When_it_is_full_what_ended_long_ago_makes_room_and_nothing_else_does()
    {
        const int Most = 10_000;
        var old = Volume(-500, -480);
        for (var at = 0; at < Most; at += 50)
            boreal.Do(new KeepWarnings([.. Enumerable.Range(at, 50).Select(i => Rockets() with { Name = Name(i), Volumes = i is >= 20 and < 40 ? [old] : Rockets().Volumes })]));
        Assert.Equal(Refusal.TooMany, boreal.Refusal(new KeepWarnings([.. Enumerable.Range(Most, 21).Select(i => Rockets() with { Name = Name(i) })])));
        Assert.Equal(Most + 1, boreal.Do(new KeepWarnings([.. Enumerable.Range(Most, 20).Select(i => Rockets() with { Name = Name(i) })])).First);
        boreal.Start();
        Assert.Equal((Most, Most + 20), (boreal.Memory.Warnings.Held.All.Count, boreal.Memory.Warnings.Last));
        Assert.Equal(Refusal.UnknownWarning, boreal.Refusal(new ShowWarning(21)));
        // One that went can be kept again: nobody knows it any more.
        Assert.Equal(Refusal.TooMany, boreal.Refusal(new KeepWarnings([Rockets() with { Name = Name(20), Volumes = [old] }])));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"W {number}");

    private ObservationInput Launch() => new("launch", At(0), "5", "radar", "A1", "astra", "69.3 16.0", "5000");

    private WarningInput Rockets() => new(
        "HYDROLANT 1/27(24)", WarningEffect.Announces, [AnnouncedKind.SpaceLaunch], [Volume(-0.25, 0.5)], "ROCKET LAUNCHING.", Issued: At(-1));

    private string Volume(double from, double until)
    {
        var begin = desks.Boreal.Now.ToDateTimeOffset();
        begin -= TimeSpan.FromTicks(begin.Ticks % TimeSpan.TicksPerMinute);
        var when = Schedule.Make(Window.Make(begin.AddDays(from), begin.AddDays(until)).Must()).Must();
        return VolumeText.Write(Parley.Volumes.Volume.Make([Circle.Make(Position.FromDegrees(69.3, 16)!.Value, 50_000).Must()], AltitudeBand.Everything, when).Must());
    }

    private string Day(double days) => At(days)[..10];

    private string At(double days) => boreal.Now.ToDateTimeOffset().AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
