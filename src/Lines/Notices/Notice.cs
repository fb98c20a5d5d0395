namespace Parley.Lines.Notices;

/// <summary>What stands in one field.</summary>
/// <param name="Items">One text, written as <see cref="FieldKind"/> says; of a field of rows every cell of the first row, then of the second: an empty one is left out.</param>
public sealed record NoticeValue(string Field, IReadOnlyList<string> Items)
{
    public bool Equals(NoticeValue? other) => other is not null && Field == other.Field && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Field, Items.Count);
}

/// <summary>A filled-in form. What stands in it may be wrong or missing: <see cref="NoticeCheck"/> says what.</summary>
/// <param name="Language">Of the author's own words in it.</param>
public sealed record Notice(string Format, int Version, string Language, IReadOnlyList<NoticeValue> Values)
{
    /// <summary>The only text of a field; null when it is left out or has rows.</summary>
    public string? this[string field] => Values.FirstOrDefault(v => v.Field == field)?.Items is [{ Length: > 0 } text] ? text : null;

    public bool Equals(Notice? other) =>
        other is not null && (Format, Version, Language) == (other.Format, other.Version, other.Language) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Format, Version, Language, Values.Count);
}
