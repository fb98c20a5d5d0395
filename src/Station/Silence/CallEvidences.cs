using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Lines.Transcripts;
using Parley.Station.Operations;

namespace Parley.Station.Silence;

/// <summary>Requests for calls as evidence of a silence: ours to that party since the pair last talked, and theirs that wait for us.</summary>
internal static class CallEvidences
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(366);

    /// <summary>By asked party, oldest first; and until when it stays so while nothing comes.</summary>
    /// <param name="longest">It counts no longer than that.</param>
    public static (ILookup<PartyId, CallEvidence> Calls, Timestamp Until) Of(CallReading reading, PartyId own, Timestamp now, TimeSpan longest)
    {
        var calls = reading.Since(now - LookBack).Report.Calls.Where(c => c is { Status: Status.Actual, IsKnown: true, What: not null }).ToList();
        // By our own word, or theirs would end what they do not answer; and by the order of the transcript: a clock that was ahead once raises the times of all
        // that follows.
        var talked = calls.Where(c => IsHeldBy(c, own)).GroupBy(c => c.Pair).ToDictionary(
            g => g.Key,
            g => g.SelectMany(c => c.Steps).Where(s => s.By == own && s is { IsOutOfOrder: false, What: HeldStep }).Max(s => PlaceOf(reading, s.Entry)));
        var open = calls.Where(c => !IsHeldBy(c, own) &&
            !(talked.GetValueOrDefault(c.Pair) is { } last && PlaceOf(reading, c.Call) is { } asked && asked.CompareTo(last) < 0)).ToList();
        var ours = open.Where(c => c.From == own).SelectMany(c => c.Legs.Select(l => (l.Party, Evidence: Of(c, l, now))));
        var theirs = open.Where(c => c.From != own && c.State is CallState.Requested or CallState.Received && c.Legs.Any(l => l.Party == own && l.AcknowledgedAt is null))
            .Select(c => (Party: c.From, Evidence: new CallEvidence(c.Pair, c.Call, CallStanding.OursToAnswer, c.RequestedAt)));
        var until = open.SelectMany(c => new[] { c.Deadline, c.LastProposed, c.ScheduledFor + TimeSpan.FromMinutes(c.Minutes) })
            .Where(t => t > now).Append(now + longest).Min()!.Value + TimeSpan.FromMilliseconds(1);
        return (ours.Concat(theirs).OrderBy(e => e.Evidence.At).ToLookup(e => e.Party, e => e.Evidence), until);
    }

    private static bool IsHeldBy(CallRecord call, PartyId party) => call.State == CallState.Held && call.Legs.Any(l => l.Held.Any(h => h.By == party));

    private static TranscriptPosition? PlaceOf(CallReading reading, EntryRef entry) =>
        reading.Glance.Store.Entry(entry.Feed(reading.Glance.Line), entry.Index)?.Position;

    private static CallEvidence Of(CallRecord call, CallLeg leg, Timestamp now)
    {
        var isDue = call.Deadline is { } deadline && deadline < now;
        var last = call.Steps.LastOrDefault(s => !s.IsOutOfOrder && (s.By == leg.Party || s.By == call.From));
        var (standing, at) = leg.State switch
        {
            CallState.Held => (leg.Held.Any(h => h.By == call.From) ? CallStanding.Held : CallStanding.HeldByTheirWord, last?.At),
            CallState.Cancelled => (CallStanding.Cancelled, last?.At),
            CallState.Declined => (CallStanding.Declined, last?.At),
            CallState.Scheduled when leg.ScheduledFor + TimeSpan.FromMinutes(leg.Minutes) < now => (CallStanding.NotCome, leg.ScheduledFor),
            CallState.Scheduled => (CallStanding.Scheduled, leg.ScheduledFor),
            CallState.Countered when last?.By == leg.Party => (CallStanding.OursToAnswer, last.At),
            // Something was said that cannot be read here; it may be the answer.
            _ when leg.IsUnread => (CallStanding.Waiting, leg.ReceivedAt),
            _ when leg.AcknowledgedAt is { } word => (isDue || leg.State == CallState.Expired ? CallStanding.Acknowledged : CallStanding.Waiting, word),
            _ when !isDue && leg.State != CallState.Expired => (CallStanding.Waiting, null),
            _ => (leg.ReceivedAt is null ? CallStanding.NotReceived : CallStanding.Unacknowledged, call.Deadline),
        };
        return new CallEvidence(call.Pair, call.Call, standing, at ?? call.RequestedAt);
    }
}
