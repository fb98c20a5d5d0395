using System.Globalization;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Service;
using Parley.Control.Silence;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Service;
using Parley.Testing.Suites;

namespace Parley.Testing.Simulation.Silences;

/// <summary>Why it is silent, in truth.</summary>
public enum SilenceTruth
{
    /// <summary>One circuit of two is cut: nothing is silent.</summary>
    OneCircuitCut,
    AllCircuitsCut,
    StationDown,
    CrewAway,
    CrewToldNotToAnswer,

    /// <summary>Their staff does not answer a request for a call.</summary>
    StaffSilent,

    /// <summary>Their staff has the request; their principal takes no call.</summary>
    PrincipalSilent,
    CallRefused,
    OwnCircuitsBroken,
    OwnClockWrong,
}

/// <summary>How many cases there were of a kind, in how many the cause that was true was named once the evidence had come, and how many were silent at all.</summary>
public sealed record SilenceTally(int Cases, int Silent, int Named);

/// <summary>Two stations and a third that hears both, in virtual time, in which silences are made from one cause after another. In every case the true cause must be
/// among those that are not excluded, whenever anybody looks, and no fault of ours may be excluded without a test that passed.</summary>
public sealed class SilenceWorld
{
    internal static readonly TimeSpan Beacons = TimeSpan.FromSeconds(20);
    private const long Minute = 60_000;
    private static readonly CheckSchedule Hourly = CheckSchedule.Parse("hourly;answer=10;begins=astra")!;
    private static readonly CounterpartView Ministers = new("ministers",
    [
        new SeatView("astra", [new SeatNameView("en", "Minister", "Madam Minister")], [], "Europe/Paris", ["en"], true),
        new SeatView("boreal", [new SeatNameView("en", "Minister", "Mr Minister")], [], "Asia/Tokyo", ["ja"], true),
    ]);

    private readonly ulong seed;
    private readonly SilenceStation astra;
    private readonly SilenceStation boreal;
    private readonly SilenceStation cassia;
    private readonly List<SilencePath> paths = [];
    private readonly SortedDictionary<SilenceTruth, SilenceTally> tally = [];
    private long circuits;
    private string call = "";
    private SilenceTruth truth;

    public SilenceWorld(ulong seed)
    {
        this.seed = seed;
        Dice = new Dice(seed);
        astra = Station("astra", true);
        boreal = Station("boreal", true);
        cassia = Station("cassia", false);
        foreach (var (one, two) in new[] { (astra, boreal), (astra, boreal), (astra, cassia), (boreal, cassia) })
            paths.Add(new SilencePath(this, one, two));
    }

    internal Dice Dice { get; }

    internal Schedule Schedule { get; } = new();

    /// <summary>Makes so many silences, one after another, and looks at each.</summary>
    /// <exception cref="SimulationFailure">A rule was broken.</exception>
    public IReadOnlyDictionary<SilenceTruth, SilenceTally> Run(int cases)
    {
        Begin();
        for (var i = 0; i < cases; i++)
            One(Dice.Pick(Enum.GetValues<SilenceTruth>()));
        return tally;
    }

