using Parley.Console.Frame;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>Addresses of the pages of notices.</summary>
internal static class NoticeLinks
{
    /// <param name="line">Null: every line.</param>
    public static string Inbox(string? line, bool open = false) => PageAddress.Of("notices", ("line", line), ("open", open ? "yes" : null));

    public static string One(string line, string entry) => PageAddress.Of("notice", ("line", line), ("entry", entry));

    public static string Draft(string id) => PageAddress.Of("notice/draft", ("id", id));

    public static string Formats(string? line, string? format = null) => PageAddress.Of("notices/formats", ("line", line), ("format", format));

    /// <param name="plan">Number of the plan whose signs are shown.</param>
    public static string Calendar(bool exercise, int? plan = null) => PageAddress.Of(
        "notices/calendar", ("exercise", exercise ? "yes" : null), ("plan", plan?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static string Write(string? line, string? format = null, string? regards = null, string? draft = null) =>
        PageAddress.Of("notice/write", ("line", line), ("format", format), ("regards", regards), ("draft", draft));

    /// <summary>The id of a format out of <c>id/version/hash</c>.</summary>
    public static string IdOf(string format) => format.Split('/')[0];

    /// <summary>Whether a notice of that effect may follow one of that party: only its author changes an announcement, and nobody answers himself.</summary>
    public static bool MayFollow(NoticeEffect effect, bool isOurs) =>
        NoticeFold.IsStep(effect) ? isOurs : effect != NoticeEffect.Answers || !isOurs;
}
