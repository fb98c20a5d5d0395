using System.Globalization;
using Parley.Console.Activities;
using Parley.Console.Words;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>A mark on a timeline.</summary>
/// <param name="At">Where it begins, hundredths of a percent of the way from its first to its last time.</param>
/// <param name="Long">How long it is, in the same measure.</param>
/// <param name="Title">What it is, in words.</param>
internal sealed record SeenMark(int Number, int At, int Long, VerdictKind Verdict, string Title);

/// <summary>One row of a timeline: what was seen of one kind, or of one party.</summary>
internal sealed record SeenRow(string Label, IReadOnlyList<SeenMark> Marks);

/// <summary>A time that is written below a timeline.</summary>
internal sealed record SeenTick(int At, string Text);

/// <summary>What was seen, laid out over time. The table of the page says the same.</summary>
internal sealed record SeenRows(IReadOnlyList<SeenRow> Rows, IReadOnlyList<SeenTick> Ticks)
{
    private const int Width = 10_000;
    private const int Steps = 4;

    /// <param name="byParty">A row for each party and not for each kind.</param>
    public static SeenRows Of(IReadOnlyList<ExplainedView> seen, DateTimeOffset from, DateTimeOffset to, bool byParty, Language say)
    {
        var rows = byParty
            ? seen.GroupBy(s => s.Seen.Party ?? "").OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Row(g.Key.Length == 0 ? say["observation.party.unknown"] : ActivityWords.Shown(g.Key), g))
            : seen.GroupBy(s => s.Seen.Kind).OrderBy(g => g.Key).Select(g => Row(SeenWords.Kind(g.Key, say), g));
        return new SeenRows([.. rows], from < to ? Under(from, to) : []);

        SeenRow Row(string label, IEnumerable<ExplainedView> of) => new(label, [.. of.OrderBy(s => s.Seen.From).ThenBy(s => s.Seen.Number).Select(Mark)]);

        SeenMark Mark(ExplainedView one)
        {
            var (at, end) = (Place(one.Seen.From, from, to), Place(one.Seen.Until, from, to));
            var what = $"{say.Number(one.Seen.Number)} {SeenWords.Kind(one.Seen.Kind, say)}, {Clock(one.Seen.From)}: {SeenWords.Verdict(one.Verdict, say)}";
            return new SeenMark(one.Seen.Number, at, Math.Max(0, end - at), one.Verdict, what);
        }
    }

    /// <summary>Such as <c>12.34%</c>, in whatever language: it is read by the browser.</summary>
    public static string Percent(int place) => (place / 100.0).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    // What lies outside is drawn at the edge: nothing is left out.
    private static int Place(DateTimeOffset at, DateTimeOffset from, DateTimeOffset to) =>
        from >= to ? 0 : (int)Math.Round(Math.Clamp((at - from) / (to - from), 0, 1) * Width);

    private static IReadOnlyList<SeenTick> Under(DateTimeOffset from, DateTimeOffset to) =>
    [
        .. Enumerable.Range(0, Steps + 1).Select(i => (At: i * Width / Steps, Time: from + ((to - from) * i / Steps)))
            .Select(t => new SeenTick(t.At, t.Time.UtcDateTime.ToString(to - from > TimeSpan.FromDays(2) ? "MM-dd" : "HH:mm'Z'", CultureInfo.InvariantCulture))),
    ];

    private static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
