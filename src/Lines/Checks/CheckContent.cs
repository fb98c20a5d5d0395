using System.Globalization;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Checks;

/// <summary>Where in a bank a text stands. Written as <c>checks/1/17</c>: id, version, number.</summary>
public sealed record BankRef(string Id, int Version, int Number)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static BankRef? Parse(string text) =>
        text.Split('/') is [var id, var version, var number] && CodebookRef.IsId(id) &&
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v) && CodebookRef.IsVersion(v) &&
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= Bounds.CheckTexts &&
        new BankRef(id, v, n) is var read && read.ToString() == text
            ? read
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}/{Version}/{Number}");
}

/// <summary>A check of the line: a harmless text, whose status is always test. Fields in order: `language`, `text`, and where the text is one of a bank `bank`.</summary>
public sealed record CheckContent(string Language, string Text, BankRef? Bank = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("language", Language), Fields.Of("text", Text)];
        if (Bank is { } bank)
            fields.Add(Fields.Of("bank", bank.ToString()));
        return new Words(EntryKind.Check, fields, Officers: 1);
    }

    /// <summary>Null when the content is no check.</summary>
    public static CheckContent? From(Content content)
    {
        var bank = content.TextOf("bank") is { } text ? BankRef.Parse(text) : null;
        return content.TextOf("language") is { } language && MessageContent.IsLanguage(language) && content.TextOf("text") is { } said && IsText(said) &&
            (bank is not null || content["bank"] is null)
                ? new CheckContent(language, said, bank)
                : null;
    }

    /// <summary>1 to 300 plain characters on one line.</summary>
    public static bool IsText(string text) => PlainText.IsLine(text, Bounds.CheckTextLength);
}

/// <summary>The check that the entry regards was read by an officer. Fields in order: `answer`, which is `read`, and where there are words beside it `language` and
/// `text`.</summary>
public sealed record CheckAnswerContent(Note? Note = null)
{
    private const string Read = "read";

    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("answer", Read)];
        fields.AddNote(Note);
        return new Words(EntryKind.CheckAnswer, fields, Officers: 1);
    }

    /// <summary>Null when the content is no answer to a check.</summary>
    public static CheckAnswerContent? From(Content content) =>
        content.TextOf("answer") == Read && content.NoteOf(out var note) ? new CheckAnswerContent(note) : null;
}
