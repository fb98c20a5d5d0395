using Parley.Station.Alarms;

namespace Parley.Outlets;

/// <summary>One thing that can be heard.</summary>
internal interface IOutlet
{
    AlarmOutlet About { get; }

    /// <summary>After how long it has failed; it keeps to that itself as far as it can.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Rings once. Null when it rang; otherwise how it failed, without anything secret.</summary>
    Task<string?> Ring(AlarmRing ring, CancellationToken cancel);
}
