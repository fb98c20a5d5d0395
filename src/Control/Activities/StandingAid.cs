using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Control.Activities;

/// <summary>Our sites and movements that stand on a line or wait as drafts: what a list holds of these is not notified again.</summary>
/// <param name="rows">What is notified on the line and not over, whoever notified it.</param>
/// <param name="drafts">What waits there.</param>
public sealed class StandingAid(IEnumerable<ActivityRowView> rows, IEnumerable<DraftView> drafts, Status status = Status.Actual)
{
    private readonly ILookup<(ActivityKind Kind, string Title), ActivityRowView> notified =
        rows.Where(r => r.IsOurs && r.Status == status && r.Kind.IsHumanitarian()).ToLookup(r => (r.Kind, r.Title));

    private readonly ILookup<(ActivityKind Kind, string Title), DraftView> waiting =
        drafts.Where(d => d.Status == status && d.Activity is not null).ToLookup(d => (d.Activity!.Kind, d.Activity.Title));

    /// <summary>The one that is the same: kind, title and volume. Null: none is notified.</summary>
    /// <param name="isBegunNow">The item begins when it is read, because its list says nothing: its begin makes it no other one.</param>
    public ActivityRowView? Notified(ActivityKind kind, string title, string volume, bool isBegunNow) =>
        notified[(kind, title)].FirstOrDefault(r => r.Volumes is [var only] && Place(only.Text, isBegunNow) == Place(volume, isBegunNow));

    /// <summary>The same among drafts.</summary>
    public DraftView? Waiting(ActivityKind kind, string title, string volume, bool isBegunNow) =>
        waiting[(kind, title)].FirstOrDefault(d => d.Activity!.Volumes is [var only] && Place(only, isBegunNow) == Place(volume, isBegunNow));

    /// <summary>One of the same kind and title, wherever it is and whenever.</summary>
    public ActivityRowView? Named(ActivityKind kind, string title) => notified[(kind, title)].FirstOrDefault();

    /// <summary>A volume's text; without its begin, where that is only when the list was read.</summary>
    private static string Place(string volume, bool withoutBegin) => string.Join('\n', volume.TrimEnd('\n').Split('\n').Select(l =>
        withoutBegin && l.Split(' ') is ["valid", _, var until] ? $"valid .. {until}" : l));
}
