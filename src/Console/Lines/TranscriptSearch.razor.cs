using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Messages;
using Parley.Lines.Charters;

namespace Parley.Console.Lines;

/// <summary>Finds entries by their words.</summary>
public sealed partial class TranscriptSearch : ComponentBase
{
    private const int Before = 40;
    private const int Length = 140;
    private readonly List<EntryView> found = [];
    private string text = "";
    private string? asked;
    private string? before;
    private DateTimeOffset? searched;
    private string trouble = "";

    [Parameter, EditorRequired]
    public required string Line { get; set; }

    [Parameter]
    public LineMode Mode { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private async Task Begin()
    {
        if (text.Trim().Length == 0)
            return;
        found.Clear();
        (asked, before) = (text.Trim(), null);
        await On();
    }

    private async Task On()
    {
        var reply = await Desk.Ask(new SearchTranscript(Line, asked!, before, Say.Tag));
        trouble = reply.Trouble;
        if (reply.Answer is not { } page)
            return;
        found.AddRange(page.Entries);
        (before, searched) = (page.Before, page.Searched);
    }

    private void Close()
    {
        found.Clear();
        (asked, trouble, text) = (null, "", "");
    }

    /// <summary>The words around what was looked for.</summary>
    private string Around(EntryView entry)
    {
        var words = new[] { entry.Text }.Concat(entry.Handling.Select(h => h.Text)).OfType<string>()
            .FirstOrDefault(t => t.Contains(asked!, StringComparison.OrdinalIgnoreCase)) ?? entry.Text ?? "";
        var at = Math.Max(0, words.IndexOf(asked!, StringComparison.OrdinalIgnoreCase) - Before);
        var part = words.Substring(at, Math.Min(Length, words.Length - at));
        return string.Concat(SaidText.Pieces(part.ReplaceLineEndings(" ")).Select(p => p.Kind == SaidKind.Hidden ? $"[{p.Text}]" : p.Text));
    }
}
