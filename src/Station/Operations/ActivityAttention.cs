using System.Globalization;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Station.Activities;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What of a line's activities an officer must see at a glance: overlaps that wait for an answer, sites and movements of ours that expire, and movements that depart
/// without having been acknowledged. Tests are left out.</summary>
internal sealed class ActivityAttention
{
    private readonly ActivityReading reading;
    private readonly ActivityViews views;
    private readonly DateTimeOffset now;

    private ActivityAttention(ActivityReading reading) =>
        (this.reading, views, now) = (reading, new ActivityViews(reading, null), reading.Picture.Now.ToDateTimeOffset());

    /// <summary>To be read outside the loop; null where nothing can wait.</summary>
    public static Func<IEnumerable<AttentionView>>? Of(OperationContext context, LineState line)
    {
        if (line.Fold.InForce.Count == 0 || line.Fold.IsClosed || line.Fold.LeftBy.Contains(context.Memory.Own))
            return null;
        var reading = ActivityViews.Of(context, line);
        return () => new ActivityAttention(reading).Sentences();
    }

    private List<AttentionView> Sentences()
    {
        var (overlaps, untold, aid) = reading.Picture.ReadOwn(own =>
        {
            var open = own.Overlaps.Where(IsOpen).Take(Bounds.OverlapsGlanced + 1).ToList();
            return (open, own.IsCut || open.Count > Bounds.OverlapsGlanced, own.Aid.Where(m => m.First.Status == Status.Actual).ToList());
        });
        var said = overlaps.Take(Bounds.OverlapsGlanced).Select(o => (Overlap: o, Due: new OverlapViews(views).Due(o.Overlap, o.Said)))
            .Select(o => (Text: Sentence(o.Overlap, o.Due), IsLate: o.Due < now, IsNow: o.Overlap.Overlap.Severity == OverlapSeverity.Now)).Where(s => s.Text is not null)
            .OrderBy(s => !s.IsLate).Select(s => (s.Text!, s.IsLate || s.IsNow)).ToList();
        return
        [
            .. Told(AttentionKind.Overlap, said, untold, "overlaps wait. 'parley overlap list' lists them."),
            .. Told(AttentionKind.Aid, [.. Departures(aid), .. Expiries(aid)], false, "sites and movements wait."),
        ];
    }

    private IEnumerable<AttentionView> Told(AttentionKind about, List<(string Sentence, bool IsPressing)> said, bool untold, string rest)
    {
        foreach (var (sentence, isPressing) in said.Take(Bounds.ActivitySentences))
            yield return Seen(sentence, isPressing);
        if (said.Count > Bounds.ActivitySentences || untold)
        {
            var more = Math.Max(1, said.Count - Bounds.ActivitySentences);
            yield return Seen(string.Create(CultureInfo.InvariantCulture, $"{more}{(untold ? " or" : "")} more {rest}"), isPressing: false);
        }

        AttentionView Seen(string sentence, bool isPressing) => new(reading.Line.Mode, reading.Line.Handle, about, sentence, isPressing);
    }

    /// <summary>Whether somebody still has to speak, as far as that can be told without its clock.</summary>
    private bool IsOpen(OwnOverlap own) => own.Said.State != CoordinationState.Consented &&
        !own.Overlap.One.IsOver(views.Now) && !own.Overlap.Other.IsOver(views.Now) &&
        own.Overlap.One.First.Status == Status.Actual && own.Overlap.Other.First.Status == Status.Actual;

    private string? Sentence(OwnOverlap own, DateTimeOffset? due)
    {
        var overlap = own.Overlap;
        var (ours, theirs) = overlap.One.Party == views.Own ? (overlap.One, overlap.Other) : (overlap.Other, overlap.One);
        var from = ActivityText.From(overlap.Starts(reading.Picture.Extent.Kept.Minutes));
        return Waits(own.Said, ours, theirs, due) is { } waits
            ? $"{OverlapText.Of(overlap)} {theirs.Party}'s {ActivityText.Name(theirs)}: our {ActivityText.Name(ours)}{from}. {waits}"
            : null;
    }

    private string? Waits(Coordination said, ActivityMatter ours, ActivityMatter theirs, DateTimeOffset? due)
    {
        // Nothing is said of such an overlap: it is there until one of the two moves.
        if (ours.Content.Kind.IsHumanitarian() || theirs.Content.Kind.IsHumanitarian())
            return theirs.Content.Kind.IsHumanitarian() ? "It is humanitarian: what the law protects is protected without a word." : "It is not theirs to consent to.";
        var clock = due is { } at ? at < now ? $"OVERDUE since {Clock(at)}." : $"Due {Clock(at)}." : "";
        if (said.Proposal is { } proposal && proposal.Said.Party != views.Own)
            return $"Their counter-proposal waits for our answer. {clock}".TrimEnd();
        if (!said.HasSpoken(views.Own))
            return $"UNANSWERED by us. {clock}".TrimEnd();
        if (said.State == CoordinationState.Objected)
            return "OBJECTED to, and not settled.";
        return due < now && (said.Proposal is not null || !said.HasSpoken(theirs.Party)) ? $"{theirs.Party} has NOT ANSWERED. {clock}" : null;
    }

    /// <summary>R3: whoever is named and has not acknowledged, before it departs and while it is under way.</summary>
    private IEnumerable<(string Sentence, bool IsPressing)> Departures(List<ActivityMatter> aid)
    {
        var soon = aid.Where(m => m.Content.Kind == ActivityKind.Movement && m.Content.Addressees is { Count: > 0 } && !m.IsOver(views.Now) &&
            m.Span.From <= now.AddHours(Bounds.DepartureReminderHours)).OrderBy(m => m.Span.From).Take(Bounds.DeparturesGlanced);
        foreach (var movement in soon)
        {
            var (entry, from) = (movement.Entry, movement.Span.From);
            if (reading.Memory.Store.Entry(entry.Feed(reading.Line.Line), entry.Index) is not { } stored || reading.Line.View(stored) is not { } view)
                continue;
            var when = from > now ? $"departs in {Span(from - now)}, {Clock(from)}" : $"was to depart {Span(now - from)} ago, {Clock(from)}";
            foreach (var addressee in view.Addressees.Where(a => a.Confirmed is null))
                yield return ($"{addressee.Party}:{addressee.Role} has NOT ACKNOWLEDGED our {ActivityText.Name(movement)}, as far as they report; it {when}.", from <= now);
        }
    }

    private IEnumerable<(string Sentence, bool IsPressing)> Expiries(List<ActivityMatter> aid)
    {
        var near = aid.Where(m => m.Expires is { } at && Math.Abs((at - views.Now).TotalHours) <= Bounds.ExpiryReminderHours).OrderBy(m => m.Expires);
        foreach (var item in near)
        {
            var at = item.Expires!.Value;
            yield return at > views.Now
                ? ($"Our {ActivityText.Name(item)} EXPIRES in {Span(at - views.Now)}, {EntryText.Clock(at)}. Renew it, or end it when it is over.", false)
                : ($"Our {ActivityText.Name(item)} has EXPIRED, {EntryText.Clock(at)}, and counts no longer as notified. Renew it, or end it.", true);
        }
    }

    private static string Span(TimeSpan span) => span.TotalMinutes < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes):0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} h");

    private static string Clock(DateTimeOffset at) => EntryText.Clock(Timestamp.From(at));
}
