using System.Globalization;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Plans;

namespace Parley.Station.Observations;

/// <summary>What others may see of us: what we announced, and what we plan and have told nobody.</summary>
internal static class OwnMatters
{
    public static IReadOnlyList<OwnMatter> Of(AnnouncedReading announced, IEnumerable<Plan> plans, string own)
    {
        List<OwnMatter> said =
        [
            .. announced.Sources.Where(s => s.Entry.Party.ToString() == own && s.Span is not null && s.Effect is null or NoticeEffect.Announces)
                .Select(s => new OwnMatter(s.Number, s.Title, s.Span!.Value, true)),
        ];
        // A plan whose notice overlaps it was told of by that.
        var hidden = plans.Where(p => !said.Exists(s => s.Span.Overlaps(p.Span) && p.Format.Length > 0 && Tells(announced, s, p)))
            .Select(p => new OwnMatter(string.Create(CultureInfo.InvariantCulture, $"plan {p.Number}"), p.Title, p.Span, false));
        return [.. said.Concat(hidden).OrderBy(m => m.Span.From).ThenBy(m => m.Reference, StringComparer.Ordinal)];
    }

    private static bool Tells(AnnouncedReading announced, OwnMatter matter, Plan plan) =>
        announced.Sources.FirstOrDefault(s => s.Number == matter.Reference)?.Format == plan.Format;
}
