using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>One request between its asker and one asked party, step by step.</summary>
internal sealed class LegFold
{
    private readonly PartyId asker;
    private readonly Timestamp? received;
    private readonly List<CallHeld> held = [];
    private IReadOnlyList<Timestamp> askersTimes;
    private IReadOnlyList<Timestamp> askedsTimes = [];
    private Timestamp? acknowledged;
    private Timestamp? scheduled;
    private int askersMinutes;
    private int askedsMinutes;
    private int minutes;
    private int schedulings;
    private bool isCountered;
    private bool isCancelled;
    private DeclineReason? reason;

    public LegFold(CallEntry call, CallContent what, PartyId party, Timestamp? received)
    {
        (asker, Party, this.received) = (call.By, party, received);
        (askersTimes, askersMinutes, minutes) = (what.Times, what.Minutes, what.Minutes);
    }

    public PartyId Party { get; }

    /// <summary>The asked party said something that cannot be read here.</summary>
    public bool IsUnread { get; set; }

    public bool IsHeld => held.Count > 0 && !isCancelled && reason is null;

    /// <summary>The last of the times that either side proposes still.</summary>
    public Timestamp? LastProposed =>
        askersTimes.Concat(askedsTimes).Select(t => (Timestamp?)t).DefaultIfEmpty(null).Max();

    public bool Concerns(PartyId party) => party == asker || party == Party;

    /// <summary>Takes one step of asker or asked, or says why it changes nothing.</summary>
    public CallEffect Take(CallEntry step, CallStepContent what)
    {
        var isAsker = step.By == asker;
        if (!what.IsFor(isAsker))
            return CallEffect.NotTheirs;
        if (isCancelled || reason is not null || (what is not HeldStep && IsOverFor(step.By)))
            return CallEffect.AfterEnd;
        var effect = what switch
        {
            CounteredStep counter => Counter(step, counter, isAsker),
            ScheduledStep schedule => Schedule(step, schedule, isAsker),
            HeldStep talked => Hold(step, talked),
            DeclinedStep declined => Decline(declined),
            CancelledStep => Cancel(),
            _ => CallEffect.Took,
        };
        if (effect == CallEffect.Took && !isAsker)
            acknowledged ??= step.At;
        return effect;
    }

    public CallLeg ToLeg(Timestamp now) =>
        new(Party, State(now), received, acknowledged, IsUnread, scheduled, minutes, schedulings, reason, held);

    // What one side says of a talk ends nothing for the other, which may deny it.
    private bool IsOverFor(PartyId party) => held.Exists(h => h.By == party) || held.Count == 2;

    private CallEffect Counter(CallEntry step, CounteredStep counter, bool isAsker)
    {
        if (counter.Times[^1] < step.At)
            return CallEffect.Past;
        if (isAsker)
            (askersTimes, askersMinutes) = (counter.Times, counter.Minutes);
        else
            (askedsTimes, askedsMinutes) = (counter.Times, counter.Minutes);
        isCountered = true;
        return CallEffect.Took;
    }

    private CallEffect Schedule(CallEntry step, ScheduledStep schedule, bool isAsker)
    {
        if (!(isAsker ? askedsTimes : askersTimes).Contains(schedule.At))
            return CallEffect.NotProposed;
        if (schedule.At < step.At)
            return CallEffect.Past;
        if (scheduled != schedule.At)
            schedulings++;
        (scheduled, minutes) = (schedule.At, isAsker ? askedsMinutes : askersMinutes);
        return CallEffect.Took;
    }

    private CallEffect Hold(CallEntry step, HeldStep talked)
    {
        if (talked.End > step.At + TimeSpan.FromMinutes(Bounds.HeldAheadMinutes))
            return CallEffect.Ahead;
        // A later word of the same side puts its earlier one right.
        var before = held.FindIndex(h => h.By == step.By);
        var word = new CallHeld(step.By, talked.Start, talked.End);
        if (before >= 0)
            held[before] = word;
        else
            held.Add(word);
        return CallEffect.Took;
    }

    private CallEffect Decline(DeclinedStep declined)
    {
        reason = declined.Reason;
        return CallEffect.Took;
    }

    private CallEffect Cancel()
    {
        isCancelled = true;
        return CallEffect.Took;
    }

    private CallState State(Timestamp now) =>
        reason is not null ? CallState.Declined
        : isCancelled ? CallState.Cancelled
        : held.Count > 0 ? CallState.Held
        : scheduled is not null ? CallState.Scheduled
        : LastProposed < now ? CallState.Expired
        : isCountered ? CallState.Countered
        : acknowledged is not null ? CallState.Acknowledged
        : received is not null ? CallState.Received
        : CallState.Requested;
}
