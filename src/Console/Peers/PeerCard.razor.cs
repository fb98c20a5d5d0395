using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;

namespace Parley.Console.Peers;

/// <summary>One other party: its card, its circuits, and what is done by hand with one that has no station.</summary>
public sealed partial class PeerCard : ComponentBase
{
    private string file = "";
    private string digits = "";
    private string trouble = "";
    private string told = "";

    [Parameter, EditorRequired]
    public required PeerView Peer { get; set; }

    /// <summary>Lines on which it is without a station.</summary>
    [Parameter]
    public IReadOnlyList<LineView> Lines { get; set; } = [];

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool MayTrust => Desk.Roles.HasFlag(Roles.Charter);

    private string Clock => Peer.ClockAheadSeconds is not { } ahead ? Say["peer.clock.unknown"]
        : Say[ahead < 0 ? "peer.clock.behind" : "peer.clock.ahead", Say.Number(Math.Abs(ahead), 1)];

    private static string Refusals(IReadOnlyDictionary<string, long> counts) => counts.Count == 0
        ? "–"
        : string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));

    private void Taken(TakenFile taken) => file = Encoding.UTF8.GetString(taken.Bytes);

    private async Task Update()
    {
        var reply = await Desk.Ask(new UpdatePeer(file.Trim() + "\n", digits.Trim() is { Length: > 0 } heard ? heard : null));
        (trouble, told) = (reply.Trouble, "");
        if (reply.Answer is not { } peer)
            return;
        (file, digits, told) = ("", "", Say["peer.update.done", peer.CardVersion]);
    }
}
