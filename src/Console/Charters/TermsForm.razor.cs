using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Codebooks;
using Parley.Control.Lines;
using Parley.Control.Notices;

namespace Parley.Console.Charters;

/// <summary>Proposes other terms for a line.</summary>
public sealed partial class TermsForm : ComponentBase
{
    private readonly HashSet<string> two = new(StringComparer.Ordinal);
    private readonly HashSet<string> shows = new(StringComparer.Ordinal);
    private readonly HashSet<string> formats = new(StringComparer.Ordinal);
    private readonly string[] minutes = ["0", "0", "0", "0"];
    private string languages = "";
    private string checks = "";
    private string addressees = "";
    private string codebook = "";
    private string ladder = "";
    private string separation = "";
    private int? skew;
    private bool publication;
    private bool isBusy;
    private string trouble = "";

    [Parameter, EditorRequired]
    public required LineView Line { get; set; }

    [Parameter]
    public IReadOnlyList<CodebookView> Books { get; set; } = [];

    /// <summary>Forms of notices that are here.</summary>
    [Parameter]
    public IReadOnlyList<FormatView> Forms { get; set; } = [];

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    protected override void OnInitialized() => Begin();

    private static void Choose(HashSet<string> set, string name, bool chosen)
    {
        if (chosen)
            set.Add(name);
        else
            set.Remove(name);
    }

    private void ChooseAll(bool chosen)
    {
        foreach (var one in Forms)
            Choose(formats, one.Name, chosen);
    }

    // As it is in force when the form is opened; what others change meanwhile is not typed over.
    private void Begin()
    {
        var terms = Line.Terms;
        two.UnionWith(TermsDraft.NamesOfTwo(terms.Release));
        shows.UnionWith(terms.Shows ?? []);
        formats.UnionWith(terms.Formats ?? []);
        for (var i = 0; i < minutes.Length && i < terms.AnswerMinutes?.Count; i++)
            minutes[i] = terms.AnswerMinutes[i].ToString(CultureInfo.InvariantCulture);
        languages = string.Join(", ", terms.Languages ?? []);
        (checks, codebook, skew, publication) = (terms.Checks ?? "", terms.Codebook ?? "", terms.SkewSeconds, terms.Publication ?? false);
        (addressees, ladder, separation) = (string.Join('\n', terms.Addressees ?? []), string.Join('\n', terms.Ladder ?? []), terms.Separation ?? "");
    }

    private async Task Propose()
    {
        var draft = new TermsDraft(languages, two, minutes, checks, shows, addressees, codebook, formats, skew, ladder, publication, separation);
        if (draft.Against(Line.Terms) is not { } changed)
        {
            trouble = Say["amend.nothing"];
            return;
        }

        isBusy = true;
        var reply = await Desk.Ask(new AmendLine(Line.Handle, changed));
        (isBusy, trouble) = (false, reply.Trouble);
        if (reply.IsDone)
            await OnTold.InvokeAsync(Say["charter.told"]);
    }
}
