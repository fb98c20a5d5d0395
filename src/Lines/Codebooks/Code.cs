namespace Parley.Lines.Codebooks;

/// <summary>Who releases a code. The numbers are those of the encoding.</summary>
public enum ReleaseClass
{
    /// <summary>One officer, whatever the charter says: service, alerts, false alarms.</summary>
    One,

    /// <summary>As many as the charter asks for: what binds the party.</summary>
    Charter,
}

/// <summary>A named blank of a code, the same in the text of every language.</summary>
/// <param name="Name">1 to 16 of <c>a-z</c>.</param>
/// <param name="Least">Of a count: the least that it takes. 1 of a place, 0 of a time or a message.</param>
/// <param name="Most">Of a count: the most that it takes. Of a place: characters. 0 of a time or a message.</param>
public sealed record Blank(string Name, BlankKind Kind, int Least, int Most)
{
    public static Blank OfTime(string name) => new(name, BlankKind.Time, 0, 0);

    public static Blank OfPlace(string name, int most) => new(name, BlankKind.Place, 1, most);

    public static Blank OfMessage(string name) => new(name, BlankKind.Message, 0, 0);

    public static Blank OfCount(string name, int least, int most) => new(name, BlankKind.Count, least, most);

    /// <summary>Whether a value of the right kind is within the bounds.</summary>
    public bool Bears(BlankValue value) => value switch
    {
        PlaceValue place => place.Name.Length <= Most,
        CountValue count => count.Count >= Least && count.Count <= Most,
        _ => true,
    };
}

/// <summary>A code in one language.</summary>
/// <param name="Title">A few words for lists.</param>
/// <param name="Text">The whole text, with blanks as <c>{name}</c>, each once.</param>
/// <param name="Unchecked">No expert of the language has looked at it yet.</param>
public sealed record CodeText(string Title, string Text, bool Unchecked);

/// <summary>One numbered message.</summary>
/// <param name="Number">1 to 9999.</param>
/// <param name="Texts">One a language, in the order of the codebook's languages.</param>
public sealed record Code(int Number, ReleaseClass Release, IReadOnlyList<Blank> Blanks, IReadOnlyList<CodeText> Texts)
{
    /// <summary>The blank of that name; null when there is none.</summary>
    public Blank? BlankOf(string name) => Blanks.FirstOrDefault(b => b.Name == name);
}
