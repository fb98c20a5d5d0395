using System.Globalization;
using Parley.Control.Codes;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Renders code messages of one line for one reader. What cannot be rendered is shown as number and blanks with the reason, and is never an error: a peer
/// may send what it likes. Holds only what does not change, so that it works outside the loop.</summary>
internal sealed class CodeReading
{
    private readonly IReadOnlyDictionary<Digest, CodebookState> books;
    private readonly IReadOnlyList<Charter> charters;
    private readonly IReadOnlyList<string> languages;
    private readonly string? asked;

    private CodeReading(StationMemory memory, LineState line, string? language)
    {
        books = memory.Codebooks;
        charters = [.. line.Fold.InForce];
        asked = language;
        languages = [.. memory.Keys.Chain.Current.Names.Select(n => n.Key), .. (line.Fold.Current ?? line.Fold.Founding!).Terms.Languages];
    }

    /// <param name="language">The reader's; null: the first of our card, then of the charter, that the codebook has.</param>
    public static CodeReading Of(StationMemory memory, LineState line, string? language) => new(memory, line, language);

    /// <summary>A code message as its author wrote it.</summary>
    /// <param name="regards">What the entry regards: a number of a message in a blank must be among it.</param>
    /// <param name="charterVersion">The charter under which it was written.</param>
    public EntryText Read(CodeContent code, PartyId author, IReadOnlyList<EntryRef> regards, int charterVersion)
    {
        BlankView[] blanks = [.. code.Blanks.Select(b => new BlankView(b.Name, b.Value.Shown))];
        var rendered = Render(code, author, regards, charterVersion, out var why);
        var view = new CodeView(code.Number, code.Codebook.ToString(), blanks, rendered?.Title, rendered?.Unchecked ?? false, why);
        return new EntryText(rendered?.Text ?? $"CODE {code.Number}, without its text: {why}", rendered?.Language, Code: view);
    }

    private RenderedCode? Render(CodeContent code, PartyId author, IReadOnlyList<EntryRef> regards, int charterVersion, out string? why)
    {
        why = Bar(code, author, regards, charterVersion, out var book);
        if (why is not null || book is null)
            return null;
        var rendered = book.Book.Render(code, LanguageFor(book.Book), out var refused);
        why = refused is null ? null : Words(refused);
        return rendered;
    }

    /// <summary>Why it is not rendered, before its blanks are looked at.</summary>
    private string? Bar(CodeContent code, PartyId author, IReadOnlyList<EntryRef> regards, int charterVersion, out CodebookState? book)
    {
        book = null;
        // A store that was set back may have lost a charter; that an earlier one names the same book says nothing of it.
        if (charterVersion < 1 || charterVersion > charters.Count)
            return string.Create(CultureInfo.InvariantCulture, $"it was written under version {charterVersion} of the charter, which is not known here.");
        if (charters[charterVersion - 1].Terms.Codebook is not { } hash)
            return $"it names {Codebooks.Name(code.Codebook)}, and the charter names no codebook.";
        if (code.Codebook.Hash != hash)
            return $"it names {Codebooks.Name(code.Codebook)}, and the charter names {Codebooks.Name(books, hash)}.";
        if (!books.TryGetValue(hash, out book))
            return $"its codebook, {Codebooks.Name(code.Codebook)}, is not at this station; 'codebook add' takes it.";
        return code.Blanks.Select(b => b.Value).OfType<MessageValue>().Any(m => !regards.Contains(m.By(author)))
            ? "the message whose number it gives is not among those that it regards."
            : null;
    }

    private string LanguageFor(Codebook book) => asked ?? languages.FirstOrDefault(l => book.IndexOf(l) >= 0) ?? book.Languages[0];

    /// <summary>A refusal in a sentence.</summary>
    public static string Words(CodeRefused refused) => refused.Refusal switch
    {
        CodeRefusal.OtherCodebook => $"it names {Codebooks.Name(refused.Named)}, and held is {Codebooks.Name(refused.Held)}.",
        CodeRefusal.NoSuchCode => $"{Codebooks.Name(refused.Held)} has no code {refused.Number}.",
        CodeRefusal.NoSuchLanguage => $"{Codebooks.Name(refused.Held)} has no language '{refused.What}'.",
        CodeRefusal.BlankOpen => $"the blank '{refused.What}' is open.",
        CodeRefusal.NoSuchBlank => $"code {refused.Number} has no blank '{refused.What}', or it is filled twice.",
        CodeRefusal.BlankKindDiffers => $"the blank '{refused.What}' takes another kind of value.",
        _ => $"what stands in '{refused.What}' is beyond its bounds.",
    };
}
