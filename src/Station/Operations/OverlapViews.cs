using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Volumes.Separations;

namespace Parley.Station.Operations;

/// <summary>Overlaps as officers see them.</summary>
internal sealed class OverlapViews(ActivityViews views)
{
    private readonly ActivityReading reading = views.Reading;

    /// <param name="of">Only those of this activity.</param>
    /// <param name="all">Those of others among themselves too.</param>
    public OverlapListView List(EntryRef? of, bool all)
    {
        var (found, more) = reading.Picture.Read((book, finder) =>
        {
            var (overlaps, seen, untold) = (new List<(Overlap Overlap, Coordination Said)>(), new HashSet<(EntryRef, EntryRef)>(), 0);
            var mine = of is { } one
                ? book.Of(one) is { } matter ? [matter] : []
                : book.All.Where(m => (all || m.Party == views.Own) && !m.IsOver(views.Now)).OrderBy(m => m.First.Position).ToList();
            foreach (var activity in mine)
            {
                var (told, count) = finder.Of(activity, views.Now);
                untold += count - told.Count;
                foreach (var overlap in told.Where(o => seen.Add((o.One.Entry, o.Other.Entry))))
                    overlaps.Add((overlap, book.Between(overlap.One, overlap.Other)));
            }

            return (overlaps, untold);
        });
        found.Sort((a, b) => Overlap.ByGravity(a.Overlap, b.Overlap));
        return new OverlapListView(
            reading.Line.Mode, reading.Line.Handle, [.. found.Take(Bounds.OverlapsListed).Select(f => Of(f.Overlap, f.Said))],
            more + Math.Max(0, found.Count - Bounds.OverlapsListed));
    }

    /// <summary>Those of one activity, the gravest first; and how many there are.</summary>
    public (IReadOnlyList<OverlapView> Told, int Count) With(ActivityMatter matter)
    {
        var (found, count) = reading.Picture.Read((book, finder) =>
        {
            var (told, all) = finder.Of(matter, views.Now);
            return (told.Select(o => (Overlap: o, Said: book.Between(o.One, o.Other))).ToList(), all);
        });
        return ([.. found.Select(f => Of(f.Overlap, f.Said))], count);
    }

    /// <summary>Null when they are no two activities of different parties.</summary>
    public OverlapView? Between(EntryRef entry, EntryRef other)
    {
        var found = reading.Picture.Read((book, finder) => book.Of(entry) is { } one && book.Of(other) is { } two && one.Party != two.Party
            ? (finder.Between(one, two), book.Between(one, two))
            : ((Overlap, Coordination)?)null);
        return found is { } pair ? Of(pair.Item1, pair.Item2) : null;
    }

    /// <summary>One that nobody has said anything of, because one of the two is not notified yet.</summary>
    public OverlapView Of(Overlap overlap) => Of(overlap, new Coordination(CoordinationState.Unanswered, [], null));

    public OverlapView Of(Overlap overlap, Coordination said)
    {
        var (meeting, known) = (overlap.Meeting, Known(overlap));
        var due = Due(overlap, said, known);
        var common = overlap.Common(reading.Picture.Extent.Kept.Minutes);
        return new OverlapView(
            reading.Line.Mode,
            reading.Line.Handle,
            views.Row(overlap.One),
            views.Row(overlap.Other),
            meeting.Nearness == Nearness.Clear ? null : overlap.Severity,
            Of(meeting.Horizontal),
            Of(meeting.Vertical),
            common?.From ?? meeting.First?.From,
            common?.Until ?? meeting.First?.Until,
            meeting.Times.Windows.Count + meeting.DoubtfulTimes.Windows.Count,
            meeting.Where?.ToString() ?? "",
            known,
            [.. Marks(overlap.One, overlap.Other), .. Marks(overlap.Other, overlap.One)],
            said.State,
            [.. said.Words.Select(Word)],
            Proposal(said.Proposal),
            due,
            due is { } at && at < views.Now.ToDateTimeOffset());
    }

