using System.Text.Json.Serialization;
using Parley.Lines.Charters;

namespace Parley.Control.Activities;

/// <summary>Who of our officers was shown a site or movement here, and when; by the journal. What the other side's officers read is theirs to report.</summary>
public sealed record ListAidReaders(string Line, string Entry) : Query<AidReadersView>, IAboutEntry;

/// <param name="Entry">The site or movement.</param>
/// <param name="Number">As it is called.</param>
/// <param name="Since">What was read before is not looked through; null: all of it is.</param>
/// <param name="Readers">In the order of the journal, the newest first; of one officer once a day, or again after others came.</param>
public sealed record AidReadersView(LineMode Mode, string Line, string Entry, string Number, DateTimeOffset? Since, IReadOnlyList<AidReaderView> Readers)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>An officer who was shown it.</summary>
/// <param name="By">The operation by which he was.</param>
/// <param name="IsList">He asked for the line, and it stood or may have stood in the answer; false: for this one.</param>
public sealed record AidReaderView(string Officer, DateTimeOffset At, string By, bool IsList);
