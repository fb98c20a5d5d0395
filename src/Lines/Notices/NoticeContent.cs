using System.Globalization;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Notices;

/// <summary>That a notice asks for an answer. The time runs from when the notice was released, so that what its verification takes is not taken from the answer.</summary>
/// <param name="Minutes">1 to <see cref="Bounds.FormatMinutes"/>.</param>
/// <param name="From">The asked parties, ordered.</param>
public sealed record NoticeWish(int Minutes, IReadOnlyList<PartyId> From)
{
    public bool Equals(NoticeWish? other) => other is not null && Minutes == other.Minutes && From.SequenceEqual(other.From);

    public override int GetHashCode() => HashCode.Combine(Minutes, From.Count);
}

/// <summary>A notice as it travels. Fields in order: `format` (id/version/hash), `language` of the author's words, where it asks for an answer `answer-minutes` and
/// `answer-from` (ids with commas), where roles must acknowledge `addressees`, and what is filled in, in its author's order: `field.NAME` (a text), or `rows.NAME` for the cells
/// of a table (deterministic CBOR, an array of texts). The labels do not travel: each side reads them in a language of its own from the format that both agreed on.</summary>
public sealed record NoticeContent(FormatRef Format, Notice Notice, NoticeWish? Wish = null, IReadOnlyList<Addressed>? Addressees = null)
{
    private const string TextField = "field.";
    private const string RowsField = "rows.";

    /// <summary>How many cells a table has at most.</summary>
    private const int Cells = Bounds.NoticeRows * Bounds.FormatFields;

    /// <param name="format">Says which of the fields are tables.</param>
    /// <param name="officers">Who must approve.</param>
    public Words ToWords(NoticeFormat format, int officers)
    {
        List<ContentField> fields = [Fields.Of("format", Format.ToString()), Fields.Of("language", Notice.Language)];
        if (Wish is { } wish)
            fields.AddRange([Fields.Of("answer-minutes", wish.Minutes.ToString(CultureInfo.InvariantCulture)), Fields.Of("answer-from", string.Join(',', wish.From))]);
        if (Addressees is { Count: > 0 } addressees)
            fields.Add(new ContentField("addressees", Addressed.Encode(addressees)));
        foreach (var value in Notice.Values)
        {
            fields.Add(format[value.Field]?.Kind == FieldKind.Rows || value.Items.Count != 1
                ? new ContentField(RowsField + value.Field, EncodeRows(value.Items))
                : Fields.Of(TextField + value.Field, value.Items[0]));
        }

        return new Words(EntryKind.Notice, fields, officers);
    }

    /// <summary>Null when the content is no notice: other fields, another order, a name twice or a value beyond its bounds included. Whether it is complete is another
    /// matter: <see cref="NoticeCheck"/>.</summary>
    public static NoticeContent? From(Content content)
    {
        var fields = content.Fields;
        if (fields.Count < 2 || fields[0].Name != "format" || fields[1].Name != "language" || fields[0].Text is not { } named || FormatRef.Parse(named) is not { } format ||
            fields[1].Text is not { } language || !MessageContent.IsLanguage(language) || !WishOf(content, out var wish))
            return null;
        var at = wish is null ? 2 : 4;
        if (wish is not null && (fields[2].Name != "answer-minutes" || fields[3].Name != "answer-from"))
            return null;
        IReadOnlyList<Addressed>? addressees = null;
        if (fields.Count > at && fields[at].Name == "addressees")
        {
            if (Addressed.Parse(fields[at++].Value) is not { Count: > 0 } roles)
                return null;
            addressees = roles;
        }

        var values = new List<NoticeValue>();
        foreach (var field in fields.Skip(at))
        {
            if (ValueOf(field) is not { } value || values.Exists(v => v.Field == value.Field))
                return null;
            values.Add(value);
        }

        return new NoticeContent(format, new Notice(format.Id, format.Version, language, values), wish, addressees);
    }

    private static NoticeValue? ValueOf(ContentField field)
    {
        if (field.Name.StartsWith(TextField, StringComparison.Ordinal))
        {
            var name = field.Name[TextField.Length..];
            return IsName(name) && field.Text is { Length: > 0 and <= Bounds.NoticeItemLength } text && IsSound(text) ? new NoticeValue(name, [text]) : null;
        }

        return field.Name.StartsWith(RowsField, StringComparison.Ordinal) && field.Name[RowsField.Length..] is var rows && IsName(rows) && RowsOf(field.Value) is { } cells
            ? new NoticeValue(rows, cells)
            : null;
    }

    /// <summary>1 to 24 of <c>a-z 0-9 -</c>.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= Bounds.FormatNameLength && !name.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>No control characters but line ends and tabs.</summary>
    public static bool IsSound(string text) => !text.Any(static c => char.IsControl(c) && c is not ('\n' or '\t'));

    private static bool WishOf(Content content, out NoticeWish? wish)
    {
        wish = content.TextOf("answer-minutes") is { Length: > 0 and <= 6 } text && text[0] != '0' && text.All(char.IsAsciiDigit) &&
            int.Parse(text, CultureInfo.InvariantCulture) is var minutes and <= Bounds.FormatMinutes && content.PartiesOf("answer-from") is { } from
            ? new NoticeWish(minutes, from)
            : null;
        return wish is not null || (content["answer-minutes"] is null && content["answer-from"] is null);
    }

    private static byte[] EncodeRows(IReadOnlyList<string> items) => Cbor.Encode(items, static (writer, cells) =>
    {
        writer.WriteStartArray(cells.Count);
        foreach (var cell in cells)
            writer.WriteTextString(cell);
        writer.WriteEndArray();
    });

    private static IReadOnlyList<string>? RowsOf(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.ContentSize, static reader =>
    {
        var cells = new string[reader.ArrayUpTo(Cells)];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.Text(Bounds.NoticeItemLength);
            if (!IsSound(cells[i]))
                return null;
        }

        reader.ReadEndArray();
        return cells.Length == 0 ? null : cells;
    });

    /// <inheritdoc/>
    public bool Equals(NoticeContent? other) => other is not null && Format == other.Format && Notice.Equals(other.Notice) && Equals(Wish, other.Wish) &&
        (Addressees ?? []).SequenceEqual(other.Addressees ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Format, Notice);
}
