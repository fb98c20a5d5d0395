using Parley.Lines.Activities;
using Parley.Lines.Entries;
using static Parley.Lines.Tests.Activities.Talk;

namespace Parley.Lines.Tests.Activities;

/// <summary>What stands in the book depends on the words, and not on the order in which they came.</summary>
public sealed class ActivityBookTests
{
    [Fact]
    public void Any_order_of_arrival_gives_the_same_book()
    {
        var talk = new Talk();
        var (mine, theirs) = (talk.Notify(Astra), talk.Notify(Boreal, Flight(60.01)));
        talk.Word(Astra, OverlapWord.Acknowledge, mine, theirs);
        var counter = talk.Word(Boreal, OverlapWord.Counter, mine, theirs, mine, Volume(61));
        talk.On(Astra, OverlapWord.Agree, counter);
        talk.Step(Astra, mine, ActivityStep.Activate);
        talk.Step(Boreal, theirs, ActivityStep.Deviate, Volume(62));
        talk.Word(Boreal, OverlapWord.Consent, mine, theirs);
        talk.Step(Boreal, theirs, ActivityStep.End);
        var expected = Describe(talk.Book, mine, theirs);

        // Multiples of each number modulo a prime above the count are another order each.
        const int prime = 101;
        for (var step = 1; step < prime; step++)
        {
            var book = Fold(talk.Said.Index().OrderBy(s => (s.Index + 1) * step % prime).Select(s => s.Item));
            Assert.Equal(expected, Describe(book, mine, theirs));
            Assert.Equal(0, book.Strays);
        }
    }

    [Fact]
    public void A_word_that_came_twice_changes_nothing()
    {
        var talk = new Talk();
        var flight = talk.Notify(Astra);
        var book = talk.Book;
        Assert.Empty(book.Take(talk.Said[0]));
        Assert.Equal(flight, Assert.Single(book.All).Entry);
    }

    [Fact]
    public void Words_without_their_activity_wait_and_are_bounded()
    {
        var talk = new Talk();
        var flight = talk.Notify(Astra);
        for (var i = 0; i < Bounds.StrayWords + 10; i++)
            talk.Say(Boreal, [flight], new AidWordContent(AidWord.Noted));
        var book = Fold(talk.Said.Skip(1));
        Assert.Equal(Bounds.StrayWords, book.Strays);
        Assert.Empty(book.All);
        book.Take(talk.Said[0]);
        Assert.Equal(0, book.Strays);
    }

    [Fact]
    public void What_others_say_hides_nothing_of_it()
    {
        var talk = new Talk();
        var flight = talk.Notify(Astra);
        for (var i = 0; i < Bounds.ActivityWords + 10; i++)
            talk.Say(Boreal, [flight], new AidWordContent(AidWord.Noted));
        talk.Step(Astra, flight, ActivityStep.End);
        var matter = talk.Book.Of(flight)!;
        Assert.Equal(ActivityState.Ended, matter.State);
        Assert.Equal(Bounds.ActivityWords + 1, matter.Followed.Count);
    }

    [Fact]
    public void A_word_is_tried_before_it_leaves()
    {
        var talk = new Talk();
        var (mine, theirs) = (talk.Notify(Astra), talk.Notify(Boreal));
        var book = talk.Book;
        Assert.Equal(ActivityEffect.Took, book.Try(talk.Make(Astra, [mine], new ActivityStepContent(ActivityStep.End, []))));
        Assert.Equal(ActivityEffect.NotTheirs, book.Try(talk.Make(Astra, [theirs], new ActivityStepContent(ActivityStep.End, []))));
        Assert.Equal(ActivityEffect.NoActivity, book.Try(talk.Make(Astra, [mine with { Index = 99 }], new ActivityStepContent(ActivityStep.End, []))));
        var counter = talk.Word(Boreal, OverlapWord.Counter, mine, theirs, mine, Volume(61));
        Assert.Equal(ActivityEffect.Took, talk.Book.Try(talk.Make(Astra, [counter], new OverlapWordContent(OverlapWord.Agree, [], null, []))));
        Assert.Equal(ActivityEffect.NotTheirs, talk.Book.Try(talk.Make(Boreal, [counter], new OverlapWordContent(OverlapWord.Agree, [], null, []))));
        Assert.Equal(2, book.All.Count());
    }

    private static string Describe(ActivityBook book, EntryRef mine, EntryRef theirs)
    {
        var (one, other) = (book.Of(mine)!, book.Of(theirs)!);
        var pair = book.Between(one, other);
        var both = new[] { one, other }.Select(m =>
            $"{m.State} {string.Join(',', m.Versions.Select(v => v.Entry))} {string.Join(',', m.Followed.Select(f => f.Effect))}");
        return string.Join('|', both) +
            $"|{pair.State} {string.Join(',', pair.Words.Select(w => $"{w.Word.Word}:{w.Effect}"))} {pair.Proposal?.Said.Entry}";
    }
}
