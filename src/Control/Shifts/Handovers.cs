using System.Text.Json.Serialization;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;

namespace Parley.Control.Shifts;

/// <summary>What happened in the shift that runs at a level and what is owed, composed from the station's state now. Nothing is kept of it until it is signed.</summary>
public sealed record DraftHandover(AlarmLevel Level = AlarmLevel.Watch) : Query<HandoverDraft>;

/// <summary>Sign a handover as the officer on duty: what was shown, as it was shown, and what he adds. It waits until another officer signs the same text; signed
/// again, it takes the place of the one that waits.</summary>
/// <param name="Happened">As <see cref="DraftHandover"/> gave it.</param>
/// <param name="Owed">The same.</param>
/// <param name="Notes">Whatever else the next officer must know.</param>
public sealed record HandOver(
    AlarmLevel Level,
    IReadOnlyList<HandoverItem> Happened,
    IReadOnlyList<HandoverItem> Owed,
    string? Notes = null,
    IReadOnlyList<HandoverInterpreter>? Interpreters = null) : Operation<HandoverView>;

/// <summary>Sign a handover that waits, as another officer, and go on duty in place of who signed it first. An alarm test begins with it.</summary>
/// <param name="Digest">Of the text that was shown.</param>
public sealed record TakeOver(int Number, string Digest) : Operation<HandoverView>;

/// <summary>Take a handover of one's own back that nobody has signed.</summary>
public sealed record WithdrawHandover(int Number) : Operation<HandoverView>;

/// <summary>Handovers that wait, and the last ones that do not, newest first.</summary>
/// <param name="Limit">Of those that do not wait, 0 to 60.</param>
public sealed record ListHandovers(int Limit = 10) : Query<IReadOnlyList<HandoverView>>;

/// <summary>A handover as it would be signed now.</summary>
/// <param name="Officer">Who is on duty at that level; null: nobody.</param>
/// <param name="Since">Since when he is.</param>
/// <param name="At">When it was composed.</param>
/// <param name="NotRead">Lines of which so much was said that something older is missing, in words.</param>
public sealed record HandoverDraft(
    AlarmLevel Level,
    string? Officer,
    DateTimeOffset? Since,
    DateTimeOffset At,
    IReadOnlyList<HandoverItem> Happened,
    IReadOnlyList<HandoverItem> Owed,
    IReadOnlyList<string> NotRead);

/// <summary>One thing that happened or is owed.</summary>
/// <param name="Mode">The line's mode; null for what belongs to no line.</param>
/// <param name="Line">The line's name; null for what belongs to none.</param>
/// <param name="Text">One plain sentence in English.</param>
/// <param name="At">When it happened, or by when it is owed (of an alarm: since when); null where there is no such time.</param>
/// <param name="Entry">The ref of the entry; null where there is none.</param>
public sealed record HandoverItem(LineMode? Mode, string? Line, string Text, DateTimeOffset? At, string? Entry)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>An interpreter on call.</summary>
/// <param name="Language">Such as <c>ru</c>.</param>
/// <param name="Name">Who, and how to reach him.</param>
public sealed record HandoverInterpreter(string Language, string Name);

/// <summary>How far a handover has come. Closed.</summary>
public enum HandoverState
{
    /// <summary>The outgoing officer has signed it; another must.</summary>
    Waits = 0,

    /// <summary>Both have signed the same text.</summary>
    Taken = 1,

    /// <summary>The outgoing officer took it back, or the post was taken without it.</summary>
    Withdrawn = 2,
}

/// <summary>A signed handover.</summary>
/// <param name="Since">Since when the outgoing officer was on duty.</param>
/// <param name="SignedAt">When he signed.</param>
/// <param name="Digest">SHA-256 of everything that is signed, as the journal has it, in hex.</param>
/// <param name="TakenBy">The incoming officer, once he has signed.</param>
/// <param name="EndedAt">When he did, or when it was withdrawn.</param>
public sealed record HandoverView(
    int Number,
    AlarmLevel Level,
    HandoverState State,
    string Officer,
    DateTimeOffset Since,
    DateTimeOffset SignedAt,
    IReadOnlyList<HandoverItem> Happened,
    IReadOnlyList<HandoverItem> Owed,
    string Notes,
    IReadOnlyList<HandoverInterpreter> Interpreters,
    string Digest,
    string? TakenBy,
    DateTimeOffset? EndedAt);
