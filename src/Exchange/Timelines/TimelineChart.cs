using System.Globalization;
using System.Text;

namespace Parley.Exchange.Timelines;

/// <summary>Days since contact of one pair as a drawing in the page, with what it shows in words beside it.</summary>
internal static class TimelineChart
{
    private const double Width = 480;
    private const double Height = 190;
    private const double Left = 46;
    private const double Right = 16;
    private const double Top = 14;
    private const double Bottom = 30;

    public static void Write(StringBuilder html, TimelinePlot plot, bool isExercise)
    {
        var last = plot.Points.Count > 0 ? plot.Points[^1] : null;
        var name = $"{(isExercise ? "EXERCISE " : "")}{plot.Line}, {plot.Pair}: {Words(last)}";
        html.Append("<figure>\n<figcaption><strong>").Append(TimelineHtml.Text(name)).Append("</strong></figcaption>\n");
        var most = plot.Points.Select(p => Math.Max(p.Days ?? 0, p.OneSidedDays ?? 0)).DefaultIfEmpty(0).Max();
        if (last is not null && plot.Points.Any(p => p.Days is not null || p.OneSidedDays is not null))
            Draw(html, plot, Scale(most), name);
        html.Append("</figure>\n");
    }

    private static string Words(TimelinePoint? last) => last switch
    {
        null => "nothing was read",
        { Days: null, OneSidedDays: null } => "no talk is known",
        { Days: { } days, OneSidedDays: { } alone } => $"{Days(days)} at the end, {Days(alone)} by the word of one side alone",
        { Days: { } days } => $"{Days(days)} at the end",
        { OneSidedDays: var alone } => $"no talk that both sides state; {Days(alone!.Value)} at the end by the word of one side alone",
    };

    private static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");

    // A round number at the top of the axis, that two halves can stand at.
    private static int Scale(int most)
    {
        var scale = 2;
        for (var step = 0; scale < most; step++)
            scale = (step % 3) switch { 0 => scale / 2 * 4, 1 => scale / 2 * 5, _ => scale * 2 };
        return scale;
    }

    private static void Draw(StringBuilder html, TimelinePlot plot, int most, string name)
    {
        html.Append("<svg viewBox=\"0 0 ").Append(Number(Width)).Append(' ').Append(Number(Height))
            .Append("\" role=\"img\" aria-label=\"").Append(TimelineHtml.Text(name)).Append("\">\n");
        foreach (var days in new[] { 0, most / 2, most })
        {
            var y = Number(Y(days, most));
            html.Append("<path class=\"axis\" d=\"M").Append(Number(Left)).Append(' ').Append(y).Append(" H").Append(Number(Width - Right)).Append("\"/>")
                .Append("<text x=\"").Append(Number(Left - 6)).Append("\" y=\"").Append(y)
                .Append("\" dy=\"4\" text-anchor=\"end\">").Append(days.ToString(CultureInfo.InvariantCulture))
                .Append(days == most ? " d" : "").Append("</text>\n");
        }

        foreach (var (at, anchor, x) in new[] { (plot.Points[0].At, "start", Left), (plot.Points[^1].At, "end", Width - Right) })
        {
            html.Append("<text x=\"").Append(Number(x)).Append("\" y=\"").Append(Number(Height - 8)).Append("\" text-anchor=\"").Append(anchor).Append("\">")
                .Append(at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("</text>\n");
        }

        Line(html, plot, most, "alone", static p => p.OneSidedDays);
        Line(html, plot, most, "both", static p => p.Days);
        html.Append("</svg>\n");
    }

    // A talk takes the line down at once; what is not known breaks it.
    private static void Line(StringBuilder html, TimelinePlot plot, int most, string name, Func<TimelinePoint, int?> of)
    {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        int? before = null;
        for (var i = 0; i < plot.Points.Count; i++)
        {
            var point = plot.Points[i];
            if (of(point) is { } days)
            {
                // Known at one time alone: a line would have no length.
                if (before is null && (i + 1 == plot.Points.Count || of(plot.Points[i + 1]) is null))
                {
                    dots.Append("<circle class=\"").Append(name).Append(" dot\" cx=\"").Append(Number(X(point.At, plot))).Append("\" cy=\"").Append(Number(Y(days, most)))
                        .Append("\" r=\"3\"/>\n");
                }

                if (days < before)
                    path.Append('H').Append(Number(X(point.At, plot))).Append(" V").Append(Number(Y(days, most))).Append(' ');
                else
                    path.Append(before is null ? 'M' : 'L').Append(Number(X(point.At, plot))).Append(' ').Append(Number(Y(days, most))).Append(' ');
            }

            before = of(point);
        }

        if (path.Length > 0)
            html.Append("<path class=\"").Append(name).Append("\" d=\"").Append(path.ToString().TrimEnd()).Append("\"/>\n");
        html.Append(dots);
    }

    private static double X(DateTimeOffset at, TimelinePlot plot)
    {
        var (from, span) = (plot.Points[0].At, (plot.Points[^1].At - plot.Points[0].At).TotalSeconds);
        return Left + (span <= 0 ? 0 : (at - from).TotalSeconds / span * (Width - Left - Right));
    }

    private static double Y(int days, int most) => Height - Bottom - ((double)days / most * (Height - Top - Bottom));

    private static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