    internal SimulationFailure Failure(string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"seed {seed}, virtual time {Schedule.Now / 1000.0:F1} s, {truth}: {what}"));

    internal long NextCircuit() => ++circuits;

    internal LineId? Hot(SilenceStation station) =>
        station.Core.Memory.Lines.Values.FirstOrDefault(l => l.Fold.Founding!.Name == "hot")?.Id;

    internal void Reconnect(SilenceStation station)
    {
        foreach (var path in paths.Where(p => p.Joins(station)))
            Schedule.After(Dice.Between(100, 4_000), path.TryOpen);
    }

    internal void Break(SilenceStation station)
    {
        foreach (var path in paths.Where(p => p.Joins(station)))
            path.Break();
    }

    private SilenceStation Station(string party, bool judges) =>
        new(this, SimulatedStation.NewKeys(party, new SuiteZero(Dice.Next()))) { IsOn = judges };

    private void Begin()
    {
        SilenceStation[] all = [astra, boreal, cassia];
        foreach (var station in all)
            station.Start();
        foreach (var station in all)
        {
            foreach (var peer in all.Where(p => p != station))
                Must(station.Ask(new AddPeer(peer.Keys.Chain.ToFile(), peer.Keys.Chain.DigitsToCompare)));
        }

        foreach (var path in paths)
            path.TryOpen();
        Must(astra.Ask(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal"], new TermsView(Checks: Hourly.ToString(), Counterparts: [Ministers]))));
        Must(astra.Ask(new ProposeLine("three", LineKind.Hot, LineMode.Live, ["boreal", "cassia"], new TermsView())));
        Pass(Minute);
        foreach (var line in new[] { "hot", "three" })
            Must(boreal.Ask(new AcceptLine(line)));
        Must(cassia.Ask(new AcceptLine("three")));
        Pass(Minute);
        foreach (var station in new[] { astra, boreal })
        {
            station.Crew = new SilenceCrew(this, station, Hourly, isFirst: station == astra);
            station.Crew.Begin();
        }

        ToTheHour(5 * Minute);
        ToTheHour(-15 * Minute);
    }

    private void One(SilenceTruth next)
    {
        truth = next;
        if (View() is { Causes.Count: > 0 } already)
            throw Failure($"not yet silent, and judged so: {already.Title}; {Words(already)}");
        var past = View().Past.Count;
        // People are missed at a check; machines at any time.
        if (truth is SilenceTruth.CrewAway or SilenceTruth.CrewToldNotToAnswer)
            ToTheHour(-(2 * Minute) - Dice.Between(0, 5 * Minute));
        else
            Pass(Dice.Between(0, Dice.Chance(0.2) ? 70 * Minute : 10 * Minute));
        var from = boreal.Clock;
        Break();
        var isLong = truth is SilenceTruth.CrewAway or SilenceTruth.CrewToldNotToAnswer;
        var until = Schedule.Now + (isLong ? Dice.Between(80, 150) * Minute : Dice.Between(4 * Minute, Dice.Chance(0.3) ? 80 * Minute : 20 * Minute));
        var silent = false;
        while (Schedule.Now < until)
        {
            Pass(Math.Min(until - Schedule.Now, Dice.Between(Minute, 15 * Minute)));
            silent |= Look();
        }

        Mend(from);
        // Two checks of either side later all is as before.
        Pass(Dice.Between(5 * Minute, 10 * Minute));
        Explain(past, silent, from);
        if (truth == SilenceTruth.OwnClockWrong)
            ToTheHour(15 * Minute);
    }

    private void Break()
    {
        switch (truth)
        {
            case SilenceTruth.OneCircuitCut:
                paths[Dice.Below(2)].Cut();
                break;
            case SilenceTruth.AllCircuitsCut:
                paths[0].Cut();
                paths[1].Cut();
                // The third station hears them, or does not, or does so no more after a while.
                if (Dice.Chance(0.5))
                    Schedule.After(Dice.Between(0, 3 * Minute), () => paths[Dice.Pick([2, 3])].Cut());
                break;
            case SilenceTruth.StationDown:
                boreal.Crash();
                break;
            case SilenceTruth.CrewAway or SilenceTruth.CrewToldNotToAnswer:
                boreal.Crew!.Leave();
                break;
            case SilenceTruth.StaffSilent or SilenceTruth.PrincipalSilent or SilenceTruth.CallRefused:
                Ask();
                break;
            case SilenceTruth.OwnCircuitsBroken:
                astra.DoorsAreShut = true;
                foreach (var path in paths.Where(p => p.Joins(astra)))
                    path.Cut();
                break;
            default:
                astra.SetClock((Dice.Chance(0.5) ? 1 : -1) * Dice.Between(3 * Minute, 180 * Minute));
                break;
        }
    }

    private void Mend(Ledger.Timestamp from)
    {
        foreach (var path in paths.Where(p => p.IsCut))
            path.Mend();
        if (!boreal.IsUp)
            boreal.Start();
        astra.DoorsAreShut = false;
        if (truth == SilenceTruth.OwnClockWrong)
            astra.SetClock(0);
        if (truth is SilenceTruth.StaffSilent or SilenceTruth.PrincipalSilent or SilenceTruth.CallRefused)
        {
            // They talk after all; what was declined stays so, and another call is asked for.
            if (truth == SilenceTruth.CallRefused)
            {
                Ask(isAnswered: false);
                Pass(10_000);
            }

            foreach (var station in new[] { astra, boreal })
            {
                Must(station.Ask(new HoldCall("hot", call, Text(-3), Text(-1))));
                Pass(Dice.Between(2_000, 20_000));
            }
        }

        if (!boreal.Crew!.IsAway)
            return;
        boreal.Crew.Return();
        Must(boreal.Ask(new ExplainSilence(
            "operator:astra", truth == SilenceTruth.CrewAway ? ServiceCause.DeskUnattended : ServiceCause.ToldNotToAnswer, from.ToDateTimeOffset(),
            boreal.Clock.ToDateTimeOffset())));
    }

    private void Ask(bool isAnswered = true)
    {
        call = Must(astra.Ask(new RequestCall(
            "hot", Ministers.Pair, "en", "The matter", CallMeans.Text, Precedence.Immediate, AnswerBy: Text((int)Dice.Between(2, 6))))).Released!;
        if (truth == SilenceTruth.StaffSilent || !isAnswered)
            return;
        Schedule.After(Dice.Between(10_000, Minute), () => Must(boreal.Ask(truth == SilenceTruth.PrincipalSilent
            ? new AnswerCall("hot", call, CallAnswer.Acknowledge)
            : new AnswerCall("hot", call, CallAnswer.Decline, Reason: "none"))));
    }

    private string Text(int minutes) => astra.Clock.ToDateTimeOffset().AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether it is silent now; the true cause must be among those that stand then.</summary>
    private bool Look()
    {
        var view = View();
        var test = astra.Core.Memory.Silence.OwnTest;
        var accused = view.Causes.Where(c => c is not ("own fault" or "maintenance" or "suspended")).ToList();
        if (accused.Count > 0 && !astra.Core.Weighing.Rhythm.Excludes(test, astra.Clock) && !view.Causes.Contains("own fault"))
            throw Failure($"our own fault is excluded without a test that passed: {view.Title}");
        if (accused.Count > 0 && NameOf(truth) is { } name && !view.Causes.Contains(name))
            throw Failure($"'{name}' is true and excluded: {view.Title}; {Words(view)}");
        if (accused.Count > 0 && truth == SilenceTruth.OneCircuitCut)
            throw Failure($"one circuit of two is cut, and it is called silent: {view.Title}");
        // It is of record once it was judged on schedule.
        return accused.Count > 0 && astra.Core.Memory.Silence.Of(Hot(astra)!.Value, boreal.Party)?.From is not null;
    }

    private void Explain(int before, bool silent, Ledger.Timestamp from)
    {
        var view = View();
        if (view.Causes.Count > 0)
            throw Failure($"all is well again, and it is judged silent: {view.Title}; {Words(view)}");
        var named = silent && view.Past.Count > before && view.Past[before].Named == NameOf(truth);
        var sum = tally.GetValueOrDefault(truth) ?? new SilenceTally(0, 0, 0);
        tally[truth] = new SilenceTally(sum.Cases + 1, sum.Silent + (silent ? 1 : 0), sum.Named + (named ? 1 : 0));
    }

    private static string? NameOf(SilenceTruth truth) => truth switch
    {
        SilenceTruth.AllCircuitsCut => "circuits cut",
        SilenceTruth.StationDown => "their station down",
        SilenceTruth.CrewAway => "desk unattended",
        SilenceTruth.CrewToldNotToAnswer => "told not to answer",
        SilenceTruth.StaffSilent => "request unacknowledged",
        SilenceTruth.PrincipalSilent => "principal not engaged",
        SilenceTruth.CallRefused => "call declined",
        SilenceTruth.OwnCircuitsBroken or SilenceTruth.OwnClockWrong => "own fault",
        _ => null,
    };

    private string Words(SilenceView view) =>
        $"now {astra.Clock}: {string.Join(" ", view.Evidence.Select(e => $"[{e.At:HH:mm:ss} {e.Cite}] {e.Text}"))}";

    private SilenceView View() => Must(astra.Ask(new ListSilence("hot")))[0];

    private T Must<T>(T? answer)
        where T : class => answer ?? throw Failure("an officer was refused");

    private void Pass(long milliseconds) => Schedule.RunUntil(Schedule.Now + milliseconds);

    /// <summary>To so long after (before) the next full hour.</summary>
    private void ToTheHour(long after)
    {
        var next = ((Schedule.Now / (60 * Minute)) + 1) * 60 * Minute;
        if (next + after <= Schedule.Now)
            next += 60 * Minute;
        Schedule.RunUntil(next + after);
    }
}
