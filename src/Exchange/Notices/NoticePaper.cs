using System.Globalization;
using System.Text;
using Parley.Lines.Notices;

namespace Parley.Exchange.Notices;

/// <summary>What stands around a notice on paper.</summary>
/// <param name="Number">Of the notice; null: it has none yet, for it was not released.</param>
/// <param name="Regards">Numbers of its predecessors.</param>
public sealed record NoticeHead(string? Number, IReadOnlyList<string> Regards, bool IsExercise);

/// <summary>The printed form of a notice: plain text, its lines numbered, its predecessors named, its number and how many lines it has repeated at the end, so that
/// a cut copy shows.</summary>
public static class NoticePaper
{
    /// <summary>What stands above and below on an exercise line.</summary>
    internal const string Exercised = "EXERCISE EXERCISE EXERCISE";

    private const int Margin = 4;

    /// <summary>The whole form, lines ended by line feeds. Words of the form are in the reader's language; the author's own stand as he wrote them.</summary>
    public static string Write(NoticeFormat format, Notice notice, NoticeHead head, string? reader)
    {
        var language = format.LanguageFor(reader);
        var words = PaperWords.For(format.Languages[language]);
        var lines = NoticeLine.Of(format, notice, reader);
        var text = new StringBuilder();
        var name = $"{format.Number} {format.Id}/{format.Version.ToString(CultureInfo.InvariantCulture)}";
        Exercise(text, head);
        Line(text, $"{words.Notice} {name}: {format.Titles[language]}");
        Line(text, $"{words.Modelled}: {format.Basis}");
        Line(text, $"{words.Number} {head.Number ?? words.Draft}");
        foreach (var before in head.Regards)
            Line(text, $"{words.Regards} {before}");
        Line(text, "");
        foreach (var line in lines)
            Of(text, line, words);
        Line(text, "");
        Line(text, $"{words.End} {name}, {words.Number} {head.Number ?? words.Draft}, {words.Lines} {lines.Count.ToString(CultureInfo.InvariantCulture)}");
        Exercise(text, head);
        return text.ToString();
    }

    private static void Of(StringBuilder text, NoticeLine line, PaperWords words)
    {
        var label = $"{line.Number}  {line.Label}{(line.Language is { } author ? $" [{author}]" : "")}:";
        switch (line.Text)
        {
            case null:
                Line(text, label);
                break;
            case var said when said.Contains('\n', StringComparison.Ordinal):
                Line(text, label);
                foreach (var word in line.Words)
                    Line(text, new string(' ', Margin) + word);
                foreach (var part in said.TrimEnd('\n').Split('\n'))
                    Line(text, new string(' ', Margin) + part);
                break;
            case var said:
                Line(text, $"{label} {(line.Text is "yes" or "no" && line.Language is null ? words.Of(said) : said)}");
                break;
        }
    }

    private static void Exercise(StringBuilder text, NoticeHead head)
    {
        if (head.IsExercise)
            Line(text, Exercised);
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
