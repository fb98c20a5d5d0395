using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Control.Voice;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Control.ByHand;

/// <summary>Enter words of another party that came by other means. They are an entry of our own, labelled one-sided and unauthenticated; their author has signed
/// nothing. Either <paramref name="Text"/> with its language, or <paramref name="Code"/> with its blanks.</summary>
/// <param name="Party">Whose words they are.</param>
/// <param name="At">When they came (null: now), UTC.</param>
/// <param name="Checks">The check groups as heard, one a line and the closing one last. Null: none was heard, which is shown.</param>
/// <param name="Regards">What they answer or refer to.</param>
public sealed record EnterByHand(
    string Line,
    string Party,
    Means Means,
    Precedence Precedence,
    DateTimeOffset? At = null,
    string? Language = null,
    string? Text = null,
    int? Code = null,
    IReadOnlyList<BlankInput>? Blanks = null,
    IReadOnlyList<string>? Checks = null,
    IReadOnlyList<string>? Regards = null,
    Status Status = Status.Actual) : Operation<EntryView>, IOnLine;

/// <summary>Words that nobody but one officer vouches for: one-sided, unauthenticated.</summary>
/// <param name="Party">Whose words they are said to be.</param>
/// <param name="At">When they came, UTC.</param>
/// <param name="Officer">Who entered them, an officer of the entry's author.</param>
/// <param name="Checked">Check groups were heard with them, and fit.</param>
public sealed record ByHandView(string Party, Means Means, DateTimeOffset At, string Officer, bool Checked);

/// <summary>Enter what was done by hand with a message: we read it out; they say that they have it, would not take it, or handled it.</summary>
/// <param name="Party">With or by whom.</param>
/// <param name="At">When it happened (null: now), UTC.</param>
/// <param name="Stage">Of handling, for what was handled and for nothing else.</param>
/// <param name="Addressee">The action addressee of theirs that the stage is about.</param>
public sealed record RecordByHand(
    string Line,
    string Entry,
    string Party,
    ByHandDeed Deed,
    Means Means,
    DateTimeOffset? At = null,
    HandlingStage? Stage = null,
    string? Addressee = null,
    string? Language = null,
    string? Text = null) : Operation<EntryView>, IAboutEntry;

/// <summary>Words of ours that are still to be read out to parties without a station; with <paramref name="All"/> those too that were.</summary>
public sealed record ListByHandOut(string Line, bool All = false) : Query<IReadOnlyList<ByHandOutView>>;

/// <summary>One message for one party without a station.</summary>
/// <param name="IsSent">An officer of ours has read it out or handed it over.</param>
public sealed record ByHandOutView(string Entry, string Party, bool IsSent, ReadOutView ReadOut, IReadOnlyList<ByHandDeedView> Deeds);

/// <summary>What was done by hand with a message: one-sided, unauthenticated.</summary>
/// <param name="By">The party whose officer entered it.</param>
/// <param name="Entered">When he did, UTC.</param>
public sealed record ByHandDeedView(
    string Party,
    ByHandDeed Deed,
    HandlingStage? Stage,
    Means Means,
    DateTimeOffset At,
    string By,
    string Officer,
    DateTimeOffset Entered,
    string? Addressee,
    string? Language,
    string? Text);
