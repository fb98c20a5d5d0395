using Parley.Lines.Activities;
using Parley.Lines.Entries;
using static Parley.Lines.Tests.Activities.Talk;

namespace Parley.Lines.Tests.Activities;

/// <summary>The life of an activity follows from words alone.</summary>
public sealed class ActivityFoldTests
{
    private readonly Talk talk = new();

    [Fact]
    public void A_flight_from_plan_to_end()
    {
        var flight = talk.Notify(Astra);
        Assert.Equal(ActivityState.Planned, State(flight));
        talk.Step(Astra, flight, ActivityStep.Activate);
        Assert.Equal(ActivityState.Active, State(flight));
        var moved = talk.Step(Astra, flight, ActivityStep.Deviate, Volume(61));
        Assert.Equal(ActivityState.Deviating, State(flight));
        Assert.Equal([flight, moved], Of(flight).Versions.Select(v => v.Entry));
        Assert.Equal(Volume(61), Assert.Single(Of(flight).Current.Volumes));
        talk.Step(Astra, moved, ActivityStep.Emergency);
        Assert.Equal(ActivityState.Emergency, State(flight));
        Assert.False(Of(flight).IsOver(At(10_000)), "an emergency is not over by the clock");
        talk.Step(Astra, flight, ActivityStep.End);
        var late = talk.Step(Astra, flight, ActivityStep.Activate);
        Assert.Equal((ActivityState.Ended, ActivityEffect.AfterTheEnd), (State(flight), EffectOf(flight, late)));
        Assert.True(Of(flight).IsOver(At(0)));
    }

    [Fact]
    public void Only_its_author_changes_it()
    {
        var flight = talk.Notify(Astra);
        var foreign = talk.Step(Boreal, flight, ActivityStep.Cancel);
        Assert.Equal((ActivityState.Planned, ActivityEffect.NotTheirs), (State(flight), EffectOf(flight, foreign)));
    }

    [Fact]
    public void A_reserve_is_confirmed_or_lapses()
    {
        var reserve = talk.Notify(Astra, Flight(reserve: At(30)));
        Assert.Equal(ActivityState.Reserved, State(reserve));
        Assert.False(Of(reserve).IsOver(At(29)));
        Assert.True(Of(reserve).IsOver(At(30)));
        talk.Step(Astra, reserve, ActivityStep.Confirm);
        Assert.Equal(ActivityState.Planned, State(reserve));
        Assert.False(Of(reserve).IsOver(At(30)));
        Assert.Equal(ActivityEffect.NoReserve, EffectOf(reserve, talk.Step(Astra, reserve, ActivityStep.Confirm)));
    }

    [Fact]
    public void It_is_over_when_its_windows_are_past_and_a_site_when_it_expires()
    {
        var flight = talk.Notify(Astra);
        Assert.False(Of(flight).IsOver(At(199)));
        Assert.True(Of(flight).IsOver(At(200)));
        var convoy = talk.Notify(Corvia, Convoy(expires: 150));
        Assert.True(Of(convoy).IsOver(At(150)));
        talk.Say(Corvia, [convoy], new ActivityStepContent(ActivityStep.Amend, [], At(300)));
        Assert.Equal((At(300), false), (Of(convoy).Expires, Of(convoy).IsOver(At(150))));
    }

    [Fact]
    public void Only_sites_and_movements_have_words_of_aid_and_an_expiry()
    {
        var flight = talk.Notify(Astra);
        Assert.Equal(ActivityEffect.NoSuchWord, EffectOf(flight, talk.Say(Boreal, [flight], new AidWordContent(AidWord.Noted))));
        Assert.Equal(ActivityEffect.NoSuchWord, EffectOf(flight, talk.Say(Astra, [flight], new ActivityStepContent(ActivityStep.Amend, [], At(300)))));
        var convoy = talk.Notify(Corvia, Convoy());
        Assert.Equal(ActivityEffect.Took, EffectOf(convoy, talk.Say(Boreal, [convoy], new AidWordContent(AidWord.CannotGuarantee))));
        Assert.Equal(ActivityEffect.NoSuchWord, EffectOf(convoy, talk.Say(Corvia, [convoy], new AidWordContent(AidWord.Noted))));
    }

    [Fact]
    public void Both_agree_and_the_volumes_move()
    {
        var (mine, theirs) = (talk.Notify(Astra), talk.Notify(Boreal));
        var counter = talk.Word(Boreal, OverlapWord.Counter, mine, theirs, mine, Volume(61));
        Assert.Equal(mine, Of(mine).Current.Entry);
        var own = talk.On(Boreal, OverlapWord.Agree, counter);
        Assert.Equal(ActivityEffect.NotTheirs, EffectOf(mine, own));
        var stranger = talk.On(Corvia, OverlapWord.Agree, counter);
        Assert.Equal(ActivityEffect.NotTheirs, EffectOf(mine, stranger));
        var agreed = talk.On(Astra, OverlapWord.Agree, counter);
        Assert.Equal((agreed, Volume(61)), (Of(mine).Current.Entry, Of(mine).Current.Volumes[0]));
        Assert.Equal(theirs, Of(theirs).Current.Entry);

        // The proposal spoke of volumes that stand no more.
        Assert.Equal(ActivityEffect.Overtaken, EffectOf(mine, talk.On(Astra, OverlapWord.Agree, counter)));

        // Whose entry the volumes stand by changes nothing of whose activity it is.
        var next = talk.Word(Astra, OverlapWord.Counter, mine, theirs, mine, Volume(62));
        Assert.Equal(ActivityEffect.Took, EffectOf(mine, talk.On(Boreal, OverlapWord.Agree, next)));
        Assert.Equal(Volume(62), Of(mine).Current.Volumes[0]);
    }

    [Fact]
    public void A_withdrawn_proposal_cannot_be_agreed_to()
    {
        var (mine, theirs) = (talk.Notify(Astra), talk.Notify(Boreal));
        var counter = talk.Word(Boreal, OverlapWord.Counter, mine, theirs, theirs, Volume(61));
        talk.On(Boreal, OverlapWord.Withdraw, counter);
        Assert.Equal(ActivityEffect.NoProposal, EffectOf(theirs, talk.On(Astra, OverlapWord.Agree, counter)));
        Assert.Single(Of(theirs).Versions);
    }

    [Fact]
    public void Nobody_bargains_about_a_convoy()
    {
        var (flight, convoy) = (talk.Notify(Astra), talk.Notify(Corvia, Convoy()));
        var counter = talk.Word(Astra, OverlapWord.Counter, flight, convoy, convoy, Volume(61));
        talk.On(Corvia, OverlapWord.Agree, counter);
        Assert.Single(Of(convoy).Versions);
        Assert.All(talk.Book.Between(Of(flight), Of(convoy)).Words, w => Assert.Equal(ActivityEffect.NoSuchWord, w.Effect));
    }

    private ActivityMatter Of(EntryRef entry) => talk.Book.Of(entry)!;

    private ActivityState State(EntryRef entry) => Of(entry).State;

    private ActivityEffect EffectOf(EntryRef activity, EntryRef word) => Of(activity).Followed.Single(f => f.Said.Entry == word).Effect;
}
