using Parley.Control.Timelines;
using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Questions;
using Parley.Lines.Silence;
using Parley.Station.Silence;

namespace Parley.Station.Operations;

/// <summary>One thing that happened, before it is shown.</summary>
/// <param name="Id">The same at every reading, and of no other item of its line.</param>
internal sealed record TimelineItem(
    Timestamp At, string Line, string Id, PartyId? Party, TimelineKind Kind, string Text, TimelineSource Source, string Label, EntryRef? Entry = null, string Mark = "")
{
    /// <summary>Where it stands among items of all lines.</summary>
    public (Timestamp At, string Line, string Id) Place => (At, Line, Id);
}

/// <summary>What each source yields as items.</summary>
internal static class TimelineItems
{
    private const int MostText = 600;

    /// <summary>The kind of item that entries of a kind are; null for those that are none.</summary>
    public static TimelineKind? KindOf(string kind) => kind switch
    {
        EntryKind.Call or EntryKind.CallStep => TimelineKind.Calls,
        EntryKind.Contact or EntryKind.ContactWord => TimelineKind.Contacts,
        EntryKind.Check or EntryKind.CheckAnswer => TimelineKind.Checks,
        EntryKind.QuestionWord => TimelineKind.Questions,
        EntryKind.ByHand or EntryKind.ByHandDeed => TimelineKind.ByHand,
        EntryKind.Handling => null,
        _ when EntryKind.IsCharter(kind) => TimelineKind.Charter,
        _ => EntryKind.IsWords(kind) ? TimelineKind.Messages : null,
    };

    /// <summary>An entry as an item; null for kinds that are none.</summary>
    public static TimelineItem? Of(LineGlance glance, ScannedHeader entry)
    {
        var header = entry.Header;
        if (KindOf(header.Kind) is not { } kind)
            return null;
        var words = entry.Content is { } content ? glance.Text(header, content) : null;
        var text = words?.Text ?? Charter(header.Kind) ?? glance.Destroyed(entry.Stored) ?? "its words cannot be read here";
        var (party, label) = (header.Feed.Party, $"entry {MessageNumber.Of(header.Ref)} of {header.Feed.Party}");
        if (words?.Wish is { } wish)
            (kind, text) = (TimelineKind.Questions, $"{text}\n{QuestionWords.Of(wish)}");
        if (words?.ByHand is { } hand && PartyId.Parse(hand.Party) is { } speaker)
            (party, label) = (speaker, $"{label}; by {hand.Means.Name()}, entered by {hand.Officer}: one-sided, unauthenticated");
        else if (header.Kind == EntryKind.ByHandDeed && entry.Content is { } said && ByHandDeedContent.From(said) is { } deed)
            (party, text, label) = (deed.Party, Words(deed), $"{label}; one-sided, unauthenticated");
        return new TimelineItem(entry.At, glance.Handle, header.Ref.ToString(), party, kind, Short(text), TimelineSource.Signed, label, header.Ref, Mark(header));
    }

    /// <summary>Checks that did not come or were not answered.</summary>
    public static IEnumerable<TimelineItem> Missed(string line, CheckReport report)
    {
        foreach (var turn in report.Turns)
        {
            if (turn.Standing is CheckStanding.Missed or CheckStanding.Overdue)
            {
                var so = turn.Standing == CheckStanding.Overdue ? " so far" : "";
                yield return Computed(
                    turn.Due.At, line, $"check {turn.Due.Number}", turn.Turn, TimelineKind.Checks,
                    $"MISSED: {turn.Turn} did not send the check that was due{so}.");
            }

            foreach (var reply in turn.Sent?.Replies ?? [])
            {
                if (reply.Standing is CheckAnswerStanding.NotAnswered or CheckAnswerStanding.NotReceived)
                {
                    var text = reply.Standing == CheckAnswerStanding.NotAnswered
                        ? $"MISSED: nobody at {reply.Party} answered the check in time."
                        : $"MISSED: the station of {reply.Party} has not signed for the check.";
                    yield return Computed(reply.By, line, $"check {turn.Due.Number} {reply.Party}", reply.Party, TimelineKind.Checks, text);
                }
            }
        }
    }

    /// <summary>Requests for calls that were not acknowledged in time.</summary>
    public static IEnumerable<TimelineItem> Unacknowledged(string line, Parley.Lines.Calls.CallReport report, Timestamp now)
    {
        foreach (var call in report.Calls.Where(c => c.Deadline is { } due && due < now))
        {
            foreach (var leg in call.Legs.Where(l => !l.IsUnread && (l.AcknowledgedAt is null || l.AcknowledgedAt > call.Deadline)))
            {
                yield return Computed(
                    call.Deadline!.Value, line, $"call {call.Call} {leg.Party}", leg.Party, TimelineKind.Calls,
                    $"UNACKNOWLEDGED: {leg.Party} had said nothing of the request of {call.From} for a call ({call.Pair}) at its deadline.");
            }
        }
    }

