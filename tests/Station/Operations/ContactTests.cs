using System.Globalization;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Calls;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>Contacts that were held elsewhere, and the contact record as both sides see it.</summary>
public sealed class ContactTests
{
    private const int Day = 24 * 60;
    private readonly Desk astra;
    private readonly Desk boreal;
    private DateTimeOffset began;

    public ContactTests() => (astra, boreal) = Pair();

    [Fact]
    public void A_contact_is_one_sided_until_the_other_side_confirms_it()
    {
        var contact = Record();
        Both(b => Assert.Equal(ContactStanding.OneSided, b.Contacts.Single().Standing));
        Both(b => Assert.Equal((null, At(-Day), 1), (Ministers(b).Last, Ministers(b).LastOneSided, Ministers(b).OneSidedDays)));
        Assert.Equal((null, At(-Day)), Calls());
        Assert.Contains("CONTACT ELSEWHERE, by the author's word: ministers, with boreal, by telephone", boreal.Do(new ReadEntry("hot", contact)).Text, StringComparison.Ordinal);

        boreal.Do(new AnswerContact("hot", contact, ContactAnswer.Confirmed));
        Desk.Exchange(astra, boreal);
        Both(b => Assert.Equal((ContactStanding.Confirmed, At(-Day), 1, null), (b.Contacts.Single().Standing, Ministers(b).Last, Ministers(b).Days, Ministers(b).LastOneSided)));
        // What 'calls' counts is the same.
        Assert.Equal((At(-Day), null), Calls());
        Later(32 * Day);
        Assert.Equal(33, astra.Do(new ListCalls("hot")).Contacts.Single(c => c.Pair == "ministers").Days);

        boreal.Do(new AnswerContact("hot", contact, ContactAnswer.Contested, "en", "It was put off."));
        Desk.Exchange(astra, boreal);
        Both(b => Assert.Equal((ContactStanding.Contested, null), (b.Contacts.Single().Standing, Ministers(b).Last)));
    }

