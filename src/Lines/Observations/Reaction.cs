using System.Globalization;
using Parley.Lines.Notices;

namespace Parley.Lines.Observations;

/// <summary>Something of ours that others may see, whether it was announced to them or not.</summary>
/// <param name="Reference">A message number; of a plan its number.</param>
/// <param name="IsAnnounced">False: they were told nothing of it.</param>
public sealed record OwnMatter(string Reference, string Title, NoticeSpan Span, bool IsAnnounced);

/// <summary>Another party prepares itself, and nothing that it announced says why: it may be an answer to something of ours. What of ours was to be seen then stands beside
/// it, and where there is nothing, that is said: it was the missing piece of 1983.</summary>
/// <param name="Verdict">Of the observation.</param>
/// <param name="Ours">What of ours was under way then or had ended not long before, the nearest in time first, up to a bound; empty: nothing that this station knows of.</param>
/// <param name="All">How many there are of these.</param>
/// <param name="Told">Of how many the other party was told.</param>
public sealed record Reaction(Verdict Verdict, IReadOnlyList<OwnMatter> Ours, int All, int Told)
{
    public string Sentence => Ours switch
    {
        [] => "Nothing of ours that this station knows of explains it. Ask in the house what they may have seen.",
        [{ IsAnnounced: true } only] => $"It may be a reaction to {Name(only)}, of which they were told.",
        [var only] => $"It may be a reaction to {Name(only)}, of which they were told nothing.",
        [var first, ..] => string.Create(CultureInfo.InvariantCulture, $"It may be a reaction to {Name(first)} or to {All - 1} more of ours; told of: {Told} of {All}."),
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
            .Select(v => Of(v, ours)),
    ];

    private static Reaction Of(Verdict verdict, IReadOnlyList<OwnMatter> ours)
    {
        var (from, until) = (verdict.Observation.Span.From.ToDateTimeOffset(), verdict.Observation.Span.Until.ToDateTimeOffset());
        var before = TimeSpan.FromHours(Bounds.ReactionHours);
        List<OwnMatter> near = [.. ours.Where(o => o.Span.From <= until && o.Span.Until >= from - before)];
        return new Reaction(
            verdict, [.. near.OrderByDescending(o => o.Span.From).ThenBy(o => o.Reference, StringComparer.Ordinal).Take(Bounds.ReactionMatters)], near.Count,
            near.Count(o => o.IsAnnounced));
    }

    private static string Name(OwnMatter matter) => matter.Title.Length > 0 ? $"our {matter.Title} ({matter.Reference})" : $"our {matter.Reference}";
}
