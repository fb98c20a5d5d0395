using System.Runtime.CompilerServices;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Observations;
using Parley.Control.Officers;
using Parley.EndToEnd.Tests;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Questions;

namespace Parley.Browser.Tests;

/// <summary>A door behind which everything is the station's but what was seen: that is told as it is written here, so that a page is looked at with all that it can show.</summary>
internal sealed class Sightings(IEntrance station) : IEntrance
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly ExplanationView Notice = new(
        "strait", "boreal/3f/ordinary/4", false, "O4-3f00", "boreal", "Launch of a sounding rocket", "Launch site", "A notice such as this one fits 1 in 180 by chance.",
        [
            new FactorView(FactorKind.Place, 1000, "It lies in the area (error 9 km)."),
            new FactorView(FactorKind.Time, 400, "A part of it, 40 minutes, lies outside the windows."),
            new FactorView(FactorKind.Kind, 1000, "What was seen (track) is what was announced (space launch)."),
            new FactorView(FactorKind.Strength, 0, "Seen: 4 to 6 launches; announced: 1."),
            new FactorView(FactorKind.Movement, 1000, "No direction was announced."),
        ],
        [
            new AddresseeView("astra", "warning centre", Now.AddHours(-30), true, Now.AddHours(-34), null, null, true),
            new AddresseeView("astra", "foreign office", Now.AddHours(-30), true, null, Now.AddHours(-33), null, false),
        ],
        "warning centre has not acknowledged O4-3f00.");

    /// <summary>What was asked of the station about what was seen, in words of programs.</summary>
    public List<Operation> Done { get; } = [];

    /// <summary>A proposal that waits; null: none.</summary>
    public DecisionView? Waiting { get; set; }

    private ExplainedView Larger => Seen(7, VerdictKind.LargerThan, ObservationKind.Track, 2) with
    {
        Sentence = "Larger than O4-3f00: Seen: 4 to 6 launches; announced: 1.",
        Then = "Unexplained. Nothing that was announced fits.",
        About = Notice,
        Others = [Notice with { Reference = "O9-3f00", Entry = "boreal/3f/ordinary/9", Title = "Firing at sea" }],
        Doubles = [6],
    };

    private ExplainedView Unexplained => Seen(8, VerdictKind.Unexplained, ObservationKind.Readiness, 1) with
    {
        Reaction = new ReactionView(
            "It may be a reaction to our flight (plan 3), of which they were told nothing.",
            [
                new OwnMatterView("plan 3", "Flight of bombers", Now.AddHours(-9), Now.AddHours(-2), false),
                new OwnMatterView("O2-1a00", "Exercise AUTUMN", Now.AddDays(-1), Now, true),
            ]),
        Asked =
        [
            new AskedView("strait", "d1", null, "", "Ada", Now.AddMinutes(-9), null, null, null, "The draft was not released."),
            new AskedView("strait", null, "astra/1a/ordinary/5", "O5-1a00", "Ben", Now.AddMinutes(-20), QuestionOutcome.Open, Now.AddMinutes(10), null, "Asked; no answer yet."),
        ],
        Options =
        [
            new OptionView(OptionKind.Ask, "strait", "query-activity", 30, "Ask in form query-activity on strait; the answer is due 30 minutes after receipt."),
            new OptionView(OptionKind.AskOwnership, "strait", null, 5, "Ask at once whether it is theirs: parley query ask strait."),
            new OptionView(OptionKind.Posture, "strait", null, null, "Say what we do ourselves, and that it is not aimed at them."),
            new OptionView(OptionKind.Pause, null, null, null, "Pause a phase of ours."),
            new OptionView(OptionKind.Nothing, null, null, null, "Do nothing, and know that it was chosen."),
            new OptionView(OptionKind.Mirror, null, null, null, "Propose to raise our own readiness in turn. Two persons and a written reason."),
        ],
        Waiting = Waiting,
    };

    private ExplanationListView All => new(
        Now.AddDays(-14), Now, null,
        [Unexplained, Larger, Seen(6, VerdictKind.ConsistentWith, ObservationKind.Ships, 90, "corvia"), Seen(5, VerdictKind.Unexplained, ObservationKind.Drone, 200, null)], 3,
        [new VerdictCountView(VerdictKind.ConsistentWith, 3), new VerdictCountView(VerdictKind.LargerThan, 1), new VerdictCountView(VerdictKind.Unexplained, 3)],
        [
            new TrendView(
                "boreal", ObservationKind.GroundForces, StrengthUnit.Persons, TrendDirection.Rising,
                "ground-forces: 100 to 200 persons at first, 900 to 1200 at last: it has risen.",
                [new TrendPointView(5, Now.AddDays(-9), 100, 200), new TrendPointView(6, Now.AddDays(-2), 900, 1200)]),
        ],
        ["O3-3f00 of boreal was announced for yesterday, and nothing of it was seen."], ["2 notices on strait have no content here."]);

    public IControl? ByToken(string token) => station.ByToken(token) is { } face ? new Face(face, this) : null;

    public Task<SignIn> ByTokenAndPin(string token, string pin, CancellationToken cancel = default) => station.ByTokenAndPin(token, pin, cancel);

    public Task<SignIn> ByLink(string code, CancellationToken cancel = default) => station.ByLink(code, cancel);

    public Task<SignIn> ByPasskey(byte[] credentialId, long signCount, bool isBackedUp, CancellationToken cancel = default) =>
        station.ByPasskey(credentialId, signCount, isBackedUp, cancel);

    public Task RefusePasskey(byte[] credentialId, CancellationToken cancel = default) => station.RefusePasskey(credentialId, cancel);

    public IReadOnlyList<PasskeyRecord> PasskeysOf(string officer) => station.PasskeysOf(officer);

    public PasskeyRecord? Passkey(byte[] credentialId) => station.Passkey(credentialId);

    private static ExplainedView Seen(int number, VerdictKind verdict, ObservationKind kind, int hours, string? party = "boreal") => new(
        new ObservationView(
            number,
            new ObservationInput(
                kind.Name(), Time(hours), "60", "radar", "B2", party, "69.3000000 16.0000000", "9000", Strength: "4 6 launches", Heading: "350 5", Text: "two plumes"),
            kind, party, Now.AddHours(-hours), Now.AddHours(-hours).AddMinutes(number), "69.3 N 16.0 E (error 9 km)",
            new ActivityVolumeView(
                $"volume 1\ncircle {54 + number}.5000000 1{number}.2000000 90000\nband sfc .. unlimited\nvalid 1970-01-01T00:00:00Z 1970-01-02T00:00:00Z\n", [], ""),
            "Ada", Now, null),
        verdict, $"{verdict}, in a sentence of the station.", null, null, [], [], null, [], [], null, null);

    private static string Time(int hours) => FieldText.OfTime(Now.AddHours(-hours));

    private object? Answer(Operation asked) => asked switch
    {
        ExplainObservations all => all.Unexplained ? All with { Seen = [.. All.Seen.Where(s => s.Verdict == VerdictKind.Unexplained)] } : All,
        ShowObservation { Number: 7 } => Larger,
        ShowObservation => Unexplained,
        ShowPosture posture => new PostureBoardView(
            posture.Party, Now, Now.AddDays(-3), true,
            [new DeclaredView("strait", "boreal/3f/ordinary/4", "O4-3f00", Notice.Title, NoticeEffect.Announces, Now.AddDays(-2), Now.AddHours(-3), Now.AddHours(3), true)],
            All, Unexplained.Reaction!.Ours, ["Boreal announced O4-3f00."], []),
        ShowRisk risk => new RiskView(
            Now.AddDays(-7 * risk.Weeks), Now, new ClarificationView(9, 8, 190, 40, 2_000),
            [new UnexplainedWeekView(Now.AddDays(-14), 0, 0, 0, 100), new UnexplainedWeekView(Now.AddDays(-7), 12, 3, 8, 54)], ["observation 7: Larger than O4-3f00."]),
        AddObservation { Seen.Error: null } => null,
        AddObservation or DecideReaction or SecondReaction => Unexplained,
        _ => asked,
    };

    /// <summary>One officer's face.</summary>
    private sealed class Face(IControl station, Sightings sightings) : IControl
    {
        public async Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default)
        {
            var answer = sightings.Answer(operation);
            if (ReferenceEquals(answer, operation))
                return await station.Do(operation, cancel);
            if (operation is not Query<TAnswer>)
                sightings.Done.Add(operation);
            if (operation is DecideReaction { Choice: ReactionChoice.Mirror } mirror)
                sightings.Waiting = new DecisionView(ReactionChoice.Mirror, mirror.Reason!, (await station.Must(new WhoAmI())).Name, Now, null, null);
            return answer is TAnswer known
                ? new Done<TAnswer>(known)
                : new Refused<TAnswer>(Refusal.Malformed, "error: Say how far off the place may be, in metres.\ntime-error: Say how far off the time may be, in seconds.");
        }

        public async IAsyncEnumerable<ChangeNote> Changes([EnumeratorCancellation] CancellationToken cancel = default)
        {
            await foreach (var note in station.Changes(cancel))
                yield return note;
        }
    }
}
