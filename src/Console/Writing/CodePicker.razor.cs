using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Codebooks;
using Parley.Control.Codes;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Console.Writing;

/// <summary>Chooses a code and fills its blanks.</summary>
public sealed partial class CodePicker : ComponentBase
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private CodebookTexts? book;
    private string find = "";
    private int number;
    private Precedence precedence = Precedence.Immediate;
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private CodeTexts? Code => book?.Codes.FirstOrDefault(c => c.Number == number);

    private IEnumerable<CodeTexts> Found => (book?.Codes ?? []).Where(c =>
        find.Trim().Length == 0 || c.Number.ToString(System.Globalization.CultureInfo.InvariantCulture).StartsWith(find.Trim(), StringComparison.Ordinal) ||
        c.Texts.Any(t => t.Title.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase) || t.Text.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase)));

    protected override async Task OnParametersSetAsync()
    {
        if (book is not null || Line.Terms.Codebook is not { Length: > 0 } name)
            return;
        var parts = name.Split('/');
        var reply = await Desk.Ask(new ShowCodebook(parts.Length >= 2 ? $"{parts[0]}/{parts[1]}" : name));
        (book, sender.Trouble) = (reply.Answer, reply.Trouble);
    }

    private string TitleOf(CodeTexts code) => (code.Texts.FirstOrDefault(t => t.Language == Say.Tag) ?? code.Texts[0]).Title;

    private string Filled(CodeWording wording)
    {
        var text = wording.Text;
        foreach (var (name, value) in values.Where(v => v.Value.Trim().Length > 0))
            text = text.Replace($"{{{name}}}", value.Trim(), StringComparison.Ordinal);
        return text;
    }

    private void Chosen()
    {
        values.Clear();
        sender.Clear();
    }

    private async Task Submit(bool release)
    {
        if (Code is not { } code || book is null)
            return;
        var blanks = code.Blanks.Select(b => new BlankInput(b.Name, values.GetValueOrDefault(b.Name, "").Trim())).ToList();
        Operation<DraftView> operation = release
            ? new SendCode(Line.Handle, number, blanks, precedence, book.Book.Hash)
            : new DraftCode(Line.Handle, number, blanks, precedence, book.Book.Hash);
        if (await sender.Send(Desk, operation) is not { } draft)
            return;
        number = 0;
        Chosen();
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
