using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Codebooks;
using Parley.Control.Lines;
using Parley.Control.Notices;

namespace Parley.Console.Charters;

/// <summary>One line: where it stands, its terms, what is proposed, and what we can do to it alone.</summary>
public sealed partial class CharterCard : ComponentBase
{
    private bool isAmending;
    private bool isBusy;
    private string trouble = "";
    private string told = "";

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter]
    public IReadOnlyList<CodebookView> Books { get; set; } = [];

    [Parameter]
    public IReadOnlyList<FormatView> Forms { get; set; } = [];

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool MayChange => Desk.Roles.HasFlag(Roles.Charter);

    private bool HasLeft => Line.LeftBy.Contains(Desk.Party);

    // What a watch must know of a line; the rest stands below.
    private string Short => string.Join(" · ", TermsText.Of(Line.Terms, Say)
        .Where(t => t.Name is "languages" or "release" or "checks" or "codebook").Select(t => $"{Say["terms." + t.Name]}: {t.Text}"));

    private async Task Do(Operation<LineView> operation)
    {
        isBusy = true;
        var reply = await Desk.Ask(operation);
        (isBusy, trouble, told) = (false, reply.Trouble, "");
        if (reply.IsDone)
            await Told(Say["charter.told"]);
    }

    private async Task Told(string words)
    {
        (told, isAmending) = (words, false);
        await OnChanged.InvokeAsync();
    }
}
