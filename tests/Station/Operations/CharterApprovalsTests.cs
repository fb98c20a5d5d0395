using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Officers;
using Parley.Station.Storage;
using LineState = Parley.Control.Lines.LineState;

namespace Parley.Station.Tests.Operations;

/// <summary>A line whose charter asks for two officers for every word on it: the first one's wish lasts, and counts only while he does.</summary>
public sealed class CharterApprovalsTests
{
    private static (Desk Astra, Desk Boreal) Two()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Do(new ProposeLine("pair", Parley.Lines.Charters.LineKind.Warm, Parley.Lines.Charters.LineMode.Live, ["boreal"], new TermsView(Release: "charter=2")));
        Desk.Settle(astra, boreal);
        foreach (var officer in new[] { "ann", "bob", "eve" })
        {
            foreach (var desk in new[] { astra, boreal })
                desk.Do(new AddOfficer(officer, Roles.Charter), "owner");
        }

        boreal.Do(new AcceptLine("pair"), "ann");
        boreal.Do(new AcceptLine("pair"), "bob");
        Desk.Settle(astra, boreal);
        Assert.True(astra.Line("pair").Fold.IsOpen);
        return (astra, boreal);
    }

    [Fact]
    public void The_first_wish_survives_a_restart()
    {
        var (astra, _) = Two();
        var waiting = astra.Do(new SuspendLine("pair"), "ann");
        Assert.Equal(LineState.Open, waiting.State);
        Assert.Contains(waiting.Warnings, w => w.Contains("'suspend' by ann waits", StringComparison.Ordinal));

        astra.Start();

        Assert.Equal(["ann"], astra.Memory.CharterWishes.Values.Select(w => w.Officer));
        Assert.Equal(LineState.Suspended, astra.Do(new SuspendLine("pair"), "bob").State);
        Assert.Empty(astra.Memory.CharterWishes);
        astra.Start();
        Assert.Empty(astra.Memory.CharterWishes);
        Assert.DoesNotContain(astra.Store.Load().Documents, d => d.Kind == DocumentKind.CharterWish);
    }

    [Fact]
    public void The_same_officer_is_told_that_another_must_ask()
    {
        var (astra, _) = Two();
        astra.Do(new SuspendLine("pair"), "ann");

        Assert.Equal(Refusal.AlreadyApproved, astra.Refusal(new SuspendLine("pair"), "ann"));
        Assert.False(astra.Line("pair").Fold.SuspendedBy.Any());
    }

    [Fact]
    public void An_officer_who_was_revoked_does_not_count_and_neither_does_who_bears_his_name_later()
    {
        var (astra, _) = Two();
        astra.Do(new SuspendLine("pair"), "ann");
        astra.Do(new RevokeOfficer("ann"), "owner");

        Assert.Equal(LineState.Open, astra.Do(new SuspendLine("pair"), "bob").State);
        astra.Do(new AddOfficer("ann", Roles.Charter), "owner");
        astra.Do(new RevokeOfficer("bob"), "owner");
        Assert.Equal(LineState.Open, astra.Do(new SuspendLine("pair"), "ann").State);
        Assert.Equal(LineState.Suspended, astra.Do(new SuspendLine("pair"), "eve").State);
    }

    [Fact]
    public void A_wish_that_the_charter_has_overtaken_is_gone()
    {
        var (astra, boreal) = Two();
        astra.Do(new AmendLine("pair", new TermsView(Checks: "06:00")), "ann");
        astra.Do(new AmendLine("pair", new TermsView(Checks: "06:00")), "bob");
        Desk.Settle(astra, boreal);
        boreal.Do(new RejectLine("pair"), "ann");
        boreal.Do(new AmendLine("pair", new TermsView(Checks: "07:00")), "ann");
        Assert.Equal(2, boreal.Memory.CharterWishes.Count);

        astra.Do(new WithdrawLine("pair"), "ann");
        astra.Do(new WithdrawLine("pair"), "bob");
        Desk.Settle(astra, boreal);

        Assert.Equal(["propose"], boreal.Memory.CharterWishes.Keys.Select(w => w.Kind));
        boreal.Start();
        Assert.Equal(["propose"], boreal.Memory.CharterWishes.Keys.Select(w => w.Kind));
    }
}
