using System.Globalization;

namespace Parley.Lines.Notices;

/// <summary>A line of a notice as it is shown and printed.</summary>
/// <param name="Number">Such as <c>7</c>, or <c>7.2.1</c> for the first column of the second row.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Text">Codes in the reader's language; numbers with their unit; places, times and volumes as they are written; the author's words as he wrote
/// them. Null: a field of rows, whose cells follow.</param>
/// <param name="Language">Of the author's words; null: the text is no prose of his.</param>
public sealed record NoticeLine(string Number, string Label, string? Text, string? Language)
{
    /// <summary>Of a volume what it says, in the reader's words; empty for everything else. The text is what was signed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The lines of a notice for a reader. Fields that are left out have none, and keep their number.</summary>
    /// <param name="reader">Tag of his language; where the format does not have it, its English or first.</param>
    public static IReadOnlyList<NoticeLine> Of(NoticeFormat format, Notice notice, string? reader)
    {
        var language = format.LanguageFor(reader);
        var lines = new List<NoticeLine>();
        foreach (var (index, field) in format.Fields.Index())
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            var items = notice.Values.FirstOrDefault(v => v.Field == field.Name)?.Items ?? [];
            if (field.Kind != FieldKind.Rows)
            {
                if (items is [{ Length: > 0 } text])
                    lines.Add(Of(field, number, text, language, notice.Language) with { Words = WordsOf(field, text, format.Languages[language]) });
            }
            else if (items.Count > 0)
            {
                lines.Add(new(number, field.Texts[language], null, null));
                for (var at = 0; at < items.Count; at++)
                {
                    var (row, column) = (at / field.Columns.Count, at % field.Columns.Count);
                    if (items[at].Length > 0)
                        lines.Add(Of(field.Columns[column], string.Create(CultureInfo.InvariantCulture, $"{number}.{row + 1}.{column + 1}"), items[at], language, notice.Language));
                }
            }
        }

        return lines;
    }

    private static IReadOnlyList<string> WordsOf(NoticeField field, string text, string language) =>
        field.Kind == FieldKind.Volume ? VolumeWords.Of(text, language) ?? [] : [];

    private static NoticeLine Of(NoticeField field, string number, string text, int language, string author) => new(
        number, field.Texts[language],
        field.Kind switch
        {
            FieldKind.Code => field.WordsOf(text, language) ?? text,
            FieldKind.Number when field.Unit.Length > 0 => $"{text} {field.Unit}",
            _ => text,
        },
        field.Kind == FieldKind.Text ? author : null);
}
