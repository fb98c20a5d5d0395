using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Reads transcripts. The loop takes what it knows at one moment (<see cref="LineGlance"/>); the store is read by the asker's own thread.</summary>
internal static class Transcripts
{
    public static object Read(OperationContext context, ReadTranscript operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<TranscriptPage>(refused.Why, refused.Detail);
        var after = operation.After is null ? null : TranscriptPosition.Parse(operation.After);
        var before = operation.Before is null ? null : TranscriptPosition.Parse(operation.Before);
        if ((operation.After is not null && after is null) || (operation.Before is not null && before is null))
            return new Refused<TranscriptPage>(Refusal.Malformed, "The cursor is not one that a page gave.");
        if (operation.Limit is < 1 or > Bounds.PageEntries)
            return new Refused<TranscriptPage>(Refusal.Malformed, "A page has 1 to 500 entries.");
        var glance = LineGlance.Of(context, line, operation.Language);
        // What the page shows to the end is what this officer has seen when he approves next. A page from the middle shows no end.
        if (before is null && (after is null || context.Memory.Store.TranscriptAfter(line.Id, after, operation.Limit).Count < operation.Limit))
            context.Memory.Shown[(context.Actor.Name, line.Id)] = line.Heads;
        return new Deferred(() => Page(glance, operation, after, before));
    }

    private static Done<TranscriptPage> Page(LineGlance glance, ReadTranscript operation, TranscriptPosition? after, TranscriptPosition? before)
    {
        var entries = new List<EntryView>();
        var (first, last) = (after, before);
        var moreBefore = after is not null;
        var moreAfter = before is not null;
        while (entries.Count < operation.Limit)
        {
            var page = after is not null
                ? glance.Store.TranscriptAfter(glance.Line, after, operation.Limit)
                : [.. glance.Store.TranscriptBefore(glance.Line, before, operation.Limit).Reverse()];
            foreach (var stored in page)
            {
                if (entries.Count >= operation.Limit)
                    break;
                if (after is not null)
                    after = stored.Position;
                else
                    before = stored.Position;
                if (glance.View(stored) is { } view && (operation.All || !(EntryKind.IsStation(view.Kind) || EntryKind.IsAside(view.Kind))))
                    entries.Add(view);
            }

            if (page.Count >= operation.Limit && entries.Count < operation.Limit)
                continue;
            var reachedEnd = page.Count < operation.Limit && entries.Count < operation.Limit;
            if (after is not null)
                moreAfter = !reachedEnd;
            else
                moreBefore = !reachedEnd;
            break;
        }

        if (operation.After is null)
            entries.Reverse();
        (first, last) = (operation.After is not null ? first : before, operation.After is not null ? after : last);
        return new Done<TranscriptPage>(new TranscriptPage(
            glance.Mode,
            glance.Handle,
            entries,
            entries.Count > 0 ? entries[0].Cursor : first?.ToString(),
            entries.Count > 0 ? entries[^1].Cursor : last?.ToString(),
            moreBefore,
            moreAfter,
            Outside(glance, operation, moreBefore ? first : null, moreAfter ? last : null)));
    }

    /// <summary>What was said elsewhere in the time of a page. The bounds are such that whoever pages on, in either direction, is shown each once.</summary>
    private static List<OutsideView> Outside(LineGlance glance, ReadTranscript operation, TranscriptPosition? first, TranscriptPosition? last)
    {
        var onward = operation.After is not null;
        return [.. glance.Outside
            .Where(o => (first is not { } f || (onward ? o.At > f.Effective : o.At >= f.Effective)) && (last is not { } l || (onward ? o.At <= l.Effective : o.At < l.Effective)))
            .Select(o => o.View)];
    }

    public static object ReadOne(OperationContext context, ReadEntry operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<EntryView>(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry))
            return new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line.");
        return Later(context, line, entry, operation.Language);
    }

    /// <summary>The entry as it is once this step is committed.</summary>
    public static Deferred Later(OperationContext context, LineState line, EntryRef entry, string? language = null)
    {
        var glance = LineGlance.Of(context, line, language);
        return new Deferred(() => glance.Store.Entry(entry.Feed(glance.Line), entry.Index) is { } stored && glance.View(stored) is { } view
            ? new Done<EntryView>(view)
            : new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line."));
    }

    public static Outcome<EntryView> One(OperationContext context, LineState line, EntryRef entry) =>
        context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is { } stored && LineGlance.Of(context, line).View(stored) is { } view
            ? new Done<EntryView>(view)
            : new Refused<EntryView>(Refusal.UnknownEntry, "There is no such entry on this line.");

    /// <summary>The answer of an operation that released an entry earlier.</summary>
    public static Outcome<DraftView> Released(OperationContext context, LineState line, EntryRef entry, string draft)
    {
        if (context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is not { } stored ||
            LineGlance.Of(context, line).View(stored) is not { } view)
            return new Refused<DraftView>(Refusal.UnknownEntry, "What this key released is not in the store.");
        return new Done<DraftView>(new DraftView(
            view.Mode,
            draft, view.Entry, "", "", view.Time, view.Precedence, view.Status, view.Language ?? "", view.Text ?? "", view.Regards, view.Supersedes, [], 0, false, view.Entry, []));
    }
}
