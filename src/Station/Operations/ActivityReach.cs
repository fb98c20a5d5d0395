using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Handling;

namespace Parley.Station.Operations;

/// <summary>How far a site or movement got on the other side, in one sentence. What their station signed is received; everything after it is what they report. Nothing here
/// says that anything is safe.</summary>
internal static class ActivityReach
{
    /// <summary>Empty for what is neither.</summary>
    public static string Of(ActivityMatter matter, EntryView view)
    {
        if (!matter.Content.Kind.IsHumanitarian())
            return "";
        if (view.Receipts.Any(r => !r.Received))
            return "NOT RECEIVED by all, as far as is known.";
        var silent = view.Addressees.Where(a => a.Confirmed is null).Select(a => $"{a.Party}:{a.Role}").ToList();
        if (view.Addressees.Count > 0)
        {
            return silent.Count == 0
                ? "Passed to all named units (they report). It says nothing about safety."
                : $"Received. NOT ACKNOWLEDGED by {string.Join(", ", silent)}, as far as they report.";
        }

        return view.Handling.Count > 0
            ? $"Received; {view.Handling[^1].Stage.Words()} (they report). No unit is named."
            : "Received. No unit is named, and nobody reports to have read it.";
    }
}
