using Parley.Control.Calls;
using Parley.Lines.Calls;

namespace Parley.Console.Calls;

/// <summary>Whose move it is.</summary>
internal enum Mover
{
    Nobody,
    Us,
    Them,

    /// <summary>A time is agreed, and it has not come.</summary>
    Both,
}

/// <summary>What comes next in a call.</summary>
/// <param name="What">Part of the text keys <c>call.next.…</c> and <c>need.call.…</c>.</param>
/// <param name="Due">By when; null: no time was set.</param>
internal sealed record CallMove(Mover Whose, string What, DateTimeOffset? Due = null);

/// <summary>Whose move it is in a call, and what can be said of it by us. Follows from what the station shows; the station decides what counts.</summary>
internal static class CallMoves
{
    /// <summary>Whether somebody has still something to do or to wait for.</summary>
    public static bool IsOpen(CallView call) => call.State is not (CallState.Held or CallState.Declined or CallState.Cancelled);

    /// <summary>Whether it stands among open ones for us: it is open, or a word of ours on it is missing.</summary>
    public static bool IsOpenFor(CallView call, string own) => IsOpen(call) || Next(call, own).Whose == Mover.Us;

    public static bool IsAsker(CallView call, string own) => call.From == own;

    public static bool IsAsked(CallView call, string own) => call.With.Any(l => l.Party == own);

    public static CallMove Next(CallView call, string own)
    {
        var asker = IsAsker(call, own);
        if (!asker && !IsAsked(call, own))
            return new CallMove(Mover.Nobody, "not-ours");
        if (call.Missed)
            return new CallMove(Mover.Us, "say-held", call.ScheduledFor?.At);
        return call.State switch
        {
            CallState.Held when call.OneSided => HasSaid(call, own, "held") ? new CallMove(Mover.Nobody, "one-sided") : new CallMove(Mover.Us, "confirm-held"),
            CallState.Held => new CallMove(Mover.Nobody, "over"),
            CallState.Declined or CallState.Cancelled => new CallMove(Mover.Nobody, "over"),
            CallState.Scheduled => new CallMove(Mover.Both, "talk", call.ScheduledFor?.At),
            CallState.Expired => new CallMove(Mover.Us, asker ? "expired-ask" : "expired-answer"),
            _ => asker ? AsAsker(call, own) : AsAsked(call, own),
        };
    }

    /// <summary>Ours first, then what we wait for; by due time within each.</summary>
    public static IReadOnlyList<CallView> Ordered(IEnumerable<CallView> calls, string own) =>
    [
        .. calls.Select(c => (Call: c, Next: Next(c, own))).OrderBy(c => c.Next.Whose is Mover.Us ? 0 : c.Next.Whose is Mover.Both ? 1 : c.Next.Whose is Mover.Them ? 2 : 3)
            .ThenBy(c => c.Next.Due ?? DateTimeOffset.MaxValue).ThenByDescending(c => c.Call.RequestedAt).Select(c => c.Call),
    ];

    /// <summary>The times that the other side proposes still: those that we may accept. Past ones are left out.</summary>
    public static IReadOnlyList<CallTimeView> Acceptable(CallView call, string own, DateTimeOffset now)
    {
        var asker = IsAsker(call, own);
        var counter = call.Steps.LastOrDefault(s => s is { Effect: CallEffect.Took, Times: not null } && (asker ? s.Party != own : s.Party == call.From));
        var times = counter?.Times ?? (asker ? [] : call.Proposed);
        return [.. times.Where(t => t.At > now && t.At != call.ScheduledFor?.At)];
    }

    /// <summary>Whether our side has said a step of that name, and it counts.</summary>
    public static bool HasSaid(CallView call, string party, string step) =>
        call.Steps.Any(s => s.Party == party && s.Step == step && s.Effect == CallEffect.Took);

    private static CallMove AsAsker(CallView call, string own)
    {
        if (call.Overdue)
            return new CallMove(Mover.Us, "ladder", call.Deadline);
        if (call.State == CallState.Countered && LastCounter(call) is { } by && by != own)
            return new CallMove(Mover.Us, "accept", call.Deadline);
        if (call.Undated)
            return new CallMove(Mover.Us, "undated", call.Deadline);
        return call.State is CallState.Acknowledged or CallState.Countered
            ? new CallMove(Mover.Them, "wait-time", call.Deadline)
            : new CallMove(Mover.Them, "wait-word", call.Deadline);
    }

    private static CallMove AsAsked(CallView call, string own)
    {
        if (call.With.First(l => l.Party == own).AcknowledgedAt is null)
            return new CallMove(Mover.Us, "acknowledge", call.Deadline);
        return LastCounter(call) == own
            ? new CallMove(Mover.Them, "wait-counter", call.Deadline)
            : new CallMove(Mover.Us, "give-time", call.Deadline);
    }

    private static string? LastCounter(CallView call) => call.Steps.LastOrDefault(s => s is { Step: "countered", Effect: CallEffect.Took })?.Party;
}
