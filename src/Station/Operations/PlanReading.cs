using Parley.Control.Plans;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Plans;
using Parley.Station.State;

using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Plans held against the notices of lines. The loop takes what it knows at one moment; the store is read by the asker's own thread.</summary>
internal sealed class PlanReading
{
    private readonly PartyId own;
    private readonly DateTimeOffset now;
    private readonly IReadOnlyDictionary<Digest, FormatState> formats;
    private readonly Dictionary<LineId, (LineMode Mode, string Handle)> names;
    private readonly SortedDictionary<LineId, OneLine> lines = [];

    private PlanReading(OperationContext context, IEnumerable<LineState> read)
    {
        (own, now, formats) = (context.Memory.Own, context.Step.Now.ToDateTimeOffset(), context.Memory.Formats);
        names = context.Memory.Lines.Values.ToDictionary(l => l.Id, l => (l.Mode, LineNames.HandleOf(context.Memory, l)));
        foreach (var line in read)
        {
            lines[line.Id] = new OneLine(
                new NoticeReading(context.Memory, LineGlance.Of(context, line, null), context.Step.Now),
                [.. (line.Fold.Current?.Terms.Formats ?? []).Select(f => formats.GetValueOrDefault(f)?.Format).OfType<NoticeFormat>()], own.ToString());
        }
    }

    /// <summary>Reads the lines of these plans; where one names none, every live line.</summary>
    public static PlanReading For(OperationContext context, IReadOnlyCollection<Plan> plans)
    {
        List<LineState> named = [.. plans.Select(p => p.Line is { } id ? context.Memory.Lines.GetValueOrDefault(id) : null).OfType<LineState>().Distinct()];
        return new(context, plans.Any(p => p.Line is null) ? named.Union(Of(context.Memory, LineMode.Live)) : named);
    }

    /// <summary>Reads every line of that mode.</summary>
    public static PlanReading Whole(OperationContext context, LineMode mode) => new(context, Of(context.Memory, mode));

    public PlanView View(Plan plan)
    {
        var due = PlanDues.Of(plan, FormatOf(plan), For(plan).SelectMany(l => l.Ours), now);
        return new PlanView(
            ModeOf(plan), plan.Number, HandleOf(plan), plan.Title, NullIfEmpty(plan.Format), plan.Span.From, plan.Span.Until, plan.Signs, NullIfEmpty(plan.Note), plan.Officer,
            plan.Kept.ToDateTimeOffset(), new PlanDueView(due.Standing, due.By, due.Announced, due.Voluntary));
    }

    public PlanSignsView Signs(Plan plan) => new(View(plan), [.. For(plan).Select(l => new LineSignsView(
        l.Mode, l.Handle, [.. Parley.Lines.Plans.Signs.Of(plan, l.Ours, l.Told, l.Formats).Select(c => View(c, l))], l.NotRead))]);

    public PlanCalendarView Calendar(IEnumerable<Plan> plans, LineMode mode, NoticeSpan period)
    {
        var calendar = PlanCalendar.Of(
            lines.Values.Select(l => new CalendarLine(l.Handle, l.Matters)), plans.Where(p => ModeOf(p) == mode).Select(p => (p, HandleOf(p) ?? "")), own.ToString(), period);
        return new PlanCalendarView(
            mode, period.From, period.Until, [.. calendar.Rows.Select(View)], calendar.RowsLeftOut,
            [.. calendar.Overlaps.Select(o => new CalendarOverlapView(View(o.One), View(o.Other), o.Common.From, o.Common.Until))], calendar.OverlapsLeftOut,
            [.. lines.Values.Select(l => l.NotRead).OfType<string>()]);
    }

    private static IEnumerable<LineState> Of(StationMemory memory, LineMode mode) =>
        memory.Lines.Values.Where(l => l.Mode == mode && l.Fold.InForce.Count > 0 && !l.Fold.IsClosed && EntryKind.HasPlaceOn(EntryKind.Notice, l.Fold.Founding!.Kind));

    private IEnumerable<OneLine> For(Plan plan) => plan.Line is { } id
        ? lines.TryGetValue(id, out var line) ? [line] : []
        : lines.Values.Where(l => l.Mode == LineMode.Live);

    // Of a line the form that its charter names; elsewhere the newest of that id.
    private NoticeFormat? FormatOf(Plan plan) =>
        (plan.Line is null ? formats.Values.Select(f => f.Format) : For(plan).SelectMany(l => l.Formats)).Where(f => f.Id == plan.Format).MaxBy(f => f.Version);

    private LineMode ModeOf(Plan plan) => plan.Line is { } id && names.TryGetValue(id, out var named) ? named.Mode : LineMode.Live;

    private string? HandleOf(Plan plan) => plan.Line is { } id ? names.TryGetValue(id, out var named) ? named.Handle : id.ToString() : null;

    private CalendarRowView View(CalendarRow row) => new(
        NullIfEmpty(row.Line), row.Party, row.Party == own.ToString(), row.Entry, row.Plan, NullIfEmpty(row.Format), row.Title, row.Event, row.Span.From, row.Span.Until, row.State,
        row.IsOpen);

    private static SignView View(SignCover cover, OneLine line) => new(
        cover.Rule.Sign, cover.Rule.Words, cover.Rule.Alarm,
        [.. cover.Said.Select(s => new SignSaidView(
            s.Entry, EntryRef.Parse(s.Entry) is { } entry ? MessageNumber.Of(entry).ToString() : s.Entry, s.Format.Id, line.TitleOf(s.Format), s.Span.From, s.Span.Until,
            s.Throughout))],
        [.. cover.Offers.Select(o => new SignOfferView(o.Format.Id, line.TitleOf(o.Format), NullIfEmpty(o.Field)))]);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>The notices of one line that are meant: tests announce nothing.</summary>
    private sealed class OneLine(NoticeReading reading, IReadOnlyList<NoticeFormat> formats, string own)
    {
        private (IReadOnlyList<NoticeMatter> Matters, IReadOnlyList<NoticeSaid> Told, string? NotRead)? read;

        public string Handle => reading.Glance.Handle;

        public LineMode Mode => reading.Glance.Mode;

        /// <summary>Of its charter.</summary>
        public IReadOnlyList<NoticeFormat> Formats => formats;

        public IReadOnlyList<NoticeMatter> Matters => Read().Matters;

        public IEnumerable<NoticeMatter> Ours => Matters.Where(m => m.First.Party == own);

        /// <summary>What we said that informs.</summary>
        public IReadOnlyList<NoticeSaid> Told => Read().Told;

        public string? NotRead => Read().NotRead;

        public string TitleOf(NoticeFormat format) => reading.Forms.TitleOf(format);

        private (IReadOnlyList<NoticeMatter> Matters, IReadOnlyList<NoticeSaid> Told, string? NotRead) Read()
        {
            if (read is { } known)
                return known;
            var (notices, from) = reading.Last();
            List<NoticeSaid> said = [.. notices.Where(n => n.Header.Status == Status.Actual).Select(n => n.Said).OfType<NoticeSaid>()];
            var unread = notices.Count(n => n.Said is null);
            var cut = from is { } since ? $"notices before {FieldText.OfTime(since.ToDateTimeOffset())} were not read" : null;
            var gone = unread > 0 ? $"notices that cannot be read here: {unread}" : null;
            read = (
                NoticeFold.Of(said).Matters, [.. said.Where(s => s.Party == own && s.Format.Effect == NoticeEffect.Informs)],
                cut is null && gone is null ? null : $"{Handle}: {string.Join("; ", new[] { cut, gone }.OfType<string>())}.");
            return read.Value;
        }
    }
}