    /// <summary>Due times that passed without an answer.</summary>
    public static IEnumerable<TimelineItem> Unanswered(string line, QuestionReport report, Timestamp now)
    {
        foreach (var question in report.Questions.Where(q => q.Standing == QuestionStanding.Asked && q.Due < now))
        {
            foreach (var leg in question.Legs.Where(l => l.AnsweredAt is not { } at || at > question.Due))
            {
                yield return Computed(
                    question.Due, line, $"question {question.Question} {leg.Party}", leg.Party, TimelineKind.Questions,
                    $"NO ANSWER: {leg.Party} had not answered the question {MessageNumber.Of(question.Question)} of {question.By} at its due time. That is neither yes nor no.");
            }
        }
    }

    /// <summary>What our station judged of silences of one party.</summary>
    public static IEnumerable<TimelineItem> Of(string line, SilenceNote note)
    {
        TimelineItem Judged(Timestamp at, string id, string text) =>
            new(at, line, $"silence {note.Party} {id}", note.Party, TimelineKind.Silence, text, TimelineSource.Journal, "our own judgement, from our journal");
        foreach (var past in note.Past)
        {
            yield return Judged(past.From, $"{past.From.UnixMilliseconds} began", $"SILENCE of {note.Party} began. Not excluded at some time of it: {Causes(past.Causes)}.");
            yield return Judged(past.Until, $"{past.From.UnixMilliseconds} ended", $"Silence of {note.Party} ended. Not excluded when it did: {Causes(past.Last)}.");
        }

        if (note.From is { } from)
            yield return Judged(from, $"{from.UnixMilliseconds} began", $"SILENCE of {note.Party} began and goes on. Not excluded at some time of it: {Causes(note.All)}.");
        if (note.From is { } began && note.Since > began && note.Causes.Count > 0)
            yield return Judged(note.Since, $"{note.Since.UnixMilliseconds} since", $"Of the silence of {note.Party} since then not excluded: {Causes(note.Causes)}.");
    }

    /// <summary>Statements from outside.</summary>
    public static IEnumerable<TimelineItem> Outside(LineGlance glance) => glance.Outside.Select(o => new TimelineItem(
        o.At, glance.Handle, $"outside {o.View.Number}", o.View.Party is { } party ? PartyId.Parse(party) : null, TimelineKind.Outside,
        Short($"{o.View.Speaker}, by {o.View.Source}: {o.View.Quote}" +
            (o.View.Declares is { } declares ? $"\nIt is entered as declaring the line {declares.ToString().ToLowerInvariant()}." : "")),
        TimelineSource.Outside, $"note {o.View.Number} of {o.View.Officer}: unauthenticated"));

    private static TimelineItem Computed(Timestamp at, string line, string id, PartyId party, TimelineKind kind, string text) =>
        new(at, line, id, party, kind, text, TimelineSource.Computed, "from signed entries and the time");

    private static string Causes(IReadOnlyList<SilenceCause> causes) => causes.Count == 0 ? "nothing" : string.Join(", ", causes.Select(c => c.Name()));

    private static string? Charter(string kind) => kind switch
    {
        EntryKind.Propose => "CHARTER PROPOSED.",
        EntryKind.Accept => "Proposed charter accepted.",
        EntryKind.Reject => "Proposed charter REJECTED.",
        EntryKind.Withdraw => "Proposal of a charter withdrawn.",
        EntryKind.Adopt => "CHARTER ADOPTED by its proposer: all members have accepted it.",
        EntryKind.Suspend => "LINE SUSPENDED, by this party's word.",
        EntryKind.Resume => "LINE RESUMED, by this party's word.",
        EntryKind.Leave => "LEFT THE LINE.",
        _ => null,
    };

    private static string Words(ByHandDeedContent deed) => deed.Deed switch
    {
        ByHandDeed.Sent => $"Read out or handed over to {deed.Party} by {deed.Means.Name()}.",
        ByHandDeed.Received => $"{deed.Party} is said to have received it.",
        ByHandDeed.Refused => $"{deed.Party} would not take it.",
        _ => $"{deed.Party} is said to have handled it.",
    };

    private static string Mark(EntryHeader header) => (header.Precedence, header.Status) switch
    {
        (_, Status.Test) => "TEST",
        (Precedence.Flash, Status.Actual) => "FLASH",
        (Precedence.Immediate, Status.Actual) => "IMMEDIATE",
        _ => "",
    };

    private static string Short(string text)
    {
        if (text.Length <= MostText)
            return text;
        var end = char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText;
        return $"{text[..end]}… (more in 'parley read')";
    }
}
