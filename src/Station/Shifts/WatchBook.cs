using Parley.Control.Shifts;
using Parley.Ledger;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Shifts;

/// <summary>Handovers and the watch log, kept with the store's documents so that a restart loses no signature.</summary>
internal sealed class WatchBook
{
    /// <summary>By number.</summary>
    public SortedDictionary<int, SignedHandover> Handovers { get; } = [];

    /// <summary>By number, oldest first.</summary>
    public SortedDictionary<long, WatchNote> Notes { get; } = [];

    /// <summary>Takes in a document as it was saved; false when it is not sound.</summary>
    public bool Take(DocumentKind kind, string id, byte[] bytes)
    {
        if (kind == DocumentKind.Handover)
            return SignedHandover.Parse(id, bytes) is { } handover && (Handovers[handover.Text.Number] = handover) is not null;
        return WatchNote.Parse(id, bytes) is { } note && (Notes[note.Number] = note) is not null;
    }

    /// <summary>The handover that waits at a level; there is one at most.</summary>
    public SignedHandover? Waiting(AlarmLevel level) => Handovers.Values.FirstOrDefault(h => h.Waits && h.Text.Level == level);

    /// <summary>The handover with which that officer went on duty; null: he did without.</summary>
    public SignedHandover? Behind(DutyOfficer duty) =>
        Handovers.Values.FirstOrDefault(h => h.State == HandoverState.Taken && h.Text.Level == duty.Level && h.TakenBy == duty.Officer && h.EndedAt == duty.Since);

    /// <summary>The watch log that no handover of a level holds yet, oldest first: of the last shift that was handed over on.</summary>
    public IEnumerable<WatchNote> Since(AlarmLevel level)
    {
        Timestamp? from = Handovers.Values.Where(h => h.State == HandoverState.Taken && h.Text.Level == level).Select(h => (Timestamp?)h.Text.At).Max();
        return Notes.Values.Where(n => from is null || n.At > from);
    }

    public void Put(Step step, SignedHandover handover)
    {
        Handovers[handover.Text.Number] = handover;
        step.Put(DocumentKind.Handover, handover.Id, handover.Encode());
        while (Handovers.Count > Control.Bounds.Handovers && Handovers.Values.FirstOrDefault(h => !h.Waits && h != handover) is { } oldest)
        {
            Handovers.Remove(oldest.Text.Number);
            step.Remove(DocumentKind.Handover, oldest.Id);
        }
    }

    public void Add(Step step, WatchNote note)
    {
        Notes[note.Number] = note;
        step.Put(DocumentKind.WatchNote, note.Id, note.Encode());
        while (Notes.Count > Bounds.WatchNotes)
        {
            var oldest = Notes.Values.First();
            Notes.Remove(oldest.Number);
            step.Remove(DocumentKind.WatchNote, oldest.Id);
        }
    }
}