    [Fact]
    public void What_is_not_to_be_entered_is_refused_by_name()
    {
        var sound = Sound();
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(sound with { Line = "none" }));
        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(sound with { Line = "operator:boreal" }));
        Assert.Equal(Refusal.UnknownCounterpart, astra.Refusal(sound with { Pair = "kings" }));
        Assert.Equal(Refusal.UnknownCounterpart, astra.Refusal(sound with { With = ["astra"] }));
        Assert.Equal(Refusal.UnknownCounterpart, astra.Refusal(sound with { With = ["corvia"] }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { With = [] }));
        Assert.Equal(Refusal.TimeWithoutZone, astra.Refusal(sound with { From = "2020-01-01T10:00" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Until = "yesterday" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Until = "2020-01-01T10:00Z" }));
        Assert.Equal(Refusal.TimeAhead, astra.Refusal(sound with { Until = In(1) }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Ours = "two\nlines" }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Means = (ContactMeans)9 }));
        Assert.Equal(Refusal.Malformed, astra.Refusal(sound with { Text = "Without its language." }));
    }

    [Fact]
    public void Whose_word_is_waited_for_is_told_so_until_he_says_it()
    {
        var contact = Record();
        Assert.Contains(
            boreal.Do(new ShowStatus()).Warnings, w => w.Contains("one-sided until our side says", StringComparison.Ordinal) && w.EndsWith(contact, StringComparison.Ordinal));
        Assert.DoesNotContain(astra.Do(new ShowStatus()).Warnings, w => w.Contains("one-sided", StringComparison.Ordinal));
        boreal.Do(new AnswerContact("hot", contact, ContactAnswer.Contested, "en", "It was put off."));
        Assert.DoesNotContain(boreal.Do(new ShowStatus()).Warnings, w => w.Contains("one-sided", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_confirms_his_own_and_a_word_is_not_said_twice()
    {
        var contact = Record();
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new AnswerContact("hot", contact, ContactAnswer.Confirmed)));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AnswerContact("hot", contact, ContactAnswer.Contested)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerContact("hot", "nothing", ContactAnswer.Confirmed)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerContact("hot", boreal.Say("Hello.").Released!, ContactAnswer.Confirmed)));
        var said = boreal.Do(new AnswerContact("hot", contact, ContactAnswer.Confirmed) { Key = "once" });
        Assert.Equal(said.Entry, boreal.Do(new AnswerContact("hot", contact, ContactAnswer.Confirmed) { Key = "once" }).Entry);
        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new AnswerContact("hot", contact, ContactAnswer.Confirmed)));
    }

    [Fact]
    public void One_officer_of_the_watch_says_it_and_who_may_not_write_does_not()
    {
        Assert.IsType<Done<EntryView>>(astra.Ask(Sound(), "wat", Roles.Watch));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(Sound(), "aud", Roles.Audit));
    }

    [Fact]
    public void Requests_are_counted_the_same_for_us_as_for_them_and_unanswered_ones_are_named()
    {
        var ours = Ask(astra);
        Later(10);
        boreal.Do(new AnswerCall("hot", ours, CallAnswer.Acknowledge));
        Desk.Exchange(astra, boreal);
        var theirs = Ask(boreal);
        Later(3 * Day);
        Both(b =>
        {
            var (one, other) = (Ministers(b).Sides[0], Ministers(b).Sides[1]);
            Assert.Equal(("astra", 1, 0), (one.Party, one.Asked.Undated, one.Asked.Unacknowledged));
            Assert.Equal(("boreal", 0, 1), (other.Party, other.Asked.Undated, other.Asked.Unacknowledged));
            Assert.Equal([theirs], other.Unacknowledged);
            Assert.Equal((0, 1), (one.Answered, other.Answered));
            Assert.Equal(10, other.MedianMinutes!.Value, 0.1);
            Assert.Equal(other.MedianMinutes, other.NinetiethMinutes);
            Assert.Null(one.Checks);
        });
    }

    [Fact]
    public void A_past_day_shows_what_had_been_said_by_its_end()
    {
        var contact = Record();
        Later(Day);
        boreal.Do(new AnswerContact("hot", contact, ContactAnswer.Confirmed));
        Desk.Exchange(astra, boreal);
        Later(3 * Day);

        // The pairs were agreed the day before.
        Assert.Empty(Board(astra, Date(-30)).Pairs);
        Assert.Empty(Board(astra, Date(-1)).Contacts);
        Both(b => Assert.Equal((null, At(-Day), At(Day).AddMilliseconds(-1)), (Ministers(b).Last, Ministers(b).LastOneSided, b.AsOf)), Date(0));
        Both(b => Assert.Equal((At(-Day), 2), (Ministers(b).Last, Ministers(b).Days)), Date(1));
        // Of today, until now.
        Both(b => Assert.Equal((true, 4), (b.AsOf - At(3 * Day) < TimeSpan.FromSeconds(1), Ministers(b).Days)), Date(3));
        Assert.Equal(Ministers(Board(astra, In(1))).LastOneSided, At(-Day));

        Assert.Equal(Refusal.TimeAhead, astra.Refusal(new ListContacts(AsOf: Date(4))));
        Assert.Equal(Refusal.TimeAhead, astra.Refusal(new ListContacts(AsOf: In(4 * Day))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListContacts(AsOf: "yesterday")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListContacts(AsOf: "0001-01-01")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new ListContacts(Days: 367)));
        Assert.Empty(Board(astra, "1970-01-01").Pairs);
    }

    [Fact]
    public void Checks_missed_stand_beside_each_side_and_a_past_day_does_not_know_a_later_one()
    {
        Amend(new TermsView(Checks: "06:00,18:00;answer=10;begins=astra"));
        var told = astra.Do(new ListLines()).Single(l => l.Handle == "hot").Terms;
        Assert.Equal(2, told.Counterparts!.Count);
        Later(Day - 1);
        var missed = Ministers(Board(astra, null)).Sides.Select(s => s.Checks!.NotSent).ToList();
        Assert.Equal([1, 1], missed);
        Assert.Equal([0, 0], Ministers(Board(astra, In(60))).Sides.Select(s => s.Checks!.NotSent));
    }

    [Fact]
    public void Every_line_with_counterparts_has_a_board_and_what_was_said_stands_after_a_restart()
    {
        var contact = Record();
        astra.Start();
        Assert.Equal(["hot"], astra.Do(new ListContacts()).Select(b => b.Line));
        Assert.Equal(contact, Board(astra, null).Contacts.Single().Entry);
        Assert.Empty(Assert.Single(astra.Do(new ListContacts("operator:boreal"))).Pairs);
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new ListContacts("none")));
    }

    private string Record()
    {
        var contact = astra.Do(Sound()).Entry;
        Desk.Exchange(astra, boreal);
        return contact;
    }

    private RecordContact Sound() => new("hot", "ministers", In(-Day - 25), In(-Day), ContactMeans.Telephone, "Minister", "Minister");

    private string Ask(Desk desk)
    {
        var call = desk.Do(new RequestCall("hot", "ministers", "en", "The incident", CallMeans.Voice, Precedence.Immediate)).Released!;
        Desk.Exchange(astra, boreal);
        return call;
    }

    private static ContactBoardView Board(Desk desk, string? asOf) => Assert.Single(desk.Do(new ListContacts("hot", asOf)));

    private void Both(Action<ContactBoardView> check, string? asOf = null)
    {
        check(Board(astra, asOf));
        check(Board(boreal, asOf));
    }

    private (DateTimeOffset? Last, DateTimeOffset? Alone) Calls()
    {
        var contact = astra.Do(new ListCalls("hot")).Contacts.Single(c => c.Pair == "ministers");
        return (contact.LastHeld, contact.LastOneSided);
    }

    private static PairRecordView Ministers(ContactBoardView board) => board.Pairs.Single(p => p.Pair == "ministers");

    private DateTimeOffset At(int minutes) => began.AddMinutes(minutes);

    private string In(int minutes) => At(minutes).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private string Date(int days) => began.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Later(int minutes) => astra.Now = boreal.Now = Ledger.Timestamp.From(At(minutes));

    private void Amend(TermsView terms)
    {
        astra.Do(new AmendLine("hot", terms));
        Desk.Exchange(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Exchange(astra, boreal);
    }

    private (Desk Astra, Desk Boreal) Pair()
    {
        var (one, other, _) = Desk.Pair();
        one.Do(new AmendLine("hot", new TermsView(Counterparts: [Row("ministers"), Row("chiefs")])));
        Desk.Exchange(one, other);
        other.Do(new AcceptLine("hot"));
        Desk.Exchange(one, other);
        var now = one.Now > other.Now ? one.Now : other.Now;
        began = new DateTimeOffset(now.ToDateTimeOffset().Date, TimeSpan.Zero).AddDays(1);
        one.Now = other.Now = Ledger.Timestamp.From(began);
        return (one, other);
    }

    private static CounterpartView Row(string pair) => new(pair,
    [
        new SeatView("astra", [new SeatNameView("en", "Minister", "Madam Minister")], [], "Europe/Paris", ["en"], true),
        new SeatView("boreal", [new SeatNameView("en", "Minister", "Mr Minister")], [], "Asia/Tokyo", ["ja"], true),
    ]);
}
