using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Checks;

/// <summary>From when on a schedule held. Null: no checks were agreed then.</summary>
public sealed record ScheduleFrom(Timestamp From, CheckSchedule? Schedule);

/// <summary>A check as it was said.</summary>
/// <param name="At">By its author's clock, raised to what the author held: no clock puts an answer before its check.</param>
public sealed record CheckSaid(EntryRef Entry, Timestamp At, CheckContent What)
{
    public PartyId By => Entry.Party;
}

/// <summary>An answer to a check as it was said; its time is like that of a check.</summary>
/// <param name="Recorded">When it was recorded here; null for our own.</param>
public sealed record CheckAnswered(EntryRef Entry, EntryRef Check, Timestamp At, Timestamp? Recorded);

/// <summary>Why nobody could check. Closed.</summary>
public enum CheckExcuseCause
{
    /// <summary>The line was suspended.</summary>
    Suspended = 0,

    /// <summary>Crews had announced maintenance of the line or of a station.</summary>
    Maintenance = 1,

    /// <summary>The party had left the line.</summary>
    Left = 2,
}

/// <summary>A stretch of time in which a check is excused, because.</summary>
/// <param name="By">Who suspended, announced or left.</param>
/// <param name="Said">When it was said: what comes after the time that it would excuse excuses nothing.</param>
/// <param name="Until">Null while it goes on.</param>
/// <param name="Entry">The words that say so, where they are known.</param>
public sealed record CheckExcuse(CheckExcuseCause Cause, PartyId By, Timestamp Said, Timestamp From, Timestamp? Until, EntryRef? Entry = null)
{
    /// <summary>Whether it excuses <paramref name="party"/> from what was due towards <paramref name="other"/>.</summary>
    public bool Covers(Timestamp due, PartyId party, PartyId? other) =>
        Said <= due && From <= due && (Until is not { } until || due < until) && Cause switch
        {
            CheckExcuseCause.Left => party == By,
            CheckExcuseCause.Maintenance => party == By || other == By,
            _ => true,
        };
}

/// <summary>What the feeds hold of a line's checks, each list in transcript order.</summary>
/// <param name="Parties">In order of their ids.</param>
/// <param name="IsReceived">Whether that party's station has signed for an entry.</param>
public sealed record CheckRecord(
    IReadOnlyList<PartyId> Parties,
    IReadOnlyList<ScheduleFrom> Schedules,
    IReadOnlyList<CheckSaid> Checks,
    IReadOnlyList<CheckAnswered> Answers,
    IReadOnlyList<CheckExcuse> Excuses,
    Func<EntryRef, PartyId, bool> IsReceived);
