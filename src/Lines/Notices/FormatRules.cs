using Parley.Lines.Codebooks;
using Parley.Lines.Messages;

namespace Parley.Lines.Notices;

/// <summary>What can be wrong with a notice format.</summary>
public enum FormatFlaw
{
    /// <summary>The id is not 1 to 32 of <c>a-z 0-9 -</c>, or the version not 1 to 9999.</summary>
    Id,

    /// <summary>The number or the basis is no plain line.</summary>
    Words,

    /// <summary>There is no language, there are more than 16, a tag is none, or they are not in order.</summary>
    Languages,

    /// <summary>A title, label or code has not one plain text a language.</summary>
    Texts,

    /// <summary>One or two officers release a notice.</summary>
    Officers,

    /// <summary>An effect, precedence or alarm potential that there is not.</summary>
    Choice,

    /// <summary>What is regarded are ids of formats, and what amends, slips, starts, cancels, completes or answers regards one.</summary>
    Regards,

    /// <summary>A clock or a reminder is beyond the bound; reminders stand greatest first.</summary>
    Clocks,

    /// <summary>A lead or a reminder needs a start, a clock of completion an end.</summary>
    ClockWithoutField,

    /// <summary>The start or the end is no field of time, window or volume.</summary>
    StartOrEnd,

    /// <summary>How many events, or which, is no field of numbers from 1 on; the count is for what announces, the choice for what follows.</summary>
    Events,

    /// <summary>There is no field, there are too many, or a name is none or stands twice.</summary>
    FieldName,

    /// <summary>A field's bounds, unit, codes or columns are not those of its kind.</summary>
    FieldBounds,

    /// <summary>A field is needed where another one has a code that it cannot have.</summary>
    FieldNeed,

    /// <summary>A threshold is of no field of numbers.</summary>
    Threshold,

    /// <summary>A stand-off is of no field of place or volume, or its area has no name.</summary>
    StandOff,

    /// <summary>An addressee is no plain line, or stands twice.</summary>
    Addressee,

    /// <summary>The encoding is longer than 256 KiB.</summary>
    Size,
}

/// <summary>A flaw and the field that has it; null: the format.</summary>
public sealed record FormatProblem(FormatFlaw Flaw, string? Field = null);

/// <summary>What makes a file a notice format.</summary>
public static class FormatRules
{
    /// <summary>Every flaw, in the order of the format; empty when it is good.</summary>
    public static IReadOnlyList<FormatProblem> Problems(NoticeFormat format)
    {
        var problems = new List<FormatProblem>();
        void Need(bool holds, FormatFlaw flaw, string? field = null)
        {
            if (!holds)
                problems.Add(new(flaw, field));
        }

        Need(CodebookRef.IsId(format.Id) && CodebookRef.IsVersion(format.Version), FormatFlaw.Id);
        Need(PlainText.IsLine(format.Number, Bounds.FormatNumberLength) && PlainText.IsLine(format.Basis, Bounds.FormatRuleLength), FormatFlaw.Words);
        Need(format.Languages.Count is > 0 and <= Bounds.Languages && format.Languages.All(MessageContent.IsLanguage) &&
            CodebookRules.IsAscending(format.Languages, string.CompareOrdinal), FormatFlaw.Languages);
        Need(AreTexts(format.Titles, format), FormatFlaw.Texts);
        Need(format.Officers is 1 or 2, FormatFlaw.Officers);
        Need(Enum.IsDefined(format.Effect) && Enum.IsDefined(format.Precedence) && Enum.IsDefined(format.Alarm), FormatFlaw.Choice);
        Need(format.Regards.Count <= Bounds.FormatItems && format.Regards.All(CodebookRef.IsId) && (format.Regards.Count > 0 || !Follows(format.Effect)), FormatFlaw.Regards);
        Need(AreClocks(format.Clocks), FormatFlaw.Clocks);
        Need((format.Start.Length > 0 || format.Clocks is { Lead: null, Reminders.Count: 0 }) && (format.End.Length > 0 || format.Clocks.Completion is null),
            FormatFlaw.ClockWithoutField);
        foreach (var name in new[] { format.Start, format.End }.Where(n => n.Length > 0))
            Need(format[name] is { Kind: FieldKind.Time or FieldKind.Window or FieldKind.Volume }, FormatFlaw.StartOrEnd, name);
        Need(IsCount(format, format.Events) && (format.Events.Length == 0 || format.Effect == NoticeEffect.Announces), FormatFlaw.Events, NullIfEmpty(format.Events));
        Need(IsCount(format, format.Event) && (format.Event.Length == 0 || Follows(format.Effect)), FormatFlaw.Events, NullIfEmpty(format.Event));
        Need(format.Fields.Count is > 0 and <= Bounds.FormatFields, FormatFlaw.FieldName);
        OfFields(problems, format, format.Fields);
        foreach (var threshold in format.Thresholds)
            Need(format[threshold.Field] is { Kind: FieldKind.Number } && IsRule(threshold.Rule), FormatFlaw.Threshold, threshold.Field);
        foreach (var off in format.StandOffs)
        {
            Need(format[off.Field] is { Kind: FieldKind.Place or FieldKind.Volume } && Volumes.NamedArea.Make(off.Area).Value is not null && off.Metres > 0 && IsRule(off.Rule),
                FormatFlaw.StandOff, off.Field);
        }

        Need(format.Addressees.Count <= Bounds.FormatItems && format.Addressees.All(a => PlainText.IsLine(a, Bounds.RoleLength)) &&
            format.Addressees.Distinct().Count() == format.Addressees.Count, FormatFlaw.Addressee);
        Need(problems.Count > 0 || format.Encode().Length <= Bounds.FormatSize, FormatFlaw.Size);
        return problems;
    }