    /// <summary>Until when somebody should have spoken of it; null where both have or no clock runs.</summary>
    public DateTimeOffset? Due(Overlap overlap, Coordination said) => Due(overlap, said, Known(overlap));

    public static GapView Of(Gap? gap) => gap is { } known ? new GapView(known.Least, known.Most) : new GapView(0, null);

    /// <summary>When each of the two has had both sets of volumes: by its own words or its receipts.</summary>
    private List<KnownView> Known(Overlap overlap) => [.. new[] { overlap.One.Party, overlap.Other.Party }.Select(p => new KnownView(p.ToString(), Since(overlap, p)))];

    private DateTimeOffset? Since(Overlap overlap, PartyId party)
    {
        var times = new[] { overlap.One.Current, overlap.Other.Current }.Select(v => v.Entry.Party == party ? v.At.ToDateTimeOffset() : Received(v.Entry, party)).ToList();
        return times.Any(t => t is null) ? null : times.Max();
    }

    private DateTimeOffset? Received(EntryRef entry, PartyId party) =>
        reading.Memory.Store.Entry(entry.Feed(reading.Line.Line), entry.Index) is { } stored ? reading.Line.ReceivedAt(stored, party)?.ToDateTimeOffset() : null;

    private static IEnumerable<string> Marks(ActivityMatter mine, ActivityMatter theirs)
    {
        if (PictureRules.IsStale(mine.Current, theirs.Current))
        {
            yield return PictureRules.Of(mine.Current, theirs.Current) == Picture.HeldNotShown
                ? $"{mine.Party}'s officer had not been shown {theirs.Party}'s activity when these volumes were set, though it was there."
                : $"{mine.Party}'s and {theirs.Party}'s words crossed: neither had the other's.";
        }

        if (PictureRules.IsAgainstReserve(mine.Current, theirs))
            yield return $"{mine.Party} planned into what {theirs.Party} had reserved, knowing of it.";
    }

    /// <summary>By the charter's clock for the graver of both precedences, from when both have had both; and no later than their common time begins, where it begins after
    /// that.</summary>
    private DateTimeOffset? Due(Overlap overlap, Coordination said, List<KnownView> known)
    {
        if (overlap.Meeting.Nearness == Nearness.Clear || said.State is CoordinationState.Consented || overlap.One.Content.Kind.IsHumanitarian() ||
            overlap.Other.Content.Kind.IsHumanitarian() || (said.HasSpoken(overlap.One.Party) && said.HasSpoken(overlap.Other.Party) && said.Proposal is null))
            return null;
        var precedence = overlap.One.First.Precedence < overlap.Other.First.Precedence ? overlap.One.First.Precedence : overlap.Other.First.Precedence;
        DateTimeOffset? since = known.TrueForAll(k => k.Since is not null) ? known.Max(k => k.Since) : null;
        var begins = overlap.Starts(reading.Picture.Extent.Kept.Minutes);
        if (begins <= since)
            begins = null;
        DateTimeOffset? clock = reading.AnswerMinutes[(int)precedence] is var minutes and > 0 ? since?.AddMinutes(minutes) : null;
        return clock is null || begins < clock ? begins ?? since : clock;
    }

    private static OverlapWordView Word(OverlapFollowed followed)
    {
        var (said, note) = (followed.Said, followed.Word.Note);
        return new OverlapWordView(
            said.Entry.ToString(), MessageNumber.Of(said.Entry).ToString(), said.Party.ToString(), said.At.ToDateTimeOffset(), followed.Word.Word,
            ActivityText.Of(followed.Word), note?.Language, note?.Text, followed.Effect, ActivityText.Words(followed.Effect));
    }

    private OverlapProposalView? Proposal(OverlapFollowed? proposal) => proposal is null ? null : new OverlapProposalView(
        proposal.Said.Entry.ToString(), proposal.Said.Party.ToString(), proposal.Word.For!.Value.ToString(), proposal.Said.Party != views.Own,
        views.Volumes(proposal.Word.Volumes));
}
