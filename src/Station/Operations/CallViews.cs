using Parley.Control.Calls;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Parties;

namespace Parley.Station.Operations;

/// <summary>Calls as officers see them.</summary>
internal static class CallViews
{
    public static CallListView Of(CallReading reading, CallsRead read)
    {
        var (contacts, from) = (ContactFold.Of(new ContactSource(read.Table, read.Source, null, read.From), reading.Now), read.From);
        return Of(reading, contacts, CallFold.Of(read.Source, reading.Now), from);
    }

    private static CallListView Of(CallReading reading, ContactReport contacts, CallReport report, Timestamp from) => new(
        reading.Glance.Mode,
        reading.Glance.Handle,
        from.ToDateTimeOffset(),
        [.. report.Calls.Select(c => Of(reading, c, []))],
        [.. contacts.Pairs.Select(c => new CallContactView(
            c.Pair, c.Last?.ToDateTimeOffset(), c.LastOneSided?.ToDateTimeOffset(), c.Days(reading.Now)))],
        [.. report.Strays.Select(s => new CallStrayView(
            s.Entry.ToString(), s.Entry.Party.ToString(), s.At.ToDateTimeOffset(), s.What?.Name, [.. s.Regards.Select(r => r.ToString())]))]);

    /// <summary>What of a line's calls an officer must see at a glance: requests to us that nobody acknowledged, and ours that stay without a word.</summary>
    public static IEnumerable<string> Attention(CallReading reading, CallReport report, PartyId own)
    {
        var where = $"{(reading.Glance.Mode == LineMode.Exercise ? "EXERCISE " : "")}{reading.Glance.Handle}";
        foreach (var call in report.Calls)
        {
            if (call.From == own && call.IsOverdue(reading.Now) && call.Deadline is { } deadline)
            {
                yield return $"{where}: {string.Join(", ", call.Silent(reading.Now))} left our request for a call ({call.Pair}) unacknowledged at its deadline " +
                    $"{EntryText.Clock(deadline)}. 'call show' offers the ladder: {call.Call}";
            }

            if (call.Legs.FirstOrDefault(l => l.Party == own) is { AcknowledgedAt: null, State: CallState.Requested or CallState.Received })
            {
                var by = call.Deadline is { } limit ? $", to be acknowledged by {EntryText.Clock(limit)}" : "";
                yield return $"{where}: {call.From} asks for a call ({call.Pair}){by}: {call.Call}";
            }
        }
    }

    public static CallView Of(CallReading reading, CallRecord call, IReadOnlyList<RungOffer> ladder)
    {
        var now = reading.Now;
        var row = reading.Table.FirstOrDefault(c => c.Pair == call.Pair);
        CallTimeView? Time(Timestamp? at) => at is { } time ? LocalClocks.View(time, row) : null;
        return new CallView(
            reading.Glance.Mode,
            reading.Glance.Handle,
            call.Call.ToString(),
            call.Pair,
            call.IsKnown,
            call.From.ToString(),
            [.. call.Legs.Select(l => new CallLegView(
                l.Party.ToString(), l.State, l.ReceivedAt?.ToDateTimeOffset(), l.AcknowledgedAt?.ToDateTimeOffset(), l.IsUnread))],
            call.Precedence,
            call.Status,
            call.What?.Means,
            call.What?.Language,
            call.What?.Topic,
            call.RequestedAt.ToDateTimeOffset(),
            call.ReceivedAt?.ToDateTimeOffset(),
            call.Deadline?.ToDateTimeOffset(),
            call.AcknowledgedAt?.ToDateTimeOffset(),
            call.AcknowledgedBy?.ToString(),
            call.State,
            call.IsOverdue(now),
            call.IsUndated(now),
            call.IsMissed(now),
            [.. call.Silent(now).Select(p => p.ToString())],
            [.. (call.What?.Times ?? []).Select(t => LocalClocks.View(t, row))],
            Time(call.ScheduledFor),
            call.Minutes,
            call.Reason?.ToString(),
            call.Reason?.Words,
            Time(call.HeldFrom),
            Time(call.HeldTo),
            call.IsOneSided,
            call.AgreedReadout,
            [.. call.Readouts.Select(r => new CallReadoutView(r.By.ToString(), r.At.ToDateTimeOffset(), r.Language, r.Agreed, r.Own))],
            [.. (row?.Seats ?? []).Where(s => s.Party == call.From || call.With.Contains(s.Party)).Select(s => Seat(s, call.What?.Language))],
            [.. call.Steps.Select(s => Step(s, row))],
            Ladder.IsOffered(call, now),
            [.. ladder.Select(r => new RungView(r.Rung.ToString(), r.Standing, r.Why))]);
    }

    private static CallSeatView Seat(Seat seat, string? language)
    {
        var name = seat.In(language);
        return new CallSeatView(seat.Party.ToString(), name.Office, name.Address, seat.Deputies, seat.Zone, seat.Languages, seat.NeedsInterpreter);
    }

    private static CallStepView Step(CallStep step, Counterpart? row) => new(
        step.Entry.ToString(),
        step.By.ToString(),
        step.At.ToDateTimeOffset(),
        step.Recorded?.ToDateTimeOffset(),
        step.What?.Name,
        step.Effect,
        step.What is { } what ? CallWords.Of(what) : "its words cannot be read here",
        step.What is CounteredStep counter ? [.. counter.Times.Select(t => LocalClocks.View(t, row))] : null);
}
