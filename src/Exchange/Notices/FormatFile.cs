using System.Globalization;
using Parley.Exchange.Files;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using YamlDotNet.RepresentationModel;
using LinesBounds = Parley.Lines.Bounds;

namespace Parley.Exchange.Notices;

/// <summary>The file of a notice format: YAML, strict, described in <c>docs/formats/notice-format.md</c>.</summary>
public static class FormatFile
{
    /// <summary>Reads a format that has no flaw.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problem">The first thing that is wrong, when the answer is null.</param>
    public static NoticeFormat? Read(string text, out FileProblem? problem) => YamlText.Read(text, "a notice format", Whole, out problem);

    private static NoticeFormat Whole(YamlTable table)
    {
        var languages = table.Texts("languages", 1, LinesBounds.Languages, LinesBounds.LanguageTagLength);
        var places = new Dictionary<string, int>();
        var format = new NoticeFormat(
            table.Text("id", LinesBounds.PartyIdLength), table.Number("version", 1, LinesBounds.CodebookVersion), table.Text("number", LinesBounds.FormatNumberLength),
            table.Text("basis", LinesBounds.FormatRuleLength), table.Choice<NoticeEffect>("effect"),
            table.Texts("regards", 0, LinesBounds.FormatItems, LinesBounds.PartyIdLength), languages, table.Number("officers", 1, 2), table.Choice<Precedence>("precedence"),
            table.Yes("voluntary"), table.Choice<AlarmPotential>("alarm"), Optional(table, "start", LinesBounds.FormatNameLength) ?? "",
            Optional(table, "end", LinesBounds.FormatNameLength) ?? "", Optional(table, "events", LinesBounds.FormatNameLength) ?? "",
            Optional(table, "event", LinesBounds.FormatNameLength) ?? "", table.Has("discrepancy") ? table.Number("discrepancy", 1, LinesBounds.FormatMetres) : 0, Clocks(table),
            table.Texts("addressees", 0, LinesBounds.FormatItems, LinesBounds.RoleLength),
            Each(table, "thresholds", "a threshold", LinesBounds.FormatItems, static t => new FormatThreshold(
                t.Text("field", LinesBounds.FormatNameLength), t.Number("least", 0, int.MaxValue), t.Text("rule", LinesBounds.FormatRuleLength))),
            Each(table, "stand-offs", "a stand-off", LinesBounds.FormatItems, static t => new FormatStandOff(
                t.Text("field", LinesBounds.FormatNameLength), t.Text("area", Volumes.Bounds.AreaNameLength), t.Number("metres", 1, LinesBounds.FormatMetres),
                t.Text("rule", LinesBounds.FormatRuleLength))),
            Texts(table, "titles", languages), Each(table, "fields", "a field", LinesBounds.FormatFields, t => Field(t, languages, places, hasColumns: true)));
        return FormatRules.Problems(format) is [var first, ..]
            ? throw new FileFault(first.Field is { } field && places.TryGetValue(field, out var line) ? line : table.LineOf(KeyOf(first.Flaw)), Explain(first))
            : format;
    }

    private static FormatClocks Clocks(YamlTable table) => new(
        Duration(table, "lead"), Duration(table, "validity"), Duration(table, "answer"), Duration(table, "completion"),
        [.. table.Texts("reminders", 0, LinesBounds.FormatItems, 8).Select(t => Minutes(t) ?? throw table.FaultAt("reminders", DurationWanted("reminders")))]);

    private static int? Duration(YamlTable table, string key) => Optional(table, key, 8) is { } text ? Minutes(text) ?? throw table.FaultAt(key, DurationWanted(key)) : null;

    private static string DurationWanted(string key) => $"'{key}' is a time such as 15m, 24h or 42d";

    // Each time has one unit, so that what a treaty says stands there as it says it.
    private static int? Minutes(string text) =>
        text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? text[^1] switch
            {
                'm' => count,
                'h' when count <= LinesBounds.FormatMinutes / 60 => count * 60,
                'd' when count <= LinesBounds.FormatMinutes / 1440 => count * 1440,
                _ => null,
            }
            : null;

