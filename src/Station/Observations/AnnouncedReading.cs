using System.Globalization;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;
using Parley.Station.Operations;

namespace Parley.Station.Observations;

/// <summary>Where something announced stands.</summary>
/// <param name="Line">Null: it is a public warning.</param>
/// <param name="Entry">The first word of it; null: it is a public warning.</param>
/// <param name="Party">Whose word it is; empty: not known.</param>
/// <param name="IsActivity">It is an activity and no notice.</param>
/// <param name="Span">As long as it lasts; null: it names no time.</param>
/// <param name="IsOpen">Nobody has ended it.</param>
/// <param name="Effect">Of the form; null: an activity or a public warning.</param>
/// <param name="At">When it was said, or entered.</param>
/// <param name="Warning">Number of the public warning that it is; null: it was said on a line.</param>
internal sealed record AnnouncedSource(
    ObservedLine? Line, EntryRef? Entry, string Party, string Number, string Title, bool IsActivity, NoticeSpan? Span, bool IsOpen, NoticeEffect? Effect, DateTimeOffset At,
    int? Warning = null);

/// <summary>All that was announced on lines of one mode and is meant, by everybody, about a time, and the public warnings of that time. Tests announce nothing.</summary>
internal sealed class AnnouncedReading
{
    private readonly Dictionary<Announced, AnnouncedSource> announced = new(ReferenceEqualityComparer.Instance);
    private readonly List<AnnouncedSource> told = [];
    private readonly List<NoticeMatter> matters = [];
    private readonly List<string> notRead = [];

    /// <param name="time">About which something is to be explained.</param>
    public AnnouncedReading(IEnumerable<ObservedLine> lines, IEnumerable<StandingWarning> warnings, NoticeSpan time)
    {
        var around = TimeSpan.FromDays(Bounds.AnnouncedDays);
        var wide = new NoticeSpan(time.From - around, time.Until + around);
        foreach (var line in lines.Where(l => l.HasNotices))
        {
            Notices(line);
            Activities(line, wide);
        }

        foreach (var (warning, _, one) in warnings)
        {
            if (one is not null && Of(warning, one) is { Span: { } span } source && span.Overlaps(wide))
                announced[one] = source;
        }
    }

    public IEnumerable<Announced> All => announced.Keys;

    /// <summary>Everything announced or told with where it stands; of public warnings those that nobody has replaced or cancelled.</summary>
    public IEnumerable<AnnouncedSource> Sources => announced.Values.Where(s => s.Warning is null || s.IsOpen).Concat(told).DistinctBy(s => (s.Line?.Id, s.Entry, s.Warning));

    /// <summary>Notices that announce, with what followed them.</summary>
    public IReadOnlyList<NoticeMatter> Matters => matters;

    /// <summary>In sentences.</summary>
    public IReadOnlyList<string> NotRead => notRead;

    public AnnouncedSource SourceOf(Announced one) => announced[one];

    private void Notices(ObservedLine line)
    {
        var (notices, from) = line.Notices.Last();
        if (from is { } since)
            notRead.Add($"{line.Handle}: notices before {FieldText.OfTime(since.ToDateTimeOffset())} were not read.");
        if (notices.Count(n => n.Said is null) is > 0 and var gone)
            notRead.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Handle}: notices that cannot be read here: {gone}."));
        var meant = notices.Where(n => n.Said is not null && n.Header.Status == Status.Actual).ToList();
        var byEntry = meant.ToDictionary(n => n.Said!.Entry);
        foreach (var matter in NoticeFold.Of(meant.Select(n => n.Said!)).Matters)
        {
            matters.Add(matter);
            var source = Of(line, byEntry[matter.First.Entry], SpanOf(matter), matter.IsOpen);
            if (AnnouncedNotice.Of(matter, source.Number, Known) is { } one)
                announced[one] = source;
            else
                told.Add(source);
        }

        foreach (var notice in meant.Where(n => n.Said!.Format.Effect == NoticeEffect.Informs))
        {
            var source = Of(line, notice, NoticeSpan.Of(notice.Said!), isOpen: true);
            if (AnnouncedNotice.OfPosture(notice.Said!, source.Number, Known(notice.Said!)) is { } one)
                announced[one] = source;
            else
                told.Add(source);
        }

        DateTimeOffset Known(NoticeSaid said) => KnownAt(line, byEntry[said.Entry]);
    }

    private void Activities(ObservedLine line, NoticeSpan time)
    {
        var found = line.Activities.Read((book, _) => book.All
            .Where(m => m.First.Status == Status.Actual && time.Overlaps(new NoticeSpan(m.Span.From, m.Span.Until)))
            .OrderBy(m => m.First.Position).Take(Bounds.AnnouncedHeld + 1)
            .Select(m => (AnnouncedActivity.Of(m, MessageNumber.Of(m.Entry).ToString()), new AnnouncedSource(
                line, m.Entry, m.Entry.Party.ToString(), MessageNumber.Of(m.Entry).ToString(), ActivityText.Name(m), true, new NoticeSpan(m.Span.From, m.Span.Until),
                !m.IsOver(line.Activities.Now), null, m.First.At.ToDateTimeOffset())))
            .ToList());
        if (found.Count > Bounds.AnnouncedHeld)
            notRead.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Handle}: of the activities of that time {Bounds.AnnouncedHeld} were compared, and not the rest."));
        foreach (var (one, source) in found.Take(Bounds.AnnouncedHeld))
            announced[one] = source;
    }

    private static AnnouncedSource Of(ObservedLine line, ScannedNotice notice, NoticeSpan? span, bool isOpen) => new(
        line, notice.Header.Ref, notice.Header.Ref.Party.ToString(), MessageNumber.Of(notice.Header.Ref).ToString(), line.Forms.TitleOf(notice.Said!.Format), false, span,
        isOpen, notice.Said.Format.Effect, notice.Scanned.At.ToDateTimeOffset());

    private static AnnouncedSource Of(PublicWarning warning, Announced one) => new(
        null, null, one.Party, warning.Reference, $"public warning: {string.Join(", ", warning.Kinds.Select(k => k.Name()))}", false,
        new NoticeSpan(warning.Begins!.Value, warning.Ends!.Value), one.Closed is null, null, warning.Entered.ToDateTimeOffset(), warning.Number);

    // A notice to us counts from when our station recorded it, our own from when it was said.
    private static DateTimeOffset KnownAt(ObservedLine line, ScannedNotice notice) =>
        (line.Notices.Glance.RecordedAt(notice.Scanned.Stored) ?? notice.Scanned.At).ToDateTimeOffset();

    private static NoticeSpan? SpanOf(NoticeMatter matter)
    {
        var spans = matter.Events.Where(e => e.State != EventState.Cancelled).Select(e => NoticeSpan.Of(matter, e)).OfType<NoticeSpan>().ToList();
        return spans.Count == 0 ? null : new NoticeSpan(spans.Min(s => s.From), spans.Max(s => s.Until));
    }
}
