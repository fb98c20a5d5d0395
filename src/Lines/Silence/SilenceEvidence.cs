using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Silence;

/// <summary>Whether the line is agreed. The first of the four states of a line, which are never merged. Closed.</summary>
public enum AgreementState
{
    /// <summary>Proposed, and not in force.</summary>
    Proposed = 0,
    InForce = 1,
    Suspended = 2,

    /// <summary>One of the two has left.</summary>
    Ended = 3,
}

/// <summary>What machines say: the second state. Closed.</summary>
public enum MachineState
{
    /// <summary>This station has not listened long enough to tell.</summary>
    NotYetKnown = 0,
    Working = 1,

    /// <summary>No sign of life from their station.</summary>
    Lost = 2,

    /// <summary>They have no station: nothing comes by itself.</summary>
    NoStation = 3,
}

/// <summary>What somebody has said of the line: the third state. Closed.</summary>
public enum DeclaredState
{
    Nothing = 0,
    Maintenance = 1,
    Suspended = 2,
}

/// <summary>What was seen of people: the fourth state. Closed.</summary>
public enum HumanState
{
    /// <summary>Nothing was due from them yet.</summary>
    NothingDue = 0,
    Answering = 1,

    /// <summary>A check was due to be sent or answered by them, and was not.</summary>
    Missed = 2,

    /// <summary>What was due was excused.</summary>
    Excused = 3,
}

/// <summary>Signs of life of their station.</summary>
/// <param name="Heard">When the last one came, whatever it was; null: none since this station knows them.</param>
/// <param name="Phi">How surprising its age is (<see cref="PhiAccrual"/>).</param>
/// <param name="LostSince">When the last sign came before a loss that goes on.</param>
public sealed record MachineEvidence(MachineState State, Timestamp? Heard, double Phi, double MeanMilliseconds, double DeviationMilliseconds, Timestamp? LostSince = null);

/// <summary>What people on the other side of one line did.</summary>
/// <param name="MissedInARow">Checks missed one after the other, to the last.</param>
/// <param name="MissedSince">When the first of those was due.</param>
/// <param name="LastMissed">When the last of those was due.</param>
/// <param name="Missed">The check of ours that nobody answered, where it was one of ours.</param>
/// <param name="LastWord">When an officer of theirs last did something on the line.</param>
/// <param name="Word">That entry.</param>
/// <param name="IsRefusedByStation">Their station does not sign for our check though its signs of life come.</param>
public sealed record HumanEvidence(
    HumanState State,
    int MissedInARow = 0,
    Timestamp? MissedSince = null,
    Timestamp? LastMissed = null,
    EntryRef? Missed = null,
    Timestamp? LastWord = null,
    EntryRef? Word = null,
    bool IsRefusedByStation = false);

/// <summary>Another line of the same mode with the same party.</summary>
public sealed record OtherLine(LineId Line, string Handle, HumanEvidence Human);

/// <summary>A third station that says it is joined to them.</summary>
public sealed record HeardBy(PartyId By, Timestamp At);

/// <summary>What became of a request of ours for a call. Closed.</summary>
public enum CallStanding
{
    /// <summary>There is still time to acknowledge.</summary>
    Waiting = 0,

    /// <summary>The deadline is over and their station has not signed for it.</summary>
    NotReceived = 1,

    /// <summary>The deadline is over, their station has it, their staff has not acknowledged.</summary>
    Unacknowledged = 2,

    /// <summary>Acknowledged, without a date.</summary>
    Acknowledged = 3,

    /// <summary>They proposed another time, or asked themselves, and the next word is ours.</summary>
    OursToAnswer = 4,
    Scheduled = 5,

    /// <summary>The agreed time is over and nobody says that it was held.</summary>
    NotCome = 6,
    Declined = 7,
    Held = 8,
    Cancelled = 9,

    /// <summary>They say that it was held, and our side does not: what they say of it alone ends no silence.</summary>
    HeldByTheirWord = 10,
}

/// <summary>A request of ours, or one of theirs that waits for us, between one pair of counterparts.</summary>
/// <param name="At">When it became so.</param>
public sealed record CallEvidence(string Pair, EntryRef Call, CallStanding Standing, Timestamp At);

/// <summary>Something that was declared, by whom and where.</summary>
/// <param name="At">When it was said, where that is known.</param>
/// <param name="Cite">The entry, or the statement from outside.</param>
public sealed record Declaration(DeclaredState State, PartyId? By, Timestamp? At, string? Cite);

/// <summary>Everything from which a silence is judged, at one moment, of one line and one other party.</summary>
/// <param name="Others">Other lines with them.</param>
/// <param name="Calls">Requests of ours since the last call that was held, oldest first; of one pair or of all.</param>
/// <param name="HearsOthers">Whether any other party's station is heard; null: there is none.</param>
/// <param name="Rhythm">Of our station; null: as usual.</param>
public sealed record SilenceEvidence(
    PartyId Other,
    Timestamp Now,
    AgreementState Agreement,
    MachineEvidence Machine,
    HumanEvidence Human,
    IReadOnlyList<OtherLine> Others,
    IReadOnlyList<HeardBy> HeardBy,
    IReadOnlyList<CallEvidence> Calls,
    SelfTest? OwnTest,
    IReadOnlyList<Declaration> Declared,
    bool? HearsOthers = null,
    Rhythm? Rhythm = null)
{
    /// <summary>Whether our own last test excludes a fault of our own now.</summary>
    public bool IsOwnTestGood => Pace.Excludes(OwnTest, Now);

    internal Rhythm Pace => Rhythm ?? Silence.Rhythm.Usual;
}
