using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control.Codebooks;
using Parley.Exchange.Codebooks;
using Parley.Lines.Codebooks;

namespace Parley.Cli.Commands;

/// <summary><c>parley codebook</c>: numbered messages, kept by hash and certified by a named officer.</summary>
internal static class CodebookCommands
{
    private static readonly Argument<string> SourceFile = new("FILE")
    {
        Description = "The codebook's file, or 'parley-1' for the one that comes with the program.",
    };

    private static readonly Argument<string> Book = new("BOOK") { Description = "The codebook: id/version as 'parley codebook list' shows it, or the beginning of its hash." };

    private static readonly Option<string> DigitsRead = new("--digits")
    {
        Description = "The digits on the paper that was checked.",
        HelpName = "DIGITS",
        Required = true,
    };

    private static readonly Option<string?> Language = new("--language") { Description = "Texts of this language only.", HelpName = "TAG" };
    private static readonly Option<string> Page = new("--output", "-o") { Description = "The file to write: one page of HTML for a printer.", HelpName = "FILE", Required = true };

    public static Command Build() => Common.Group(
        "codebook",
        "Codebooks: numbered messages with full texts in each language of a line.",
        new Command("add", "Keep a codebook at this station.").Does([Common.Directory, SourceFile, Common.TokenFile, Common.Json], Add),
        new Command("certify", "Say for our party that its texts were checked and are ours to use. Live lines use no other.").Does(
            [Common.Directory, Book, DigitsRead, Common.TokenFile, Common.Json], Certify),
        new Command("list", "All codebooks of this station.").Does([Common.Directory, Common.TokenFile, Common.Json], List),
        new Command("show", "All codes of a codebook with their blanks and texts.").Does(
            [Common.Directory, Book, Language, Common.TokenFile, Common.Json], Show),
        new Command("print", "Write a codebook as one page of HTML, to be printed from a browser.").Does(
            [Common.Directory, Book, Page, Common.TokenFile], Print));

    private static async Task Add(Invocation invocation)
    {
        var file = invocation.Get(SourceFile);
        var text = !File.Exists(file) && CodebookShelf.Text(file) is { } shelved ? shelved : await File.ReadAllTextAsync(file, invocation.Cancel);
        if (CodebookFile.Read(text, out var problem) is not { } book)
            throw new CommandFault(ExitCode.Refused, $"{file}: {problem}");
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new AddCodebook(book.Encode())), Write);
    }

    private static async Task Certify(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new CertifyCodebook(invocation.Get(Book), invocation.Need(DigitsRead))), Write);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListCodebooks()), static (screen, books) =>
        {
            foreach (var book in books)
                Write(screen, book);
            if (books.Count == 0)
                screen.Line("There is no codebook; take one with: parley codebook add");
        });
    }

    private static async Task Show(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var texts = await invocation.Do(station.Control, new ShowCodebook(invocation.Get(Book)));
        var only = invocation.Get(Language);
        if (only is not null && !texts.Book.Languages.Contains(only))
            throw new CommandFault(ExitCode.Refused, $"the codebook has no language {only}; it has {string.Join(", ", texts.Book.Languages)}");
        invocation.Show(texts, (screen, t) =>
        {
            Write(screen, t.Book);
            foreach (var code in t.Codes)
                Write(screen, code, only);
        });
    }

    private static async Task Print(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var texts = await invocation.Do(station.Control, new ShowCodebook(invocation.Get(Book)));
        var book = Codebook.Parse(texts.Encoding) ?? throw new CommandFault(ExitCode.Refused, "the station's codebook is none that this program knows; use the newer program");
        var file = invocation.Need(Page);
        await File.WriteAllTextAsync(file, CodebookPage.Write(book), invocation.Cancel);
        invocation.Screen.Line($"{file} is written. Print it from a browser, which can also save it as PDF.", Tint.Good);
    }

    private static void Write(Screen screen, CodebookView book)
    {
        screen.Line($"{SafeText.Line(book.Id)}/{book.Version.ToString(CultureInfo.InvariantCulture)}: {book.Codes} codes in {SafeText.Line(string.Join(", ", book.Languages))}");
        screen.Line($"    hash {book.Hash}", Tint.Quiet);
        screen.Line($"    digits {book.Digits}");
        screen.Line($"    added by {SafeText.Line(book.AddedBy)}, {TranscriptText.Time(book.AddedAt)}", Tint.Quiet);
        if (book.UncheckedTexts > 0)
            screen.Line($"    {book.UncheckedTexts} texts are unchecked, by the word of its makers", Tint.Warning);
        if (book.CertifiedBy is { } officer)
            screen.Line($"    certified for our party by {SafeText.Line(officer)}, {TranscriptText.Time(book.CertifiedAt!.Value)}", Tint.Good);
        else
            screen.Line("    NOT certified for our party: exercise lines may use it, live lines may not", Tint.Warning);
        if (book.Lines.Count > 0)
            screen.Line($"    in force on {SafeText.Line(string.Join(", ", book.Lines))}");
    }

    private static void Write(Screen screen, CodeTexts code, string? only)
    {
        screen.Line();
        var blanks = string.Join(", ", code.Blanks.Select(b => $"{b.Name} ({b.Kind}{Range(b)})"));
        screen.Line($"{code.Number}  {(code.Release == "one" ? "one officer" : "as the charter says")}{(blanks.Length > 0 ? $"; blanks {blanks}" : "")}");
        foreach (var text in code.Texts.Where(t => only is null || t.Language == only))
        {
            var mark = text.Unchecked ? ", unchecked" : "";
            screen.Line($"    ({SafeText.Line(text.Language)}{mark}) {SafeText.Line(text.Title)}: {SafeText.Line(text.Text)}");
        }
    }

    private static string Range(CodeBlank blank) => blank.Kind switch
    {
        "count" => $" {blank.Least} to {blank.Most}",
        "place" => $" of at most {blank.Most} characters",
        _ => "",
    };
}
