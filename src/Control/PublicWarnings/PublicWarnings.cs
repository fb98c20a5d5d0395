using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;

namespace Parley.Control.PublicWarnings;

// What somebody published for everybody is of no line. What is real explains what is real, and what is played in an exercise what is played.

/// <summary>A public warning as a program has read it. What it means was decided when it was read; its words stand beside that.</summary>
/// <param name="Name">As the author counts, such as <c>HYDROLANT 215/16(24)</c>; empty: it has no number.</param>
/// <param name="Kinds">What it is about; one at least.</param>
/// <param name="Volumes">Where and when, as docs/formats/volume.md writes it; none in a cancellation.</param>
/// <param name="Words">As published.</param>
/// <param name="Issued">When it was published, with its zone; null: it does not say.</param>
/// <param name="Refers">Names of those that it replaces or cancels; null: none.</param>
/// <param name="Remarks">What was lost or mended when it was read; null: nothing.</param>
/// <param name="Party">Whose doing it announces; null: not known.</param>
public sealed record WarningInput(
    string Name, WarningEffect Effect, IReadOnlyList<AnnouncedKind> Kinds, IReadOnlyList<string> Volumes, string Words, string? Issued = null,
    IReadOnlyList<string>? Refers = null, IReadOnlyList<string>? Remarks = null, string? Party = null);

/// <summary>Keep what was published, so that what is seen is held against it. One that says the same as one that is kept is not kept again, so it may be said again; one with a
/// flaw is told and bars no other.</summary>
/// <param name="CheckOnly">Say what is wrong and keep nothing.</param>
/// <param name="Exercise">They are played, and nothing real.</param>
public sealed record KeepWarnings(IReadOnlyList<WarningInput> Warnings, bool CheckOnly = false, bool Exercise = false) : Operation<WarningBatchView>;

/// <summary>Public warnings of a time, by when they end: what stands for years comes last.</summary>
/// <param name="From">A day, or a time with its zone; null: now.</param>
/// <param name="To">Null: 14 days after <paramref name="From"/>.</param>
/// <param name="Party">Whose; null: all.</param>
/// <param name="Closed">Also those that were replaced or cancelled.</param>
/// <param name="Exercise">What is played, in place of what is real.</param>
public sealed record ListWarnings(string? From = null, string? To = null, string? Party = null, bool Closed = false, bool Exercise = false) : Query<WarningListView>;

/// <summary>One public warning with its words.</summary>
public sealed record ShowWarning(int Number) : Query<WarningView>;
