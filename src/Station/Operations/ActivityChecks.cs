using System.Globalization;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Station.Activities;
using Parley.Volumes;
using Parley.Volumes.Discrepancies;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What an officer should know before an activity leaves, in sentences. Nothing here keeps it from leaving: he asks for it in spite of them.</summary>
internal static class ActivityChecks
{
    private const int MostNamed = 4;

    public static object Check(OperationContext context, CheckActivity operation)
    {
        if (ActivityInputs.Line(context, operation.Line, out var glance, out var why) is not { } line || ActivityInputs.Volumes(operation.Volumes, out why) is not { } volumes)
            return new Refused<ActivityCheckView>(why.Refusal, why.Detail);
        if (volumes.Count == 0 || !Enum.IsDefined(operation.Kind))
            return new Refused<ActivityCheckView>(Refusal.NoVolume, "Name a kind and at least one volume.");
        var warnings = Warnings(context, line, glance, operation.Kind, volumes);
        var views = ActivityViews.Of(context, line);
        var planned = Planned(context, line, operation.Kind, volumes);
        return new Deferred(() =>
        {
            var (told, count) = glance.Read((_, finder) => finder.Of(planned, volumes, glance.Now));
            Name(context, line, told, planned.Entry);
            var overlaps = new OverlapViews(new ActivityViews(views, null));
            return new Done<ActivityCheckView>(new ActivityCheckView(views.Line.Mode, warnings, [.. told.Select(o => WithoutName(overlaps.Of(o), planned.Entry))], count));
        });
    }

    /// <summary>What is not notified has no entry and no number: nobody is to ask for one.</summary>
    private static OverlapView WithoutName(OverlapView overlap, EntryRef planned) =>
        overlap.One.Entry == planned.ToString() ? overlap with { One = WithoutName(overlap.One) } : overlap with { Other = WithoutName(overlap.Other) };

    private static ActivityRowView WithoutName(ActivityRowView row) => row with { Entry = "", Number = "", Standing = "" };

    /// <summary>Of volumes that are to be notified.</summary>
    public static IReadOnlyList<string> Warnings(OperationContext context, LineState line, PictureGlance glance, ActivityKind kind, IReadOnlyList<Volume> volumes) =>
        [.. OfTime(glance, volumes), .. OfOverlaps(context, line, glance, Planned(context, line, kind, volumes), volumes)];

    /// <summary>What this officer has been shown when he notifies these volumes in spite of the warnings.</summary>
    public static Heads Despite(OperationContext context, LineState line, PictureGlance glance, ActivityKind kind, IReadOnlyList<Volume> volumes) =>
        Despite(context, line, glance, Planned(context, line, kind, volumes), volumes);

    /// <summary>What this officer has been shown when he says what becomes of an activity in spite of the warnings.</summary>
    public static Heads Despite(OperationContext context, LineState line, PictureGlance glance, ActivityMatter matter, ActivityStepContent step) =>
        Despite(context, line, glance, matter, step.Volumes.Count > 0 ? step.Volumes : matter.Current.Volumes);

    /// <summary>Of a step: what its volumes meet, and how far they are from what was notified (R20); and who has not acknowledged it before it begins.</summary>
    public static IReadOnlyList<string> OfStep(OperationContext context, LineState line, PictureGlance glance, ActivityMatter matter, ActivityStepContent step)
    {
        List<string> warnings = [];
        if (step.Volumes.Count > 0)
        {
            warnings.AddRange(Differences(glance, matter, step.Volumes));
            warnings.AddRange(OfTime(glance, step.Volumes));
            warnings.AddRange(OfOverlaps(context, line, glance, matter, step.Volumes));
        }

        if (step.Step == ActivityStep.Activate)
            warnings.AddRange(OfAddressees(context, line, matter));
        return warnings;
    }

    /// <summary>An activity as it would be, for comparing alone.</summary>
    private static ActivityMatter Planned(OperationContext context, LineState line, ActivityKind kind, IReadOnlyList<Volume> volumes)
    {
        var own = context.Memory.Own;
        var entry = new EntryRef(own, line.OwnGeneration ?? default, Lane.Ordinary, Parley.Lines.Bounds.FeedSize);
        var position = new Parley.Lines.Transcripts.TranscriptPosition(context.Step.Now, 0, own, entry.Generation, entry.Lane, entry.Index);
        var content = new ActivityContent(kind, "planned", "-", volumes);
        var said = new ActivitySaid(entry, position, context.Step.Now, Precedence.Priority, Status.Actual, [], line.Heads, line.Heads, content);
        return ActivityFold.Of(entry, [said])!;
    }

