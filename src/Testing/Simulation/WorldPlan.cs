using Parley.Station.Throttles;

namespace Parley.Testing.Simulation;

/// <summary>What may go wrong in a world, and how often; drawn from its seed, so that each world has troubles of its own. Times in milliseconds of
/// virtual time; means are means of uniform draws; 0 is never.</summary>
internal sealed record WorldPlan
{
    public int Stations { get; init; } = 2;

    public int PathsPerPair { get; init; } = 2;

    /// <summary>Which pairs of stations are joined by paths.</summary>
    public WorldShape Shape { get; init; }

    /// <summary>How long anything may go wrong.</summary>
    public long Chaos { get; init; } = 120_000;

    public long MeanAction { get; init; } = 800;

    public double Loss { get; init; }

    public double Repeat { get; init; }

    public bool Reorder { get; init; }

    public long Delay { get; init; } = 40;

    /// <summary>Bytes under way that one direction of a circuit takes before it has no room.</summary>
    public int Room { get; init; } = 256 * 1024;

    public long MeanCut { get; init; }

    public long MeanMute { get; init; }

    public long MeanCrash { get; init; }

    public double DiskFault { get; init; }

    /// <summary>Chance that a commit is the last thing a process does.</summary>
    public double CommitCrash { get; init; }

    public long MeanClockJump { get; init; }

    public long MeanPouch { get; init; }

    public double Charters { get; init; }

    public long MeanMeddling { get; init; }

    public RestoreKind Restore { get; init; }

    /// <summary>What officers say beside plain messages.</summary>
    public WorldNouns Nouns { get; init; }

    /// <summary>How many ordinary words stations take. Few in some worlds, so that words wait at every trouble.</summary>
    public Intake Intake { get; init; } = Intake.Default;

    /// <summary>Draws a plan.</summary>
    public static WorldPlan Draw(Dice dice)
    {
        var plan = new WorldPlan
        {
            Stations = dice.Pick([2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5]),
            PathsPerPair = 1 + dice.Below(3),
            Chaos = dice.Between(30_000, 240_000),
            MeanAction = dice.Between(200, 2_000),
            Delay = dice.Pick<long>([1, 20, 150, 600]),
            Loss = dice.Chance(0.5) ? dice.Pick([0.01, 0.1, 0.3]) : 0,
            Repeat = dice.Chance(0.3) ? 0.1 : 0,
            Reorder = dice.Chance(0.4),
            Room = dice.Chance(0.3) ? 2_000 : 256 * 1024,
            Shape = dice.Pick([WorldShape.All, WorldShape.Tree, WorldShape.Tree, WorldShape.Some]),
        };
        return plan with
        {
            MeanCut = dice.Chance(0.5) ? dice.Between(5_000, 40_000) : 0,
            MeanMute = dice.Chance(0.3) ? dice.Between(10_000, 60_000) : 0,
            MeanCrash = dice.Chance(0.5) ? dice.Between(5_000, 60_000) : 0,
            DiskFault = dice.Chance(0.4) ? dice.Pick([0.01, 0.05, 0.3]) : 0,
            CommitCrash = dice.Chance(0.3) ? 0.02 : 0,
            MeanClockJump = dice.Chance(0.3) ? dice.Between(10_000, 60_000) : 0,
            MeanPouch = dice.Chance(0.3) ? dice.Between(5_000, 30_000) : 0,
            Charters = dice.Chance(0.5) ? 0.15 : 0,
            MeanMeddling = dice.Chance(0.3) ? dice.Between(500, 5_000) : 0,
            Restore = dice.Chance(0.35) ? dice.Pick([RestoreKind.Noticed, RestoreKind.UnnoticedQuiet, RestoreKind.UnnoticedSpeaking]) : RestoreKind.None,
            Nouns = DrawNouns(dice),
            Intake = dice.Chance(0.25) ? new Intake(dice.Pick([1, 2, 5]), 5, dice.Pick([4_096, 65_536]), 65_536) : Intake.Default,
        };
    }

    // Few in each world, so that it stays small and each of them is said often enough to be seen with every trouble.
    private static WorldNouns DrawNouns(Dice dice)
    {
        var nouns = WorldNouns.None;
        for (var count = dice.Pick([0, 1, 1, 2]); count > 0; count--)
            nouns |= dice.Pick([WorldNouns.Codes, WorldNouns.Codes, .. Enum.GetValues<WorldNouns>()[1..]]);
        return nouns;
    }
}

/// <summary>What officers of a world say beside plain messages.</summary>
[Flags]
internal enum WorldNouns
{
    None = 0,

    /// <summary>A codebook in the charter, and code messages.</summary>
    Codes = 1,

    /// <summary>Checks and their answers.</summary>
    Checks = 2,

    /// <summary>Alerts, queries and answers.</summary>
    Queries = 4,

    /// <summary>What crews tell each other.</summary>
    Service = 8,
    Postures = 16,

    /// <summary>A party without a station, its words and what was done by hand.</summary>
    ByHand = 32,

    /// <summary>Attachments.</summary>
    Files = 64,

    /// <summary>Messages that ask for an answer by a time, answers, and what is said of them.</summary>
    Questions = 128,
}

/// <summary>How the stations of a world are joined.</summary>
internal enum WorldShape
{
    /// <summary>Everybody to everybody.</summary>
    All,

    /// <summary>No more than is needed: a random tree.</summary>
    Tree,

    /// <summary>A random tree and some more.</summary>
    Some,
}

/// <summary>Whether, and how, a station is set back to an old backup.</summary>
internal enum RestoreKind
{
    None,

    /// <summary>The station knows: the instance file differs, or `parley restore` was used.</summary>
    Noticed,

    /// <summary>It does not know, and its officers say nothing until it has talked to its peers: the longer head there must tell.</summary>
    UnnoticedQuiet,

    /// <summary>It does not know and its officers speak at once: it signs two histories, as a forking party would.</summary>
    UnnoticedSpeaking,
}
