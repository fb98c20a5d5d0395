using Parley.Lines.Activities;
using Parley.Lines.Entries;
using static Parley.Lines.Tests.Activities.Talk;

namespace Parley.Lines.Tests.Activities;

/// <summary>How far two parties have come about an overlap, and what each knew.</summary>
public sealed class CoordinationTests
{
    private readonly Talk talk = new();
    private readonly EntryRef mine;
    private readonly EntryRef theirs;

    public CoordinationTests() => (mine, theirs) = (talk.Notify(Astra), talk.Notify(Boreal));

    [Fact]
    public void From_nothing_to_the_consent_of_both()
    {
        Assert.Equal(CoordinationState.Unanswered, Pair.State);
        talk.Word(Boreal, OverlapWord.Acknowledge, mine, theirs);
        Assert.Equal(CoordinationState.Acknowledged, Pair.State);
        Assert.True(Pair.HasSpoken(Boreal));
        Assert.False(Pair.HasSpoken(Astra));
        var objection = talk.Word(Astra, OverlapWord.Object, mine, theirs);
        Assert.Equal(CoordinationState.Objected, Pair.State);
        talk.On(Astra, OverlapWord.Withdraw, objection);
        Assert.Equal(CoordinationState.Acknowledged, Pair.State);
        talk.Word(Astra, OverlapWord.Consent, mine, theirs);
        Assert.Equal(CoordinationState.ConsentedByOne, Pair.State);
        talk.Word(Boreal, OverlapWord.Consent, mine, theirs);
        Assert.Equal(CoordinationState.Consented, Pair.State);
    }

    [Fact]
    public void Consent_does_not_outlive_the_volumes()
    {
        talk.Word(Astra, OverlapWord.Consent, mine, theirs);
        talk.Word(Boreal, OverlapWord.Consent, mine, theirs);
        talk.Step(Boreal, theirs, ActivityStep.Amend, Volume(60.02));
        Assert.Equal(CoordinationState.Unanswered, Pair.State);
        Assert.Null(Pair.Proposal);
    }

    [Fact]
    public void A_word_on_volumes_that_its_author_had_heard_to_be_moved_is_overtaken()
    {
        var old = talk.Book.Of(theirs)!.Current.Entry;
        talk.Step(Boreal, theirs, ActivityStep.Amend, Volume(60.02));
        EntryRef[] pair = mine < theirs ? [mine, theirs] : [theirs, mine];
        talk.Say(Astra, pair, new OverlapWordContent(OverlapWord.Consent, [.. pair.Select(p => p == theirs ? old : p)], null, []));
        Assert.Equal(ActivityEffect.Overtaken, Assert.Single(Pair.Words).Effect);
    }

    [Fact]
    public void A_stranger_says_nothing_of_it()
    {
        talk.Word(Corvia, OverlapWord.Object, mine, theirs);
        Assert.Equal((CoordinationState.Unanswered, ActivityEffect.NotTheirs), (Pair.State, Assert.Single(Pair.Words).Effect));
    }

    [Fact]
    public void The_proposal_that_waits_is_the_last_one()
    {
        talk.Word(Astra, OverlapWord.Counter, mine, theirs, theirs, Volume(61));
        var last = talk.Word(Boreal, OverlapWord.Counter, mine, theirs, mine, Volume(62));
        Assert.Equal((CoordinationState.Countered, last), (Pair.State, Pair.Proposal!.Said.Entry));
        talk.On(Astra, OverlapWord.Agree, last);
        Assert.Equal(CoordinationState.Unanswered, Pair.State);
        Assert.Equal(Volume(62), talk.Book.Of(mine)!.Current.Volumes[0]);
    }

    [Fact]
    public void Volumes_set_against_a_stale_picture_are_told()
    {
        // Boreal's officer had been shown ours.
        Assert.Equal((Picture.Shown, false), (PictureRules.Of(Version(theirs), Version(mine)), PictureRules.IsStale(Version(theirs), Version(mine))));
        Assert.False(PictureRules.IsStale(Version(mine), Version(theirs)), "who came first knew of nothing and could not");

        talk.IsCut = true;
        var unshown = talk.Notify(Astra);
        talk.Hear(Boreal, isShown: false);
        var blind = talk.Notify(Boreal);
        Assert.Equal((Picture.HeldNotShown, true), (PictureRules.Of(Version(blind), Version(unshown)), PictureRules.IsStale(Version(blind), Version(unshown))));

        var crossed = talk.Notify(Astra);
        Assert.Equal(Picture.NotHeld, PictureRules.Of(Version(crossed), Version(blind)));
        Assert.True(PictureRules.IsStale(Version(crossed), Version(blind)), "letters crossed: the later one was set without the other");
        Assert.False(PictureRules.IsStale(Version(blind), Version(crossed)));
    }

    [Fact]
    public void Whoever_plans_into_a_reserve_that_he_knows_of_is_named()
    {
        var reserve = talk.Notify(Astra, Flight(reserve: At(60)));
        var into = talk.Notify(Boreal);
        Assert.True(PictureRules.IsAgainstReserve(Version(into), talk.Book.Of(reserve)!));
        Assert.False(PictureRules.IsAgainstReserve(Version(theirs), talk.Book.Of(reserve)!), "it was there before");
    }

    private Coordination Pair => talk.Book.Between(talk.Book.Of(mine)!, talk.Book.Of(theirs)!);

    private ActivityVersion Version(EntryRef entry) => talk.Book.Of(entry)!.Current;
}
