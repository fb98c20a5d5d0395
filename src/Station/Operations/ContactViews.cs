using Parley.Control.Contacts;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Parties;

namespace Parley.Station.Operations;

/// <summary>The contact record as officers see it.</summary>
internal static class ContactViews
{
    public static ContactBoardView Of(CallReading reading, ContactReport report, Timestamp from) => new(
        reading.Glance.Mode,
        reading.Glance.Handle,
        reading.Now.ToDateTimeOffset(),
        from.ToDateTimeOffset(),
        [.. report.Pairs.Select(p => Of(p, reading.Now))],
        [.. report.Contacts.Select(Of)]);

    /// <summary>Contacts that another side entered with ours, and that wait for our word.</summary>
    public static IEnumerable<string> Attention(CallReading reading, ContactReport report, PartyId own)
    {
        var where = $"{(reading.Glance.Mode == LineMode.Exercise ? "EXERCISE " : "")}{reading.Glance.Handle}";
        foreach (var contact in report.Contacts.Where(c => c.Standing == ContactStanding.OneSided && c.What!.With.Contains(own)))
        {
            yield return $"{where}: {contact.By} says that {contact.What!.Pair} talked on {EntryText.Clock(contact.What.From)}; it is one-sided until our side says " +
                $"'contact confirm' or 'contest': {contact.Entry}";
        }
    }

    private static PairRecordView Of(PairRecord pair, Timestamp now) => new(
        pair.Pair,
        pair.Last?.ToDateTimeOffset(),
        pair.Last is { } last ? PairRecord.WholeDays(last, now) : null,
        pair.LastOneSided?.ToDateTimeOffset(),
        pair.LastOneSided is { } alone ? PairRecord.WholeDays(alone, now) : null,
        [.. pair.Sides.Select(Of)]);

    private static ContactSideView Of(ContactSide side) => new(
        side.Party.ToString(),
        new RequestCountsView(
            side.Count(RequestOutcome.Held), side.Count(RequestOutcome.Scheduled), side.Count(RequestOutcome.Undated), side.Count(RequestOutcome.Declined),
            side.Count(RequestOutcome.Unacknowledged), side.Count(RequestOutcome.Expired), side.Count(RequestOutcome.Cancelled), side.Count(RequestOutcome.Waiting)),
        [.. side.Asked.Where(a => a.Outcome == RequestOutcome.Unacknowledged).Select(a => a.Call.ToString())],
        side.Answers.Count,
        side.Median,
        side.Ninetieth,
        side.Checks is { } checks ? new MissedChecksView(checks.Missed, checks.NotAnswered) : null);

    private static ContactView Of(ContactRecord contact) => new(
        contact.Entry.ToString(),
        contact.By.ToString(),
        contact.At.ToDateTimeOffset(),
        contact.Standing,
        contact.What?.Pair,
        [.. (contact.What?.With ?? []).Select(p => p.ToString())],
        contact.What?.From.ToDateTimeOffset(),
        contact.What?.Until.ToDateTimeOffset(),
        contact.What?.Means,
        contact.What?.Ours,
        contact.What?.Theirs,
        contact.What?.Note?.Language,
        contact.What?.Note?.Text,
        [.. contact.Words.Select(w => new ContactWordView(
            w.Entry.ToString(), w.By.ToString(), w.At.ToDateTimeOffset(), w.What?.Answer, w.What?.Note?.Language, w.What?.Note?.Text, w.Effect))]);
}
