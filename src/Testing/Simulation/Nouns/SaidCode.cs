using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>A code message that an officer wanted: a number, and for each blank what is typed and what every reader must see there.</summary>
internal sealed class SaidCode(SimulatedStation author, LineId line, int mark, int number) : Said(author, line, mark, EntryKind.Code)
{
    private readonly List<(string Name, string Typed, string Shown)> blanks = [];

    /// <summary>The codebook that the officer names, <c>id/version</c>; null: whichever the charter names.</summary>
    public string? Names { get; init; }

    /// <summary>The codebook out of which it was shown to the officers who approved it; null until then.</summary>
    private string? Approved { get; set; }

    public IReadOnlyList<BlankInput> Typed => [.. blanks.Select(b => new BlankInput(b.Name, b.Typed))];

    public void Fill(string name, string typed, string shown) => blanks.Add((name, typed, shown));

    public override string? Misshown(DraftView view)
    {
        if (base.Misshown(view) is { } wrong)
            return wrong;
        // An approval that was asked for again is answered with less, once the words have left.
        if (view.Code is not { } code)
            return null;
        // A draft that the terms have overtaken is shown for what it is when somebody asks again; it cannot be approved any more.
        if (code.NotRendered is { } why)
            return view.Released is null && !why.Contains("and the charter names", StringComparison.Ordinal) ? $"without its text: {why}" : null;
        if (Approved is { } before && before != code.Codebook)
            return $"it was of {before} and is of {code.Codebook} now";
        Approved = code.Codebook;
        return Misrendered(view.Text, view.Language, code);
    }

    public override string? Misread(SimulatedStation reader, EntryView view)
    {
        if (base.Misread(reader, view) is { } wrong)
            return wrong;
        if (view.Code is not { } code)
            return "it has no number";
        if (Approved is { } approved && code.Codebook != approved)
            return $"it is of {code.Codebook}, and was approved as of {approved}";
        if (code.NotRendered is not { } why)
            return Misrendered(view.Text!, view.Language!, code);
        return view.Text == $"CODE {number}, without its text: {why}" && code.Number == number && AreFilled(code) ? null : $"it is not rendered, and reads '{view.Text}'";
    }

    /// <summary>The text is worked out here anew, from the book that the message names and what was typed.</summary>
    private string? Misrendered(string text, string language, CodeView code)
    {
        if (SimulatedBook.Versions.FirstOrDefault(b => b.Named().ToString() == code.Codebook) is not { } book)
            return $"it is of {code.Codebook}, which nobody has";
        if (Names is { } named && named != $"{book.Id}/{book.Version}")
            return $"it is of version {book.Version}, and its author named {named}";
        if (code.Number != number || !AreFilled(code))
            return $"it is code {code.Number} with {string.Join(", ", code.Blanks)}, and was {number} with {string.Join(", ", blanks)}";
        var wording = book[number]!.Texts[Array.IndexOf(SimulatedBook.Languages, language)];
        var whole = blanks.Aggregate(wording.Text, (t, b) => t.Replace($"{{{b.Name}}}", b.Shown, StringComparison.Ordinal));
        return text == whole && code.Title == wording.Title && code.Unchecked == wording.Unchecked ? null : $"it reads '{code.Title}: {text}' and not '{wording.Title}: {whole}'";
    }

    private bool AreFilled(CodeView code) => code.Blanks.SequenceEqual(blanks.Select(b => new BlankView(b.Name, b.Shown)));
}
