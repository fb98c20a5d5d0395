using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Station.Attachments;

/// <summary>How one attachment is being asked for. Nothing here is saved: after a start the asking begins anew at the first chunk that is missing.</summary>
internal sealed class Want
{
    /// <summary>Whom it is asked of now.</summary>
    public PartyId? Source { get; set; }

    /// <summary>Chunks asked of that source that have not come.</summary>
    public RangeSet Outstanding { get; set; } = RangeSet.Empty;

    /// <summary>When something came of it last, or was asked.</summary>
    public Timestamp Since { get; set; }

    /// <summary>Times in a row that nothing came.</summary>
    public int Silences { get; set; }

    /// <summary>Chunks ever asked of each member in this attempt: no others are taken from it.</summary>
    public SortedDictionary<PartyId, RangeSet> Asked { get; } = [];

    /// <summary>Members that do not hold it, or gave no answer: not asked again before that time.</summary>
    public SortedDictionary<PartyId, Timestamp> Passed { get; } = [];

    public TimeSpan Patience => TimeSpan.FromMilliseconds(
        Math.Min(Bounds.MostPatienceMilliseconds, Bounds.ChunkPatienceMilliseconds * Math.Pow(2, Math.Min(Silences, 10))));

    /// <summary>That member does not help now.</summary>
    public void Pass(PartyId party, Timestamp now)
    {
        Passed[party] = now + Patience;
        Silences++;
        if (Source == party)
            (Source, Outstanding) = (null, RangeSet.Empty);
    }

    /// <summary>The circuits to that member are gone, and with them what was asked.</summary>
    public void Cut(PartyId party)
    {
        if (Source == party)
            (Source, Outstanding) = (null, RangeSet.Empty);
        // It may be another process by now.
        Passed.Remove(party);
    }

    /// <summary>All that came was thrown away.</summary>
    public void Restart(Timestamp now)
    {
        (Source, Outstanding, Since) = (null, RangeSet.Empty, now);
        Asked.Clear();
    }
}
