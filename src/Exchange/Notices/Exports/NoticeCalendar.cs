using System.Globalization;
using System.Text;
using Parley.Lines.Notices;
using Parley.Volumes.Schedules;
using static Parley.Lines.CalendarText;

namespace Parley.Exchange.Notices.Exports;

/// <summary>A notice as an iCalendar file (RFC 5545): an event for the whole or for each announced window; a journal entry where it says no time.</summary>
public static class NoticeCalendar
{
    /// <summary>The file's text, lines ended by CR LF and folded at 75 octets.</summary>
    public static string Write(NoticeExport export)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Parley//Notices 1//EN");
        Line(text, "CALSCALE:GREGORIAN");
        var times = Times(export);
        for (var at = 0; at < times.Count; at++)
            Event(text, export, times[at], times.Count == 1 ? "" : $"-w{(at + 1).ToString(CultureInfo.InvariantCulture)}", hasAlarms: at == 0);
        if (times.Count == 0)
            Journal(text, export);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> Times(NoticeExport export)
    {
        if (export.Format[export.Format.Start] is { Kind: FieldKind.Volume } field && export.Notice[field.Name] is { } text && FieldText.Volume(text) is { } volume &&
            volume.Schedule.Unfold() is { Complete: true, Windows.Count: > 1 and <= Bounds.ExportWindows } unfolded)
            return [.. unfolded.Windows.Select(w => (w.From, (DateTimeOffset?)w.Until))];
        return export.Start is { } start ? [(start, export.End)] : [];
    }

    private static void Event(StringBuilder text, NoticeExport export, (DateTimeOffset From, DateTimeOffset? Until) time, string window, bool hasAlarms)
    {
        Line(text, "BEGIN:VEVENT");
        Identity(text, export, window);
        var start = Utc(time.From);
        Line(text, $"DTSTART:{start}");
        if (time.Until is { } until && string.CompareOrdinal(Utc(until), start) > 0)
            Line(text, $"DTEND:{Utc(until)}");
        Words(text, export);
        var isOff = export.Format.Effect == NoticeEffect.Cancels;
        Line(text, $"STATUS:{(isOff ? "CANCELLED" : export.Head.Number is null ? "TENTATIVE" : "CONFIRMED")}");
        Line(text, "TRANSP:TRANSPARENT");
        foreach (var minutes in hasAlarms && !isOff ? export.Format.Clocks.Reminders : [])
        {
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"DESCRIPTION:{Escaped(Summary(export))}");
            Line(text, $"TRIGGER:-PT{minutes.ToString(CultureInfo.InvariantCulture)}M");
            Line(text, "END:VALARM");
        }

        Line(text, "END:VEVENT");
    }

    // A journal entry needs no time (RFC 5545, section 3.6.3); an event does.
    private static void Journal(StringBuilder text, NoticeExport export)
    {
        Line(text, "BEGIN:VJOURNAL");
        Identity(text, export, "");
        Words(text, export);
        Line(text, $"STATUS:{(export.Format.Effect == NoticeEffect.Cancels ? "CANCELLED" : export.Head.Number is null ? "DRAFT" : "FINAL")}");
        Line(text, "END:VJOURNAL");
    }

    private static void Identity(StringBuilder text, NoticeExport export, string window)
    {
        var own = export.Head.Number ?? "draft";
        var first = export.First ?? (export.IsChange && export.Head.Regards.Count > 0 ? export.Head.Regards[0] : own);
        Line(text, $"UID:{ExportText.Token(first)}{window}@{ExportText.Token(export.Sender)}");
        Line(text, $"DTSTAMP:{Utc(export.Made)}");
        Line(text, $"SEQUENCE:{(export.Changes ?? (export.IsChange ? export.Head.Regards.Count : 0)).ToString(CultureInfo.InvariantCulture)}");
    }

    private static void Words(StringBuilder text, NoticeExport export)
    {
        Line(text, $"SUMMARY:{Escaped(Summary(export))}");
        var mark = export.Head.IsExercise ? NoticePaper.Exercised : null;
        var regards = export.Head.Regards.Count > 0 ? $"Regards No. {string.Join(", ", export.Regards)}" : null;
        var parts = new[] { mark, regards, export.Numbered(export.Reader), mark }.OfType<string>();
        Line(text, $"DESCRIPTION:{Escaped(string.Join('\n', parts))}");
        Line(text, "CLASS:CONFIDENTIAL");
    }

    private static string Summary(NoticeExport export) => export.Marked($"{export.Title(export.Reader)} {export.Number}");
}
