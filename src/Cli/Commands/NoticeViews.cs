using System.Globalization;
using Parley.Lines.Notices;

namespace Parley.Cli.Commands;

/// <summary>A format in a list.</summary>
internal sealed record FormatSummary(string Id, int Version, string Number, string Title, int Officers, string Lead, string Answer, string Hash);

/// <summary>A gap in words.</summary>
internal sealed record NoticeGapView(string Place, string Fault, string Rule);

/// <summary>A mark in words.</summary>
internal sealed record NoticeMarkView(string Field, string Words, string Rule);

/// <summary>What was found out about a filled-in form.</summary>
internal sealed record NoticeCheckView(
    string Format, IReadOnlyList<NoticeGapView> Gaps, IReadOnlyList<NoticeMarkView> Marks, DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? LeadDue,
    DateTimeOffset? ValidUntil, DateTimeOffset? CompletionDue);

/// <summary>A field of a format.</summary>
internal sealed record FieldView(string Number, string Name, string Kind, string Needed, string Rule, string Label);

/// <summary>A format with its fields.</summary>
internal sealed record FormatView(string Id, string Number, string Title, string Basis, string Hash, string Terms, IReadOnlyList<FieldView> Fields)
{
    /// <summary>In one language of the format.</summary>
    public static FormatView Of(NoticeFormat format, int language) => new(
        $"{format.Id}/{format.Version.ToString(CultureInfo.InvariantCulture)}", format.Number, format.Titles[language], format.Basis, format.Hash().ToString(), TermsOf(format),
        [.. format.Fields.SelectMany((f, i) => LinesOf(f, (i + 1).ToString(CultureInfo.InvariantCulture), language))]);

    /// <summary>Minutes as a treaty says them; a dash for none.</summary>
    public static string Clock(int? minutes) => minutes switch
    {
        null => "-",
        { } count when count % 1440 == 0 && count > 2 * 1440 => string.Create(CultureInfo.InvariantCulture, $"{count / 1440}d"),
        { } count when count % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{count / 60}h"),
        { } count => string.Create(CultureInfo.InvariantCulture, $"{count}m"),
    };

    private static string TermsOf(NoticeFormat format) => string.Join(", ", new[]
    {
        format.Effect.ToString().ToLowerInvariant(),
        format.Officers == 1 ? "one officer" : "two officers",
        format.Precedence.ToString().ToLowerInvariant(),
        format.Voluntary ? "voluntary" : "",
        $"alarm potential {format.Alarm.ToString().ToLowerInvariant()}",
        format.Clocks.Lead is { } lead ? $"lead {Clock(lead)}" : "",
        format.Clocks.Validity is { } validity ? $"valid {Clock(validity)}" : "",
        format.Clocks.Answer is { } answer ? $"answer {Clock(answer)}" : "",
        format.Clocks.Completion is { } completion ? $"completion {Clock(completion)}" : "",
        format.Regards.Count > 0 ? $"after {string.Join(" or ", format.Regards)}" : "",
        format.Addressees.Count > 0 ? $"to be acknowledged by {string.Join(", ", format.Addressees)}" : "",
    }.Where(static t => t.Length > 0));

    private static IEnumerable<FieldView> LinesOf(NoticeField field, string number, int language)
    {
        yield return new(number, field.Name, field.Kind.ToString().ToLowerInvariant(), Needed(field), field.Rule, field.Texts[language]);
        foreach (var (index, column) in field.Columns.Index())
            yield return new($"{number}.{index + 1}", column.Name, column.Kind.ToString().ToLowerInvariant(), Needed(column), column.Rule, column.Texts[language]);
    }

    private static string Needed(NoticeField field) => field.Need switch
    {
        null => "",
        { Field: null } => "always",
        var need => $"{need.Field}={need.Code}",
    };
}
