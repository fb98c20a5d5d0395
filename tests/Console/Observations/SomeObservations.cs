using Parley.Control.Activities;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Tests.Observations;

/// <summary>Observations as the station tells them, for tests.</summary>
internal static class SomeObservations
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    public static ObservationInput Typed { get; } = new(
        "track", "2026-11-26T09:30:00Z", "60", "radar", "B2", "boreal", "69.3000000 16.0000000", "9000 3000 45", Altitude: "amsl 0 m .. fl 300",
        Until: "2026-11-26T09:40:00Z", Strength: "1 2 launches", Heading: "350 5", Speed: "1200 100", Level: "full", Text: "two plumes", Supersedes: "3");

    public static ExplainedView Seen(
        int number, VerdictKind verdict = VerdictKind.Unexplained, ObservationKind kind = ObservationKind.Track, string? party = "boreal", int hoursAgo = 1,
        int minutes = 0) => new(
        new ObservationView(
            number, Typed, kind, party, Now.AddHours(-hoursAgo), Now.AddHours(-hoursAgo).AddMinutes(minutes), "69.3 N 16.0 E (error 9 km)",
            new ActivityVolumeView("volume 1\ncircle 69.3000000 16.0000000 9000\nband sfc .. unlimited\nvalid 1970-01-01T00:00:00Z 1970-01-02T00:00:00Z\n", [], ""),
            "Ada", Now, null),
        verdict, "Nothing that was announced fits.", null, null, [], [], null, [], [], null, null);

    public static ExplanationView About(bool isActivity = false) => new(
        "strait", "boreal/3f/ordinary/4", isActivity, "O4-3f00", "boreal", "Launch of a rocket", "", "It would explain 1 in 200.", [], [], "");

    public static OptionView Option(OptionKind kind) => new(kind, null, null, null, "…");
}
