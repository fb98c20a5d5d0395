using Parley.Control.Activities;
using Parley.Control.Observations;
using Parley.Lines.Observations;
using Parley.Lines.Questions;

namespace Parley.Cli.Tests;

/// <summary>What a station says of observations, for tests of the command line.</summary>
internal static class ObservationSamples
{
    public const string NoticeRef = "boreal/3f0a1b2c3d4e5f60718293a4b5c6d7e8/urgent/12";

    public static readonly OwnMatterView Told = new("O12-3f2a", "Quiet Harbour", At(-600), At(600), true);
    public static readonly OwnMatterView Untold = new("plan 3", "Two\u0007 flights", At(-60), At(60), false);

    public static readonly ExplanationView About = new(
        "hot", NoticeRef, false, "O12-3f0a", "boreal", "Launch\u001b[2J", "down range", "O12-3f0a: that something comparable lies in it by chance alone is unlikely.",
        [
            new(FactorKind.Place, 1000, "It lies in the area (error 5 km)."), new(FactorKind.Time, 400, "A part of it lies outside the windows."),
            new(FactorKind.Kind, 1000, "What was seen (launch) is what was announced."), new(FactorKind.Strength, 1000, "How many were seen is not known."),
            new(FactorKind.Movement, 0, "It goes 350° (error 5°); announced: 120°."),
        ],
        [new("astra", "warning centre", At(-90), true, null, null, null, true), new("astra", "navy", At(60), true, null, At(-10), null, false)],
        "The warning centre has not acknowledged O12-3f0a.");

    public static readonly ExplainedView Launch = new(
        Seen(12, ObservationKind.Launch), VerdictKind.Unexplained, "It goes another way than O12-3f0a: 350°.", "Unexplained. Nothing that was announced fits.", About,
        [About with { Reference = "O9-77aa", Title = "Firing" }], [10, 11], null,
        [new("hot", "d7", null, "", "rao", At(3), null, null, null, "The draft waits for release.")],
        [
            new(OptionKind.Ask, "hot", "query", 30, "Ask boreal on hot in the form 'query': parley observe ask astra 12."),
            new(OptionKind.Nothing, null, null, null, "Do nothing, and record that it was chosen."),
        ],
        null, null);

    public static readonly ExplainedView Alert = Launch with
    {
        Seen = Seen(13, ObservationKind.Readiness),
        Sentence = "Nothing that was announced fits.", Then = null, About = null, Others = [], Doubles = [],
        Reaction = new ReactionView("It may be a reaction to our Quiet Harbour or to 1 more of ours.", [Told, Untold]),
        Asked = [new("hot", null, "astra/3f/urgent/9", "O9-3f00", "rao", At(4), QuestionOutcome.Open, At(34), null, "Not answered yet.")],
        Standing = new(ReactionChoice.Posture, "", "rao", At(5), null, null), Waiting = new(ReactionChoice.Mirror, "They did\u0007.", "lin", At(6), null, null),
    };

    public static readonly ExplainedView Explained = Launch with
    {
        Seen = Seen(9, ObservationKind.Ships) with { SupersededBy = null, Entered = At(-3000) },
        Verdict = VerdictKind.ConsistentWith, Sentence = "Consistent with O12-3f0a.", Then = "Unexplained. Nothing that was announced fits.",
        About = About with { Unacknowledged = "", House = [] }, Others = [], Doubles = [], Asked = [], Options = [],
    };

    public static readonly ExplanationListView List = new(
        At(-20_000), At(60), null, [Launch, Alert, Explained], 4,
        [new(VerdictKind.Unexplained, 2), new(VerdictKind.ConsistentWith, 5)],
        [new("boreal", ObservationKind.GroundForces, StrengthUnit.Persons, TrendDirection.CreepingUp, "ground-forces: 90 to 110 persons at first: it creeps up.", [])],
        ["O7-3f0a was announced until 2026-11-20 and not seen."], ["hot: notices before X were not read."]);

    public static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    private static ObservationView Seen(int number, ObservationKind kind) => new(
        number, new ObservationInput(kind.Name(), "2026-11-26T04:00:00Z", "30", "radar", "B2", "boreal", "69.3 16.0", "5000", Heading: "350 5", Text: "Bright.\nTwo\u001b lights."),
        kind, "boreal", At(0), At(0), "69.3000000 16.0000000, error 5 km", new ActivityVolumeView("", [], ""), "rao", At(2), null);
}