    private static IEnumerable<string> OfTime(PictureGlance glance, IReadOnlyList<Volume> volumes)
    {
        var now = glance.Now.ToDateTimeOffset();
        foreach (var (index, volume) in volumes.Index())
        {
            if (volume.Schedule.Validity.Until <= now)
                yield return string.Create(CultureInfo.InvariantCulture, $"Volume {index + 1} is past: it ended {Clock(volume.Schedule.Validity.Until)}.");
        }
    }

    private static List<string> OfOverlaps(
        OperationContext context, LineState line, PictureGlance glance, ActivityMatter planned, IReadOnlyList<Volume> volumes)
    {
        var (told, count) = glance.Read((_, finder) => finder.Of(planned, volumes, glance.Now));
        var shown = Writing.Seen(context, line, EntryKind.Activity);
        List<string> sentences = [];
        foreach (var overlap in told.Take(MostNamed))
        {
            var other = overlap.Beside(planned.Entry);
            var reserve = other.State == ActivityState.Reserved ? " It is RESERVED." : "";
            var isKnown = shown.Covers(other.Current.Entry) || context.Memory.PictureShown.IsNamed(context.Actor.Name, line.Id, other.Current.Entry);
            var whose = $"{other.Party}'s {other.Content.Kind.Name()} {other.Content.Title}";
            sentences.Add($"{OverlapText.Of(overlap)} {whose}{When(overlap, glance.Extent.Kept.Minutes)}.{reserve}{(isKnown ? "" : " You have not been shown it.")}");
        }

        if (count > MostNamed)
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"It meets {count - MostNamed} more."));
        Name(context, line, told.Take(MostNamed), planned.Entry);
        return sentences;
    }

    /// <summary>What this officer has been shown when he asks for it in spite of the warnings: what they named too, where that is all that overlaps.</summary>
    private static Heads Despite(OperationContext context, LineState line, PictureGlance glance, ActivityMatter planned, IReadOnlyList<Volume> volumes)
    {
        var seen = Writing.Seen(context, line, EntryKind.Activity);
        var (told, count) = glance.Read((_, finder) => finder.Of(planned, volumes, glance.Now));
        return told.Count < count ? seen
            : context.Memory.PictureShown.Despite(context.Actor.Name, line.Id, seen, [.. told.Select(o => o.Beside(planned.Entry).Current.Entry)]);
    }

    private static void Name(OperationContext context, LineState line, IEnumerable<Overlap> told, EntryRef planned) =>
        context.Memory.PictureShown.Name(context.Actor.Name, line.Id, told.Select(o => o.Beside(planned).Current.Entry));

    private static IEnumerable<string> Differences(PictureGlance glance, ActivityMatter matter, IReadOnlyList<Volume> volumes)
    {
        var first = ShapeDiscrepancy.Between([.. matter.Versions[0].Volumes.SelectMany(v => v.Shapes)], [.. volumes.SelectMany(v => v.Shapes)]);
        if (!first.Beyond(glance.Extent.Kept.Plan))
            yield break;
        yield return first.Metres is { } metres
            ? string.Create(CultureInfo.InvariantCulture, $"It DIFFERS from what was notified by {metres / 1000:0.0} km.")
            : "It DIFFERS from what was notified, and nobody can tell by how much.";
    }

    /// <summary>Action addressees that have not acknowledged, by what they report; said before it begins (R3).</summary>
    private static IEnumerable<string> OfAddressees(OperationContext context, LineState line, ActivityMatter matter)
    {
        if (matter.Content.Addressees is not { Count: > 0 } || context.Memory.Store.Entry(matter.Entry.Feed(line.Id), matter.Entry.Index) is not { } stored ||
            LineGlance.Of(context, line).View(stored) is not { } view)
            yield break;
        foreach (var addressee in view.Addressees.Where(a => a.Confirmed is null))
            yield return $"{addressee.Party}:{addressee.Role} has NOT ACKNOWLEDGED it, as far as they report.";
    }

    private static string When(Overlap overlap, int overlapMinutes) => overlap.Starts(overlapMinutes) is { } at ? $" from {Clock(at)}" : "";

    private static string Clock(DateTimeOffset at) => EntryText.Clock(Parley.Ledger.Timestamp.From(at));
}
