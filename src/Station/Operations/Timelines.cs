using System.Globalization;
using Parley.Control;
using Parley.Control.Timelines;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Parties;
using Parley.Station.Silence;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What happened, over all lines of one mode, each item with its source. The loop takes what it knows at one moment; the store is read by the asker's own
/// thread.</summary>
internal static class Timelines
{
    private const int MostDays = 366;
    private const int DefaultDays = 30;
    private const int MostPoints = 120;

    public static object List(OperationContext context, ListTimeline operation)
    {
        if (operation.Limit is < 1 or > Bounds.PageEntries)
            return Refuse(Refusal.Malformed, "A page has 1 to 500 items.");
        if (Kinds(operation.Kinds) is not { } kinds)
            return Refuse(Refusal.Malformed, "Kinds of items are messages, calls, contacts, checks, questions, silence, outside, by-hand and charter, with commas.");
        if (Parties(operation.Parties, out var parties) is false)
            return Refuse(Refusal.Malformed, "Name parties by their ids, such as boreal, with commas.");
        var cursor = operation.Before is null ? null : Cursor.Parse(operation.Before);
        if (operation.Before is not null && cursor is null)
            return Refuse(Refusal.Malformed, "The cursor is not one that a page gave.");
        if (Chosen(context, operation.Lines, operation.Exercise, out var lines, out var mode) is { } unknown)
            return Refuse(unknown.Why, unknown.Detail);
        if (Stretch(context, operation.From, operation.To, out var from, out var to) is { } wrong)
            return Refuse(wrong.Why, wrong.Detail);
        var sources = lines.Select(l => new OneLine(context, l, kinds)).ToList();
        return new Deferred(() =>
        {
            List<TimelineItem> items = [.. sources.SelectMany(s => s.Items(from)).Where(i => i.At >= from && i.At <= to && kinds.Contains(i.Kind) &&
                (parties is null || (i.Party is { } party && parties.Contains(party))) && (cursor is null || Cursor.Compare(i.Place, cursor.Place) < 0))];
            items.Sort(static (a, b) => Cursor.Compare(a.Place, b.Place));
            var page = items.Skip(Math.Max(0, items.Count - operation.Limit)).ToList();
            return new Done<TimelinePage>(new TimelinePage(
                mode, from.ToDateTimeOffset(), to.ToDateTimeOffset(), [.. sources.Select(s => s.Handle)], [.. page.Select(i => View(i, mode))],
                page.Count < items.Count ? new Cursor(page[0].Place).ToString() : null, [.. sources.Select(s => s.NotRead).OfType<string>()]));
        });
    }

    /// <summary>For each row of the tables of counterparts, what was known of its last talk at the end of each of so many stretches.</summary>
    public static object Plot(OperationContext context, PlotContacts operation)
    {
        if (Chosen(context, operation.Lines, operation.Exercise, out var lines, out _) is { } unknown)
            return new Refused<IReadOnlyList<ContactPlotView>>(unknown.Why, unknown.Detail);
        if (Stretch(context, operation.From, operation.To, out var from, out var to) is { } wrong)
            return new Refused<IReadOnlyList<ContactPlotView>>(wrong.Why, wrong.Detail);
        var readings = lines.Where(l => l.Fold.Current?.Terms.Counterparts.Count > 0).Select(l => CallReading.Of(context, l)).ToList();
        return new Deferred(() => new Done<IReadOnlyList<ContactPlotView>>([.. readings.SelectMany(r => Plots(r, from, to))]));
    }

    private static IEnumerable<ContactPlotView> Plots(CallReading reading, Timestamp from, Timestamp to)
    {
        // Talks of before are known at the beginning too.
        var read = reading.Read(from - TimeSpan.FromDays(MostDays));
        var points = reading.Table.ToDictionary(r => r.Pair, _ => new List<ContactPointView>());
        var step = TimeSpan.FromDays(Math.Max(1, Math.Ceiling((to - from).TotalDays / MostPoints)));
        for (var at = from; ; at = at + step < to ? at + step : to)
        {
            var report = ContactFold.Of(new ContactSource(reading.Table, read.Source.Until(at), null, read.From), at);
            foreach (var pair in report.Pairs)
            {
                points[pair.Pair].Add(new ContactPointView(
                    at.ToDateTimeOffset(), pair.Last is { } last ? PairRecord.WholeDays(last, at) : null,
                    pair.LastOneSided is { } alone ? PairRecord.WholeDays(alone, at) : null));
            }

            if (at >= to)
                break;
        }

        return reading.Table.Select(r => new ContactPlotView(reading.Glance.Mode, reading.Glance.Handle, r.Pair, points[r.Pair]));
    }

    private static TimelineItemView View(TimelineItem item, LineMode mode) => new(
        mode, item.At.ToDateTimeOffset(), item.Line, item.Party?.ToString(), item.Kind, item.Mark, item.Text, item.Source, item.Label, item.Entry?.ToString());

