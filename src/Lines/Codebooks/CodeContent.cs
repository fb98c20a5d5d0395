using System.Globalization;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Voice;

namespace Parley.Lines.Codebooks;

/// <summary>A blank by name, with what stands in it.</summary>
public sealed record FilledBlank(string Name, BlankValue Value);

/// <summary>A code message: a number of a codebook and what stands in its blanks. Fields in order: `code` (the number), `codebook` (id/version/hash), and
/// `blank.NAME` for each blank. The full text does not travel: each side reads it in a language of its own, from the book that both agreed on.</summary>
public sealed record CodeContent(int Number, CodebookRef Codebook, IReadOnlyList<FilledBlank> Blanks)
{
    private const string BlankField = "blank.";

    /// <param name="code">The code of that number: it says how many officers must approve.</param>
    public Words ToWords(Code code) => new(EntryKind.Code, ToFields(), code.Release == ReleaseClass.One ? 1 : null);

    /// <summary>Null when the content is no code message: other fields, another order or another way to write a value included.</summary>
    public static CodeContent? From(Content content)
    {
        if (content.Fields.Count < 2 || content.Fields.Count > Bounds.Blanks + 2 || content.Fields[0].Name != "code" || content.Fields[1].Name != "codebook" ||
            NumberOf(content.Fields[0].Text) is not { } number || content.Fields[1].Text is not { } named || CodebookRef.Parse(named) is not { } codebook)
            return null;
        var blanks = new FilledBlank[content.Fields.Count - 2];
        for (var i = 0; i < blanks.Length; i++)
        {
            var field = content.Fields[i + 2];
            if (!field.Name.StartsWith(BlankField, StringComparison.Ordinal) || !Template.IsName(field.Name[BlankField.Length..]) ||
                field.Text is not { } text || BlankValue.Parse(text) is not { } value)
                return null;
            blanks[i] = new FilledBlank(field.Name[BlankField.Length..], value);
        }

        return blanks.DistinctBy(b => b.Name).Count() == blanks.Length ? new CodeContent(number, codebook, blanks) : null;
    }

    /// <summary>The message for the voice, the same in every language: the number, then each value. The closing group fails where the listener holds another
    /// codebook.</summary>
    public ReadOut ToReadOut() =>
        ReadOut.Of([Number.ToString(CultureInfo.InvariantCulture), .. Blanks.Select(b => b.Value.Shown)], Codebook.Hash);

    /// <summary>Its fields in order.</summary>
    public IReadOnlyList<ContentField> ToFields() =>
    [
        ContentField.OfText("code", Number.ToString(CultureInfo.InvariantCulture)),
        ContentField.OfText("codebook", Codebook.ToString()),
        .. Blanks.Select(b => ContentField.OfText(BlankField + b.Name, b.Value.Encode())),
    ];

    private static int? NumberOf(string? text) =>
        text is { Length: > 0 and <= 4 } && text[0] != '0' && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <inheritdoc/>
    public bool Equals(CodeContent? other) =>
        other is not null && other.Number == Number && other.Codebook == Codebook && other.Blanks.SequenceEqual(Blanks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Codebook, Blanks.Count);
}
