using System.Globalization;
using System.Text;

namespace Parley.Bench.Observations;

/// <summary>A receiver operating curve as a picture (SVG): across, the share of moved launches that are explained; upward, that of those that flew.</summary>
internal static class Curve
{
    private const int Side = 400;
    private const int Margin = 50;

    public static string Write(string title, IReadOnlyList<(double Price, Shares Shares)> ours, IReadOnlyList<(string Rule, Shares Shares)> marks)
    {
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Side + 4 * Margin} {Side + 2 * Margin}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{title}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"20\">{title}</text>\n");
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            var share = tenth / 10.0;
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(share):0.#} {Y(0):0.#}V{Y(1):0.#}M{X(0):0.#} {Y(share):0.#}H{X(1):0.#}\" stroke=\"#ddd\" fill=\"none\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(share):0.#}\" y=\"{Y(0) + 16:0.#}\" text-anchor=\"middle\">{10 * tenth}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(0) - 6:0.#}\" y=\"{Y(share) + 4:0.#}\" text-anchor=\"end\">{10 * tenth}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(0):0.#} {Y(0):0.#}L{X(1):0.#} {Y(1):0.#}\" stroke=\"#999\" stroke-dasharray=\"4 4\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(0.05):0.#} {Y(0):0.#}V{Y(1):0.#}\" stroke=\"#c60\" stroke-dasharray=\"2 3\"/>\n");
        svg.Append("<polyline fill=\"none\" stroke=\"#036\" stroke-width=\"2\" points=\"");
        foreach (var (_, shares) in ours)
            svg.Append(CultureInfo.InvariantCulture, $"{X(shares.Moved):0.#},{Y(shares.Flown):0.#} ");
        svg.Append("\"/>\n");
        foreach (var (rule, shares) in marks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(shares.Moved):0.#}\" cy=\"{Y(shares.Flown):0.#}\" r=\"4\" fill=\"{(rule == "ours" ? "#036" : "#900")}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(shares.Moved) + 8:0.#}\" y=\"{Y(shares.Flown) + 4:0.#}\">{rule}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(0.5):0.#}\" y=\"{Y(0) + 36:0.#}\" text-anchor=\"middle\">moved launches explained, %</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(14 {Y(0.5):0.#}) rotate(-90)\" text-anchor=\"middle\">launches explained, %</text>\n</svg>\n");
        return svg.ToString();
    }

    private static double X(double share) => Margin + Side * share;

    private static double Y(double share) => Margin + Side * (1 - share);
}
