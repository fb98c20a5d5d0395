using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Service;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>What the crews of two stations told each other on their operator line.</summary>
internal static class ServiceReading
{
    /// <summary>How long before it ends a maintenance window can have been announced.</summary>
    public static TimeSpan LookBack { get; } = TimeSpan.FromDays(Parley.Lines.Bounds.MaintenanceDays + Parley.Lines.Bounds.MaintenanceAheadDays);

    /// <summary>Whether a window is of that line or of a whole station. One circuit of several is no reason not to speak.</summary>
    public static bool IsOf(ServiceWindow window, LineId line) =>
        window.What.Scope == ServiceScope.Station || (window.What.Scope == ServiceScope.Line && window.What.Name == line.ToString());

    public static ServiceBoard Board(StationMemory memory, LineGlance glance, Timestamp from)
    {
        var (entries, _) = LineScan.Of(memory, glance, from, static k => k == EntryKind.Service);
        var said = new List<ServiceSaid>();
        foreach (var entry in entries)
        {
            if (ServiceContent.From(entry.Content) is not { } what)
                continue;
            // Announced longer before than crews can know.
            if (what is MaintenanceService window && window.Begins - entry.At > TimeSpan.FromDays(Parley.Lines.Bounds.MaintenanceAheadDays))
                continue;
            said.Add(new ServiceSaid(entry.Header.Ref, entry.At, entry.Header.Regards is [var one] ? one : null, what));
        }

        return ServiceBoard.Of(said);
    }
}
