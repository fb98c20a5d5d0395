using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Calls;

namespace Parley.Lines.Tests.Contacts;

/// <summary>Who talked last and when, and what became of requests: a function of the feeds, the receipts and a time.</summary>
public sealed class ContactFoldTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly PartyId Corvia = PartyId.Parse("corvia")!.Value;
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private static readonly Note Why = new("It was put off.", "en");
    private static readonly Counterpart Chiefs = CounterpartTests.Ministers with { Pair = "chiefs" };
    private static readonly CharterTerms Terms = CharterTerms.Default with { Counterparts = [Chiefs, CounterpartTests.Ministers] };
    private readonly List<CallEntry> entries = [];
    private readonly Dictionary<(EntryRef, PartyId), Timestamp> received = [];

    [Fact]
    public void A_contact_is_one_sided_until_another_side_confirms_it_and_the_last_word_stands()
    {
        var contact = Talked(Astra, Day(10), Day(3));
        Assert.Equal(ContactStanding.OneSided, Standing(contact, Day(11)));
        Assert.Equal((null, Day(3)), Last(Day(11)));
        Say(Boreal, Day(12), ContactAnswer.Confirmed, contact);
        Assert.Equal(ContactStanding.Confirmed, Standing(contact, Day(13)));
        Assert.Equal((Day(3), null), Last(Day(13)));
        Assert.Equal(10, Pair("ministers", Day(13)).Days(Day(13)));
        Say(Boreal, Day(14), ContactAnswer.Contested, contact);
        Assert.Equal(ContactStanding.Contested, Standing(contact, Day(15)));
        Assert.Equal((null, null), Last(Day(15)));
    }

    [Fact]
    public void Nobody_confirms_his_own_contact_or_one_that_he_had_no_part_in()
    {
        var contact = Talked(Astra, Day(10), Day(3));
        Say(Astra, Day(11), ContactAnswer.Confirmed, contact);
        Say(Corvia, Day(11), ContactAnswer.Confirmed, contact);
        Add(Boreal, Day(11), EntryKind.ContactWord, null, contact);
        // A word that regards two contacts is one on neither.
        Add(Boreal, Day(11), EntryKind.ContactWord, new ContactWordContent(ContactAnswer.Confirmed).ToWords(), contact, Talked(Astra, Day(10), Day(2)));
        var record = Of(Day(12)).Contacts[0];
        Assert.Equal(ContactStanding.OneSided, record.Standing);
        Assert.Equal([ContactEffect.Own, ContactEffect.NotConcerned, ContactEffect.Unreadable], record.Words.Select(w => w.Effect));
    }

    [Fact]
    public void What_does_not_count_says_why()
    {
        Assert.Equal(ContactStanding.UnknownPair, Standing(Talked(Astra, Day(10), Day(3), "kings"), Day(11)));
        Assert.Equal(ContactStanding.UnknownPair, Standing(Talked(Corvia, Day(10), Day(3)), Day(11)));
        Assert.Equal(ContactStanding.Ahead, Standing(Talked(Astra, Day(10), Day(10) + TimeSpan.FromMinutes(6)), Day(11)));
        Assert.Equal(ContactStanding.OneSided, Standing(Talked(Astra, Day(10), Day(10) + TimeSpan.FromMinutes(5)), Day(11)));
        Assert.Equal(ContactStanding.Unreadable, Standing(Add(Astra, Day(10), EntryKind.Contact, null), Day(11)));
        Assert.Equal(ContactStanding.Test, Standing(Talked(Astra, Day(10), Day(9), status: Status.Test), Day(11)));
        Assert.Equal((null, Day(10) + TimeSpan.FromMinutes(5)), Last(Day(11)));
    }

    [Fact]
    public void A_later_talk_of_one_side_stands_beside_the_last_of_both_and_an_earlier_does_not()
    {
        Say(Boreal, Day(9), ContactAnswer.Confirmed, Talked(Astra, Day(8), Day(5)));
        Talked(Boreal, Day(9), Day(4));
        Assert.Equal((Day(5), null), Last(Day(10)));
        Talked(Boreal, Day(9), Day(7));
        Assert.Equal((Day(5), Day(7)), Last(Day(10)));
        Assert.Equal((null, null), Last(Day(10), "chiefs"));
    }

    [Fact]
    public void A_call_that_both_sides_say_was_held_is_a_talk_and_a_test_is_none()
    {
        foreach (var (status, held) in new[] { (Status.Test, false), (Status.Actual, true) })
        {
            var call = Ask(Astra, Day(1), status: status);
            foreach (var party in new[] { Astra, Boreal })
                Add(party, Day(3), EntryKind.CallStep, new HeldStep(Day(2), Day(2)).ToWords(), call);
            Assert.Equal(held ? Day(2) : null, Pair("ministers", Day(4)).Last);
        }
    }

    [Fact]
    public void The_blackout_of_84_days()
    {
        // Days of 2022: chiefs talked 11 February, ministers 18 February.
        Say(Boreal, Date(2, 20), ContactAnswer.Confirmed, Talked(Astra, Date(2, 20), Date(2, 11), "chiefs"));
        Say(Boreal, Date(2, 20), ContactAnswer.Confirmed, Talked(Astra, Date(2, 20), Date(2, 18)));
        EntryRef[] calls = [.. Enumerable.Range(0, 6).Select(i => Ask(Astra, Date(2, 25) + TimeSpan.FromDays(i * 4), answerHours: 48))];
        foreach (var call in calls)
            received[(call, Boreal)] = At(call) + TimeSpan.FromMinutes(1);
        Step(Boreal, calls[0], 60, new AcknowledgedStep());
        Step(Boreal, calls[1], 120, new AcknowledgedStep());
        Step(Boreal, calls[5], 30, new DeclinedStep(DeclineReason.None));

        var then = Date(3, 23) + TimeSpan.FromHours(12);
        var (ministers, chiefs) = (Pair("ministers", then), Pair("chiefs", then));
        Assert.Equal((33, 40), (ministers.Days(then), chiefs.Days(then)));
        var asked = ministers.Sides.Single(s => s.Party == Astra);
        Assert.Equal((0, 2, 1, 3, 0), (
            asked.Count(RequestOutcome.Held), asked.Count(RequestOutcome.Undated), asked.Count(RequestOutcome.Declined), asked.Count(RequestOutcome.Unacknowledged),
            asked.Count(RequestOutcome.Waiting)));
        Assert.Equal(calls[2..5], asked.Asked.Where(a => a.Outcome == RequestOutcome.Unacknowledged).Select(a => a.Call));
        var answered = ministers.Sides.Single(s => s.Party == Boreal);
        Assert.Equal((59.0, 119.0), (answered.Median, answered.Ninetieth));
        Assert.Empty(answered.Asked);

        Add(Astra, Date(5, 13), EntryKind.CallStep, new HeldStep(Date(5, 13), Date(5, 13)).ToWords(), calls[0]);
        Assert.Equal(84, Pair("ministers", Date(5, 13) + TimeSpan.FromHours(1)).Days(Date(5, 13)));
        Add(Boreal, Date(5, 13) + TimeSpan.FromHours(2), EntryKind.CallStep, new HeldStep(Date(5, 13), Date(5, 13)).ToWords(), calls[0]);
        Assert.Equal(0, Pair("ministers", Date(5, 13) + TimeSpan.FromHours(3)).Days(Date(5, 13) + TimeSpan.FromHours(3)));
    }

    [Fact]
    public void A_past_day_knows_nothing_that_was_said_or_received_later()
    {
        var call = Ask(Boreal, Day(1), answerHours: 24);
        received[(call, Astra)] = Day(3);
        Add(Astra, Day(4), EntryKind.CallStep, new AcknowledgedStep().ToWords(), call);
        var contact = Talked(Astra, Day(5), Day(1));
        Say(Boreal, Day(6), ContactAnswer.Confirmed, contact);

        Assert.Empty(Of(Day(0)).Calls.Calls);
        Assert.Null(Of(Day(2)).Calls.Calls.Single().ReceivedAt);
        Assert.Equal(RequestOutcome.Waiting, Asked(Day(2), Boreal));
        Assert.Equal(RequestOutcome.Unacknowledged, Asked(Day(3), Boreal));
        Assert.Equal(RequestOutcome.Undated, Asked(Day(4), Boreal));
        Assert.Empty(Of(Day(4)).Contacts);
        Assert.Equal(ContactStanding.OneSided, Standing(contact, Day(5)));
        Assert.Equal((Day(1), null), Last(Day(6)));
        Assert.Equal(24 * 60, Pair("ministers", Day(6)).Sides.Single(s => s.Party == Astra).Median);
    }

    [Fact]
    public void Every_request_is_counted_once_by_its_outcome()
    {
        foreach (var step in new CallStepContent?[] { null, new AcknowledgedStep(), new DeclinedStep(DeclineReason.None), new ScheduledStep(Day(20)) })
        {
            var call = Ask(Astra, Day(1), times: [Day(20)], answerHours: 240);
            if (step is not null)
                Add(Boreal, Day(2), EntryKind.CallStep, step.ToWords(), call);
        }

        Add(Astra, Day(2), EntryKind.CallStep, new CancelledStep().ToWords(), Ask(Astra, Day(1)));
        Ask(Astra, Day(1), times: [Day(2)], answerHours: 240);
        Assert.Equal(
            [
                RequestOutcome.Waiting, RequestOutcome.Undated, RequestOutcome.Declined, RequestOutcome.Scheduled, RequestOutcome.Cancelled, RequestOutcome.Expired,
            ],
            Pair("ministers", Day(3)).Sides[0].Asked.Select(a => a.Outcome));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0.5, 1)]
    [InlineData(10, 4.5, 8)]
    [InlineData(11, 5, 9)]
    [InlineData(20, 9.5, 17)]
    public void Median_and_ninetieth(int count, double median, double ninetieth)
    {
        var side = new ContactSide(Astra, [], [.. Enumerable.Range(0, count).Select(i => (double)i)], null);
        Assert.Equal((median, ninetieth), (side.Median, side.Ninetieth));
        Assert.Null((side with { Answers = [] }).Median);
        Assert.Null((side with { Answers = [] }).Ninetieth);
    }

    [Fact]
    public void Whatever_is_said_only_another_party_of_a_contact_moves_it()
    {
        PartyId[] parties = [Astra, Boreal, Corvia];
        for (var seed = 0; seed < 200; seed++)
        {
            entries.Clear();
            var dice = new Dice((uint)seed);
            List<EntryRef> said = [Talked(Astra, Day(1), Day(0))];
            for (var i = 0; i < 12; i++)
            {
                var (by, at) = (parties[dice.Next(3)], Day(2 + i));
                said.Add(dice.Next(3) == 0
                    ? Talked(by, at, Day(dice.Next(20)))
                    : Say(by, at, (ContactAnswer)dice.Next(2), said[dice.Next(said.Count)]));
            }

            foreach (var contact in Of(Day(30)).Contacts.Where(c => c.Standing is ContactStanding.Confirmed or ContactStanding.Contested))
            {
                var words = entries.Where(e => e.Kind == EntryKind.ContactWord && e.Regards[0] == contact.Entry)
                    .Where(e => e.By != contact.By && contact.What!.With.Contains(e.By)).ToList();
                Assert.Equal(
                    contact.Standing == ContactStanding.Confirmed ? ContactAnswer.Confirmed : ContactAnswer.Contested, ContactWordContent.Read(words[^1].Content!)!.Answer);
            }
        }
    }

    private ContactReport Of(Timestamp asOf) => ContactFold.Of(
        new ContactSource(Terms.Counterparts, new CallSource(
            [.. entries.OrderBy(e => e.At)], _ => Terms, (entry, party) => received.TryGetValue((entry, party), out var at) ? at : null).Until(asOf), null, Day(0)), asOf);

    private PairRecord Pair(string pair, Timestamp asOf) => Of(asOf).Pairs.Single(p => p.Pair == pair);

    private (Timestamp? Both, Timestamp? Alone) Last(Timestamp asOf, string pair = "ministers") => (Pair(pair, asOf).Last, Pair(pair, asOf).LastOneSided);

    private ContactStanding Standing(EntryRef contact, Timestamp asOf) => Of(asOf).Contacts.Single(c => c.Entry == contact).Standing;

    private RequestOutcome Asked(Timestamp asOf, PartyId by) => Pair("ministers", asOf).Sides.Single(s => s.Party == by).Asked.Single().Outcome;

    private EntryRef Talked(PartyId by, Timestamp at, Timestamp until, string pair = "ministers", Status status = Status.Actual) => Add(
        by, at, EntryKind.Contact, new ContactContent(pair, [by == Astra ? Boreal : Astra], until, until, ContactMeans.Telephone, "Minister", "Minister").ToWords(), status);

    private EntryRef Say(PartyId by, Timestamp at, ContactAnswer answer, EntryRef contact) =>
        Add(by, at, EntryKind.ContactWord, new ContactWordContent(answer, Why).ToWords(), contact);

    private EntryRef Ask(PartyId by, Timestamp at, Timestamp[]? times = null, int? answerHours = null, Status status = Status.Actual) => Add(
        by, at, EntryKind.Call, new CallContent(
            "ministers", [by == Astra ? Boreal : Astra], CallMeans.Voice, times ?? [], 30, answerHours is { } hours ? at + TimeSpan.FromHours(hours) : null, "en", "Topic")
                .ToWords(), status);

    private void Step(PartyId by, EntryRef call, int minutes, CallStepContent step) =>
        Add(by, At(call) + TimeSpan.FromMinutes(minutes), EntryKind.CallStep, step.ToWords(), call);

    private Timestamp At(EntryRef entry) => entries.Single(e => e.Entry == entry).At;

    private EntryRef Add(PartyId by, Timestamp at, string kind, Words? words, params EntryRef[] regards) => Add(by, at, kind, words, Status.Actual, regards);

    private EntryRef Add(PartyId by, Timestamp at, string kind, Words? words, Status status, params EntryRef[] regards)
    {
        var entry = new EntryRef(by, new GenerationId(7), Lane.Ordinary, entries.Count);
        entries.Add(new CallEntry(entry, kind, at, Precedence.Routine, status, 1, regards, words?.ToContent(Seed)));
        return entry;
    }

    private static Timestamp Day(int day) => Timestamp.From(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day));

    private static Timestamp Date(int month, int day) => Timestamp.From(new DateTimeOffset(2022, month, day, 0, 0, 0, TimeSpan.Zero));
}
