using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Calls;

/// <summary>What is offered when a request stays without an answer: the agreed rungs, with what is there now and why.</summary>
public sealed class LadderTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly Timestamp Noon = new(1_800_000_000_000);
    private static readonly Counterpart[] Table = [CounterpartTests.Ministers with { Pair = "chiefs" }, CounterpartTests.Ministers];
    private static readonly LadderFacts Nothing = new(false, _ => false, _ => false, _ => false, _ => null, _ => null);
    private static readonly LadderFacts Everything = new(
        false, _ => false, _ => true, _ => false, _ => new LadderLine(true, Noon + TimeSpan.FromDays(1), false), _ => new LadderThird(true, true, false));

    private static readonly Rung[] Rungs =
    [
        new(RungKind.Deputy), new(RungKind.Staff, "chiefs"), new(RungKind.Notice, "12"), new(RungKind.Line, "deconfliction"), new(RungKind.Third, "corvia"),
    ];

    [Fact]
    public void Nothing_is_offered_before_the_deadline_and_everything_agreed_after_it_in_order()
    {
        var call = Call([]);
        Assert.Empty(Ladder.Of(call(Noon), Rungs, Table, Everything, Noon));
        var late = Noon + TimeSpan.FromDays(1);
        var offers = Ladder.Of(call(late), Rungs, Table, Everything, late);
        Assert.Equal(Rungs, offers.Select(o => o.Rung));
        // Boreal's seat has no deputy.
        Assert.Equal([false, true, true, true, true], offers.Select(o => o.Standing == RungStanding.Available));
        Assert.All(offers, o => Assert.EndsWith(".", o.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_there_says_why()
    {
        var late = Noon + TimeSpan.FromDays(1);
        var offers = Ladder.Of(Call([])(late), Rungs, Table, Nothing, late);
        Assert.Equal([false, true, false, false, false], offers.Select(o => o.Standing == RungStanding.Available));
        Assert.Contains("no line deconfliction", offers[3].Why, StringComparison.Ordinal);
        Assert.Contains("does not know corvia", offers[4].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_tried_is_not_offered_again()
    {
        var late = Noon + TimeSpan.FromDays(1);
        var tried = new LadderFacts(true, _ => true, _ => true, _ => true, _ => new LadderLine(true, null, true), _ => new LadderThird(true, false, true));
        Assert.All(Ladder.Of(Call([])(late), Rungs, Table, tried, late).Skip(1), o => Assert.Equal(RungStanding.Used, o.Standing));
    }

    [Fact]
    public void A_line_on_which_nobody_is_heard_is_said_to_be_so()
    {
        var late = Noon + TimeSpan.FromDays(1);
        string Why(LadderLine line) => Ladder.Of(Call([])(late), [Rungs[3]], Table, Nothing with { Line = _ => line }, late)[0].Why;
        Assert.Contains("within ten minutes", Why(new LadderLine(true, late, false)), StringComparison.Ordinal);
        Assert.Contains("not heard", Why(new LadderLine(true, Noon, false)), StringComparison.Ordinal);
        Assert.Contains("since this one started", Why(new LadderLine(true, null, false)), StringComparison.Ordinal);
        Assert.Contains("not open", Why(new LadderLine(false, late, false)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_offered_for_a_decline_and_for_no_date_at_the_deadline_too()
    {
        Assert.True(Ladder.IsOffered(Call([new DeclinedStep(DeclineReason.None)])(Noon), Noon));
        var acknowledged = Call([new AcknowledgedStep()]);
        Assert.False(Ladder.IsOffered(acknowledged(Noon), Noon));
        Assert.True(Ladder.IsOffered(acknowledged(Noon + TimeSpan.FromDays(1)), Noon + TimeSpan.FromDays(1)));
    }

    private static Func<Timestamp, CallRecord> Call(CallStepContent[] steps)
    {
        var seed = new byte[Content.SeedSize];
        var call = new EntryRef(Astra, new GenerationId(7), Lane.Ordinary, 0);
        var request = new CallContent("ministers", [Boreal], CallMeans.Text, [], 30, null, "en", "The incident").ToWords().ToContent(seed);
        List<CallEntry> entries = [new(call, EntryKind.Call, Noon, Precedence.Routine, Status.Actual, 1, [], request)];
        entries.AddRange(steps.Select((s, i) => new CallEntry(
            new EntryRef(Boreal, new GenerationId(8), Lane.Ordinary, i), EntryKind.CallStep, Noon, Precedence.Routine, Status.Actual, 1, [call], s.ToWords().ToContent(seed))));
        return now => CallFold.Of(new CallSource(entries, _ => CharterTerms.Default with { AnswerMinutes = [1, 1, 1, 600], Counterparts = Table }, (_, _) => null), now).Calls[0];
    }
}
