using System.Globalization;
using System.Text;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using static Parley.Lines.CalendarText;

namespace Parley.Lines.Calls;

/// <summary>A scheduled call as an iCalendar file (RFC 5545), METHOD REQUEST or, when it was declined or cancelled after that, CANCEL (RFC 5546). The UID is that of the
/// call for ever; the sequence grows with every time that was accepted, and with the end.</summary>
public static class CallCalendar
{
    private const string Domain = "parley.invalid";

    /// <summary>The file's text, lines ended by CR LF; null when no time was ever accepted.</summary>
    /// <param name="seats">The row of the table under which the call was asked for; null where it is not known.</param>
    /// <param name="language">In which seats are named.</param>
    /// <param name="made">When the file is made: its DTSTAMP.</param>
    public static string? Of(CallRecord call, LineId line, LineMode mode, Counterpart? seats, string? language, Timestamp made)
    {
        if (call.Legs.FirstOrDefault(l => l.ScheduledFor is not null && l.ScheduledFor == call.ScheduledFor) is not { ScheduledFor: { } start } leg || call.What is not { } what)
            return null;
        var isOff = call.State is CallState.Declined or CallState.Cancelled;
        var mark = $"{(mode == LineMode.Exercise ? "EXERCISE " : "")}{(call.Status == Status.Test ? "TEST " : "")}";
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Parley//Calls 1//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, $"METHOD:{(isOff ? "CANCEL" : "REQUEST")}");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Uid(call.Call, line)}");
        Line(text, $"DTSTAMP:{Utc(made)}");
        Line(text, $"SEQUENCE:{(call.Legs.Max(l => l.Schedulings) - 1 + (isOff ? 1 : 0)).ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART:{Utc(start)}");
        Line(text, $"DTEND:{Utc(start + TimeSpan.FromMinutes(leg.Minutes))}");
        Line(text, $"SUMMARY:{Escaped($"{mark}{what.Pair}: {what.Topic}")}");
        Line(text, $"DESCRIPTION:{Escaped($"{mark}Call by {MeansOf(what.Means)}, asked for by {call.From}. All times are UTC. The line's transcript counts, not this file.")}");
        Line(text, "CLASS:CONFIDENTIAL");
        Line(text, $"STATUS:{(isOff ? "CANCELLED" : "CONFIRMED")}");
        Line(text, $"ORGANIZER;CN={Named(call.From, seats, language)}:{Address(call.From, what.Pair)}");
        foreach (var other in call.Legs.Where(l => l.ScheduledFor == start))
            Line(text, $"ATTENDEE;CN={Named(other.Party, seats, language)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:{Address(other.Party, what.Pair)}");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>The same for ever, and at every station.</summary>
    public static string Uid(EntryRef call, LineId line) => $"{call.ToString().Replace('/', '-')}-{line}@{Domain}";

    private static string MeansOf(CallMeans means) => means switch
    {
        CallMeans.Text => "text conference",
        CallMeans.Voice => "voice",
        CallMeans.Video => "video",
        _ => "meeting",
    };

    private static string Utc(Timestamp time) => CalendarText.Utc(time.ToDateTimeOffset());

    private static string Address(PartyId party, string pair) => $"mailto:{pair}@{party}.{Domain}";

    // In quotes, where no quote can stand (RFC 5545, section 3.2).
    private static string Named(PartyId party, Counterpart? seats, string? language) =>
        $"\"{(seats?.Of(party)?.In(language).Office is { } office ? $"{office.Replace('"', '\'')} ({party})" : party.ToString())}\"";
}
