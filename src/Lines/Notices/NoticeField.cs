namespace Parley.Lines.Notices;

/// <summary>What a field holds, and how its value is written. Numbers are used in encodings.</summary>
public enum FieldKind
{
    /// <summary>Words of the author in the notice's language, one line or several.</summary>
    Text = 1,

    /// <summary>A whole number in the field's unit.</summary>
    Number = 2,

    /// <summary>One of the field's codes.</summary>
    Code = 3,

    /// <summary>An instant, UTC: <c>2026-11-26T10:00:00Z</c>.</summary>
    Time = 4,

    /// <summary>From one instant to another, parted by a space.</summary>
    Window = 5,

    /// <summary>Degrees, WGS 84, as <see cref="Volumes.Position.ToString"/> writes them.</summary>
    Place = 6,

    /// <summary>Shapes, heights and times, as <see cref="Volumes.Texts.VolumeText"/> writes them.</summary>
    Volume = 7,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    Yes = 8,

    /// <summary>Rows of a table, each with the field's columns.</summary>
    Rows = 9,
}

/// <summary>One of the values that a field of codes may have, and what it means in each language of the format, in their order.</summary>
public sealed record FieldCode(string Code, IReadOnlyList<string> Texts)
{
    public bool Equals(FieldCode? other) => other is not null && Code == other.Code && Texts.SequenceEqual(other.Texts);

    public override int GetHashCode() => HashCode.Combine(Code, Texts.Count);
}

/// <summary>When a field may not be left out: always, never, or where another field holds a certain code.</summary>
/// <param name="Field">The other field; null: always, when <paramref name="Code"/> is null too.</param>
/// <param name="Code">Its code.</param>
public sealed record FieldNeed(string? Field, string? Code)
{
    public static FieldNeed Always { get; } = new(null, null);
}

/// <summary>A field of a notice format.</summary>
/// <param name="Name">1 to 24 of <c>a-z 0-9 -</c>.</param>
/// <param name="Need">Null: it may be left out.</param>
/// <param name="Rule">Where it is asked for, such as <c>article II(1)</c>; empty: by nothing but this format.</param>
/// <param name="Unit">Of numbers, such as <c>persons</c>; empty: none.</param>
/// <param name="Least">Of numbers.</param>
/// <param name="Most">Of numbers; of texts their characters; of rows how many.</param>
/// <param name="Codes">Of codes.</param>
/// <param name="Columns">Of rows: fields that have no rows themselves.</param>
/// <param name="Texts">The label in each language of the format, in their order.</param>
public sealed record NoticeField(
    string Name,
    FieldKind Kind,
    FieldNeed? Need,
    string Rule,
    string Unit,
    long Least,
    long Most,
    IReadOnlyList<FieldCode> Codes,
    IReadOnlyList<NoticeField> Columns,
    IReadOnlyList<string> Texts)
{
    /// <summary>The words of a code in a language of the format; null when it is none of the field's.</summary>
    public string? WordsOf(string code, int language) => Codes.FirstOrDefault(c => c.Code == code)?.Texts[language];

    public bool Equals(NoticeField? other) => other is not null && (Name, Kind, Need, Rule, Unit, Least, Most) ==
        (other.Name, other.Kind, other.Need, other.Rule, other.Unit, other.Least, other.Most) &&
        Codes.SequenceEqual(other.Codes) && Columns.SequenceEqual(other.Columns) && Texts.SequenceEqual(other.Texts);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Need, Codes.Count, Columns.Count);
}
