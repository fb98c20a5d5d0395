using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Parties;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>What was done with one message: by us, from what our officers entered at home; by others, from what they report.</summary>
internal static class EntryHandling
{
    /// <param name="deeds">What was done with it by hand.</param>
    public static (IReadOnlyList<HandlingView> Stages, IReadOnlyList<AddresseeView> Addressees) Of(
        LineGlance glance,
        StationMemory memory,
        StoredEntry stored,
        EntryHeader header,
        IReadOnlyList<Addressed> addressed,
        IReadOnlyList<(EntryHeader Header, ByHandDeedContent Content)> deeds,
        IReadOnlyList<ReceiptView> receipts,
        Timestamp now)
    {
        if (!EntryKind.IsWords(header.Kind) || EntryKind.IsAside(header.Kind))
            return ([], []);
        var byHand = deeds.Where(d => glance.ByHand.Contains(d.Content.Party)).ToList();
        var records = Reported(memory, stored.Feed.Line, header).Concat(AtHome(memory, stored.Feed.Line, header))
            .Concat(byHand.Select(d => ByHandDeeds.ToRecord(d.Header, d.Content)).OfType<HandlingRecord>()).ToList();
        if (records.Count == 0 && addressed.Count == 0)
            return ([], []);
        // What was told and is kept at home too is one stage.
        var kept = records.Where(r => r.Number > 0).Select(r => r.Entry).OfType<EntryRef>().ToHashSet();
        var steps = records.Where(r => r.Number > 0 || r.Entry is not { } entry || !kept.Contains(entry))
            .GroupBy(r => r.By)
            .OrderBy(g => g.Key)
            .SelectMany(g => HandlingFold.Of(g, Received(byHand, g.Key) ?? glance.ReceivedBy(stored, header, g.Key)))
            .ToList();
        var states = HandlingFold.Addressees(
            addressed, steps, party => party == memory.Own || receipts.Any(r => r.Party == party.ToString() && r.Received), now);
        return ([.. steps.Select(s => View(memory, s))], [.. states.Select(View)]);
    }

    /// <summary>When a party without a station had a message, by what our or another member's officer entered.</summary>
    private static Timestamp? Received(IEnumerable<(EntryHeader Header, ByHandDeedContent Content)> deeds, PartyId party)
    {
        List<Timestamp> times = [.. deeds.Where(d => d.Content.Party == party && d.Content.Deed is ByHandDeed.Received or ByHandDeed.Sent).Select(d => d.Content.At)];
        return times.Count > 0 ? times.Min() : null;
    }

    /// <summary>Stages that stand in the transcript, whoever wrote them.</summary>
    private static IEnumerable<HandlingRecord> Reported(StationMemory memory, LineId line, EntryHeader message)
    {
        foreach (var stored in memory.Store.Regarding(line, message.Ref, null, Bounds.HandlingStages))
        {
            if (EntryHeader.Parse(stored.Header) is { Kind: EntryKind.Handling } header && header.Feed.Party != message.Feed.Party &&
                Handover.OpenAtRest(memory, stored) is { } clear && Content.Parse(clear) is { } content && HandlingContent.From(content) is { } what)
                yield return new HandlingRecord(what, header.Feed.Party, header.Time, header.Ref);
        }
    }

    /// <summary>Stages that our officers entered, in order.</summary>
    public static IEnumerable<HandlingRecord> AtHome(StationMemory memory, LineId line, EntryHeader message) =>
        Notes(memory, line, message.Ref).Select(n => n.ToRecord(memory.Own));

    public static IEnumerable<HandlingNote> Notes(StationMemory memory, LineId line, EntryRef message)
    {
        var prefix = NoteId.Prefix(line, message);
        foreach (var document in memory.Store.Documents(DocumentKind.Handling, prefix, Bounds.HandlingStages))
        {
            if (!document.Id.StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            if (memory.Keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes) is { } bytes && HandlingNote.Parse(document.Id, bytes) is { } note)
                yield return note;
        }
    }

    private static HandlingView View(StationMemory memory, HandlingStep step)
    {
        var record = step.Record;
        return new HandlingView(
            record.By.ToString(), record.Number, record.What.Stage, record.What.At.ToDateTimeOffset(), record.Entered.ToDateTimeOffset(), record.What.Role,
            record.Officer, record.What.Addressee, record.What.Language, record.What.Text, record.By != memory.Own, record.Entry?.ToString(), step.Minutes,
            step.Took, step.IsCorrected, record.IsOneSided);
    }

    private static AddresseeView View(AddresseeState state) => new(
        state.Addressee.Party.ToString(), state.Addressee.Role, state.By.ToDateTimeOffset(), state.Received, state.Relayed?.ToDateTimeOffset(),
        state.Confirmed?.ToDateTimeOffset(), state.Acted?.ToDateTimeOffset(), state.IsLate);
}
