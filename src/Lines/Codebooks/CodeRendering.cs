namespace Parley.Lines.Codebooks;

/// <summary>Why a code message is not rendered, and not written.</summary>
public enum CodeRefusal
{
    /// <summary>It names another codebook than the one that is held.</summary>
    OtherCodebook,

    /// <summary>The codebook has no code of that number.</summary>
    NoSuchCode,

    /// <summary>The codebook has no such language.</summary>
    NoSuchLanguage,

    /// <summary>A blank is left open.</summary>
    BlankOpen,

    /// <summary>The code has no such blank.</summary>
    NoSuchBlank,

    /// <summary>What stands in a blank is of another kind.</summary>
    BlankKindDiffers,

    /// <summary>What stands in a blank is beyond its bounds.</summary>
    BlankBeyondBounds,
}

/// <summary>A refusal with what it is about.</summary>
/// <param name="Named">The codebook that the message names.</param>
/// <param name="Held">The codebook that is held here.</param>
/// <param name="What">The blank or language that it is about, where there is one.</param>
public sealed record CodeRefused(CodeRefusal Refusal, int Number, CodebookRef Named, CodebookRef Held, string? What = null);

/// <summary>A piece of a rendered text.</summary>
/// <param name="Blank">The name of the blank that the words stand in; null for words of the codebook. Faces set these apart: in a right-to-left text a date falls
/// to pieces otherwise.</param>
public sealed record RenderedPart(string Words, string? Blank);

/// <summary>A code message in one language.</summary>
/// <param name="Unchecked">No expert of the language has looked at this text yet.</param>
public sealed record RenderedCode(int Number, string Language, string Title, IReadOnlyList<RenderedPart> Parts, bool Unchecked)
{
    /// <summary>The whole text.</summary>
    public string Text => string.Concat(Parts.Select(p => p.Words));
}

/// <summary>From numbers and values to texts, and to nothing where one of them does not fit.</summary>
public static class CodeRendering
{
    /// <summary>The message with these values, blanks in the order of the code; null when something does not fit.</summary>
    public static CodeContent? Fill(this Codebook book, int number, IReadOnlyList<FilledBlank> values, out CodeRefused? refused)
    {
        var content = new CodeContent(number, book.Named(), values);
        refused = book.Check(content);
        return refused is null
            ? content with { Blanks = [.. book[number]!.Blanks.Select(b => values.Single(v => v.Name == b.Name))] }
            : null;
    }

    /// <summary>Null when the message is one of this codebook, with all its blanks filled and no other.</summary>
    public static CodeRefused? Check(this Codebook book, CodeContent content)
    {
        var held = book.Named();
        CodeRefused Refused(CodeRefusal refusal, string? what = null) => new(refusal, content.Number, content.Codebook, held, what);
        if (content.Codebook.Hash != held.Hash)
            return Refused(CodeRefusal.OtherCodebook);
        if (book[content.Number] is not { } code)
            return Refused(CodeRefusal.NoSuchCode);
        foreach (var filled in content.Blanks)
        {
            if (code.BlankOf(filled.Name) is not { } blank || content.Blanks.Count(b => b.Name == filled.Name) > 1)
                return Refused(CodeRefusal.NoSuchBlank, filled.Name);
            if (filled.Value.Kind != blank.Kind)
                return Refused(CodeRefusal.BlankKindDiffers, filled.Name);
            if (!blank.Bears(filled.Value))
                return Refused(CodeRefusal.BlankBeyondBounds, filled.Name);
        }

        return code.Blanks.FirstOrDefault(b => content.Blanks.All(f => f.Name != b.Name)) is { } open
            ? Refused(CodeRefusal.BlankOpen, open.Name)
            : null;
    }

    /// <summary>The full text in one of the codebook's languages; null when something does not fit.</summary>
    public static RenderedCode? Render(this Codebook book, CodeContent content, string language, out CodeRefused? refused)
    {
        refused = book.Check(content);
        var at = book.IndexOf(language);
        if (refused is null && at < 0)
            refused = new CodeRefused(CodeRefusal.NoSuchLanguage, content.Number, content.Codebook, book.Named(), language);
        if (refused is not null)
            return null;
        var text = book[content.Number]!.Texts[at];
        var parts = Template.Parts(text.Text)!.Select(p => p.IsBlank
            ? new RenderedPart(content.Blanks.Single(b => b.Name == p.Words).Value.Shown, p.Words)
            : new RenderedPart(p.Words, null));
        return new RenderedCode(content.Number, language, text.Title, [.. parts], text.Unchecked);
    }
}
