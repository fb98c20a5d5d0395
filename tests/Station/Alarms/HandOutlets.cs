using Parley.Station.Alarms;

namespace Parley.Station.Tests.Alarms;

/// <summary>Outlets in a test's hand: what they were asked to ring.</summary>
internal sealed class HandOutlets(params string[] names) : IAlarmOutlets
{
    public IReadOnlyList<AlarmOutlet> All { get; } = [.. names.Select(n => new AlarmOutlet(n, "test", ""))];

    public List<(AlarmRing Ring, IReadOnlyList<string> Outlets)> Rings { get; } = [];

    public void ReportTo(Action<AlarmReport> take)
    {
    }

    public void Ring(AlarmRing ring, IReadOnlyList<string> outlets) => Rings.Add((ring, outlets));
}
