using System.Globalization;
using Parley.Exchange.Imports;
using Parley.Ledger;
using Parley.Lines.Observations;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Bench.Observations;

/// <summary>Launches that flew, and the same moved by 13 to 40 days either way, held against warnings that were issued, by several rules. What was cancelled or not yet issued
/// at the time counts for no rule.</summary>
internal sealed class LaunchTrial
{
    private const double NaiveMetres = 2_000_000;
    private const double SpokenOfMetres = 1_500_000;
    private static readonly int[] Days = [.. Enumerable.Range(13, 28).SelectMany(d => new[] { d, -d })];

    private readonly IReadOnlyList<FlownLaunch> launches;
    private readonly IReadOnlyList<Announced> warnings;
    private readonly Matching matching;
    private readonly Dictionary<string, List<Naive>> nearby = [];

    public LaunchTrial(IReadOnlyList<FlownLaunch> launches, IReadOnlyList<ImportedNotice> notices)
    {
        this.launches = launches;
        warnings = ImportedWarnings.Announced([.. notices.Where(n => n.Class == NoticeClass.Firing || n.Kind == NoticeKind.Cancellation)]);
        matching = Matching.With(warnings);
        foreach (var site in launches.DistinctBy(l => l.Site))
            nearby[site.Site] = [.. warnings.SelectMany(w => w.Versions[0].Parts.Select(p => Naive.Of(w, p, site.Place))).OfType<Naive>()];
    }

    public static IReadOnlyList<string> Rules { get; } = ["inside the validity", "inside the windows", "all factors fit", "ours"];

    public IReadOnlyList<Announced> Warnings => warnings;

    /// <summary>Of each launch what it is worth, first as it flew and then moved.</summary>
    public IReadOnlyList<LaunchResult> Run()
    {
        var number = 0;
        return [.. launches.Select(l => new LaunchResult(l, Of(l, l.At, ref number), [.. Moved(l, ref number)]))];
    }

    /// <summary>Sites near which some warning speaks of rockets or launches.</summary>
    public bool IsSpokenOf(string site) => nearby[site].Exists(n => n.IsLaunch && n.Metres <= SpokenOfMetres);

    private List<Worth> Moved(FlownLaunch launch, ref int number)
    {
        var moved = new List<Worth>();
        foreach (var days in Days)
            moved.Add(Of(launch, launch.At.AddDays(days), ref number));
        return moved;
    }

    private Worth Of(FlownLaunch launch, DateTimeOffset at, ref int number)
    {
        var seen = Timestamp.From(at);
        var observation = new Observation(++number, null, ObservationKind.Launch, SeenPlace.Near(launch.Place, PlaceError.Round(5_000)), null, new SeenSpan(seen, seen, 60), null,
            null, "", SourceClass.Open, Reliability.A, 1, "", [], "trial", seen);
        var near = nearby[launch.Site].Where(n => n.Metres <= NaiveMetres && n.Since <= at && at < n.Closed).ToList();
        return new Worth(near.Exists(n => n.Validity.From <= at && at < n.Validity.Until), near.Exists(n => n.IsOn(at)), matching.WorthOf(observation, AsOf.Then));
    }

    private sealed record Naive(double Metres, DateTimeOffset Since, DateTimeOffset Closed, Schedule Schedule, bool IsLaunch)
    {
        public Window Validity => Schedule.Validity;

        public static Naive? Of(Announced warning, AnnouncedPart part, Position site)
        {
            var figures = part.Volume!.Shapes.Select(s => Figure.Of(s)).OfType<Figure>().ToList();
            return figures.Count == 0 ? null : new Naive(figures.Min(f => f.DistanceTo(site)), warning.Versions[0].Since, warning.Closed ?? DateTimeOffset.MaxValue, part.Schedule,
                part.Kinds.Contains(AnnouncedKind.SpaceLaunch));
        }

        public bool IsOn(DateTimeOffset at) => Parley.Volumes.Schedules.Unfolding.IsOn(Schedule, at);
    }
}

/// <summary>What the rules say of one launch at one time.</summary>
/// <param name="Bits">By how many bits the best warning fits better than by chance; null: none fits.</param>
internal readonly record struct Worth(bool InValidity, bool InWindows, double? Bits)
{
    /// <summary>By the order of <see cref="LaunchTrial.Rules"/>.</summary>
    public bool By(int rule, double price) => rule switch
    {
        0 => InValidity,
        1 => InWindows,
        2 => Bits is not null,
        _ => Bits >= price,
    };
}

/// <summary>A launch, as it flew and moved.</summary>
internal sealed record LaunchResult(FlownLaunch Launch, Worth Flown, IReadOnlyList<Worth> Moved);

/// <summary>Shares of launches that a rule explains, of those that flew and of those that were moved, 0 to 1.</summary>
internal readonly record struct Shares(int Launches, double Flown, double Moved)
{
    public static Shares Of(IReadOnlyCollection<LaunchResult> results, Func<Worth, bool> isExplained) => new(
        results.Count, Share(results, r => isExplained(r.Flown) ? 1 : 0), Share(results, r => r.Moved.Average(m => isExplained(m) ? 1.0 : 0)));

    private static double Share(IReadOnlyCollection<LaunchResult> results, Func<LaunchResult, double> share) => results.Count == 0 ? 0 : results.Average(share);

    /// <summary>Points of a hundred apart.</summary>
    public double Apart => 100 * (Flown - Moved);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{100 * Flown:0} % of {Launches}, moved {100 * Moved:0.0} %, {Apart:0.0} apart");
}
