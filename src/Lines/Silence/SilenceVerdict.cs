using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Silence;

/// <summary>What a piece of evidence is. Closed.</summary>
public enum SilenceItemKind
{
    OwnTest = 0,
    Machine = 1,
    Check = 2,
    OtherLine = 3,
    ThirdStation = 4,
    Call = 5,
    Declared = 6,
    Agreement = 7,
}

/// <summary>One piece of evidence.</summary>
/// <param name="At">Of when it is; null where there is no such moment.</param>
/// <param name="Cite">The entry or statement where there is one.</param>
/// <param name="Text">One plain English sentence, without times: whoever shows it knows the reader's clock.</param>
public sealed record SilenceItem(SilenceItemKind Kind, Timestamp? At, string? Cite, string Text);

/// <summary>What the evidence leaves possible of one line's silence, never what the other side intends.</summary>
/// <param name="Causes">Not excluded, in the order of <see cref="SilenceCause"/>; empty: there is no silence to explain.</param>
/// <param name="Agreement">Whether the line is agreed.</param>
/// <param name="Line">What machines say.</param>
/// <param name="Declared">What somebody has said of the line.</param>
/// <param name="Observed">What was seen of people.</param>
/// <param name="Evidence">Our own test first.</param>
/// <param name="OwnTest">When our own last test ended; null: there was none.</param>
/// <param name="IsOursToMove">The next word is ours: they answered, and wait.</param>
public sealed record SilenceVerdict(
    PartyId Other,
    Timestamp At,
    IReadOnlyList<SilenceCause> Causes,
    AgreementState Agreement,
    MachineState Line,
    DeclaredState Declared,
    HumanState Observed,
    IReadOnlyList<SilenceItem> Evidence,
    Timestamp? OwnTest,
    bool IsOursToMove);
