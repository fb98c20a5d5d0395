using Parley.Lines.Notices;

namespace Parley.Lines.Observations;

/// <summary>Something of ours that others may see, whether it was announced to them or not.</summary>
/// <param name="Reference">A message number; of a plan its number.</param>
/// <param name="IsAnnounced">False: they were told nothing of it.</param>
public sealed record OwnMatter(string Reference, string Title, NoticeSpan Span, bool IsAnnounced);

/// <summary>Another party prepares itself, and nothing that it announced says why: it may be an answer to something of ours. What of ours was to be seen then stands beside
/// it, and where there is nothing, that is said: it was the missing piece of 1983.</summary>
/// <param name="Verdict">Of the observation.</param>
/// <param name="Ours">What of ours was under way then or had ended not long before, the nearest in time first; empty: nothing that this station knows of.</param>
public sealed record Reaction(Verdict Verdict, IReadOnlyList<OwnMatter> Ours)
{
    public string Sentence => Ours switch
    {
        [] => "Nothing of ours that this station knows of explains it. Ask in the house what they may have seen.",
        [{ IsAnnounced: true } only] => $"It may be a reaction to {Name(only)}, of which they were told.",
        [var only] => $"It may be a reaction to {Name(only)}, of which they were told nothing.",
        [var first, ..] => $"It may be a reaction to {Name(first)} or to {Ours.Count - 1} more of ours; told of: {Ours.Count(o => o.IsAnnounced)} of {Ours.Count}.",
    };

    /// <summary>What can be an answer to somebody else's doings.</summary>
    public static bool IsPreparing(ObservationKind kind) => kind is
        ObservationKind.Readiness or ObservationKind.AlertWords or ObservationKind.NuclearWords or ObservationKind.StrategicFlight or ObservationKind.RadioSilence or
        ObservationKind.CommunicationsSurge or ObservationKind.Reservists or ObservationKind.LeadersMove or ObservationKind.ShipsLeavePort or ObservationKind.GroundMovement or
        ObservationKind.Submarine;

    /// <summary>Reactions among verdicts, in their order.</summary>
    /// <param name="own">Our party's id: what it does itself is no reaction.</param>
    /// <param name="ours">Announced or not.</param>
    public static IReadOnlyList<Reaction> Of(IEnumerable<Verdict> verdicts, string own, IReadOnlyList<OwnMatter> ours) =>
    [
        .. verdicts.Where(v => v.Kind != VerdictKind.ConsistentWith && IsPreparing(v.Observation.Kind) && v.Observation.Party is { } party && party.ToString() != own)
            .Select(v => new Reaction(v, Near(v.Observation.Span, ours))),
    ];

    private static IReadOnlyList<OwnMatter> Near(SeenSpan seen, IReadOnlyList<OwnMatter> ours)
    {
        var (from, until) = (seen.From.ToDateTimeOffset(), seen.Until.ToDateTimeOffset());
        var before = TimeSpan.FromHours(Bounds.ReactionHours);
        return [.. ours.Where(o => o.Span.From <= until && o.Span.Until >= from - before).OrderByDescending(o => o.Span.From).ThenBy(o => o.Reference, StringComparer.Ordinal)];
    }

    private static string Name(OwnMatter matter) => matter.Title.Length > 0 ? $"our {matter.Title} ({matter.Reference})" : $"our {matter.Reference}";
}
