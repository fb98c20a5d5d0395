using Parley.Console.Calls;
using Parley.Lines.Calls;
using static Parley.Console.Tests.Calls.SomeCalls;

namespace Parley.Console.Tests.Calls;

public sealed class CallMovesTests
{
    [Theory]
    [InlineData(CallState.Requested, "Them", "wait-word")]
    [InlineData(CallState.Received, "Them", "wait-word")]
    [InlineData(CallState.Acknowledged, "Them", "wait-time")]
    [InlineData(CallState.Scheduled, "Both", "talk")]
    [InlineData(CallState.Expired, "Us", "expired-ask")]
    [InlineData(CallState.Declined, "Nobody", "over")]
    [InlineData(CallState.Cancelled, "Nobody", "over")]
    [InlineData(CallState.Held, "Nobody", "over")]
    public void Whose_move_it_is_for_the_asker(CallState state, string whose, string what)
    {
        var move = CallMoves.Next(Call(state), "astra");
        Assert.Equal((whose, what), (move.Whose.ToString(), move.What));
    }

    [Theory]
    [InlineData(CallState.Requested, false, "Us", "acknowledge")]
    [InlineData(CallState.Received, false, "Us", "acknowledge")]
    [InlineData(CallState.Acknowledged, true, "Us", "give-time")]
    [InlineData(CallState.Scheduled, true, "Both", "talk")]
    [InlineData(CallState.Expired, false, "Us", "expired-answer")]
    public void Whose_move_it_is_for_the_asked(CallState state, bool acknowledged, string whose, string what)
    {
        var move = CallMoves.Next(Call(state, acknowledged: acknowledged ? At(-10) : null), "boreal");
        Assert.Equal((whose, what), (move.Whose.ToString(), move.What));
    }

    [Fact]
    public void Others_have_no_move() => Assert.Equal("not-ours", CallMoves.Next(Call(CallState.Received), "corvia").What);

    [Fact]
    public void An_unacknowledged_request_is_its_askers_again() =>
        Assert.Equal(new CallMove(Mover.Us, "ladder", At(30)), CallMoves.Next(Call(CallState.Received) with { Overdue = true }, "astra"));

    [Fact]
    public void Acknowledged_without_a_time_at_the_deadline_is_another_thing_than_unacknowledged() =>
        Assert.Equal("undated", CallMoves.Next(Call(CallState.Acknowledged, acknowledged: At(-10)) with { Undated = true }, "astra").What);

    [Fact]
    public void A_missed_time_is_for_both_sides_to_speak_of()
    {
        var missed = Call(CallState.Scheduled) with { Missed = true, ScheduledFor = Time(-60) };
        Assert.Equal(new CallMove(Mover.Us, "say-held", At(-60)), CallMoves.Next(missed, "astra"));
        Assert.Equal(Mover.Us, CallMoves.Next(missed, "boreal").Whose);
    }

    [Fact]
    public void A_one_sided_talk_waits_for_the_side_that_has_not_said_so()
    {
        var held = Call(CallState.Held) with { OneSided = true, Steps = [Step("boreal", "held")] };
        Assert.Equal("confirm-held", CallMoves.Next(held, "astra").What);
        Assert.Equal(Mover.Nobody, CallMoves.Next(held, "boreal").Whose);
    }

    [Fact]
    public void After_a_counter_it_is_the_move_of_the_other_side()
    {
        var countered = Call(CallState.Countered, acknowledged: At(-10)) with { Steps = [Step("boreal", "acknowledged"), Step("boreal", "countered", CallEffect.Took, Time(60))] };
        Assert.Equal("accept", CallMoves.Next(countered, "astra").What);
        Assert.Equal("wait-counter", CallMoves.Next(countered, "boreal").What);
        var again = countered with { Steps = [.. countered.Steps, Step("astra", "countered", CallEffect.Took, Time(90))] };
        Assert.Equal("wait-time", CallMoves.Next(again, "astra").What);
        Assert.Equal("give-time", CallMoves.Next(again, "boreal").What);
    }

    [Fact]
    public void The_asked_side_may_accept_what_the_request_proposes_and_nobody_his_own_times()
    {
        var call = Call(CallState.Received) with { Proposed = [Time(-10), Time(20), Time(40)] };
        Assert.Equal([At(20), At(40)], CallMoves.Acceptable(call, "boreal", Now).Select(t => t.At));
        Assert.Empty(CallMoves.Acceptable(call, "astra", Now));
    }

    [Fact]
    public void Later_times_of_a_side_take_the_place_of_its_earlier_ones_if_they_count()
    {
        var call = Call(CallState.Countered) with
        {
            Proposed = [Time(20)],
            Steps =
            [
                Step("boreal", "countered", CallEffect.Took, Time(60), Time(90)), Step("astra", "countered", CallEffect.Took, Time(70)),
                Step("boreal", "countered", CallEffect.Past, Time(-5)),
            ],
        };
        Assert.Equal([At(60), At(90)], CallMoves.Acceptable(call, "astra", Now).Select(t => t.At));
        Assert.Equal([At(70)], CallMoves.Acceptable(call, "boreal", Now).Select(t => t.At));
    }

    [Fact]
    public void A_time_that_is_accepted_is_not_offered_again() =>
        Assert.Empty(CallMoves.Acceptable(Call(CallState.Scheduled) with { Proposed = [Time(20)], ScheduledFor = Time(20) }, "boreal", Now));

    [Fact]
    public void Ours_stand_first_and_by_due_time()
    {
        var waits = Call(CallState.Received);
        var ours = Call(CallState.Received, "boreal", "astra");
        var sooner = ours with { Deadline = At(10), Entry = "boreal/3f/ordinary/5" };
        Assert.Equal([sooner, ours, waits], CallMoves.Ordered([waits, ours, sooner], "astra"));
    }
}