    /// <summary>Whether a notice of that effect stands on another one.</summary>
    public static bool Follows(NoticeEffect effect) => effect is not (NoticeEffect.Announces or NoticeEffect.Asks or NoticeEffect.Informs);

    private static bool IsCount(NoticeFormat format, string field) =>
        field.Length == 0 || format[field] is { Kind: FieldKind.Number, Least: >= 1, Most: <= Bounds.NoticeEvents };

    private static string? NullIfEmpty(string field) => field.Length == 0 ? null : field;

    private static void OfFields(List<FormatProblem> problems, NoticeFormat format, IReadOnlyList<NoticeField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (!IsName(field.Name) || fields.Take(i).Any(f => f.Name == field.Name))
                problems.Add(new(FormatFlaw.FieldName, field.Name));
            if (!AreTexts(field.Texts, format) || !field.Codes.All(c => AreTexts(c.Texts, format)))
                problems.Add(new(FormatFlaw.Texts, field.Name));
            if (!BoundsFit(field))
                problems.Add(new(FormatFlaw.FieldBounds, field.Name));
            if (field.Need is { Field: { } other, Code: var code } && !(fields.Take(i).FirstOrDefault(f => f.Name == other) is { } on && MayHold(on, code)))
                problems.Add(new(FormatFlaw.FieldNeed, field.Name));
            if (field.Kind == FieldKind.Rows)
                OfFields(problems, format, field.Columns);
        }
    }

    private static bool MayHold(NoticeField field, string? code) => field.Kind == FieldKind.Yes ? code is "yes" or "no" : field.Codes.Any(c => c.Code == code);

    private static bool BoundsFit(NoticeField field) =>
        (field.Rule.Length == 0 || IsRule(field.Rule)) &&
        (field.Unit.Length == 0 || field.Kind == FieldKind.Number && PlainText.IsLine(field.Unit, Bounds.FormatNameLength)) &&
        field.Codes.Count <= Bounds.FormatCodes && (field.Codes.Count > 0) == (field.Kind == FieldKind.Code) &&
        field.Codes.All(c => IsName(c.Code)) && field.Codes.DistinctBy(c => c.Code).Count() == field.Codes.Count &&
        (field.Columns.Count > 0) == (field.Kind == FieldKind.Rows) && field.Columns.Count <= Bounds.FormatFields && field.Columns.All(c => c.Kind != FieldKind.Rows) &&
        field.Kind switch
        {
            FieldKind.Text => field is { Least: 0, Most: > 0 and <= Bounds.TextLength },
            FieldKind.Number => field.Least >= -Bounds.NoticeNumber && field.Least <= field.Most && field.Most <= Bounds.NoticeNumber,
            FieldKind.Rows => field is { Least: 0, Most: > 0 and <= Bounds.NoticeRows },
            _ => Enum.IsDefined(field.Kind) && field is { Least: 0, Most: 0 },
        };

    private static bool AreClocks(FormatClocks clocks) =>
        new[] { clocks.Lead, clocks.Validity, clocks.Answer, clocks.Completion }.All(m => m is null or (> 0 and <= Bounds.FormatMinutes)) &&
        clocks.Reminders.Count <= Bounds.FormatItems && clocks.Reminders.All(m => m is > 0 and <= Bounds.FormatMinutes) &&
        CodebookRules.IsAscending(clocks.Reminders, static (a, b) => b.CompareTo(a));

    private static bool AreTexts(IReadOnlyList<string> texts, NoticeFormat format) =>
        texts.Count == format.Languages.Count && texts.All(t => PlainText.IsLine(t, Bounds.FormatTextLength));

    private static bool IsRule(string rule) => PlainText.IsLine(rule, Bounds.FormatRuleLength);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= Bounds.FormatNameLength && name.All(static c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
