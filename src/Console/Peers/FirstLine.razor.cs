using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Officers;
using Parley.Lines.Charters;

namespace Parley.Console.Peers;

/// <summary>Proposes a line to one party, with the terms that every line needs; the rest is as usual and can be amended.</summary>
public sealed partial class FirstLine : ComponentBase
{
    private static readonly string[] Rules = ["", "flash=2", "charter=2,flash=2", "charter=2,flash=2,immediate=2,priority=2,routine=2"];
    private string name = "";
    private LineMode? mode;
    private LineKind kind = LineKind.Hot;
    private string languages = "en";
    private string release = "";
    private int releasing;
    private readonly Sender sender = new();

    [Parameter, EditorRequired]
    public required string Party { get; set; }

    [Parameter]
    public EventCallback OnProposed { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool MayTrust => Desk.Roles.HasFlag(Roles.Charter);

    protected override async Task OnInitializedAsync()
    {
        var officers = (await Desk.Ask(new ListOfficers())).Answer ?? [];
        releasing = officers.Count(o => !o.Revoked && o.Roles.HasFlag(Roles.Release));
        // Where one officer alone may release, a rule of two would let no flash leave.
        release = releasing > 1 ? "flash=2" : "";
    }

    private async Task Propose()
    {
        if (mode is not { } chosen)
        {
            sender.Trouble = Say["first.mode.choose"];
            return;
        }

        var tags = languages.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (await sender.Send(Desk, new ProposeLine(name.Trim(), kind, chosen, [Party], new TermsView(tags, release))) is not null)
            await OnProposed.InvokeAsync();
    }
}
