namespace Parley.Lines.Observations;

/// <summary>Something that was announced, whose windows are over, and on which nothing that was seen draws. It may have been called off, or nobody looked.</summary>
/// <param name="Detectable">How likely it is that whoever watches sees such a thing.</param>
/// <param name="Ended">When its last window ended.</param>
public sealed record Unseen(Announced Announced, Likelihood Detectable, DateTimeOffset Ended)
{
    public string Sentence =>
        $"{Announced.Reference} was announced until {FactorText.Instant(Ended)} and not seen. That a {Announced.Kind.Name()} is seen by whoever watches is {Detectable.Words()}.";

    /// <summary>Of those that were not closed before they began.</summary>
    internal static IReadOnlyList<Unseen> Of(IReadOnlyList<Announced> announced, IReadOnlyList<LaidPart> parts, HashSet<int> used, IReadOnlyList<SeenPoint> seen, AsOf asOf)
    {
        // As of then there is no now: what is over by the last observation is told.
        var now = asOf.Ticks ?? seen.Select(s => s.Until).DefaultIfEmpty(long.MinValue).Max();
        var ends = new Dictionary<int, (long Begin, long End)>();
        foreach (var part in parts)
        {
            if (part.Since > now || part.Replaced <= now || part.Span is not { } span || part.End is not { } end)
                continue;
            var known = ends.GetValueOrDefault(part.Announced, (Begin: long.MaxValue, End: 0));
            ends[part.Announced] = (Math.Min(known.Begin, span.From), Math.Max(known.End, end));
        }

        return
        [
            .. ends.Where(e => !used.Contains(e.Key) && e.Value.End <= now && (announced[e.Key].Closed?.UtcTicks ?? long.MaxValue) > e.Value.Begin)
                .Select(e => new Unseen(announced[e.Key], announced[e.Key].Kind.Detectable(), new DateTimeOffset(e.Value.End, TimeSpan.Zero)))
                .OrderByDescending(u => u.Detectable).ThenBy(u => u.Ended).ThenBy(u => u.Announced.Reference, StringComparer.Ordinal),
        ];
    }
}
