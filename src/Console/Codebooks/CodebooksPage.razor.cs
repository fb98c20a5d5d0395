using System.Text;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Codebooks;

namespace Parley.Console.Codebooks;

/// <summary>The codebooks of this station. A codebook's digits are shown once it is certified: before, they are typed from the paper that was checked.</summary>
public sealed partial class CodebooksPage : DeskPage
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private IReadOnlyList<CodebookView> books = [];
    private CodebookTexts? chosen;
    private string? refusedOf;
    private string refused = "";
    private string told = "";

    /// <summary>The hash of the codebook whose texts are shown.</summary>
    [SupplyParameterFromQuery]
    public string? Book { get; set; }

    /// <summary>The language of the first column.</summary>
    [SupplyParameterFromQuery]
    public string? Left { get; set; }

    [SupplyParameterFromQuery]
    public string? Right { get; set; }

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery]
    public string? Find { get; set; }

    [Inject]
    public required ConsoleOptions Options { get; set; }

    private bool MayCertify => Desk.Roles.HasFlag(Roles.Charter);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line;

    protected override async Task Load()
    {
        books = await Ask(new ListCodebooks()) ?? books;
        if (Book is null)
            chosen = null;
        else if (chosen?.Book.Hash != Book)
            chosen = await Ask(new ShowCodebook(Book)) ?? chosen;
    }

    private static string LinkTo(CodebookView book) => $"codebooks?book={book.Hash}";

    private async Task Certify(CodebookView book)
    {
        var reply = await Desk.Ask(new CertifyCodebook(book.Hash, typed.GetValueOrDefault(book.Hash, "").Trim()));
        (refusedOf, refused) = (reply.IsDone ? null : book.Hash, reply.Trouble);
        if (reply.IsDone)
            await LoadAnew();
    }

    private Task Taken(TakenFile file) => Add(Encoding.UTF8.GetString(file.Bytes));

    private async Task Add(string text)
    {
        var (encoding, problem) = Options.Files!.Codebook(text);
        (refusedOf, refused, told) = ("", problem, "");
        if (encoding is null)
            return;
        var reply = await Desk.Ask(new AddCodebook(encoding));
        refused = reply.Trouble;
        if (reply.Answer is not { } book)
            return;
        (refusedOf, told) = (null, Say["codebook.add.done", $"{book.Id}/{book.Version}"]);
        await LoadAnew();
    }
}
