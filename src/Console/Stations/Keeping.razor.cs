using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control.Pouches;
using Parley.Control.Stations;

namespace Parley.Console.Stations;

/// <summary>Backups and pouches.</summary>
public sealed partial class Keeping : ComponentBase
{
    private readonly List<(string Name, bool IsTaken, string Words)> brought = [];
    private string file = "";
    private string trouble = "";
    private string told = "";
    private bool isBusy;

    /// <summary>Parties to which a courier can go.</summary>
    [Parameter]
    public IReadOnlyList<string> Peers { get; set; } = [];

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private async Task BackUp()
    {
        isBusy = true;
        var reply = await Desk.Ask(new BackUp(file.Trim()));
        (isBusy, trouble, told) = (false, reply.Trouble, reply.IsDone ? Say["backup.done", file.Trim()] : "");
    }

    private async Task Import(TakenFile taken)
    {
        var reply = await Desk.Ask(new ImportPouch(new PouchFile(taken.Name, taken.Bytes)));
        brought.Add(reply.Answer is { } import
            ? (taken.Name, true, Say["pouch.taken", import.From, Say.Number(import.Entries), Say.Number(import.Contents), Say.Number(import.Receipts)])
            : (taken.Name, false, reply.Trouble));
    }
}
