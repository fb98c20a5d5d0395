using System.Globalization;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>Notices as officers see them.</summary>
internal sealed class NoticeViews(StationMemory memory, NoticeReading reading)
{
    private const int MostWarnings = 8;
    private readonly List<AgreementSaid> agreement = reading.Agreement();
    private readonly DateTimeOffset now = reading.Now.ToDateTimeOffset();
    private readonly string own = memory.Own.ToString();

    /// <summary>Notices since then, and older ones that are open.</summary>
    public NoticeListView List(DateTimeOffset from, bool open)
    {
        var (all, since) = reading.Last();
        var byEntry = all.ToDictionary(n => n.Header.Ref.ToString());
        var (matters, strays) = NoticeFold.Of(all.Select(n => n.Said).OfType<NoticeSaid>());
        var shown = matters.Where(m => m.IsOpen || (!open && At(byEntry[m.First.Entry]) >= from)).Select(m => Of(m, byEntry)).ToList();
        var steps = matters.SelectMany(m => m.Steps).Select(s => s.Said.Entry).ToHashSet();
        var others = all.Where(n => n.Said?.Format.Effect != NoticeEffect.Announces && !steps.Contains(n.Header.Ref.ToString())).Reverse()
            .Select(n => Of(n)).Where(v => open ? v.Question is { IsOpen: true } : v.At >= from || v.Question is { IsOpen: true });
        return new NoticeListView(
            reading.Glance.Mode,
            reading.Glance.Handle,
            since is { } cut && cut.ToDateTimeOffset() > from ? cut.ToDateTimeOffset() : from,
            [.. AgreementFold.Standing(agreement).Select(Of)],
            [.. shown.OrderBy(m => m.Due is null).ThenBy(m => m.Due?.At).ThenByDescending(m => m.Notice.At)],
            [.. others]);
    }

    /// <summary>What an officer must see at a glance: announced events that begin soon, notices of completion that are late, and what is announced at short notice.</summary>
    public IEnumerable<AttentionView> Attention()
    {
        var (all, _) = reading.Last(Bounds.NoticesGlanced);
        var status = all.ToDictionary(n => n.Header.Ref.ToString(), n => n.Header.Status);
        var (matters, _) = NoticeFold.Of(all.Select(n => n.Said).OfType<NoticeSaid>());
        var said = matters.Where(m => m.IsOpen && status[m.First.Entry] == Status.Actual).SelectMany(Sentences).ToList();
        foreach (var (sentence, isLate) in said.Take(MostWarnings))
            yield return Seen(sentence, isLate);
        if (said.Count > MostWarnings)
            yield return Seen($"{said.Count - MostWarnings} more notices wait. 'parley notice list --open' lists them.");
    }

    private AttentionView Seen(string sentence, bool isLate = false) => new(reading.Glance.Mode, reading.Glance.Handle, AttentionKind.Notice, sentence, isLate);

    private IEnumerable<(string Sentence, bool IsLate)> Sentences(NoticeMatter matter)
    {
        var what = $"{reading.Forms.TitleOf(matter.First.Format)} ({NumberOf(matter.First.Entry)})";
        var by = matter.First.Party == own ? "our" : $"{matter.First.Party}'s";
        if (NoticeNext.Reminded(matter, now) is { } soon)
            yield return ($"REMINDER: {by} {what}{Event(matter, soon.Number)} begins {Clock(soon.Start!.Value)}.", false);
        foreach (var late in matter.Overdue(now).Take(1))
            yield return ($"OVERDUE: nobody has said that {by} {what}{Event(matter, late.Number)} is over; it was to end {Clock(late.End!.Value)}.", true);
    }

