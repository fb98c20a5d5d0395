using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Plans;
using Parley.Station.Operations;
using Parley.Station.PublicWarnings;

namespace Parley.Station.Observations;

/// <summary>What was seen, held against what was announced. The loop takes what it knows at one moment; the store is read by the asker's own thread.</summary>
internal sealed class ObservationReading
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(Parley.Lines.Bounds.ObservedDays);

    private readonly ObservationLog log;
    private readonly int last;
    private readonly List<Plan> plans;
    private readonly HeldWarnings warnings;

    private ObservationReading(OperationContext context, LineMode mode)
    {
        var book = context.Memory.Observations;
        (log, last, Notes, Now, Own) = (book.Log, book.Last, book.Notes, context.Step.Now, context.Memory.Own.ToString());
        Mode = mode;
        plans = [.. context.Memory.Plans.Values.Where(p => (context.Memory.ModeOf(p.Line) ?? LineMode.Live) == mode)];
        (Lines, warnings) = (ObservedLine.All(context, mode), context.Memory.Warnings.Held);
        Drafts = context.Memory.Drafts.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is real, or what is played.</summary>
    public LineMode Mode { get; }

    public string Own { get; }

    public Timestamp Now { get; }

    public IReadOnlyDictionary<int, ObservationNote> Notes { get; }

    public IReadOnlyList<ObservedLine> Lines { get; }

    /// <summary>Ids of drafts that wait.</summary>
    public IReadOnlySet<string> Drafts { get; }

    public static ObservationReading Of(OperationContext context, LineMode mode) => new(context, mode);

    /// <summary>What was seen in a time and stands as of an instant, matched then and as of it.</summary>
    /// <param name="asOf">Null: now.</param>
    /// <param name="most">Of the last ones so many alone.</param>
    public Seen Between(Timestamp from, Timestamp until, Timestamp? asOf, int most = Bounds.ObservationsHeld)
    {
        var (entered, cut, damaged) = log.Since(Mode, from - Longest, last);
        var standing = Observation.Standing(entered, asOf ?? Now).Where(o => o.Span.Until >= from && o.Span.From <= until).ToList();
        return Match(standing.Count > most ? standing[^most..] : standing, entered, cut is { } since && since > from ? since : null, asOf) with { Damaged = damaged };
    }

    /// <summary>One observation among what else was seen of its kind about then, for many may draw on one notice.</summary>
    public Seen Around(Observation one)
    {
        var days = TimeSpan.FromDays(Bounds.ObservationDays);
        var (entered, _, _) = log.Since(Mode, one.Span.From - Longest, last);
        var near = Observation.Standing(entered, Now)
            .Where(o => o.Number != one.Number && o.Kind == one.Kind && o.Span.Until >= one.Span.From - days && o.Span.From <= one.Span.Until + days);
        return Match([.. near, one], entered, null, null);
    }

    private Seen Match(List<Observation> observations, IReadOnlyList<Observation> entered, Timestamp? cut, Timestamp? asOf)
    {
        var time = observations.Count == 0
            ? new NoticeSpan(Now.ToDateTimeOffset(), Now.ToDateTimeOffset())
            : new NoticeSpan(observations.Min(o => o.Span.From).ToDateTimeOffset(), observations.Max(o => o.Span.Until).ToDateTimeOffset());
        var announced = new AnnouncedReading(Lines, warnings.Of(Mode), time);
        var matching = Matching.With(announced.All);
        var (today, then) = (matching.Of(observations, AsOf.At(asOf ?? Now)), matching.Of(observations, AsOf.Then));
        var replaced = new Dictionary<int, int>();
        foreach (var observation in entered)
        {
            foreach (var gone in observation.Supersedes)
                replaced[gone] = observation.Number;
        }

        var changed = Hindsight.Of(then.Verdicts, today.Verdicts).ToDictionary(h => h.Now.Observation.Number, h => h.Then);
        return new Seen(this, announced, today, changed, replaced, cut, OwnMatters.Of(announced, plans, Own, Now.ToDateTimeOffset()));
    }
}

/// <summary>What came of a matching, with all that is needed to tell it.</summary>
/// <param name="Then">By the number of the observation: the verdict by what was known when it was seen, where it was another one.</param>
/// <param name="Replaced">Number of an observation to that of the one in its place.</param>
/// <param name="From">Those entered before were not read; null: all were.</param>
/// <param name="Ours">What others may see of us.</param>
internal sealed record Seen(
    ObservationReading Reading, AnnouncedReading Announced, Matched Now, IReadOnlyDictionary<int, Verdict> Then, IReadOnlyDictionary<int, int> Replaced, Timestamp? From,
    IReadOnlyList<OwnMatter> Ours)
{
    /// <summary>Observations of the time that are here and cannot be read.</summary>
    public int Damaged { get; init; }
}
