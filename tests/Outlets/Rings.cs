using Parley.Ledger;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;

namespace Parley.Outlets.Tests;

internal static class Rings
{
    public static AlarmRing Flash { get; } = new("boreal", AlarmKind.Flash, AlarmLevel.Deputy, 3, new Timestamp(1_800_000_000_000));

    public static AlarmRing Failed { get; } = Flash with { Kind = AlarmKind.OutletFailed, Failed = "siren" };
}
