namespace Parley.Lines.Parties;

/// <summary>A party's own name for itself on every line: 1 to 32 of <c>a-z 0-9 -</c>. Ordered by its characters' codes.</summary>
public readonly record struct PartyId : IComparable<PartyId>
{
    private readonly string? value;

    private PartyId(string value) => this.value = value;

    /// <summary>The id, or null when <paramref name="text"/> is none.</summary>
    public static PartyId? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Bounds.PartyIdLength)
            return null;
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                return null;
        }

        return new PartyId(string.IsInterned(text) ?? text);
    }

    /// <inheritdoc/>
    public int CompareTo(PartyId other) => string.CompareOrdinal(value, other.value);

    /// <inheritdoc/>
    public override string ToString() => value ?? "";

    public static bool operator <(PartyId left, PartyId right) => left.CompareTo(right) < 0;

    public static bool operator >(PartyId left, PartyId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartyId left, PartyId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartyId left, PartyId right) => left.CompareTo(right) >= 0;
}
