using Parley.Control.Checks;
using Parley.Control.Shifts;
using Parley.Ledger;
using Parley.Lines.Alarms;
using Parley.Lines.Calls;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Questions;

namespace Parley.Station.Operations;

/// <summary>What is owed when a shift is handed over, by us and to us, each with the time by which it is.</summary>
internal sealed class HandoverDebts(LineGlance glance, PartyId own, Timestamp now)
{
    /// <summary>What the station knows without reading its store: alarms, drafts that wait, circuits that are lost, standing warnings.</summary>
    public static IEnumerable<HandoverItem> OfStation(OperationContext context)
    {
        var memory = context.Memory;
        foreach (var alarm in memory.Alarms.Open.Values.Where(a => a.Kind != AlarmKind.OutletFailed))
        {
            var line = memory.Lines.GetValueOrDefault(alarm.Line!.Value);
            var taken = alarm.Rings ? "STILL RINGS: nobody has taken it" : $"was heard by {alarm.TakenBy}, and nobody has read it";
            yield return new HandoverItem(
                line?.Mode,
                line is null ? null : LineNames.HandleOf(memory, line),
                $"The {Word(alarm.Kind)} of {alarm.Entry!.Value.Party}, {MessageNumber.Of(alarm.Entry.Value)}, {taken}.",
                alarm.Since.ToDateTimeOffset(),
                alarm.Entry.ToString());
        }

        foreach (var draft in memory.Drafts.Values)
        {
            var line = memory.Lines.GetValueOrDefault(draft.Line);
            yield return new HandoverItem(
                line?.Mode,
                line is null ? null : LineNames.HandleOf(memory, line),
                $"A draft of {draft.Author} ({draft.Precedence.ToString().ToLowerInvariant()}, since {EntryText.Clock(draft.At)}) waits to be released or thrown away.",
                null,
                null);
        }

        foreach (var peer in memory.Peers.Values)
        {
            foreach (var (way, at) in context.Links.Of(peer.Party).Lost.All)
                yield return HandoverDrafts.Item($"The circuit to {peer.Party} over {way} is lost since {EntryText.Clock(at)}.");
        }

        foreach (var warning in Stations.Standing(context))
            yield return HandoverDrafts.Item($"Standing warning: {warning}");
    }

    /// <summary>What is owed on one line.</summary>
    public IEnumerable<HandoverItem> Of(QuestionReport asked, CallReport called, CheckGlance? check) =>
        asked.Questions.Where(q => q.IsOpen && q.Status == Status.Actual).SelectMany(q => q.Legs.Select(l => Question(q, l))).OfType<HandoverItem>()
            .Concat(called.Calls.Where(c => c.Status == Status.Actual).SelectMany(Call))
            .Concat(check is null ? [] : Checks(check));

    // That it is of an exercise stands before it already.
    private static string Word(AlarmKind kind) => kind switch
    {
        AlarmKind.Alert => "ALERT",
        AlarmKind.FlashTest => "flash, a test,",
        _ => "FLASH",
    };

    private HandoverItem? Question(QuestionRecord question, QuestionLeg leg)
    {
        var number = MessageNumber.Of(question.Question);
        var text = question.By == own ? leg.Outcome switch
        {
            QuestionOutcome.Open => $"{leg.Party} owes an answer to our question {number}.",
            QuestionOutcome.None => $"{leg.Party} has NOT answered our question {number} in time. Ask again, or propose a meeting.",
            QuestionOutcome.Answered or QuestionOutcome.Late or QuestionOutcome.Contested => $"We owe {leg.Party} a word: is its answer to our question {number} enough?",
            QuestionOutcome.Insufficient => $"The answer of {leg.Party} to our question {number} was not enough. Ask again, or propose a meeting.",
            _ => null,
        }
        : leg.Party != own ? null : leg.Outcome switch
        {
            QuestionOutcome.Open => $"We owe {question.By} an answer to its question {number}.",
            QuestionOutcome.None => $"OVERDUE: we owe {question.By} an answer to its question {number}.",
            QuestionOutcome.Insufficient => $"{question.By} says that our answer to its question {number} is not enough.",
            _ => null,
        };
        return text is null ? null : Item(text, question.Due, question.Question);
    }

    private IEnumerable<HandoverItem> Call(CallRecord call)
    {
        foreach (var leg in call.Legs.Where(l => l.AcknowledgedAt is null && !l.IsUnread && l.State is CallState.Requested or CallState.Received))
        {
            var over = call.Deadline is { } due && due < now ? "OVERDUE: " : "";
            if (leg.Party == own)
                yield return Item($"{over}{call.From} asks us for a call ({call.Pair}): acknowledge or decline it.", call.Deadline, call.Call);
            else if (call.From == own)
                yield return Item($"{over}{leg.Party} owes a word on our request for a call ({call.Pair}).", call.Deadline, call.Call);
        }

        if (call.State == CallState.Scheduled && call.ScheduledFor is { } at)
        {
            var so = call.IsMissed(now) ? "was set for this time, and nobody says that it was held" : "is set for this time";
            yield return Item($"A call ({call.Pair}) {so}.", at, call.Call);
        }
        else if (call.State is CallState.Acknowledged or CallState.Countered && (call.From == own || call.Legs.Any(l => l.Party == own)))
        {
            yield return Item($"The call ({call.Pair}) that {call.From} asked for has no time yet.", null, call.Call);
        }
    }

    private IEnumerable<HandoverItem> Checks(CheckGlance check)
    {
        foreach (var attention in check.Attention)
            yield return Item($"Check: {attention}.", null, null);
        if (check.Next is { } next)
        {
            var whose = check.OurTurn ? "ours to send" : $"for {check.Turn} to send, and ours to answer";
            yield return Item($"The next check is {whose}.", new Timestamp(next.ToUnixTimeMilliseconds()), null);
        }
    }

    private HandoverItem Item(string text, Timestamp? due, EntryRef? entry) =>
        new(glance.Mode, glance.Handle, HandoverDrafts.Short(text), due?.ToDateTimeOffset(), entry?.ToString());
}
