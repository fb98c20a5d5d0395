using Parley.Control.Calls;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Tests.Calls;

/// <summary>Calls as a station shows them, of which a test says no more than it is about.</summary>
internal static class SomeCalls
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double minutes) => Now.AddMinutes(minutes);

    public static CallTimeView Time(double minutes) => new(At(minutes), [$"astra {minutes}"]);

    public static CallView Call(CallState state, string from = "astra", string to = "boreal", DateTimeOffset? acknowledged = null) => new(
        LineMode.Live, "principals", $"{from}/3f/ordinary/4", "ministers", true, from, [new CallLegView(to, state, null, acknowledged, false)], Precedence.Priority, Status.Actual,
        CallMeans.Voice, "en", "The strait", At(-30), null, At(30), acknowledged, acknowledged is null ? null : to, state, false, false, false, [], [], null, 30, null, null,
        null, null, false, null, [], [], [], false, []);

    public static CallStepView Step(string party, string step, CallEffect effect = CallEffect.Took, params CallTimeView[] times) =>
        new($"{party}/3f/ordinary/9", party, At(-5), null, step, effect, step, times.Length > 0 ? times : null);

    public static CallListView List(params CallView[] calls) => new(LineMode.Live, "principals", At(-1000), calls, [], []);
}
