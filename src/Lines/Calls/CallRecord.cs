using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>A request for a call or a step of one, a contact or a word on one, as it stands in a feed.</summary>
/// <param name="Kind">Such as <see cref="EntryKind.Call"/> or <see cref="EntryKind.CallStep"/>.</param>
/// <param name="At">By its author's clock, raised to what the author held: no clock puts an answer before its request.</param>
/// <param name="Content">Null where it is absent or cannot be read here; its header still proves who said something about which request.</param>
/// <param name="Recorded">When it was recorded here; null for our own.</param>
public sealed record CallEntry(
    EntryRef Entry, string Kind, Timestamp At, Precedence Precedence, Status Status, int CharterVersion, IReadOnlyList<EntryRef> Regards, Content? Content,
    Timestamp? Recorded = null)
{
    public PartyId By => Entry.Party;
}

/// <summary>What the feeds hold of a line's calls.</summary>
/// <param name="Entries">In transcript order; other kinds are passed over.</param>
/// <param name="Terms">The terms of a version of the charter; null where it is not known here.</param>
/// <param name="Received">When that party's station signed for an entry and its words; null while it has not.</param>
public sealed record CallSource(IReadOnlyList<CallEntry> Entries, Func<int, CharterTerms?> Terms, Func<EntryRef, PartyId, Timestamp?> Received)
{
    /// <summary>What of it was said and received until then.</summary>
    public CallSource Until(Timestamp then) => this with
    {
        Entries = [.. Entries.Where(e => e.At <= then)],
        Received = (entry, party) => Received(entry, party) is { } at && at <= then ? at : null,
    };
}

/// <summary>How far a request has come. Closed.</summary>
public enum CallState
{
    /// <summary>No station of the asked side has signed for it.</summary>
    Requested = 0,

    /// <summary>Their station has it. Nobody there has said anything.</summary>
    Received = 1,

    /// <summary>Their staff has it, by its own word.</summary>
    Acknowledged = 2,

    /// <summary>Other times were proposed, and none is accepted.</summary>
    Countered = 3,

    /// <summary>A time that one side proposed was accepted by the other.</summary>
    Scheduled = 4,

    /// <summary>They talked, by the word of one side at least.</summary>
    Held = 5,

    /// <summary>Every asked party declined.</summary>
    Declined = 6,

    /// <summary>Every proposed time passed and none was accepted. An answer still counts.</summary>
    Expired = 7,

    /// <summary>The asker took it back.</summary>
    Cancelled = 8,
}

/// <summary>What a step did. Closed.</summary>
public enum CallEffect
{
    /// <summary>It counts.</summary>
    Took = 0,

    /// <summary>Its words are absent or cannot be read here: its author has said something.</summary>
    Unreadable = 1,

    /// <summary>Out of order: the author's side cannot take this step. An asker does not answer himself, and the asked side does not cancel.</summary>
    NotTheirs = 2,

    /// <summary>Out of order: the request is neither by its author nor to it.</summary>
    NotConcerned = 3,

    /// <summary>Out of order: the call was over for its author, held, declined or cancelled.</summary>
    AfterEnd = 4,

    /// <summary>Out of order: the other side had not proposed that time, or proposes it no longer.</summary>
    NotProposed = 5,

    /// <summary>Out of order: the times were past when it was said.</summary>
    Past = 6,

    /// <summary>Out of order: it says that something has ended that lies ahead of its own time.</summary>
    Ahead = 7,

    /// <summary>Out of order: a readout of a call that nobody says was held.</summary>
    NotHeld = 8,
}

/// <summary>One step as it was said.</summary>
/// <param name="What">Null where it cannot be read here.</param>
public sealed record CallStep(EntryRef Entry, Timestamp At, Timestamp? Recorded, CallStepContent? What, CallEffect Effect)
{
    public PartyId By => Entry.Party;

    /// <summary>Whether it changed nothing because it was not its author's to say, or not then.</summary>
    public bool IsOutOfOrder => Effect is not (CallEffect.Took or CallEffect.Unreadable);
}

/// <summary>From when to when they talked, by the word of one side.</summary>
public sealed record CallHeld(PartyId By, Timestamp Start, Timestamp End);

/// <summary>A readout, by the word of one side.</summary>
public sealed record CallReadout(PartyId By, Timestamp At, string Language, string? Agreed, string? Own);

/// <summary>How far the request has come with one asked party.</summary>
/// <param name="ReceivedAt">When its station signed for the request.</param>
/// <param name="AcknowledgedAt">Time of the first step of its own that took effect.</param>
/// <param name="IsUnread">It said something about the request that cannot be read here: it may have answered.</param>
/// <param name="ScheduledFor">The accepted time.</param>
/// <param name="Schedulings">Times that were accepted, one after the other.</param>
/// <param name="Reason">Why it declined.</param>
/// <param name="Held">What each side says of it, whoever said it first before the other.</param>
public sealed record CallLeg(
    PartyId Party, CallState State, Timestamp? ReceivedAt, Timestamp? AcknowledgedAt, bool IsUnread, Timestamp? ScheduledFor, int Minutes, int Schedulings,
    DeclineReason? Reason, IReadOnlyList<CallHeld> Held);

