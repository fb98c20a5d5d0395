using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Calls;

/// <summary>One call: where it stands and whose move it is first, what we can say next, then every step as it was said.</summary>
public sealed partial class CallPage : RoundPage
{
    private CallView? call;
    private CallMove next = new(Mover.Nobody, "over");
    private IReadOnlyList<string> tongues = [];
    private int needed = 1;
    private string told = "";
    private string shown = "";

    [Parameter]
    public string Handle { get; set; } = "";

    /// <summary>The ref of the request.</summary>
    [Parameter]
    public string Entry { get; set; } = "";

    private string Others => CallMoves.IsAsker(call!, Desk.Party) ? string.Join(", ", call!.With.Select(l => l.Party)) : call!.From;

    private string Title => Say["call.title", call!.From, string.Join(", ", call.With.Select(l => l.Party)), call.Pair.Length > 0 ? call.Pair : "?"];

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (shown != Entry)
            (shown, told, call) = (Entry, "", null);
        if (await Ask(new ShowCall(Handle, Entry)) is not { } found)
            return;
        (call, next) = (found, CallMoves.Next(found, Desk.Party));
        if (await Ask(new ListLines()) is not { } lines || lines.FirstOrDefault(l => l.Handle == found.Line) is not { } line)
            return;
        tongues = LineTongues.Of(line, Say);
        needed = ReleaseRule.Needed(line.Terms.Release, found.Precedence, EntryKind.CallStep);
    }

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
    }

    // Where a rung is climbed, if that is a place here.
    private string? LinkOf(string rung) => Rung.Parse(rung) switch
    {
        { Kind: RungKind.Deputy or RungKind.Staff } => $"calls?line={Uri.EscapeDataString(Handle)}&ask=yes",
        { Kind: RungKind.Line, Argument: var name } => Board.Needs.LineLink(name),
        { Kind: RungKind.Notice } => Board.Needs.LineLink(Handle),
        _ => null,
    };
}
