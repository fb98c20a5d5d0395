using System.Text.Json.Serialization;
using Parley.Exchange.Humanitarian;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Cli.Commands;

/// <summary>What becomes of an item of a list.</summary>
internal enum AidItemState
{
    /// <summary>It is to be notified, and has not left.</summary>
    New,

    /// <summary>It stands on the line.</summary>
    AlreadyNotified,

    /// <summary>A draft of it waits for another officer.</summary>
    AlreadyDrafted,

    /// <summary>It has left.</summary>
    Notified,

    /// <summary>It waits for another officer.</summary>
    Drafted,

    /// <summary>It has not left, and what comes after it was not tried.</summary>
    Stopped,

    /// <summary>Whether it has left is not known, and what comes after it was not tried.</summary>
    Unknown,
}

/// <summary>An item of a list.</summary>
/// <param name="Where">In the file.</param>
/// <param name="Entry">By which it stands on the line.</param>
/// <param name="Draft">In which it waits.</param>
/// <param name="Beside">What stands on the line with the same title and another volume: nothing of the item changes it.</param>
/// <param name="Remarks">What was mended or assumed, and how what stands differs.</param>
/// <param name="Warnings">What an officer should know before it leaves.</param>
/// <param name="Why">Why it was stopped; empty for every other.</param>
internal sealed record AidImportItem(
    string Where,
    ActivityKind Kind,
    string Title,
    string Contact,
    DateTimeOffset Expires,
    string Volume,
    AidItemState State,
    string? Entry,
    string? Draft,
    string? Beside,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<string> Warnings,
    string Why = "")
{
    /// <summary>With what it says beside its volume.</summary>
    [JsonIgnore]
    public ActivityContent Content { get; init; } = null!;

    /// <summary>Its file and the command left its begin out: it begins when it is read.</summary>
    [JsonIgnore]
    public bool BeginsNow { get; init; }

    /// <param name="isNow">Items that state no begin have it now; false: the command states it.</param>
    public static AidImportItem Of(AidItem item, bool isNow)
    {
        var content = item.Content;
        return new AidImportItem(
            item.Where, content.Kind, content.Title, content.Contact, content.Aid!.Expires.ToDateTimeOffset(), item.Volume, AidItemState.New, null, null, null,
            [.. item.Remarks.Select(Rendering.AidImportLines.Words)], [])
        {
            Content = content,
            BeginsNow = isNow && item.IsBeginAssumed,
        };
    }
}

/// <summary>A list that is notified: its items of one kind, and what was refused.</summary>
/// <param name="Refused">Rows that were refused, each with its place in the file and the reason.</param>
/// <param name="OfOtherKind">How many items of the other kind are left to the other command.</param>
internal sealed record AidImportList(
    LineMode Mode, string Line, string File, ActivityKind Kind, IReadOnlyList<AidImportItem> Items, IReadOnlyList<string> Refused, int OfOtherKind)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;

    public int Count(AidItemState state) => Items.Count(i => i.State == state);
}