/// <summary>A step that belongs to no request that is known here: it regards none, several, or an entry that is no request for a call.</summary>
public sealed record CallStray(EntryRef Entry, Timestamp At, IReadOnlyList<EntryRef> Regards, CallStepContent? What);

/// <summary>All calls of a line.</summary>
/// <param name="Calls">In transcript order of their requests.</param>
public sealed record CallReport(IReadOnlyList<CallRecord> Calls, IReadOnlyList<CallStray> Strays);

/// <summary>One request for a call and what became of it.</summary>
/// <param name="What">What was asked; null where it cannot be read here, or is no request.</param>
/// <param name="IsKnown">Whether the charter that it was said under names that pair with a seat of every party of it.</param>
/// <param name="Deadline">Until when it must be acknowledged: as the request says, else as its charter does for its precedence; null where neither says.</param>
/// <param name="Legs">One an asked party, in order.</param>
/// <param name="Steps">Every step that regards it, in transcript order.</param>
/// <param name="LastProposed">The last of the times that still stand; null where none does.</param>
public sealed record CallRecord(
    EntryRef Call, Timestamp RequestedAt, Precedence Precedence, Status Status, CallContent? What, bool IsKnown, Timestamp? Deadline, CallState State,
    IReadOnlyList<CallLeg> Legs, IReadOnlyList<CallStep> Steps, IReadOnlyList<CallReadout> Readouts, Timestamp? LastProposed)
{
    public PartyId From => Call.Party;

    /// <summary>Empty where the request cannot be read here.</summary>
    public string Pair => What?.Pair ?? "";

    public IReadOnlyList<PartyId> With => What?.With ?? [];

    /// <summary>When the first asked party's station signed for it.</summary>
    public Timestamp? ReceivedAt => Legs.Min(l => l.ReceivedAt);

    /// <summary>The first word of an asked party's staff.</summary>
    public Timestamp? AcknowledgedAt => Legs.Min(l => l.AcknowledgedAt);

    /// <summary>Who spoke first for the asked side.</summary>
    public PartyId? AcknowledgedBy => Legs.Where(l => l.AcknowledgedAt is not null).MinBy(l => l.AcknowledgedAt)?.Party;

    /// <summary>The accepted time; the first where there are several.</summary>
    public Timestamp? ScheduledFor => Legs.Min(l => l.ScheduledFor);

    /// <summary>Minutes that it is meant to last.</summary>
    public int Minutes => Legs.FirstOrDefault(l => l.ScheduledFor is not null && l.ScheduledFor == ScheduledFor)?.Minutes ?? What?.Minutes ?? 0;

    /// <summary>Why it was declined, where it was; the first reason where there are several.</summary>
    public DeclineReason? Reason => Legs.FirstOrDefault(l => l.Reason is not null)?.Reason;

    /// <summary>When they talked, by whoever said so first.</summary>
    public Timestamp? HeldFrom => HeldLeg?.Held[0].Start;

    public Timestamp? HeldTo => HeldLeg?.Held[0].End;

    /// <summary>Held by the word of one side alone.</summary>
    public bool IsOneSided => State == CallState.Held && Legs.All(l => l.Held.Count < 2);

    /// <summary>The agreed text, where asker and every party that says the call was held have it word for word the same in one language.</summary>
    public string? AgreedReadout
    {
        get
        {
            var texts = Readouts.Select(r => (r.Language, r.Agreed)).Distinct().ToList();
            var talked = Legs.Where(l => l.Held.Count == 2).Select(l => l.Party).ToList();
            return texts is [(_, { } agreed)] && talked.Count > 0 && Readouts.Any(r => r.By == From) && talked.All(p => Readouts.Any(r => r.By == p)) ? agreed : null;
        }
    }

    /// <summary>Asked parties of which no word is there, though the time is over. Who said something that cannot be read here is not among them.</summary>
    public IReadOnlyList<PartyId> Silent(Timestamp now) =>
        Deadline is { } deadline && deadline < now
            ? [.. Legs.Where(l => l.AcknowledgedAt is null && !l.IsUnread && l.State is CallState.Requested or CallState.Received or CallState.Expired).Select(l => l.Party)]
            : [];

    /// <summary>Unacknowledged at the deadline. It can still be answered.</summary>
    public bool IsOverdue(Timestamp now) => Silent(now).Count > 0;

    /// <summary>Acknowledged, and at the deadline still without a time.</summary>
    public bool IsUndated(Timestamp now) =>
        Deadline is { } deadline && deadline < now && AcknowledgedAt is not null && State is CallState.Acknowledged or CallState.Countered or CallState.Expired;

    /// <summary>The accepted time is past and nobody says that they talked.</summary>
    public bool IsMissed(Timestamp now) => State == CallState.Scheduled && ScheduledFor is { } at && at + TimeSpan.FromMinutes(Minutes) < now;

    private CallLeg? HeldLeg => State == CallState.Held ? Legs.First(l => l.State == CallState.Held) : null;
}
