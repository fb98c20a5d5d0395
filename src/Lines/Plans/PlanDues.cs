using Parley.Lines.Notices;

namespace Parley.Lines.Plans;

/// <summary>How a plan stands to the notice that is due of it.</summary>
public enum PlanStanding
{
    /// <summary>The plan names no form.</summary>
    NoFormat,

    /// <summary>The plan names a form that is not known here, or that the charter of its line does not name.</summary>
    NotAgreed,

    /// <summary>It is announced in that form.</summary>
    Announced,

    /// <summary>It is announced in that form, but not for all of its time.</summary>
    AnnouncedInPart,

    /// <summary>Not announced, and there is time.</summary>
    Due,

    /// <summary>Not announced, and the time that the form asks for is over.</summary>
    Overdue,
}

/// <summary>The notice that is due of a plan.</summary>
/// <param name="By">When the other side must have received it: the start less the form's lead, or the start where the form has none. Null: no form is known.</param>
/// <param name="Announced">Entries of the announcements that overlap it in that form.</param>
/// <param name="Voluntary">The form binds nobody.</param>
public sealed record PlanDue(Plan Plan, PlanStanding Standing, DateTimeOffset? By, IReadOnlyList<string> Announced, bool Voluntary);

/// <summary>Which notices are due from us by rule for what we plan.</summary>
public static class PlanDues
{
    /// <param name="format">The form that the plan names; null: it is not known, or not agreed on its line.</param>
    /// <param name="ours">Our announcements on the line of the plan, or on all.</param>
    public static PlanDue Of(Plan plan, NoticeFormat? format, IEnumerable<NoticeMatter> ours, DateTimeOffset now)
    {
        if (plan.Format.Length == 0 || format is null)
            return new(plan, plan.Format.Length == 0 ? PlanStanding.NoFormat : PlanStanding.NotAgreed, null, [], false);
        var by = plan.Span.From - TimeSpan.FromMinutes(Math.Min(format.Clocks.Lead ?? 0, (plan.Span.From - DateTimeOffset.MinValue).TotalMinutes));
        List<(string Entry, bool Whole)> announced =
        [
            .. from matter in ours
               where matter.First.Format.Id == plan.Format
               let spans = NoticeSpan.Within(matter, plan.Span)
               where spans.Count > 0
               select (matter.First.Entry, spans.Any(s => s.Covers(plan.Span))),
        ];
        var standing = announced.Any(a => a.Whole) ? PlanStanding.Announced
            : announced.Count > 0 ? PlanStanding.AnnouncedInPart
            : now > by ? PlanStanding.Overdue
            : PlanStanding.Due;
        return new(plan, standing, by, [.. announced.Select(a => a.Entry)], format.Voluntary);
    }
}
