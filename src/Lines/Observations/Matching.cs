using Parley.Volumes;

namespace Parley.Lines.Observations;

/// <summary>Holds what was seen against what was announced: docs/decisions/0040. What it says follows from both and from nothing else; the order in which they are given
/// does not matter. One thread at a time.</summary>
public sealed class Matching
{
    private readonly Announced[] announced;
    private readonly AnnouncedIndex index;

    private Matching(Announced[] announced) => (this.announced, index) = (announced, new AnnouncedIndex(announced));

    /// <summary>Lays out what was announced, by the order of references, whatever the order in which it is given.</summary>
    public static Matching With(IEnumerable<Announced> announced) => new([.. announced.Order(Comparer<Announced>.Create(Announced.ByName))]);

    /// <summary>A verdict for each observation in the order of their numbers, and what was announced and not seen.</summary>
    /// <param name="observations">Those that stand: see <see cref="Observation.Standing"/>. No number twice.</param>
    /// <param name="price">Bits by which a notice must fit better than by chance to explain something.</param>
    public Matched Of(IEnumerable<Observation> observations, AsOf asOf, double price = Bounds.UnexplainedPrice)
    {
        var bands = new Dictionary<AltitudeBand, (float Low, float High)>();
        SeenPoint[] seen = [.. observations.OrderBy(o => o.Number).Select(o => new SeenPoint(o, bands))];
        var weighed = seen.Select(s => Weigh(s, asOf)).ToArray();
        var doubles = Doubles.Of(seen);
        var isCounted = seen.Select((_, i) => doubles[i] is not { } same || same[0] > i).ToArray();
        var least = (int)Math.Round(100 * price);
        Weighed[][] candidates = [.. weighed.Select(w => w.TakeWhile(c => c.Weight >= least).ToArray())];
        var assignment = Assignment.Of(seen, candidates, isCounted);
        var verdicts = new Verdict[seen.Length];
        var draws = new HashSet<int>();
        for (var i = 0; i < seen.Length; i++)
        {
            var drawn = assignment.For(i);
            Weighed? refused = assignment.Refused[i] is >= 0 and var first ? candidates[i][first] : null;
            // What may be the same thing as one that was refused is no more explained than that one.
            if (!isCounted[i] && drawn is { } own && IsRefused(candidates, assignment, doubles[i]![0], own.Part.Announced))
                (drawn, refused) = (null, own);
            if (drawn is { } used)
                draws.Add(used.Part.Announced);
            verdicts[i] = Judge(seen[i], drawn, refused, weighed[i], asOf) with
            {
                Doubles = doubles[i] is { } same ? [.. same.Select(d => seen[d].Observation.Number)] : [],
            };
        }

        return new Matched(verdicts, Unseen.Of(announced, index.Parts, draws, seen, asOf));
    }

    /// <summary>The price up to which something would explain one observation by itself, in bits; null: nothing fits. For trials: it is no probability, and is told to
    /// nobody.</summary>
    public double? WorthOf(Observation observation, AsOf asOf) => Weigh(new SeenPoint(observation, []), asOf) is [var best, ..] ? best.Weight / 100.0 : null;

    private static bool IsRefused(Weighed[][] candidates, Assignment assignment, int observation, int announced) =>
        assignment.For(observation)?.Part.Announced != announced && assignment.Refused[observation] is >= 0 and var at && candidates[observation][at].Part.Announced == announced;

    private static bool IsKnown(LaidPart part, SeenPoint seen, AsOf asOf)
    {
        // What one party does is not explained by what another one announced.
        if (seen.Party is { } party && part.Of.Party.Length > 0 && party != part.Of.Party)
            return false;
        var at = asOf.For(seen);
        return part.Since <= at && at < part.Replaced && seen.From < part.Closed;
    }

