using Parley.Control.Activities;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Activities;
using Parley.Station.State;
using Parley.Volumes.Earth;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What is to be read of a line's activities: what the loop knows of it, and its picture.</summary>
internal sealed record ActivityReading(StationMemory Memory, LineGlance Line, PictureGlance Picture, IReadOnlyList<int> AnswerMinutes, Heads Heads);

/// <summary>Activities as officers see them.</summary>
internal sealed class ActivityViews(ActivityReading reading, string? language)
{
    private const int MostLookedAt = 4_096;

    public ActivityReading Reading => reading;

    public Timestamp Now => reading.Picture.Now;

    public PartyId Own => reading.Memory.Own;

    public static ActivityReading Of(OperationContext context, LineState line) => new(
        context.Memory, LineGlance.Of(context, line), context.Memory.Pictures.Of(line, context.Step.Now), (line.Fold.Current ?? line.Fold.Founding!).Terms.AnswerMinutes,
        line.Heads);

    /// <summary>One line, or all that are open; null with the reason.</summary>
    public static List<ActivityReading>? Lines(OperationContext context, string? name, out ActivityInputs.Why why)
    {
        why = null!;
        if (name is null)
            return [.. context.Memory.Lines.Values.Where(l => l.Fold.InForce.Count > 0).Select(l => Of(context, l))];
        return ActivityInputs.Line(context, name, out _, out why) is { } line ? [Of(context, line)] : null;
    }

    /// <summary>Null when it is to go on after an activity that is not in it.</summary>
    public ActivityListView? List(ListActivities operation)
    {
        var all = reading.Picture.Read((book, _) => book.All
            .Where(m => (operation.Past || !m.IsOver(Now)) && (operation.Kind is null || m.Content.Kind == operation.Kind)).ToList());
        var ordered = (operation.Past
            ? all.OrderBy(m => m.IsOver(Now)).ThenByDescending(m => m.First.Position)
            : all.OrderBy(m => m.Span.From).ThenBy(m => m.First.Position)).ToList();
        var start = operation.After is { } after ? ordered.FindIndex(m => m.Entry.ToString() == after) + 1 : 0;
        return operation.After is not null && start == 0 ? null : new ActivityListView(
            reading.Line.Mode, reading.Line.Handle, reading.Picture.Extent.Kept.ToString(), [.. ordered.Skip(start).Take(Bounds.ActivitiesTold).Select(Row)],
            Math.Max(0, ordered.Count - start - Bounds.ActivitiesTold));
    }

    public ActivityView? One(EntryRef entry)
    {
        var found = reading.Picture.Read((book, _) => book.Of(entry));
        if (found is null || reading.Memory.Store.Entry(found.Entry.Feed(reading.Line.Line), found.Entry.Index) is not { } stored || reading.Line.View(stored) is not { } view)
            return null;
        var (overlaps, count) = new OverlapViews(this).With(found);
        return new ActivityView(
            reading.Line.Mode, reading.Line.Handle, Row(found), found.Content.Aid?.Behalf, found.Content.Aid?.Vehicles, found.Content.Aid?.Marks,
            found.Content.Note?.Language, found.Content.Note?.Text, [.. found.Followed.Select(Followed)], [.. ReadBacks(found)], view.Addressees, view.Receipts,
            overlaps, count, ActivityReach.Of(found, view));
    }

    public ActivityRowView Row(ActivityMatter matter) => new(
        matter.Entry.ToString(), MessageNumber.Of(matter.Entry).ToString(), matter.Party.ToString(), matter.Party == Own, matter.Content.Kind, matter.Content.Title,
        matter.Content.Contact, matter.First.Status, matter.State, matter.IsOver(Now), matter.First.At.ToDateTimeOffset(), matter.Span.From, matter.Span.Until,
        matter.State == ActivityState.Reserved ? matter.Content.ReserveUntil?.ToDateTimeOffset() : null, matter.Expires?.ToDateTimeOffset(),
        matter.Current.Entry.ToString(), Volumes(matter.Current.Volumes));

    /// <summary>What a draft notifies; null where it is none of an activity.</summary>
    public static DraftedActivityView? Drafted(string kind, Content content) => kind == EntryKind.Activity && ActivityContent.From(content) is { } activity
        ? new DraftedActivityView(activity.Kind, activity.Title, [.. activity.Volumes.Select(Parley.Volumes.Texts.VolumeText.Write)])
        : null;

    public IReadOnlyList<ActivityVolumeView> Volumes(IReadOnlyList<Parley.Volumes.Volume> volumes) => [.. volumes.Select(v =>
    {
        var text = Parley.Volumes.Texts.VolumeText.Write(v);
        return new ActivityVolumeView(text, VolumeWords.Of(text, language ?? "en") ?? [], Figure.Of(v.Shapes[0])?.Centroid.ToString() ?? "");
    })];

    private static ActivityFollowedView Followed(ActivityFollowed followed)
    {
        var (said, note) = (followed.Said, NoteOf(followed.Said.What));
        return new ActivityFollowedView(
            said.Entry.ToString(), MessageNumber.Of(said.Entry).ToString(), said.Party.ToString(), said.At.ToDateTimeOffset(), What(said.What), note?.Language, note?.Text,
            followed.Effect, ActivityText.Words(followed.Effect));
    }

    public static string What(object what) => what switch
    {
        ActivityStepContent step => ActivityText.Of(step),
        OverlapWordContent word => ActivityText.Of(word),
        AidWordContent word => ActivityText.Of(word),
        _ => "",
    };

    public static Note? NoteOf(object what) => what switch
    {
        ActivityStepContent step => step.Note,
        OverlapWordContent word => word.Note,
        AidWordContent word => word.Note,
        _ => null,
    };

    private IEnumerable<ActivityReadBackView> ReadBacks(ActivityMatter matter)
    {
        TranscriptPosition? after = null;
        for (var (looked, found) = (0, 0); looked < MostLookedAt && found < Bounds.ReadBacks;)
        {
            var page = reading.Memory.Store.Regarding(reading.Line.Line, matter.Entry, after, 64);
            if (page.Count == 0)
                yield break;
            looked += page.Count;
            after = page[^1].Position;
            foreach (var one in page)
            {
                if (one.Feed.Party == matter.Party || ScannedHeader.Of(reading.Memory, one) is not { Header.Kind: EntryKind.ReadBack, Content: { } content } scanned ||
                    ReadBackContent.From(content) is not { } read)
                    continue;
                found++;
                foreach (var value in read.Values)
                {
                    if (ReadBackOf(matter, scanned, value) is { } view)
                        yield return view;
                }
            }
        }
    }

    /// <summary>Held against the volumes that stood when it was said.</summary>
    private ActivityReadBackView? ReadBackOf(ActivityMatter matter, ScannedHeader scanned, NoticeValue value)
    {
        var standing = matter.Versions.Last(v => v == matter.Versions[0] || scanned.Header.Held.Covers(v.Entry)).Volumes;
        if (ActivityReadBack.IndexOf(value.Field) is not { } index || index >= standing.Count)
            return null;
        var metres = ActivityReadBack.Metres(standing[index], value.Items[0]);
        return new ActivityReadBackView(
            scanned.Header.Ref.ToString(), scanned.Header.Feed.Party.ToString(), scanned.At.ToDateTimeOffset(), index + 1, value.Items[0], metres,
            metres is null || metres > reading.Picture.Extent.Kept.Plan);
    }
}