    /// <summary>Null where one is none.</summary>
    private static SortedSet<TimelineKind>? Kinds(string? asked)
    {
        if (asked is null)
            return [.. Enum.GetValues<TimelineKind>()];
        SortedSet<TimelineKind> kinds = [];
        foreach (var name in asked.Split(','))
        {
            var at = Array.FindIndex(Enum.GetNames<TimelineKind>(), n => string.Equals(n, name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            if (at < 0)
                return null;
            kinds.Add((TimelineKind)at);
        }

        return kinds;
    }

    private static bool Parties(string? asked, out HashSet<PartyId>? parties)
    {
        List<PartyId?>? named = asked?.Split(',').Select(PartyId.Parse).ToList();
        parties = named?.OfType<PartyId>().ToHashSet();
        return named is null || named.TrueForAll(p => p is not null);
    }

    private static (Refusal Why, string Detail)? Chosen(
        OperationContext context, string? asked, bool exercise, out List<LineState> lines, out LineMode mode)
    {
        (lines, mode) = ([], exercise ? LineMode.Exercise : LineMode.Live);
        foreach (var name in asked?.Split(',') ?? [])
        {
            if (LineNames.Find(context.Memory, name, out var refused) is not { } line)
                return (refused.Why, refused.Detail);
            if (!lines.Contains(line))
                lines.Add(line);
        }

        if (asked is null)
        {
            var of = mode;
            lines = [.. context.Memory.Lines.Values.Where(l => l.Fold.Founding is not null && l.Mode == of)];
            return null;
        }

        var first = mode = lines[0].Mode;
        return lines.Exists(l => l.Mode != first) ? (Refusal.Malformed, "Live and exercise lines never stand on one timeline. Ask for each by itself.") : null;
    }

    private static (Refusal Why, string Detail)? Stretch(OperationContext context, string? begin, string? end, out Timestamp from, out Timestamp to)
    {
        from = to = context.Step.Now;
        if (new[] { begin, end }.OfType<string>().FirstOrDefault(t => LocalClocks.Read(t) is null) is { } wrong)
            return LocalClocks.Wrong(wrong);

        if (end is not null && LocalClocks.Read(end) is { } known && known < to)
            to = known;
        var least = TimeSpan.FromMilliseconds(to.UnixMilliseconds);
        from = begin is null ? to - (least < TimeSpan.FromDays(DefaultDays) ? least : TimeSpan.FromDays(DefaultDays)) : LocalClocks.Read(begin)!.Value;
        return from > to || to - from > TimeSpan.FromDays(MostDays) ? (Refusal.Malformed, "A timeline begins before it ends, and spans at most 366 days.") : null;
    }

    private static Refused<TimelinePage> Refuse(Refusal why, string detail) => new(why, detail);

    /// <summary>The place of an item, as officers hand it back.</summary>
    private sealed record Cursor((Timestamp At, string Line, string Id) Place)
    {
        public static int Compare((Timestamp At, string Line, string Id) a, (Timestamp At, string Line, string Id) b) =>
            a.At.CompareTo(b.At) is not 0 and var time ? time
            : string.CompareOrdinal(a.Line, b.Line) is not 0 and var line ? line
            : string.CompareOrdinal(a.Id, b.Id);

        // A line's name may hold the sign that parts the three; neither of the others does.
        public static Cursor? Parse(string text)
        {
            var (first, last) = (text.IndexOf('|'), text.LastIndexOf('|'));
            return first < last && long.TryParse(text.AsSpan(0, first), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && Timestamp.TryFrom(at, out var time)
                ? new Cursor((time, text[(first + 1)..last], text[(last + 1)..]))
                : null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place.At.UnixMilliseconds}|{Place.Line}|{Place.Id}");
    }

    /// <summary>What is read of one line.</summary>
    private sealed class OneLine
    {
        private readonly StationMemory memory;
        private readonly Timestamp now;
        private readonly SortedSet<TimelineKind> kinds;
        private readonly LineGlance glance;
        private readonly CallReading calls;
        private readonly CheckReading? checks;
        private readonly List<SilenceNote> silences;

        public OneLine(OperationContext context, LineState line, SortedSet<TimelineKind> kinds)
        {
            (memory, now, this.kinds) = (context.Memory, context.Step.Now, kinds);
            glance = LineGlance.Of(context, line);
            calls = CallReading.Of(context, line);
            checks = kinds.Contains(TimelineKind.Checks) && line.Fold.InForce.Any(c => c.Terms.Checks is not null) ? CheckReading.Of(context, line) : null;
            silences = [.. memory.Silence.Notes.Where(n => n.Line == line.Id)];
        }

        public string Handle => glance.Handle;

        /// <summary>That older items are missing, in words; null when all are there.</summary>
        public string? NotRead { get; private set; }

        public List<TimelineItem> Items(Timestamp from)
        {
            var (found, since) = LineScan.All(memory, glance, from, k => TimelineItems.KindOf(k) is { } kind && Wants(kind));
            List<TimelineItem> items = [.. found.Select(f => TimelineItems.Of(glance, f)).OfType<TimelineItem>()];
            if (since > from)
                NotRead = $"{glance.Handle}: so much was said that what is older than {EntryText.Clock(since)} was not read; 'parley read' pages through all of it.";
            if (kinds.Contains(TimelineKind.Calls))
                items.AddRange(TimelineItems.Unacknowledged(glance.Handle, calls.Since(since).Report, now));
            if (kinds.Contains(TimelineKind.Questions))
                items.AddRange(TimelineItems.Unanswered(glance.Handle, new QuestionReading(memory, glance, now).Since(since).Report, now));
            if (checks is not null)
                items.AddRange(TimelineItems.Missed(glance.Handle, checks.Report(since)));
            items.AddRange(silences.SelectMany(n => TimelineItems.Of(glance.Handle, n)));
            items.AddRange(TimelineItems.Outside(glance));
            return items;
        }

        // A message may be a question.
        private bool Wants(TimelineKind kind) => kinds.Contains(kind) || (kind == TimelineKind.Messages && kinds.Contains(TimelineKind.Questions));
    }
}
