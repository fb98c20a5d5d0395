using System.Formats.Cbor;
using Parley.Crypto;

namespace Parley.Lines.Codebooks;

/// <summary>Numbered messages with full texts in each language of a line. A charter names it by hash: both ends then read the same words for the same
/// number.</summary>
/// <param name="Id">1 to 32 of <c>a-z 0-9 -</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Languages">Tags in order of their letters.</param>
/// <param name="Codes">In order of their numbers.</param>
public sealed record Codebook(string Id, int Version, IReadOnlyList<string> Languages, IReadOnlyList<Code> Codes)
{
    private static readonly byte[] HashContext = "parley/1/codebook\n"u8.ToArray();

    /// <summary>The code of that number; null when there is none.</summary>
    public Code? this[int number] => Codes.FirstOrDefault(c => c.Number == number);

    /// <summary>SHA-256("parley/1/codebook\n", encoding).</summary>
    public Digest Hash() => Digest.Of(HashContext, Encode());

    public CodebookRef Named() => new(Id, Version, Hash());

    /// <summary>Texts that no expert of their language has looked at.</summary>
    public int UncheckedTexts => Codes.Sum(c => c.Texts.Count(t => t.Unchecked));

    /// <summary>Where a language stands in <see cref="Languages"/>; -1 when it is none of them.</summary>
    public int IndexOf(string language)
    {
        for (var i = 0; i < Languages.Count; i++)
        {
            if (Languages[i] == language)
                return i;
        }

        return -1;
    }

    /// <summary>Deterministic CBOR, an array of 4 items.</summary>
    public byte[] Encode() => Cbor.Encode(this, static (writer, book) =>
    {
        writer.WriteStartArray(4);
        writer.WriteTextString(book.Id);
        writer.WriteUInt32((uint)book.Version);
        writer.WriteStartArray(book.Languages.Count);
        foreach (var language in book.Languages)
            writer.WriteTextString(language);
        writer.WriteEndArray();
        writer.WriteStartArray(book.Codes.Count);
        foreach (var code in book.Codes)
            Write(writer, code);
        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Encode"/> writes for a codebook without flaws; null for anything else.</summary>
    public static Codebook? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.CodebookSize, static reader =>
    {
        reader.ArrayOf(4);
        var id = reader.Text(Bounds.PartyIdLength);
        var version = reader.UpTo(Bounds.CodebookVersion);
        var languages = new string[reader.ArrayUpTo(Bounds.Languages)];
        for (var i = 0; i < languages.Length; i++)
            languages[i] = reader.Text(Bounds.LanguageTagLength);
        reader.ReadEndArray();
        var codes = new Code[reader.ArrayUpTo(Bounds.Codes)];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = ReadCode(reader, languages.Length);
        reader.ReadEndArray();
        reader.ReadEndArray();
        var book = new Codebook(id, version, languages, codes);
        return CodebookRules.Problems(book).Count == 0 ? book : null;
    });

    private static void Write(CborWriter writer, Code code)
    {
        writer.WriteStartArray(4);
        writer.WriteUInt32((uint)code.Number);
        writer.WriteUInt32((uint)code.Release);
        writer.WriteStartArray(code.Blanks.Count);
        foreach (var blank in code.Blanks)
        {
            writer.WriteStartArray(4);
            writer.WriteTextString(blank.Name);
            writer.WriteUInt32((uint)blank.Kind);
            writer.WriteUInt32((uint)blank.Least);
            writer.WriteUInt32((uint)blank.Most);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray(code.Texts.Count);
        foreach (var text in code.Texts)
        {
            writer.WriteStartArray(3);
            writer.WriteTextString(text.Title);
            writer.WriteTextString(text.Text);
            writer.WriteUInt32(text.Unchecked ? 1u : 0u);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    private static Code ReadCode(CborReader reader, int languages)
    {
        reader.ArrayOf(4);
        var number = reader.UpTo(Bounds.CodeNumber);
        var release = (ReleaseClass)reader.UpTo(1);
        var blanks = new Blank[reader.ArrayUpTo(Bounds.Blanks)];
        for (var i = 0; i < blanks.Length; i++)
        {
            reader.ArrayOf(4);
            blanks[i] = new Blank(
                reader.Text(Bounds.BlankNameLength), (BlankKind)reader.UpTo(3), reader.UpTo(Bounds.BlankCount), reader.UpTo(Bounds.BlankCount));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ArrayOf(languages);
        var texts = new CodeText[languages];
        for (var i = 0; i < languages; i++)
        {
            reader.ArrayOf(3);
            texts[i] = new CodeText(reader.Text(Bounds.CodeTitleLength), reader.Text(Bounds.CodeTextLength), reader.UpTo(1) == 1);
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new Code(number, release, blanks, texts);
    }

    /// <inheritdoc/>
    public bool Equals(Codebook? other) => other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => Hash().GetHashCode();
}
