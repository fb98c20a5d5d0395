using Parley.Ledger;

namespace Parley.Station.Activities;

/// <summary>When the loop looks at expired sites and movements next. Not saved: the notes in the store say it. Owned by the loop.</summary>
internal sealed class ExpiryDue
{
    /// <summary>The earliest note; null while the store has to be asked.</summary>
    public Timestamp? Next { get; private set; }

    /// <summary>The earliest note that the store may not hold yet.</summary>
    private Timestamp put = Timestamp.MaxValue;

    /// <summary>When drafts were last looked at.</summary>
    public Timestamp Drafts { get; set; }

    /// <summary>A note is written in this step.</summary>
    public void Put(Timestamp due)
    {
        put = due < put ? due : put;
        Next = Next is { } next && due < next ? due : Next;
    }

    /// <summary>The store's earliest note, <see cref="Timestamp.MaxValue"/> for none.</summary>
    public void Asked(Timestamp first) => Next = first < put ? first : put;

    /// <summary>Notes were taken away: the store has to be asked again, after this step.</summary>
    public void Forget() => (Next, put) = (null, Timestamp.MaxValue);
}
