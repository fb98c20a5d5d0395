using Parley.Control.Peers;

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
public sealed record ExportFile(string Name, byte[] Bytes);

public sealed record JournalView(long Index, DateTimeOffset At, string Act, string? Officer, string? Line, string? Entry, string? Note);

/// <summary>The station at a glance.</summary>
/// <param name="Store">Empty when the store works; otherwise what is wrong and what to do.</param>
/// <param name="Warnings">Standing warnings in plain words.</param>
public sealed record StationStatus(
    string Party,
    string Name,
    string Version,
    DateTimeOffset Now,
    DateTimeOffset Since,
    string Store,
    IReadOnlyList<PeerView> Peers,
    IReadOnlyList<LineStatus> Lines,
    IReadOnlyList<string> Warnings);

/// <summary>A line at a glance. <paramref name="Unreceived"/> counts own entries that some member has not received; <paramref name="Missing"/> those that
/// a member says it holds and that have not come here.</summary>
public sealed record LineStatus(
    string Id,
    string Handle,
    string Mode,
    string State,
    long Entries,
    long Unreceived,
    long Unreadable,
    DateTimeOffset? LastHeard,
    DateTimeOffset? LastSaid,
    long Missing = 0);
