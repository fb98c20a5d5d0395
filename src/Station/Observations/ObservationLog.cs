using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Observations;

/// <summary>The last observations, kept up by whoever reads: each is opened once. A lock guards it, so readers take turns; nothing of it is saved, and a restart makes it
/// anew.</summary>
internal sealed class ObservationLog(StationMemory memory)
{
    private const int Page = 512;

    private readonly Lock gate = new();
    private List<Observation> known = [];

    /// <summary>Those of a mode up to that number which were entered from then on, in the order of their numbers; from which instant on they are all there, null: none is
    /// left out; and how many of them, whatever their mode, cannot be read.</summary>
    public (IReadOnlyList<Observation> Entered, Timestamp? From, int Damaged) Since(LineMode mode, Timestamp from, int last)
    {
        lock (gate)
        {
            CatchUp(last);
            var (first, end) = (known.FindIndex(o => o.Entered >= from), known.FindLastIndex(o => o.Number <= last) + 1);
            var entered = first < 0 || end <= first ? [] : known.GetRange(first, end - first);
            // Numbers have no gaps: what is missing between them was there.
            var damaged = entered.Count == 0 ? 0 : entered[^1].Number - entered[0].Number + 1 - entered.Count;
            return (entered.FindAll(o => o.Mode == mode), known is [{ Number: > 1 } oldest, ..] && oldest.Entered > from ? oldest.Entered : null, damaged);
        }
    }

    /// <summary>One by its number; null when it is not in the store. It waits for nobody.</summary>
    public Observation? One(int number) =>
        number > 0 && memory.Store.Documents(DocumentKind.Observation, Observation.IdOf(number - 1), 1) is [var stored] && Read(stored) is { } read && read.Number == number
            ? read
            : null;

    private void CatchUp(int last)
    {
        var after = Math.Max(known.Count > 0 ? known[^1].Number : 0, last - Bounds.ObservationsHeld);
        if (known.Count > 0 && after > known[^1].Number)
            known.Clear();
        while (after < last && memory.Store.Documents(DocumentKind.Observation, Observation.IdOf(after), Page) is { Count: > 0 } page)
        {
            known.AddRange(page.Select(Read).OfType<Observation>());
            after = Observation.NumberOf(page[^1].Id) ?? int.MaxValue;
        }

        if (known.Count > Bounds.ObservationsHeld + Bounds.ObservationsHeld / 8)
            known = known.GetRange(known.Count - Bounds.ObservationsHeld, Bounds.ObservationsHeld);
    }

    private Observation? Read(StoredDocument stored) =>
        memory.Keys.AtRest.Open(Step.ContextOf(stored.Kind, stored.Id), stored.Bytes) is { } bytes ? Observation.Parse(stored.Id, bytes) : null;
}