    /// <summary>One notice with what can be known of it, its lines included.</summary>
    public NoticeView Of(ScannedNotice notice)
    {
        var (header, glance) = (notice.Header, reading.Glance);
        var entry = glance.View(notice.Scanned.Stored);
        var (format, said) = (notice.Said?.Format, notice.Content?.Notice ?? new Notice("", 1, "und", []));
        IReadOnlyList<PartyId> notBound = format is null ? [] : AgreementFold.NotBound(agreement.TakeWhile(a => a.At <= notice.Scanned.At.ToDateTimeOffset()), format.Id);
        return new NoticeView(
            glance.Mode,
            glance.Handle,
            header.Ref.ToString(),
            MessageNumber.Of(header.Ref).ToString(),
            header.Feed.Party.ToString(),
            header.Time.ToDateTimeOffset(),
            header.Status,
            header.Precedence,
            notice.Content?.Format.ToString() ?? "",
            format?.Number ?? "",
            format is null ? notice.Content?.Format.Id ?? "" : reading.Forms.TitleOf(format),
            format?.Effect,
            format?.Voluntary == true || notBound.Count > 0,
            said.Language,
            said.Values,
            format is null ? [] : reading.Forms.LinesOf(format, said),
            [.. header.Regards.Select(r => new NoticeRefView(r.ToString(), MessageNumber.Of(r).ToString()))],
            notice.Why,
            format is null ? [] : NoticeChecks.Gaps(format, said),
            format is null ? [] : NoticeChecks.Marks(format, said),
            Clocks(notice, format, said, entry),
            [.. notBound.Select(p => p.ToString())],
            format is null ? [] : [.. ReadBacks(format, said, header.Ref)],
            entry?.Addressees ?? [],
            entry?.Receipts ?? [],
            entry?.Question);
    }

    private static NoticeClocksView Clocks(ScannedNotice notice, NoticeFormat? format, Notice said, EntryView? entry) => format is null
        ? NoticeChecks.NoClocks
        : NoticeChecks.Clocks(NoticeClocks.Of(format, said, notice.Said!.Receipt), entry?.Question?.Due);

    private NoticeMatterView Of(NoticeMatter matter, Dictionary<string, ScannedNotice> byEntry)
    {
        var overdue = matter.Overdue(now).Select(e => e.Number).ToHashSet();
        var due = NoticeNext.Of(matter, now);
        return new NoticeMatterView(
            Of(byEntry[matter.First.Entry]),
            ReferenceEquals(matter.Current, matter.First) ? null : matter.Current.Entry,
            matter.IsOpen,
            [.. matter.Events.Select(e => new NoticeEventView(e.Number, e.State, e.Start, e.End, overdue.Contains(e.Number)))],
            [.. matter.Steps.Select(s => new NoticeStepView(
                s.Said.Entry, NumberOf(s.Said.Entry), s.Said.Party, At(byEntry[s.Said.Entry]), s.Said.Format.Id, reading.Forms.TitleOf(s.Said.Format), s.Said.Format.Effect,
                s.Effect, NoticeChecks.Words(s.Effect)))],
            due is null ? null : new NoticeDueView(due.What, due.At, due.What == NoticeDue.Completion && matter.First.Party == own, due.At < now));
    }

    private static AgreementView Of(AgreementSaid said) => new(
        said.Entry.Party.ToString(), said.What.State, said.What.Formats, said.At, said.Entry.ToString(), said.What.Note.Language, said.What.Note.Text);

    private IEnumerable<ReadBackView> ReadBacks(NoticeFormat format, Notice notice, EntryRef entry)
    {
        foreach (var scanned in reading.Regarding(entry, EntryKind.ReadBack, Bounds.ReadBacks))
        {
            // Whoever wrote the notice does not read it back.
            if (scanned.Content is null || scanned.Header.Feed.Party == entry.Party || ReadBackContent.From(scanned.Content) is not { } content)
                continue;
            foreach (var value in content.Values)
            {
                var (metres, differs) = ReadBackContent.Compare(format, notice, value, static _ => null);
                yield return new ReadBackView(
                    scanned.Header.Ref.ToString(), scanned.Header.Feed.Party.ToString(), scanned.At.ToDateTimeOffset(), value.Field, value.Items[0], metres, differs);
            }
        }
    }

    private static DateTimeOffset At(ScannedNotice notice) => notice.Scanned.At.ToDateTimeOffset();

    private static string Event(NoticeMatter matter, int number) =>
        matter.Events.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", event {number} of {matter.Events.Count},");

    private static string NumberOf(string entry) => MessageNumber.Of(EntryRef.Parse(entry)!.Value).ToString();

    private static string Clock(DateTimeOffset at) => EntryText.Clock(Timestamp.From(at));
}
