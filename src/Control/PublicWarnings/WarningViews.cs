using System.Text.Json.Serialization;
using Parley.Control.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;

namespace Parley.Control.PublicWarnings;

/// <summary>What became of many warnings.</summary>
/// <param name="First">Number of the first that was kept; null: none was. The others follow it.</param>
/// <param name="Count">How many were kept, or would be.</param>
/// <param name="Known">How many say the same as one that is kept.</param>
/// <param name="Flaws">Of those that were not kept.</param>
public sealed record WarningBatchView(int? First, int Count, int Known, IReadOnlyList<WarningFlawView> Flaws);

/// <summary>What is wrong with one of many.</summary>
/// <param name="Place">From 1.</param>
public sealed record WarningFlawView(int Place, WarningFlaw Flaw, string Rule);

/// <summary>A public warning in a list.</summary>
/// <param name="Reference">Its number as the author counts, or our own where it has none.</param>
/// <param name="Kinds">What it is about.</param>
/// <param name="Issued">Null: it does not say.</param>
/// <param name="From">Null: it announces nothing.</param>
/// <param name="Until">When the last of its volumes ends; null: it announces nothing, or until further notice.</param>
/// <param name="Closed">When it was replaced or cancelled; null: it stands.</param>
/// <param name="Volumes">Where and when.</param>
/// <param name="HasRemarks">Something was lost or mended when it was read.</param>
public sealed record WarningRowView(
    int Number, string Reference, string? Party, WarningEffect Effect, IReadOnlyList<AnnouncedKind> Kinds, DateTimeOffset? Issued, DateTimeOffset? From, DateTimeOffset? Until,
    DateTimeOffset? Closed, IReadOnlyList<ActivityVolumeView> Volumes, bool HasRemarks);

/// <summary>Public warnings of a time.</summary>
/// <param name="Warnings">By when they end.</param>
/// <param name="LeftOut">How many more there are.</param>
/// <param name="Held">How many the station keeps of that mode, whatever their time.</param>
public sealed record WarningListView(
    DateTimeOffset From, DateTimeOffset To, IReadOnlyList<WarningRowView> Warnings, int LeftOut, int Held, [property: JsonPropertyOrder(-1)] LineMode Mode = LineMode.Live)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A public warning.</summary>
/// <param name="Refers">Names of those that it replaces or cancels.</param>
/// <param name="ClosedBy">Number of the one that replaced or cancelled it; null: it stands.</param>
/// <param name="Words">As published.</param>
/// <param name="Remarks">What was lost or mended when it was read.</param>
/// <param name="Officer">Who entered it.</param>
public sealed record WarningView(
    WarningRowView Row, IReadOnlyList<string> Refers, int? ClosedBy, string Words, IReadOnlyList<string> Remarks, string Officer, DateTimeOffset Entered,
    [property: JsonPropertyOrder(-1)] LineMode Mode = LineMode.Live)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}
