using System.Globalization;
using Parley.Crypto;
using Parley.Station.Storage;
using Parley.Testing.Simulation.Nouns;
using Parley.Testing.Storage;
using Parley.Testing.Suites;

namespace Parley.Testing.Simulation;

/// <summary>What a run came to: <paramref name="Hash"/> is the same for the same seed in every process.</summary>
public sealed record SimulationOutcome(ulong Seed, ulong Hash, long Events, int Words, TimeSpan VirtualTime);

/// <summary>Two to five whole stations on one thread in virtual time, with a network, disks, clocks, couriers and officers that are all made up from one
/// seed. First a time in which anything may go wrong and nothing may be lost, doubled or forked; then everything works again and within bounded time all
/// must have come to the same.</summary>
public sealed class SimulatedWorld
{
    /// <summary>Unix milliseconds at virtual time 0.</summary>
    internal const long Epoch = 1_893_456_000_000;
    private const long LivenessBound = 2L * 3_600_000;
    private readonly ulong seed;
    private readonly Chaos chaos;
    private readonly Courier courier;
    private long circuits;

    /// <param name="seed">Everything follows from it.</param>
    /// <param name="suites">Makes the suite of each station; null: suite 0 from the seed.</param>
    /// <param name="listener">Told of every event, in words.</param>
    public SimulatedWorld(ulong seed, Func<Suite>? suites = null, Action<string>? listener = null)
    {
        this.seed = seed;
        Dice = new Dice(seed);
        Plan = WorldPlan.Draw(Dice);
        Traffic = Plan;
        IsReproducible = suites is null;
        Trace = new Trace(listener);
        Witness = new Witness(this);
        Meddler = new Meddler(this);
        Officers = new Officers(this);
        Script = new Script(this);
        Nouns = [.. NounsOf(Plan.Nouns)];
        chaos = new Chaos(this);
        courier = new Courier(this);
        var names = new[] { "astra", "boreal", "cassia", "dorn", "elbe" };
        Stations = [.. names.Take(Plan.Stations).Select(n => new SimulatedStation(
            this, SimulatedStation.NewKeys(n, suites?.Invoke() ?? new SuiteZero(Dice.Next()))))];
        for (var two = 1; two < Stations.Count; two++)
        {
            var stem = Dice.Below(two);
            for (var one = 0; one < two; one++)
            {
                if (one == stem || Plan.Shape == WorldShape.All || (Plan.Shape == WorldShape.Some && Dice.Chance(0.3)))
                    Join(Stations[one], Stations[two]);
            }
        }
    }

    private IEnumerable<Noun> NounsOf(WorldNouns nouns)
    {
        if (nouns.HasFlag(WorldNouns.Codes))
            yield return new CodeNoun(this);
        if (nouns.HasFlag(WorldNouns.Checks))
            yield return new CheckNoun(this);
        if (nouns.HasFlag(WorldNouns.Queries))
            yield return new QueryNoun(this);
        if (nouns.HasFlag(WorldNouns.Service))
            yield return new ServiceNoun(this);
        if (nouns.HasFlag(WorldNouns.Postures))
            yield return new PostureNoun(this);
        if (nouns.HasFlag(WorldNouns.ByHand))
            yield return new ByHandNoun(this);
        if (nouns.HasFlag(WorldNouns.Files))
            yield return new FileNoun(this);
        if (nouns.HasFlag(WorldNouns.Questions))
            yield return new QuestionNoun(this);
    }

    private void Join(SimulatedStation one, SimulatedStation two)
    {
        for (var n = 0; n < Plan.PathsPerPair; n++)
            Paths.Add(new SimulatedPath(this, one, two, Paths.Count + 1));
    }

    /// <summary>Whether words of each of these can come to all others of them, from one to the next.</summary>
    internal bool AreJoined(IReadOnlyCollection<SimulatedStation> members)
    {
        var reached = new List<SimulatedStation>(members.Take(1));
        for (var i = 0; i < reached.Count; i++)
            reached.AddRange(members.Where(m => !reached.Contains(m) && Paths.Any(p => p.Joins(m) && p.Joins(reached[i]))).ToList());
        return reached.Count == members.Count;
    }

    /// <summary>Whether a line's members, without those who have left, are joined. Nothing is promised to others.</summary>
    internal bool IsJoined(Parley.Lines.Charters.LineId line) => AreJoined(MembersOf(line));

    /// <summary>Whether what that station says on the line, or said before it left, can come to all who are left.</summary>
    internal bool Reaches(SimulatedStation author, Parley.Lines.Charters.LineId line) => AreJoined([.. MembersOf(line).Union([author])]);

    private List<SimulatedStation> MembersOf(Parley.Lines.Charters.LineId line)
    {
        var founding = Stations.Select(s => s.Core?.Memory.Lines.GetValueOrDefault(line)?.Fold.Founding).OfType<Parley.Lines.Charters.Charter>().First();
        return [.. Stations.Where(s => founding.Names(s.Party) && !HasLeft(s, line))];
    }

    internal Dice Dice { get; }

    internal WorldPlan Plan { get; }

    /// <summary>The plan as it holds for frames now: without loss in the beginning, and once the world is healed.</summary>
    internal WorldPlan Traffic { get; private set; }

    internal Schedule Schedule { get; } = new();

    internal Trace Trace { get; }

    internal Witness Witness { get; }

    internal Meddler Meddler { get; }

    internal Officers Officers { get; }

    internal Script Script { get; }

    /// <summary>What officers say beside plain messages.</summary>
    internal IReadOnlyList<Noun> Nouns { get; }

    internal IReadOnlyList<SimulatedStation> Stations { get; }

    internal List<SimulatedPath> Paths { get; } = [];