    private static NoticeField Field(YamlTable table, IReadOnlyList<string> languages, Dictionary<string, int> places, bool hasColumns)
    {
        var name = table.Text("name", LinesBounds.FormatNameLength);
        places.TryAdd(name, table.Line);
        var kind = table.Choice<FieldKind>("kind");
        var isNumber = kind == FieldKind.Number;
        var most = kind is FieldKind.Text or FieldKind.Number or FieldKind.Rows ? Whole(table, "most") : 0;
        return new NoticeField(
            name, kind, Need(table), Optional(table, "rule", LinesBounds.FormatRuleLength) ?? "", isNumber ? Optional(table, "unit", LinesBounds.FormatNameLength) ?? "" : "",
            isNumber ? Whole(table, "least") : 0, most,
            kind == FieldKind.Code
                ? Each(table, "codes", "a code", LinesBounds.FormatCodes, t => new FieldCode(t.Text("code", LinesBounds.FormatNameLength), Texts(t, "texts", languages)))
                : [],
            hasColumns && kind == FieldKind.Rows
                ? Each(table, "columns", "a column", LinesBounds.FormatFields, t => Field(t, languages, places, hasColumns: false))
                : [],
            Texts(table, "texts", languages));
    }

    private static FieldNeed? Need(YamlTable table) => Optional(table, "needed", 60) switch
    {
        null or "no" => null,
        "always" => FieldNeed.Always,
        var text when text.Split('=') is [{ Length: > 0 } field, { Length: > 0 } code] => new FieldNeed(field, code),
        _ => throw table.FaultAt("needed", "'needed' is always, no, or another field and its code: kind=missile"),
    };

    private static long Whole(YamlTable table, string key) =>
        table.Text(key, 14) is var text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
        number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : throw table.FaultAt(key, $"'{key}' is a whole number");

    private static string? Optional(YamlTable table, string key, int most) => table.Has(key) ? table.Text(key, most) : null;

    private static string[] Texts(YamlTable table, string key, IReadOnlyList<string> languages) =>
        table.Table(key, $"'{key}'", all => languages.Select(l => all.Text(l, LinesBounds.FormatTextLength)).ToArray());

    private static T[] Each<T>(YamlTable table, string key, string what, int most, Func<YamlTable, T> read) =>
        [.. table.Items(key, 0, most).Select((YamlNode n) => YamlTable.Read(n, what, read))];

    private static string KeyOf(FormatFlaw flaw) => flaw switch
    {
        FormatFlaw.Languages => "languages",
        FormatFlaw.Texts => "titles",
        FormatFlaw.Words => "basis",
        FormatFlaw.Regards => "regards",
        FormatFlaw.Clocks => "reminders",
        FormatFlaw.ClockWithoutField or FormatFlaw.StartOrEnd => "start",
        FormatFlaw.Events => "events",
        FormatFlaw.FieldName => "fields",
        FormatFlaw.Threshold => "thresholds",
        FormatFlaw.StandOff => "stand-offs",
        FormatFlaw.Addressee => "addressees",
        _ => "id",
    };

    private static string Explain(FormatProblem problem) => (problem.Field is { } field ? $"'{field}': " : "") + problem.Flaw switch
    {
        FormatFlaw.Id => "'id' has 1 to 32 of a-z, 0-9 and dash; 'version' counts from 1",
        FormatFlaw.Words => "'number' and 'basis' are plain lines",
        FormatFlaw.Languages => "languages are tags such as en, ru, zh-Hant, in order of their letters, none twice",
        FormatFlaw.Texts => "every language has its text, one plain line",
        FormatFlaw.Officers => "one officer or two release it",
        FormatFlaw.Choice => "this is none of the choices",
        FormatFlaw.Regards => "what starts, amends, slips, cancels, completes or answers names under 'regards' the formats that it may follow",
        FormatFlaw.Clocks => "clocks run a year at most; reminders stand greatest first",
        FormatFlaw.ClockWithoutField => "'lead' and 'reminders' need a 'start', 'completion' needs an 'end'",
        FormatFlaw.StartOrEnd => "'start' and 'end' name fields of kind time, window or volume",
        FormatFlaw.Events => "'events' (of what announces) and 'event' (of what follows) name a field of kind number from 1 to at most 1000",
        FormatFlaw.FieldName => "a field's name has 1 to 24 of a-z, 0-9 and dash, stands once, and there is one at least",
        FormatFlaw.FieldBounds =>
            "what stands here is not of this kind: text and rows have 'most', number has 'least' and 'most', code has 'codes', rows have 'columns'; or it is beyond its bound",
        FormatFlaw.FieldNeed => "'needed' names a field that stands before it, and one of its codes",
        FormatFlaw.Threshold => "a threshold is of a field of kind number",
        FormatFlaw.StandOff => "a stand-off is of a field of kind place or volume, and its area has a name of a-z, 0-9 and dash",
        FormatFlaw.Addressee => "an addressee is a plain line, none twice",
        _ => "the format is larger than the bound",
    };
}
