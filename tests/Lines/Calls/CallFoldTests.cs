using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Calls;

/// <summary>What became of each call: a function of the feeds, the receipts and the time.</summary>
public sealed class CallFoldTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly PartyId Corvia = PartyId.Parse("corvia")!.Value;
    private static readonly byte[] Seed = new byte[Content.SeedSize];
    private readonly List<CallEntry> entries = [];
    private readonly Dictionary<(EntryRef, PartyId), Timestamp> received = [];
    private CharterTerms terms = CharterTerms.Default with { Counterparts = [CounterpartTests.Ministers] };

    [Fact]
    public void The_life_of_a_call()
    {
        var call = Ask(Astra, 0, [600, 660]);
        Is(call, CallState.Requested, 1);
        received[(call, Boreal)] = At(2);
        Is(call, CallState.Received, 3);
        Say(Boreal, 10, new AcknowledgedStep(), call);
        Is(call, CallState.Acknowledged, 11);
        Say(Boreal, 20, new CounteredStep([At(700)], 45), call);
        Is(call, CallState.Countered, 21);
        Say(Astra, 30, new ScheduledStep(At(700)), call);
        Is(call, CallState.Scheduled, 31);
        Say(Astra, 740, new HeldStep(At(700), At(735)), call);
        Is(call, CallState.Held, 741);
        Assert.True(Record(call, 741).IsOneSided);
        Say(Boreal, 742, new HeldStep(At(701), At(735)), call);
        Say(Astra, 750, new ReadoutStep("en", "They talked.", "They talked frankly."), call);
        Assert.Null(Record(call, 751).AgreedReadout);
        Say(Boreal, 760, new ReadoutStep("en", "They talked.", null), call);

        var record = Record(call, 800);
        Assert.Equal((CallState.Held, "They talked.", false), (record.State, record.AgreedReadout, record.IsOneSided));
        Assert.Equal((At(700), At(735), At(700), 45), (record.HeldFrom, record.HeldTo, record.ScheduledFor, record.Minutes));
        Assert.Equal((At(2), At(10), Boreal), (record.ReceivedAt, record.AcknowledgedAt, record.AcknowledgedBy));
        Assert.True(record.IsKnown);
        Assert.All(record.Steps, s => Assert.Equal(CallEffect.Took, s.Effect));
    }

    [Fact]
    public void Unacknowledged_at_the_deadline_is_not_the_end()
    {
        var call = Ask(Astra, 0, [10_000]);
        Assert.Equal(At(240), Record(call, 1).Deadline);
        Assert.False(Record(call, 240).IsOverdue(At(240)));
        Assert.True(Record(call, 241).IsOverdue(At(241)));
        Say(Boreal, 300, new AcknowledgedStep(), call);
        var record = Record(call, 301);
        Assert.False(record.IsOverdue(At(301)));
        Assert.True(record.IsUndated(At(301)));
        Assert.Equal((CallState.Acknowledged, At(300)), (record.State, record.AcknowledgedAt));
    }

    [Fact]
    public void The_request_may_name_its_own_deadline_and_a_charter_may_have_none()
    {
        Assert.Equal(At(2880), Record(Ask(Astra, 0, [], answerBy: 2880), 1).Deadline);
        terms = terms with { AnswerMinutes = [0, 0, 0, 0] };
        var call = Ask(Astra, 5, []);
        Assert.Null(Record(call, 6).Deadline);
        Assert.False(Record(call, 6).IsOverdue(Timestamp.MaxValue));
    }

    [Fact]
    public void It_expires_when_the_last_proposed_time_is_past_and_a_new_time_revives_it()
    {
        var call = Ask(Astra, 0, [100, 600]);
        Say(Boreal, 10, new AcknowledgedStep(), call);
        Is(call, CallState.Acknowledged, 600);
        Is(call, CallState.Expired, 601);
        Say(Boreal, 620, new CounteredStep([At(900)], 30), call);
        Is(call, CallState.Countered, 621);
        // Without any proposed time nothing expires.
        Is(Ask(Astra, 700, []), CallState.Requested, 100_000);
    }

    [Fact]
    public void A_decline_has_its_reason_and_none_is_a_reason()
    {
        var call = Ask(Astra, 0, [600]);
        Say(Boreal, 10, new DeclinedStep(DeclineReason.None), call);
        var record = Record(call, 11);
        Assert.Equal((CallState.Declined, DeclineReason.None, At(10)), (record.State, record.Reason, record.AcknowledgedAt));
        var late = Say(Boreal, 12, new ScheduledStep(At(600)), call);
        Assert.Equal(CallEffect.AfterEnd, Step(call, late).Effect);
    }

    [Fact]
    public void Their_station_cannot_make_our_record_say_that_we_answered()
    {
        // Astra asked; whatever Astra signs, Boreal has not answered.
        var call = Ask(Astra, 0, [600]);
        foreach (var (step, effect) in new (CallStepContent, CallEffect)[]
        {
            (new AcknowledgedStep(), CallEffect.NotTheirs),
            (new DeclinedStep(DeclineReason.None), CallEffect.NotTheirs),
            (new ScheduledStep(At(600)), CallEffect.NotProposed),
        })
            Assert.Equal(effect, Step(call, Say(Astra, 5, step, call)).Effect);
        Assert.Equal(CallEffect.NotConcerned, Step(call, Say(Corvia, 6, new AcknowledgedStep(), call)).Effect);
        Say(Astra, 7, new HeldStep(At(1), At(5)), call);

        var record = Record(call, 300);
        Assert.Null(record.AcknowledgedAt);
        Assert.Null(record.AcknowledgedBy);
        Assert.True(record.IsOneSided);
        // What Astra alone says of a talk does not take the word from Boreal.
        Say(Boreal, 301, new DeclinedStep(DeclineReason.None), call);
        Assert.Equal((CallState.Declined, At(301)), (Record(call, 302).State, Record(call, 302).AcknowledgedAt));
    }

    [Fact]
    public void The_asked_side_does_not_cancel_and_declines_nothing_after_it_was_held()
    {
        var call = Ask(Astra, 0, [600]);
        Assert.Equal(CallEffect.NotTheirs, Step(call, Say(Boreal, 1, new CancelledStep(), call)).Effect);
        Say(Boreal, 2, new HeldStep(At(1), At(2)), call);
        Assert.Equal(CallEffect.AfterEnd, Step(call, Say(Boreal, 3, new DeclinedStep(DeclineReason.None), call)).Effect);
        Is(call, CallState.Held, 4);
        var other = Ask(Astra, 5, [600]);
        Say(Astra, 6, new CancelledStep(), other);
        Is(other, CallState.Cancelled, 7);
        Assert.Equal(CallEffect.AfterEnd, Step(other, Say(Boreal, 8, new HeldStep(At(7), At(8)), other)).Effect);
        Is(other, CallState.Cancelled, 9);
    }

    [Fact]
    public void Times_are_accepted_only_while_the_other_side_proposes_them()
    {
        var call = Ask(Astra, 0, [600]);
        Assert.Equal(CallEffect.NotProposed, Step(call, Say(Boreal, 1, new ScheduledStep(At(601)), call)).Effect);
        Say(Astra, 2, new CounteredStep([At(700)], 30), call);
        Assert.Equal(CallEffect.NotProposed, Step(call, Say(Boreal, 3, new ScheduledStep(At(600)), call)).Effect);
        Assert.Equal(CallEffect.Past, Step(call, Say(Boreal, 701, new ScheduledStep(At(700)), call)).Effect);
        Assert.Equal(CallEffect.Past, Step(call, Say(Boreal, 702, new CounteredStep([At(701)], 30), call)).Effect);
    }

    [Fact]
    public void A_scheduled_call_stands_until_another_time_is_accepted()
    {
        var call = Ask(Astra, 0, [600]);
        Say(Boreal, 1, new ScheduledStep(At(600)), call);
        Say(Boreal, 2, new CounteredStep([At(800)], 30), call);
        Assert.Equal((CallState.Scheduled, At(600)), (Record(call, 3).State, Record(call, 3).ScheduledFor));
        Say(Astra, 4, new ScheduledStep(At(800)), call);
        var record = Record(call, 5);
        Assert.Equal((At(800), 2), (record.ScheduledFor, record.Legs[0].Schedulings));
        Assert.True(record.IsMissed(At(831)));
        Assert.False(record.IsMissed(At(830)));
    }

    [Fact]
    public void Nothing_has_ended_that_lies_ahead_and_nothing_is_read_out_that_was_not_held()
    {
        var call = Ask(Astra, 0, [600]);
        Assert.Equal(CallEffect.Ahead, Step(call, Say(Boreal, 1, new HeldStep(At(1), At(60)), call)).Effect);
        Assert.Equal(CallEffect.NotHeld, Step(call, Say(Boreal, 2, new ReadoutStep("en", "x", null), call)).Effect);
        Is(call, CallState.Requested, 3);
    }

    [Fact]
    public void Each_sides_own_readout_stands_where_they_do_not_agree()
    {
        var call = Held();
        Say(Astra, 30, new ReadoutStep("en", "a", "ours"), call);
        Say(Boreal, 31, new ReadoutStep("en", "b", "theirs"), call);
        var record = Record(call, 40);
        Assert.Null(record.AgreedReadout);
        Assert.Equal(["ours", "theirs"], record.Readouts.Select(r => r.Own));
        Say(Boreal, 35, new ReadoutStep("fr", "a", "theirs"), call);
        Assert.Null(Record(call, 40).AgreedReadout);
        // The last word of each side counts.
        Say(Boreal, 41, new ReadoutStep("en", "a", "theirs"), call);
        Assert.Equal("a", Record(call, 42).AgreedReadout);
    }

    [Fact]
    public void An_answer_that_cannot_be_read_here_is_an_answer_all_the_same()
    {
        var call = Ask(Astra, 0, [10_000]);
        var step = Say(Boreal, 5, null, call);
        var record = Record(call, 300);
        Assert.Equal((CallEffect.Unreadable, false, true), (Step(call, step).Effect, record.IsOverdue(At(300)), record.Legs[0].IsUnread));
        Assert.Equal(CallState.Requested, record.State);
        Assert.Null(record.AcknowledgedAt);
    }

    [Fact]
    public void A_request_that_cannot_be_read_is_still_a_request()
    {
        var call = new EntryRef(Astra, new GenerationId(7), Lane.Ordinary, 0);
        entries.Add(new CallEntry(call, EntryKind.Call, At(0), Precedence.Priority, Status.Actual, 1, [], null));
        Say(Boreal, 1, new AcknowledgedStep(), call);
        var record = Record(call, 2);
        Assert.Equal((CallState.Requested, "", false), (record.State, record.Pair, record.IsKnown));
        Assert.Equal(CallEffect.Unreadable, record.Steps.Single().Effect);
    }

    [Fact]
    public void Steps_of_no_request_stand_apart()
    {
        var nowhere = new EntryRef(Astra, new GenerationId(7), Lane.Ordinary, 99);
        var (one, two) = (Ask(Astra, 0, [600]), Ask(Astra, 1, [600]));
        var stray = Say(Boreal, 2, new AcknowledgedStep(), nowhere);
        var both = Say(Boreal, 3, new AcknowledgedStep(), one, two);
        var none = Say(Boreal, 4, new AcknowledgedStep());
        var report = CallFold.Of(Source(), At(5));
        Assert.Equal([stray, both, none], report.Strays.Select(s => s.Entry));
        Assert.All(report.Calls, c => Assert.Empty(c.Steps));
    }

    [Fact]
    public void An_unknown_counterpart_is_shown_as_one()
    {
        Assert.False(Record(Ask(Astra, 0, [600], pair: "kings"), 1).IsKnown);
        Assert.False(Record(Ask(Astra, 1, [600], with: [Corvia]), 2).IsKnown);
        Assert.False(Record(Ask(Astra, 2, [600], with: [Astra, Boreal]), 3).IsKnown);
    }

    [Fact]
    public void Of_several_asked_parties_each_answers_for_itself()
    {
        var call = Ask(Astra, 0, [10_000], with: [Boreal, Corvia]);
        Say(Boreal, 1, new DeclinedStep(DeclineReason.None), call);
        var record = Record(call, 300);
        Assert.Equal((CallState.Requested, CallState.Declined), (record.State, record.Legs[0].State));
        Assert.Equal([Corvia], record.Silent(At(300)));
        Say(Corvia, 301, new ScheduledStep(At(10_000)), call);
        Is(call, CallState.Scheduled, 302);
    }

    [Fact]
    public void A_test_is_no_contact() => Assert.Equal(Status.Test, Record(Ask(Astra, 0, [600], status: Status.Test), 1).Status);

    private EntryRef Held()
    {
        var call = Ask(Astra, 0, [600]);
        Say(Astra, 20, new HeldStep(At(10), At(20)), call);
        Say(Boreal, 21, new HeldStep(At(10), At(20)), call);
        return call;
    }

    private void Is(EntryRef call, CallState state, int now) => Assert.Equal(state, Record(call, now).State);

    private CallStep Step(EntryRef call, EntryRef step) => Record(call, 100_000).Steps.Single(s => s.Entry == step);

    private CallRecord Record(EntryRef call, int now) => CallFold.Of(Source(), At(now)).Calls.Single(c => c.Call == call);

    private CallSource Source() => new(entries, v => v == 1 ? terms : null, (entry, party) => received.TryGetValue((entry, party), out var at) ? at : null);

    private EntryRef Ask(
        PartyId by, int minute, int[] times, string pair = "ministers", PartyId[]? with = null, int? answerBy = null, Status status = Status.Actual) =>
        Add(by, minute, EntryKind.Call, new CallContent(
            pair, with ?? [Boreal], CallMeans.Text, [.. times.Select(At)], 30, answerBy is { } limit ? At(limit) : null, "en", "The incident")
                .ToWords().ToContent(Seed), [], status);

    private EntryRef Say(PartyId by, int minute, CallStepContent? what, params EntryRef[] regards) =>
        Add(by, minute, EntryKind.CallStep, what?.ToWords().ToContent(Seed), regards, Status.Actual);

    private EntryRef Add(PartyId by, int minute, string kind, Content? content, EntryRef[] regards, Status status)
    {
        var entry = new EntryRef(by, new GenerationId(7), Lane.Ordinary, entries.Count);
        entries.Add(new CallEntry(entry, kind, At(minute), Precedence.Priority, status, 1, regards, content, At(minute)));
        return entry;
    }

    private static Timestamp At(int minute) => Timestamp.From(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));
}
