using Parley.Ledger;
using Parley.Lines.Alarms;

namespace Parley.Station.Alarms;

/// <summary>What makes alarms heard at this station, outside the loop. An outlet is given an <see cref="AlarmRing"/> and nothing else.
/// <para>Threads: <see cref="Ring"/> is called by the loop and returns at once; reports come from any thread, one for each ring that an outlet made or failed to
/// make. Rings of one kind that wait for one outlet may become one.</para></summary>
public interface IAlarmOutlets
{
    /// <summary>The outlets there are, each name once.</summary>
    IReadOnlyList<AlarmOutlet> All { get; }

    /// <summary>Where reports go; called once, before the first ring.</summary>
    void ReportTo(Action<AlarmReport> take);

    /// <summary>Lets those outlets ring.</summary>
    void Ring(AlarmRing ring, IReadOnlyList<string> outlets);
}

/// <summary>An outlet. <paramref name="Where"/> says for people what it reaches, without anything secret.</summary>
public sealed record AlarmOutlet(string Name, string Kind, string Where);

/// <summary>Everything that an outlet is told. No text of an entry, no name of a line, no name of a person.</summary>
/// <param name="Station">Our party id.</param>
/// <param name="Count">Alarms of that kind that nobody has taken; 0 in a test.</param>
/// <param name="At">When it was decided to ring, UTC.</param>
/// <param name="Failed">The outlet that failed, where that is the alarm.</param>
public sealed record AlarmRing(string Station, AlarmKind Kind, AlarmLevel Level, long Count, Timestamp At, string? Failed = null);

/// <summary>What became of one ring at one outlet. <paramref name="Failure"/> is null when it rang, otherwise says how it failed, without anything secret.</summary>
public sealed record AlarmReport(string Outlet, AlarmRing Ring, string? Failure);