    /// <summary>What fits in every factor, the best first; of each announced thing its best part alone.</summary>
    private Weighed[] Weigh(SeenPoint seen, AsOf asOf)
    {
        List<Weighed>? fitting = null;
        foreach (var part in index.Around(seen))
        {
            if (part.Tenths(seen.Observation.Kind) == 0 || !IsKnown(part, seen, asOf))
                continue;
            if (Weighing.Of(seen, part, failures: 0) is { } weighed)
                (fitting ??= []).Add(weighed);
        }

        if (fitting is null)
            return [];
        fitting.Sort(Weighed.ByWeight);
        var taken = new HashSet<int>();
        return [.. fitting.Where(w => taken.Add(w.Part.Announced)).Take(Bounds.Weighed)];
    }

    private Verdict Judge(SeenPoint seen, Weighed? drawn, Weighed? refused, Weighed[] weighed, AsOf asOf)
    {
        if (drawn is { } fits)
            return Say(seen, VerdictKind.ConsistentWith, fits, weighed);
        if (refused is { } full)
            return Say(seen, VerdictKind.LargerThan, full, weighed);
        if (weighed is [var chance, ..])
            return Say(seen, VerdictKind.Unexplained, chance, weighed);
        Weighed? best = null;
        foreach (var part in index.Near(seen))
        {
            if (!IsKnown(part, seen, asOf))
                continue;
            if (Weighing.Of(seen, part, failures: 1) is { } near && IsMiss(near) && (best is not { } other || ByMiss(near, other) < 0))
                best = near;
        }

        return best is { } miss ? Say(seen, KindOf(miss), miss, weighed) : new Verdict(seen.Observation, VerdictKind.Unexplained, null, [], []);
    }

    /// <summary>Whether one factor alone speaks against it, and that one not by far.</summary>
    private static bool IsMiss(in Weighed w) => w.Failed == 1 && w.ByChance >= 100 * Bounds.MissPrice && (w.Kind > 0 || w.Part.IsDrawn) &&
        (w.Place > 0 || w.Metres <= Bounds.OutsideMetres) && (w.Time > 0 || w.Fit.Outside <= Bounds.OutsideHours * TimeSpan.TicksPerHour);

    /// <summary>The least chance first: whoever misses a narrow notice by little says more than who misses a wide one.</summary>
    private static int ByMiss(in Weighed one, in Weighed other)
    {
        var order = Rank(one).CompareTo(Rank(other));
        order = order != 0 ? order : other.ByChance.CompareTo(one.ByChance);
        order = order != 0 ? order : one.Metres.CompareTo(other.Metres);
        order = order != 0 ? order : one.Fit.Outside.CompareTo(other.Fit.Outside);
        order = order != 0 ? order : one.Part.Announced.CompareTo(other.Part.Announced);
        return order != 0 ? order : one.Part.Order.CompareTo(other.Part.Order);
    }

    private static VerdictKind KindOf(in Weighed w) =>
        w.Strength == 0 ? VerdictKind.LargerThan
        : w.Time == 0 ? w.Fit.Side < 0 ? VerdictKind.BeforeWindowOf : VerdictKind.AfterWindowOf
        : w.Place == 0 ? VerdictKind.OutsideAreaOf
        : w.Kind == 0 ? VerdictKind.WrongKindFor
        : VerdictKind.Unexplained;

    // More than was notified is told before a wrong time, that before a wrong place, and a wrong kind last.
    private static int Rank(in Weighed w) => w.Strength == 0 ? 0 : w.Time == 0 ? 1 : w.Place == 0 ? 2 : w.Movement == 0 ? 3 : 4;

    private static Verdict Say(SeenPoint seen, VerdictKind kind, in Weighed about, Weighed[] weighed)
    {
        var announced = about.Part.Announced;
        return new Verdict(seen.Observation, kind, new Explanation(seen, about),
            [.. weighed.Where(w => w.Part.Announced != announced).Take(Bounds.ExplanationsTold).Select(w => new Explanation(seen, w))], []);
    }
}

/// <summary>What came of a matching.</summary>
/// <param name="Verdicts">In the order of the observations' numbers.</param>
/// <param name="Unseen">What was announced, is over, and was not seen, the most detectable first.</param>
public sealed record Matched(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Unseen> Unseen);
