using Parley.Control;
using Parley.Control.Stations;

namespace Parley.Station.Tests;

/// <summary>What waits for the loop: nobody's flood stands before what is urgent, or before others.</summary>
public sealed class InboxTests
{
    private readonly Inbox inbox = new();
    private readonly StepSize size = new();
    private readonly List<StationInput> taken = [];

    private static OfficerAsks Asks(string officer, bool isUrgent = false) => new(new ShowStatus(), new Actor(officer, (Roles)31), _ => { }) { IsUrgent = isUrgent };

    private void Take()
    {
        taken.Clear();
        inbox.Take(taken, TimeSpan.Zero, size);
    }

    private int Of(string officer) => taken.OfType<OfficerAsks>().Count(a => a.Actor.Name == officer);

    [Fact]
    public void An_urgent_operation_overtakes_a_thousand_others_of_the_same_officer()
    {
        for (var i = 0; i < 1000; i++)
            inbox.Add(Asks("program"));
        var urgent = Asks("program", isUrgent: true);
        inbox.Add(urgent);
        Take();

        Assert.Same(urgent, taken[0]);
        // And its commit is not made long by them.
        Assert.Equal(1 + Bounds.LeastStepInputs, taken.Count);
        Take();
        Assert.Equal(Bounds.StepInputs, taken.Count);
    }

    [Fact]
    public void An_officer_and_a_peer_have_their_turn_beside_a_program()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Say("words");
        var frame = new FrameCame(wire.Other, Prepared.From(wire.Waiting.Last(), boreal.Keys, boreal.Core.Shared));
        for (var i = 0; i < 1000; i++)
            inbox.Add(Asks("program"));
        inbox.Add(Asks("ann"));
        inbox.Add(frame);
        Take();

        Assert.Equal(1, Of("ann"));
        Assert.Contains(frame, taken.Take(4));
        Assert.Equal(Bounds.StepInputs - 2, Of("program"));
        Take();
        Assert.Equal(1000 - (Bounds.StepInputs - 2), Of("program"));
    }

    [Fact]
    public void What_goes_first_leaves_room_for_the_others()
    {
        for (var i = 0; i < 2000; i++)
            inbox.Add(Asks("alarmed", isUrgent: true));
        for (var i = 0; i < 10; i++)
            inbox.Add(Asks("ann"));
        Take();

        Assert.Equal(10, Of("ann"));
        Assert.Equal(Bounds.StepInputs, taken.Count);
    }

    [Fact]
    public void The_words_of_one_officer_keep_their_order()
    {
        List<OfficerAsks> asked = [.. Enumerable.Range(0, 600).Select(_ => Asks("ann"))];
        foreach (var one in asked)
        {
            inbox.Add(one);
            inbox.Add(Asks("bob"));
        }

        var came = new List<StationInput>();
        for (Take(); taken.Count > 0; Take())
        {
            came.AddRange(taken);
            size.Took(taken.Count, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(asked, came.OfType<OfficerAsks>().Where(a => a.Actor.Name == "ann"));
    }
}
