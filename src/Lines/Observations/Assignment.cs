namespace Parley.Lines.Observations;

/// <summary>Which observation draws on which notice. Each applies to the notice that weighs most for it, and is refused where those that weigh more there have used up what
/// was notified; then it applies to the next one. What was refused stays refused, so the outcome is the same in whatever order they apply (deferred acceptance; Gale and
/// Shapley, 1962).</summary>
internal sealed class Assignment
{
    private readonly IReadOnlyList<SeenPoint> seen;
    private readonly IReadOnlyList<Weighed[]> candidates;
    private readonly bool[] isCounted;
    private readonly Dictionary<int, List<int>> applied = [];

    // Of each observation, the candidate to which it has applied.
    private readonly int[] at;

    private Assignment(IReadOnlyList<SeenPoint> seen, IReadOnlyList<Weighed[]> candidates, bool[] isCounted)
    {
        (this.seen, this.candidates, this.isCounted, at) = (seen, candidates, isCounted, new int[seen.Count]);
        Refused = new int[seen.Count];
        Array.Fill(Refused, -1);
    }

    /// <summary>Of each observation the first candidate that refused it for want of strength; -1: none.</summary>
    public int[] Refused { get; }

    /// <summary>Assigns.</summary>
    /// <param name="candidates">Of each observation those that weigh enough, the best first, one for each announced thing.</param>
    /// <param name="isCounted">False for what may be the same thing as another one that counts.</param>
    public static Assignment Of(IReadOnlyList<SeenPoint> seen, IReadOnlyList<Weighed[]> candidates, bool[] isCounted)
    {
        var assignment = new Assignment(seen, candidates, isCounted);
        assignment.Run();
        return assignment;
    }

    /// <summary>The candidate on which an observation draws; null: none.</summary>
    public Weighed? For(int observation) => at[observation] < candidates[observation].Length ? candidates[observation][at[observation]] : null;

    private void Run()
    {
        var changed = new SortedSet<int>();
        for (var i = 0; i < seen.Count; i++)
            Apply(i, changed);
        while (changed.Count > 0)
        {
            List<int> refused = [.. changed.SelectMany(RefusedBy)];
            changed.Clear();
            foreach (var observation in refused)
            {
                if (Refused[observation] < 0)
                    Refused[observation] = at[observation];
                at[observation]++;
                Apply(observation, changed);
            }
        }
    }

    private void Apply(int observation, SortedSet<int> changed)
    {
        if (For(observation) is not { } candidate || !isCounted[observation] || seen[observation].Strength is not { } strength ||
            candidate.Part.Version.StrengthIn(strength.Unit) is null)
            return;
        var announced = candidate.Part.Announced;
        if (!applied.TryGetValue(announced, out var list))
            applied[announced] = list = [];
        list.Add(observation);
        changed.Add(announced);
    }

    /// <summary>Those that are here now and for which nothing is left once all that ever applied and weigh more have drawn.</summary>
    private List<int> RefusedBy(int announced)
    {
        var list = applied[announced];
        list.Sort((a, b) => ByRank(announced, a, b));
        var drawn = new Dictionary<(StrengthUnit, ObservationKind, long Day), long>();
        var refused = new List<int>();
        foreach (var observation in list)
        {
            var weighed = Candidate(announced, observation);
            var strength = seen[observation].Strength!;
            var most = weighed.Part.Version.StrengthIn(strength.Unit) * (100 + Bounds.StrengthTolerance) / 100 ?? long.MaxValue;
            var isOver = false;
            foreach (var key in Keys(seen[observation], strength))
                isOver |= (drawn[key] = drawn.GetValueOrDefault(key) + strength.Lower) > most;
            if (isOver && For(observation) is { } current && current.Part.Announced == announced)
                refused.Add(observation);
        }

        return refused;
    }

    /// <summary>What is drawn upon: launches once and for all, each kind of sighting by itself; what lasts, on each day on which it was seen.</summary>
    private static IEnumerable<(StrengthUnit, ObservationKind, long Day)> Keys(SeenPoint seen, Strength strength)
    {
        if (strength.Unit == StrengthUnit.Launches)
        {
            yield return (strength.Unit, seen.Observation.Kind, 0);
            yield break;
        }

        for (var day = seen.From / TimeSpan.TicksPerDay; day <= seen.Until / TimeSpan.TicksPerDay; day++)
            yield return (strength.Unit, default, day);
    }

    private int ByRank(int announced, int one, int other)
    {
        var order = Candidate(announced, other).Weight.CompareTo(Candidate(announced, one).Weight);
        return order != 0 ? order : seen[one].Observation.Number.CompareTo(seen[other].Observation.Number);
    }

    private Weighed Candidate(int announced, int observation)
    {
        foreach (var candidate in candidates[observation])
        {
            if (candidate.Part.Announced == announced)
                return candidate;
        }

        throw new InvalidOperationException("applied to what is no candidate");
    }
}