    /// <summary>Entries whose content went with a disk that was set back.</summary>
    internal SortedSet<EntryKey> LostContents { get; } = [];

    internal bool IsReproducible { get; }

    internal bool IsHealed { get; private set; }

    /// <summary>Runs the world to its end.</summary>
    /// <exception cref="SimulationFailure">A rule was broken.</exception>
    public SimulationOutcome Run()
    {
        Trace.Add(0, Plan.ToString(), "plan");
        Traffic = Plan with { Loss = 0, Repeat = 0 };
        new Beginning(this).Make();
        Traffic = Plan;
        foreach (var path in Paths)
            path.TryOpen();
        chaos.Begin();
        Every(Plan.MeanAction, Script.Act);
        Every(Plan.MeanPouch, courier.Travel);
        Every(Plan.MeanMeddling, Meddler.Meddle);
        Every(10_000, () => Safety.Check(this));
        Schedule.RunUntil(Schedule.Now + Plan.Chaos);
        Heal();
        Settle();
        if (Plan.Restore == RestoreKind.UnnoticedSpeaking)
        {
            // Two branches of one length are told apart by the first word that follows: that one may stand on the branch that nobody takes.
            SayEverywhere(isLast: false);
            Settle();
        }

        SayEverywhere(isLast: true);
        Settle();
        Safety.Check(this);
        new Ending(this).Check();
        return new SimulationOutcome(
            seed, Trace.Hash, Trace.Count, Script.Spoken.Count(w => w.Released is not null), TimeSpan.FromMilliseconds(Schedule.Now));
    }

    internal SimulationFailure Failure(string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"seed {seed}, virtual time {Schedule.Now / 1000.0:F3} s: {what}\n{Plan}{Refusals()}"));

    /// <summary>What stations refused of each other, for whoever looks for the reason of a failure.</summary>
    private string Refusals() => string.Concat(
        from station in Stations.Where(s => s.IsUp)
        from peer in station.Core!.Links.All
        from why in Enum.GetValues<Parley.Station.Frames.FrameRefusal>()
        let count = peer.RefusedBefore[(int)why] + peer.Links.Sum(l => l.Refusals[(int)why])
        where count > 0
        select $"\n{station.Party} refused of {peer.Party}: {count} {why}");

    /// <summary>Whether that station has left the line, as far as anybody knows.</summary>
    internal bool HasLeft(SimulatedStation station, Parley.Lines.Charters.LineId line) =>
        Stations.Any(s => s.Core?.Memory.Lines.GetValueOrDefault(line)?.Fold.LeftBy.Contains(station.Party) == true);

    internal long NextCircuit() => ++circuits;

    /// <summary>Again and again until the world is healed.</summary>
    internal void Every(long mean, Action action)
    {
        if (mean == 0)
            return;
        Schedule.After(Dice.Between(1, 2 * mean), () =>
        {
            if (IsHealed)
                return;
            action();
            Every(mean, action);
        });
    }

    internal void Reconnect(SimulatedStation station)
    {
        foreach (var path in Paths.Where(p => p.Joins(station)))
            Schedule.After(Dice.Between(10, 3_000), path.TryOpen);
    }

    internal Func<StationChange, DiskFault> DiskPlan(SimulatedStation station) => _ =>
    {
        if (IsHealed)
            return DiskFault.None;
        if (Dice.Chance(Plan.CommitCrash))
        {
            station.DieInCommit();
            return Dice.Chance(0.5) ? DiskFault.NotPersisted : DiskFault.PersistedButFailed;
        }

        return Dice.Chance(Plan.DiskFault) ? Dice.Pick([DiskFault.NotPersisted, DiskFault.PersistedButFailed, DiskFault.Full]) : DiskFault.None;
    };

    private void Heal()
    {
        Trace.Add(Schedule.Now, "heals", "world");
        IsHealed = true;
        Traffic = Plan with { Loss = 0, Repeat = 0 };
        chaos.End();
        Schedule.RunUntil(Schedule.Now + 30_000);
        foreach (var station in Stations)
        {
            station.StartAgain();
            Reconnect(station);
        }

        Schedule.RunUntil(Schedule.Now + 10_000);
        foreach (var station in Stations)
        {
            foreach (var line in station.Core!.Memory.Lines.Values.Where(l => l.Fold.SuspendedBy.Contains(station.Party)))
                Officers.Ask(station, "ann", new Parley.Control.Lines.ResumeLine(line.Id.ToString()), _ => { });
        }
    }

    private void SayEverywhere(bool isLast)
    {
        foreach (var station in Stations)
        {
            foreach (var line in station.Core!.Memory.Lines.Values.Where(l => l.Fold.IsOpen && !HasLeft(station, l.Id) && IsJoined(l.Id)).Select(l => l.Id).ToList())
            {
                Script.Say(station, "ann", line, Parley.Lines.Entries.Precedence.Flash).IsLast = isLast;
                Script.Say(station, "bob", line, Parley.Lines.Entries.Precedence.Routine).IsLast = isLast;
                foreach (var noun in isLast ? Nouns : [])
                    noun.ActAtLast(station, station.Core.Memory.Lines[line]);
            }
        }
    }

    private void Settle()
    {
        var until = Schedule.Now + LivenessBound;
        var step = 1_000L;
        while (true)
        {
            Schedule.RunUntil(Schedule.Now + step);
            Witness.FindForks();
            if ((Liveness.Missing(this) ?? Nouns.Select(n => n.Missing()).FirstOrDefault(m => m is not null)) is not { } missing)
                return;
            if (Schedule.Now > until)
                throw Failure($"after {LivenessBound / 3_600_000} hours in which everything worked: {missing}");
            step = Math.Min(step * 2, 60_000);
        }
    }
}
