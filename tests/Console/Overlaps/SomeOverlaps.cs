using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Tests.Overlaps;

/// <summary>Overlaps as the station tells them, for tests.</summary>
internal static class SomeOverlaps
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    public static ActivityRowView Row(string party, ActivityKind kind = ActivityKind.Flight, ActivityState state = ActivityState.Planned) => new(
        $"{party}/3f/ordinary/4", "O4-3f00", party, party == "astra", kind, "HAWK 21", "126.7 MHz", Status.Actual, state, state is ActivityState.Ended or ActivityState.Cancelled,
        Now, Now.AddHours(2), Now.AddHours(5), null, null, $"{party}/3f/ordinary/4",
        [new ActivityVolumeView("volume 1\ncircle 54.5000000 19.2000000 5000\nband sfc .. fl 195\nvalid 2026-11-26T12:00:00Z 2026-11-26T15:00:00Z\n",
            ["a circle", "heights", "times"], "")]);

    public static OverlapView Between(ActivityRowView one, ActivityRowView other, params OverlapWordView[] words) => new(
        LineMode.Live, "sky", one, other, OverlapSeverity.Meets, new GapView(0, 3_149.2), new GapView(0, 0.4), Now.AddHours(2), Now.AddHours(5), 1, "54.5000000 19.2000000", [], [],
        CoordinationState.Unanswered, words, null, Now.AddMinutes(30), false);

    public static OverlapWordView Word(string party, OverlapWord word, ActivityEffect effect = ActivityEffect.Took) =>
        new($"{party}/3f/ordinary/{(int)word}", "O9-3f00", party, Now, word, "…", null, null, effect, "");

    public static OverlapProposalView Proposal(bool forUs) => new("boreal/3f/ordinary/9", "boreal", "boreal/3f/ordinary/4", forUs, Row("boreal").Volumes);
}
