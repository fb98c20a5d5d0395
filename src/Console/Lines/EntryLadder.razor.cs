using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Console.Lines;

/// <summary>The ladder of one entry: what is proved, what they report, and what is still open, never merged.</summary>
public sealed partial class EntryLadder : ComponentBase
{
    [Parameter, EditorRequired]
    public required EntryView Entry { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private List<Rung> Rungs
    {
        get
        {
            List<Rung> rungs = [.. Receipts(), .. Handled(), .. Addressees(), .. Deeds()];
            return Entry.Status == Status.System ? [.. rungs.Where(r => r.Class != "done")] : rungs;
        }
    }

    private IEnumerable<Rung> Receipts()
    {
        foreach (var receipt in Entry.Receipts.Where(r => r.Party != Desk.Party && r.Party != Entry.Party))
        {
            if (receipt.Received && receipt.Disputed)
                yield return new Rung("half", "≈", Say["ladder.disputed", receipt.Party], receipt.At);
            else if (receipt.Received)
                yield return new Rung("done", "✓", Say["ladder.received", receipt.Party], receipt.At);
            else if (receipt.Unreadable)
                yield return new Rung("bad", "✗", Say["ladder.unreadable", receipt.Party], null);
            else
                yield return new Rung("open", "…", Say["ladder.not-received", receipt.Party], null);
        }
    }

    private IEnumerable<Rung> Handled() => Entry.Handling.Where(h => h.Addressee is null).Select(h => new Rung(
        h.Corrected ? "corrected" : "done", h.TheyReport ? "»" : "•",
        Say["ladder.stage", h.TheyReport ? h.Party : h.Officer ?? h.Party, Say["stage." + h.Stage.Name()]] + (h.Corrected ? " · " + Say["ladder.corrected"] : "") +
        (h.OneSided ? " · " + Say["entry.one-sided"] : ""), h.At, h.TheyReport));

    private IEnumerable<Rung> Addressees() => Entry.Addressees.Select(a => new Rung(
        a.Acted is not null || a.Confirmed is not null ? "done" : a.Late ? "bad" : "open",
        a.Acted is not null || a.Confirmed is not null ? "»" : "…",
        Say[Stage(a), a.Party + ":" + a.Role] +
        (a.Late ? " · " + Say["ladder.late"] : ""),
        a.Acted ?? a.Confirmed ?? a.Relayed ?? a.By, a.Party != Desk.Party && (a.Acted ?? a.Confirmed ?? a.Relayed) is not null));

    private static string Stage(AddresseeView a) =>
        a.Acted is not null ? "ladder.acted" : a.Confirmed is not null ? "ladder.confirmed" : a.Relayed is not null ? "ladder.relayed" : "ladder.unconfirmed";

    private IEnumerable<Rung> Deeds() => (Entry.Deeds ?? []).Select(d => new Rung(
        "half", "◦", Say["ladder.deed." + d.Deed.ToString().ToLowerInvariant(), d.Party] + " · " + Say["entry.one-sided"], d.At));

    /// <summary>One rung.</summary>
    private sealed record Rung(string Class, string Sign, string Text, DateTimeOffset? At, bool TheyReport = false);
}
