using System.Text.Json.Serialization;
using Parley.Control.Alarms;
using Parley.Control.Checks;
using Parley.Control.Peers;
using Parley.Control.Silence;
using Parley.Lines.Charters;

namespace Parley.Control.Stations;

/// <summary>How the station is.</summary>
public sealed record ShowStatus : Query<StationStatus>;

/// <summary>A whole copy of the store into a new file on the station's machine, while it runs.</summary>
public sealed record BackUp(string File) : Operation<Nothing>;

/// <summary>The journal from <paramref name="From"/> on.</summary>
public sealed record ReadJournal(long From = 0, int Limit = 100) : Query<IReadOnlyList<JournalView>>;

/// <summary>A line's transcript with every proof, for verification anywhere.</summary>
public sealed record ExportLine(string Line) : Query<ExportFile>;

/// <summary>A file for somebody to keep. <paramref name="Bytes"/> is base64 in JSON.</summary>
public sealed record ExportFile(LineMode Mode, string Name, byte[] Bytes)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>One record of the journal. <paramref name="Mode"/> is that of the line it is about.</summary>
public sealed record JournalView(
    LineMode? Mode, long Index, DateTimeOffset At, string Act, string? Officer, string? Line, string? Entry, string? Note)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>The station at a glance.</summary>
/// <param name="Store">Empty when the store works; otherwise what is wrong and what to do.</param>
/// <param name="Warnings">Standing warnings in plain words.</param>
/// <param name="Waiting">Of the warnings, those that say what a call, a question, a notice or an activity waits for.</param>
/// <param name="Alarms">What rings, and whether it is heard.</param>
/// <param name="Attention">Of those, what notices and activities wait for, one by one.</param>
public sealed record StationStatus(
    string Party,
    string Name,
    string Version,
    DateTimeOffset Now,
    DateTimeOffset Since,
    string Store,
    IReadOnlyList<PeerView> Peers,
    IReadOnlyList<LineStatus> Lines,
    IReadOnlyList<string> Warnings,
    AlarmBoard? Alarms = null,
    IReadOnlyList<string>? Waiting = null,
    IReadOnlyList<AttentionView>? Attention = null);

/// <summary>A line at a glance. <paramref name="Unreceived"/> counts own entries that some member has not received; <paramref name="Missing"/> those that
/// a member says it holds and that have not come here; <paramref name="Checks"/> is null where the charter asks for none; <paramref name="Silence"/> names
/// each party of which something is silent, or that is not yet known; <paramref name="Throttled"/> whose ordinary words wait.</summary>
public sealed record LineStatus(
    LineMode Mode,
    string Id,
    string Handle,
    string State,
    long Entries,
    long Unreceived,
    long Unreadable,
    DateTimeOffset? LastHeard,
    DateTimeOffset? LastSaid,
    long Missing = 0,
    CheckGlance? Checks = null,
    IReadOnlyList<SilenceGlance>? Silence = null,
    IReadOnlyList<ThrottleView>? Throttled = null)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A station takes the ordinary words of a party on a line by and by. Nothing is lost by it, and the urgent lane does not wait.</summary>
/// <param name="By">The party whose station takes them.</param>
/// <param name="Author">Whose words they are.</param>
/// <param name="Since">Since when, by that station's clock.</param>
/// <param name="Entries">Entries that it takes a second.</param>
/// <param name="Bytes">Bytes that it takes a second.</param>
/// <param name="Waiting">Entries that wait, as far as is known here.</param>
public sealed record ThrottleView(string By, string Author, DateTimeOffset Since, int Entries, int Bytes, long Waiting);
