using Parley.Control;
using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using LineState = Parley.Control.Lines.LineState;

namespace Parley.Station.Tests.Operations;

/// <summary>A charter binds nobody to a suite that he does not have: it is refused by name, before it is in force.</summary>
public sealed class LeastSuitesTests
{
    private static readonly TermsView TooMuch = new(LeastSuite: 1);

    private static void IsRefusedByName(Desk desk, Operation<LineView> operation, params string[] names)
    {
        var refused = Assert.IsType<Refused<LineView>>(desk.Ask(operation));
        Assert.Equal(Refusal.SuiteTooWeak, refused.Why);
        Assert.All(names, n => Assert.Contains(n, refused.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Proposing_and_amending_names_who_has_less()
    {
        var (astra, _, _) = Desk.Pair();

        IsRefusedByName(astra, new ProposeLine("strong", LineKind.Hot, LineMode.Live, ["boreal"], TooMuch), "astra", "boreal");
        IsRefusedByName(astra, new AmendLine("hot", TooMuch), "astra", "boreal");
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(LeastSuite: 256))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AmendLine("hot", new TermsView(LeastSuite: -1))));
        Assert.Equal(0, astra.Do(new AmendLine("hot", new TermsView(LeastSuite: 0, Checks: "06:00"))).Proposal!.Terms.LeastSuite);
    }

    [Fact]
    public void Accepting_what_a_peer_proposed_is_refused_and_rejecting_is_not()
    {
        var (astra, boreal, _) = Desk.Pair();
        var line = boreal.Line();
        var current = line.Fold.Current!;
        var next = current with { Version = 2, Proposer = boreal.Party, Predecessor = current.Hash(), Terms = current.Terms with { LeastSuite = SuiteId.One } };
        // Its station does not mind the rule.
        boreal.Core.Start(boreal.Now, restored: false);
        var step = new Station.State.Step(boreal.Memory, boreal.Now);
        Appending.CharterWord(step, line, EntryKind.Propose, seed => CharterEntries.Propose(seed, next));
        Outbound.SignHeads(step);
        step.Close();
        boreal.Store.Commit(new Storage.StationChange(++boreal.Memory.Position, step.Facts));
        Desk.Cut(astra.Wires[0]);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);

        Assert.Equal(1, Assert.Single(astra.Do(new ListLines(Pending: true))).Proposal!.Terms.LeastSuite);
        IsRefusedByName(astra, new AcceptLine("hot"), "astra");
        Assert.Equal(LineState.Open, astra.Do(new RejectLine("hot")).State);
    }
}
