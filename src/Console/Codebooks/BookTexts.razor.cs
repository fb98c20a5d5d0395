using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Codebooks;

namespace Parley.Console.Codebooks;

/// <summary>The texts of one codebook.</summary>
public sealed partial class BookTexts : ComponentBase
{
    private string find = "";
    private string left = "";
    private string right = "";

    [Parameter, EditorRequired]
    public required CodebookTexts Texts { get; set; }

    [Parameter]
    public string? Left { get; set; }

    [Parameter]
    public string? Right { get; set; }

    [Parameter]
    public string? Find { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private IReadOnlyList<CodeTexts> Found
    {
        get
        {
            var wanted = find.Trim();
            return
            [
                .. Texts.Codes.Where(c => wanted.Length == 0 || c.Number.ToString(CultureInfo.InvariantCulture).StartsWith(wanted, StringComparison.Ordinal) ||
                    c.Texts.Any(t => t.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase) || t.Text.Contains(wanted, StringComparison.OrdinalIgnoreCase))),
            ];
        }
    }

    protected override void OnInitialized()
    {
        var known = Texts.Book.Languages;
        find = Find ?? "";
        left = Left is { } asked && known.Contains(asked) ? asked : known.FirstOrDefault(l => l == Say.Tag) ?? known[0];
        right = Right is { } other && known.Contains(other) ? other : known.FirstOrDefault(l => l != left) ?? left;
    }
}
