using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Contacts;

/// <summary>Who talked last and when, and what became of requests, from the feeds, the receipts and a time alone. A contact or a word on one counts for its author and
/// nobody else.</summary>
public static class ContactFold
{
    /// <param name="asOf">Now; or a past time, where the source was cut to what was said until then (<see cref="CallSource.Until"/>).</param>
    public static ContactReport Of(ContactSource source, Timestamp asOf)
    {
        var report = CallFold.Of(source.Calls, asOf);
        var contacts = Contacts(source.Calls);
        return new ContactReport(report, contacts, [.. source.Table.Select(row => Pair(row, report.Calls, contacts, source, asOf))]);
    }

    /// <summary>What became of a request. A word of the asked side is one, whether or not its proposed times have passed since.</summary>
    public static RequestOutcome Outcome(CallRecord call, Timestamp asOf) => call.State switch
    {
        CallState.Held => RequestOutcome.Held,
        CallState.Scheduled => RequestOutcome.Scheduled,
        CallState.Declined => RequestOutcome.Declined,
        CallState.Cancelled => RequestOutcome.Cancelled,
        _ when call.AcknowledgedAt is not null => RequestOutcome.Undated,
        _ when call.IsOverdue(asOf) => RequestOutcome.Unacknowledged,
        CallState.Expired => RequestOutcome.Expired,
        _ => RequestOutcome.Waiting,
    };

    private static List<ContactRecord> Contacts(CallSource source)
    {
        var words = source.Entries.Where(e => e.Kind == EntryKind.ContactWord && e.Regards.Count == 1).ToLookup(e => e.Regards[0]);
        return [.. source.Entries.Where(e => e.Kind == EntryKind.Contact).Select(c => Contact(c, [.. words[c.Entry]], source.Terms(c.CharterVersion)))];
    }

    private static ContactRecord Contact(CallEntry entry, List<CallEntry> said, CharterTerms? terms)
    {
        var what = entry.Content is { } content ? ContactContent.Read(content) : null;
        List<ContactWord> words = [.. said.Select(w => Word(entry, what, w))];
        return new ContactRecord(entry.Entry, entry.At, what, Standing(entry, what, words, terms), words);
    }

    private static ContactWord Word(CallEntry contact, ContactContent? what, CallEntry said)
    {
        var word = said.Content is { } content && said.Status == Status.Actual ? ContactWordContent.Read(content) : null;
        var effect = said.By == contact.By ? ContactEffect.Own
            : word is null || what is null ? ContactEffect.Unreadable
            : what.With.Contains(said.By) ? ContactEffect.Took
            : ContactEffect.NotConcerned;
        return new ContactWord(said.Entry, said.At, word, effect);
    }

    private static ContactStanding Standing(CallEntry entry, ContactContent? what, List<ContactWord> words, CharterTerms? terms)
    {
        if (what is null)
            return ContactStanding.Unreadable;
        if (entry.Status != Status.Actual)
            return ContactStanding.Test;
        var row = terms?.Counterparts.FirstOrDefault(c => c.Pair == what.Pair);
        if (row?.Of(entry.By) is null || what.With.Any(p => p == entry.By || row.Of(p) is null))
            return ContactStanding.UnknownPair;
        if (what.Until > entry.At + TimeSpan.FromMinutes(Bounds.HeldAheadMinutes))
            return ContactStanding.Ahead;
        // The last word of each side puts its earlier ones right.
        var last = words.Where(w => w.Effect == ContactEffect.Took).GroupBy(w => w.By).Select(g => g.Last().What!.Answer).ToList();
        return last.Contains(ContactAnswer.Contested) ? ContactStanding.Contested : last.Count > 0 ? ContactStanding.Confirmed : ContactStanding.OneSided;
    }

    private static PairRecord Pair(Counterpart row, IReadOnlyList<CallRecord> calls, List<ContactRecord> contacts, ContactSource source, Timestamp asOf)
    {
        // Tests are no contact, nor are calls of whoever has no seat in the pair.
        var own = calls.Where(c => c.Pair == row.Pair && c.IsKnown && c.Status == Status.Actual).ToList();
        var talked = own.Where(c => c.State == CallState.Held).ToList();
        Timestamp? Ends(bool bySideAlone) => talked.Where(c => c.IsOneSided == bySideAlone).Select(c => c.HeldTo)
            .Concat(contacts.Where(c => c.What?.Pair == row.Pair && c.Standing == (bySideAlone ? ContactStanding.OneSided : ContactStanding.Confirmed))
                .Select(c => (Timestamp?)c.What!.Until)).Max();
        var (both, alone) = (Ends(false), Ends(true));
        return new PairRecord(
            row.Pair, both, both is null || alone > both ? alone : null, source.Since, [.. row.Seats.Select(s => Side(s.Party, own, source.Checks, asOf))]);
    }

    private static ContactSide Side(PartyId party, List<CallRecord> calls, CheckReport? checks, Timestamp asOf) => new(
        party,
        [.. calls.Where(c => c.From == party).Select(c => new RequestInRecord(c.Call, Outcome(c, asOf)))],
        [.. calls.SelectMany(c => c.Legs.Where(l => l.Party == party && l.AcknowledgedAt is not null)
            .Select(l => Minutes(l.ReceivedAt ?? c.RequestedAt, l.AcknowledgedAt!.Value))).Order()],
        checks?.Statistics.FirstOrDefault(s => s.Party == party));

    private static double Minutes(Timestamp received, Timestamp said) => Math.Max(0, (said - received).TotalMinutes);
}
