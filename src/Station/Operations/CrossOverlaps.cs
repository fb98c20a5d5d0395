using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Activities;

namespace Parley.Station.Operations;

/// <summary>Our sites and movements beside what others do on other lines. It is read here and shown to our officers; no operation that speaks on a line reads it.</summary>
internal static class CrossOverlaps
{
    private const int MostSentences = 8;

    public static object List(OperationContext context, ListCrossOverlaps operation)
    {
        var modes = Modes(context);
        return new Deferred(() => new Done<IReadOnlyList<CrossOverlapListView>>([.. modes.Select(m => Of(m, operation.Language)).Where(v => v.Overlaps.Count > 0)]));
    }

    /// <summary>Sentences for the station at a glance: of what the other side has not been told alone, for the rest is told with its line.</summary>
    public static Func<IEnumerable<AttentionView>>? Attention(OperationContext context)
    {
        var modes = Modes(context).Where(m => m.Lines.Count > 1).ToList();
        return modes.Count == 0 ? null : () => [.. modes.SelectMany(Sentences)];
    }

    private static List<Reading> Modes(OperationContext context) =>
        [.. ActivityViews.Lines(context, null, out _)!.GroupBy(l => l.Line.Mode).OrderBy(g => g.Key).Select(g => new Reading(context.Memory.Pictures.Across(g.Key), [.. g]))];

    private static CrossOverlapListView Of(Reading reading, string? language)
    {
        var (told, isCut) = reading.Read(Bounds.CrossOverlapsListed);
        return new CrossOverlapListView(reading.Lines[0].Line.Mode, [.. told.Select(t => View(reading, t.Overlap, t.IsNotified, language))], isCut);
    }

    private static CrossOverlapView View(Reading reading, OwnOverlap own, bool isNotified, string? language)
    {
        var (meeting, views) = (own.Overlap.Meeting, new ActivityViews(reading.Lines[0], language));
        var (ours, theirs) = own.Overlap.One.Party == views.Own ? (own.Overlap.One, own.Overlap.Other) : (own.Overlap.Other, own.Overlap.One);
        // As the line of the other activity tells it: without the minutes that are kept there.
        var common = own.Overlap.Common(reading.MinutesOf(own.Theirs)) ?? meeting.First;
        return new CrossOverlapView(
            reading.HandleOf(own.Ours), views.Row(ours), reading.HandleOf(own.Theirs), views.Row(theirs), own.Overlap.Severity, OverlapViews.Of(meeting.Horizontal),
            OverlapViews.Of(meeting.Vertical), common?.From, common?.Until, meeting.Where?.ToString() ?? "", isNotified,
            isNotified ? $"{theirs.Party} was notified on this line." : Mark(theirs));
    }

    private static string Mark(ActivityMatter theirs) => $"OURS ALONE: {theirs.Party} was not notified of it on that line, and does not know of this.";

    private static IEnumerable<AttentionView> Sentences(Reading reading)
    {
        var (told, isCut) = reading.Read(Bounds.CrossOverlapsListed);
        var own = reading.Lines[0].Memory.Own;
        AttentionView Seen(string line, string sentence, bool isNow) => new(reading.Lines[0].Line.Mode, line, AttentionKind.Across, sentence, isNow);
        var hidden = told.Where(t => !t.IsNotified && t.Overlap.Overlap is { One.First.Status: Status.Actual, Other.First.Status: Status.Actual }).Select(t => t.Overlap).ToList();
        foreach (var one in hidden.Take(MostSentences))
        {
            var (ours, theirs) = one.Overlap.One.Party == own ? (one.Overlap.One, one.Overlap.Other) : (one.Overlap.Other, one.Overlap.One);
            var sentence = $"{OverlapText.Of(one.Overlap)} {theirs.Party}'s {ActivityText.Name(theirs)}: our " +
                $"{ActivityText.Name(ours)} of line {reading.HandleOf(one.Ours)}{ActivityText.From(one.Overlap.Starts(reading.MinutesOf(one.Theirs)))}. {Mark(theirs)}";
            yield return Seen(reading.HandleOf(one.Theirs), sentence, one.Overlap.Severity == OverlapSeverity.Now);
        }

        if (hidden.Count > MostSentences || isCut)
            yield return Seen("", "more of our sites and movements meet what others do on other lines. 'parley overlap across' lists them.", isNow: false);
    }

    /// <summary>The lines of one mode.</summary>
    private sealed record Reading(CrossPicture Across, IReadOnlyList<ActivityReading> Lines)
    {
        public Timestamp Now => Lines[0].Picture.Now;

        public (IReadOnlyList<(OwnOverlap Overlap, bool IsNotified)> Told, bool IsCut) Read(int most) => Across.Read([.. Lines.Select(l => l.Picture)], Now, most);

        public string HandleOf(LineId line) => Of(line).Line.Handle;

        public int MinutesOf(LineId line) => Of(line).Picture.Extent.Kept.Minutes;

        private ActivityReading Of(LineId line) => Lines.First(l => l.Line.Line == line);
    }
}
