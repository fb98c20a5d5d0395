using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Contacts;

/// <summary>What the feeds hold of a line's contacts.</summary>
/// <param name="Table">The counterparts that were agreed at the time that is asked for.</param>
/// <param name="Calls">Calls, contacts and what was said of them.</param>
/// <param name="Checks">The checks of the line as they stood then; null for a line without.</param>
/// <param name="Since">From when on the feeds were read.</param>
public sealed record ContactSource(IReadOnlyList<Counterpart> Table, CallSource Calls, CheckReport? Checks, Timestamp Since);

/// <summary>How a contact that was entered stands. Closed.</summary>
public enum ContactStanding
{
    /// <summary>By the word of one side alone.</summary>
    OneSided = 0,

    /// <summary>Another side of it says the same.</summary>
    Confirmed = 1,

    /// <summary>Another side of it says that it was not so.</summary>
    Contested = 2,

    /// <summary>Not counted: its words are absent or cannot be read here.</summary>
    Unreadable = 3,

    /// <summary>Not counted: the charter that it was said under names no such pair with a seat of each of its parties.</summary>
    UnknownPair = 4,

    /// <summary>Not counted: it ends after it was said.</summary>
    Ahead = 5,

    /// <summary>Not counted: a test.</summary>
    Test = 6,
}

/// <summary>What one word on a contact did. Closed.</summary>
public enum ContactEffect
{
    /// <summary>It counts, until its author says another one.</summary>
    Took = 0,

    /// <summary>Its words are absent or cannot be read here.</summary>
    Unreadable = 1,

    /// <summary>Not counted: nobody confirms or contests his own contact.</summary>
    Own = 2,

    /// <summary>Not counted: its author had no part in the contact.</summary>
    NotConcerned = 3,
}

/// <summary>One word on a contact.</summary>
/// <param name="What">Null where it cannot be read here.</param>
public sealed record ContactWord(EntryRef Entry, Timestamp At, ContactWordContent? What, ContactEffect Effect)
{
    public PartyId By => Entry.Party;
}

/// <summary>One contact as it was entered, and what was said of it.</summary>
/// <param name="At">When it was said.</param>
/// <param name="What">Null where it cannot be read here.</param>
/// <param name="Words">In transcript order.</param>
public sealed record ContactRecord(EntryRef Entry, Timestamp At, ContactContent? What, ContactStanding Standing, IReadOnlyList<ContactWord> Words)
{
    public PartyId By => Entry.Party;
}

/// <summary>What became of a request for a call, as the record counts it. Closed; every request is one of them.</summary>
public enum RequestOutcome
{
    /// <summary>They talked, by the word of one side at least.</summary>
    Held = 0,

    /// <summary>A time is accepted, or was and nobody says that they talked.</summary>
    Scheduled = 1,

    /// <summary>The asked side's staff said a word, and no time was accepted.</summary>
    Undated = 2,
    Declined = 3,

    /// <summary>The deadline is past without a word.</summary>
    Unacknowledged = 4,

    /// <summary>Every proposed time is past without a word, before any deadline.</summary>
    Expired = 5,
    Cancelled = 6,

    /// <summary>No word that can be read here, and there is still time.</summary>
    Waiting = 7,
}

/// <summary>One request in the record.</summary>
public sealed record RequestInRecord(EntryRef Call, RequestOutcome Outcome);

/// <summary>One side of a pair in the record.</summary>
/// <param name="Asked">Its requests for calls of the pair, in transcript order.</param>
/// <param name="Answers">Minutes from its station's receipt of a request to its staff's first word, ascending.</param>
/// <param name="Checks">What it did with the checks of the line; null for a line without.</param>
public sealed record ContactSide(PartyId Party, IReadOnlyList<RequestInRecord> Asked, IReadOnlyList<double> Answers, CheckStatistics? Checks)
{
    public int Count(RequestOutcome outcome) => Asked.Count(a => a.Outcome == outcome);

    /// <summary>Of the answer times, minutes; null while it answered nothing.</summary>
    public double? Median => Answers.Count == 0 ? null : (Answers[(Answers.Count - 1) / 2] + Answers[Answers.Count / 2]) / 2;

    /// <summary>The least answer time, minutes, that nine of ten do not exceed; null while it answered nothing.</summary>
    public double? Ninetieth => Answers.Count == 0 ? null : Answers[(((Answers.Count * 9) + 9) / 10) - 1];
}

/// <summary>The record of one pair.</summary>
/// <param name="Last">End of the last talk that both sides state; null when none is known.</param>
/// <param name="LastOneSided">End of a later one that one side alone states; what is contested is not among them.</param>
/// <param name="Since">From when on the feeds were read.</param>
public sealed record PairRecord(string Pair, Timestamp? Last, Timestamp? LastOneSided, Timestamp Since, IReadOnlyList<ContactSide> Sides)
{
    /// <summary>Whole days since the last talk that both sides state, or since one could have been known; never less than 0.</summary>
    public int Days(Timestamp now) => WholeDays(Last ?? Since, now);

    /// <summary>Whole days from then to now; never less than 0.</summary>
    public static int WholeDays(Timestamp then, Timestamp now) => Math.Max(0, (int)(now - then).TotalDays);
}

/// <summary>The contact record of a line.</summary>
/// <param name="Calls">As they stood at that time.</param>
/// <param name="Contacts">In transcript order.</param>
/// <param name="Pairs">One a row of the table, in its order.</param>
public sealed record ContactReport(CallReport Calls, IReadOnlyList<ContactRecord> Contacts, IReadOnlyList<PairRecord> Pairs);
