using System.Globalization;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Plans;

namespace Parley.Station.Observations;

/// <summary>What others may see of us: what we announced, and what we plan and have told nobody.</summary>
internal static class OwnMatters
{
    /// <param name="own">Our party's id.</param>
    public static IReadOnlyList<OwnMatter> Of(AnnouncedReading announced, IEnumerable<Plan> plans, string own, DateTimeOffset now)
    {
        var told = announced.Sources.Where(s => s.Party == own && s.Span is not null && s.Effect is null or NoticeEffect.Announces)
            .Select(s => new OwnMatter(s.Number, s.Title, s.Span!.Value, true));
        List<NoticeMatter> notices = [.. announced.Matters.Where(m => m.First.Party == own)];
        var hidden = plans.Where(p => !IsTold(p, notices, now))
            .Select(p => new OwnMatter(string.Create(CultureInfo.InvariantCulture, $"plan {p.Number}"), p.Title, p.Span, false));
        return [.. told.Concat(hidden).OrderBy(m => m.Span.From).ThenBy(m => m.Reference, StringComparer.Ordinal)];
    }

    private static bool IsTold(Plan plan, List<NoticeMatter> notices, DateTimeOffset now) =>
        PlanDues.Of(plan, notices.Find(m => m.First.Format.Id == plan.Format)?.First.Format, notices, now).Announced.Count > 0;
}
