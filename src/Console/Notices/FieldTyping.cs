using System.Text;
using System.Text.RegularExpressions;
using Parley.Console.Frame;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>By what a field is filled in.</summary>
internal enum FieldControl
{
    Line,
    Area,
    Number,
    Choice,
    YesNo,
    Time,
    Window,
    Place,
    Volume,
    Table,
}

/// <summary>Between what officers type and what stands in a notice: there is one way to write each value, and many to type it.</summary>
internal static partial class FieldTyping
{
    /// <summary>Parts the two times of a window while they are typed: either may be unfinished, and have blanks in it.</summary>
    private const char Between = '\t';

    /// <summary>Texts of more characters have a field of several lines.</summary>
    private const int LineLength = 200;

    public static FieldControl ControlOf(NoticeField field) => field.Kind switch
    {
        FieldKind.Text => field.Most <= LineLength ? FieldControl.Line : FieldControl.Area,
        FieldKind.Number => FieldControl.Number,
        FieldKind.Code => FieldControl.Choice,
        FieldKind.Yes => FieldControl.YesNo,
        FieldKind.Time => FieldControl.Time,
        FieldKind.Window => FieldControl.Window,
        FieldKind.Place => FieldControl.Place,
        FieldKind.Volume => FieldControl.Volume,
        _ => FieldControl.Table,
    };

    /// <summary>What was typed, as it travels. What cannot be read stays as it was typed, so that the form says so.</summary>
    public static string Written(FieldKind kind, string typed) => kind switch
    {
        FieldKind.Number => Number(typed.Trim()),
        FieldKind.Time => Time(typed),
        FieldKind.Window when Halves(typed) is var (from, until) => $"{Time(from)} {Time(until)}".Trim(),
        FieldKind.Place => FieldText.AnyPlace(typed.Trim()) ?? typed.Trim(),
        FieldKind.Volume => string.Join('\n', typed.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim())).Trim(),
        _ => typed.ReplaceLineEndings("\n").Trim(),
    };

    /// <summary>A value of a notice, as it stands in its control.</summary>
    public static string Typed(FieldKind kind, string value) =>
        kind == FieldKind.Window && value.Split(' ') is [var from, var until] ? Window(from, until) : value;

    /// <summary>The two times of a window, as they are typed.</summary>
    public static (string From, string Until) Halves(string typed) => typed.Split(Between, 2) is [var from, var until] ? (from, until) : (typed, "");

    /// <summary>A window as it is typed.</summary>
    public static string Window(string from, string until) => from.Length + until.Length == 0 ? "" : from + Between + until;

    // People part thousands; a decimal comma is another thing and is left alone.
    private static string Number(string typed)
    {
        var plain = Latin(typed);
        return Thousands().IsMatch(plain) ? Parting().Replace(plain, "") : plain;
    }

    private static string Time(string typed)
    {
        var plain = Latin(typed.Trim());
        return UtcText.Dated(plain) is { Millisecond: 0 } at ? FieldText.OfTime(at) : plain;
    }

    // Arabic keyboards write digits of their own.
    private static string Latin(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
            written.Append(char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c);
        return written.ToString();
    }

    [GeneratedRegex(@"^-?\d{1,3}(?:[ \u00A0\u202F,'’٬]\d{3})+$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[ \u00A0\u202F,'’٬]")]
    private static partial Regex Parting();
}
