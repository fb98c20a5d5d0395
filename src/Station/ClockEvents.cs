using System.Globalization;
using Parley.Control;
using Parley.Station.Attachments;
using Parley.Station.Journals;
using Parley.Station.Silence;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>The clock was set: no timer may wait for a time that is now far away, and what was measured by it says nothing.</summary>
internal static class ClockEvents
{
    public static void Take(Step step, LinkTable links, Weighing weighing, Asking asking, ClockJumped jumped)
    {
        links.ClockMoved(step.Now);
        weighing.ClockSet(step, jumped.By);
        asking.Forget();
        var by = $"{jumped.By.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s";
        step.Journal(JournalAct.ClockJumped, note: by);
        step.Note(ChangeKind.Warning, text: $"the clock was set by {by}");
    }
}
