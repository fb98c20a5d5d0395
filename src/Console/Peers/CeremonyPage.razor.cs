using System.Text;
using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Lines.Charters;

namespace Parley.Console.Peers;

/// <summary>The steps of a ceremony, in order.</summary>
public enum CeremonyStep
{
    Give,
    Take,
    Compare,
    Propose,
    Wait,
}

/// <summary>The key ceremony, step by step. Where the officer is and with whom stands in the address; the digits of the other side's card are nowhere on the page: who could
/// read them off it would not need the telephone.</summary>
public sealed partial class CeremonyPage : DeskPage
{
    private CardView? card;
    private IReadOnlyList<PeerView> peers = [];
    private IReadOnlyList<LineView> lines = [];
    private string file = "";
    private string heard = "";
    private string refused = "";
    private string told = "";
    private bool toldRight;
    private bool isBusy;
    private (string? Step, string? With) loaded;

    /// <summary>Where the officer is.</summary>
    [SupplyParameterFromQuery]
    public string? Step { get; set; }

    /// <summary>The other party, once its card was taken.</summary>
    [SupplyParameterFromQuery]
    public string? With { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private CeremonyStep At => Enum.TryParse<CeremonyStep>(Step, ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : CeremonyStep.Give;

    private bool MayTrust => Desk.Roles.HasFlag(Roles.Charter);

    private PeerView? Peer => peers.FirstOrDefault(p => p.Party == With && p.ByHand is null);

    private IReadOnlyList<LineView> Common =>
        [.. lines.Where(l => l.Kind != LineKind.Operator && l.Parties.Contains(With ?? "") && l.State != LineState.Closed)];

    private IEnumerable<LineView> Theirs => Common.Where(l => l.State == LineState.Proposed && l.Proposal is { WaitsForUs: true });

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Peer or ChangeKind.Line;

    protected override async Task Load()
    {
        if (loaded != (Step, With))
            (loaded, refused, told) = ((Step, With), "", "");
        card = await Ask(new ShowCard()) ?? card;
        peers = await Ask(new ListPeers()) ?? peers;
        lines = await Ask(new ListLines()) ?? lines;
    }

    private static string Name(CeremonyStep step) => step.ToString().ToLowerInvariant();

    private string LinkTo(CeremonyStep step) => $"ceremony?step={Name(step)}" + (With is { } party ? $"&with={Uri.EscapeDataString(party)}" : "");

    private void Chosen(TakenFile taken) => file = Encoding.UTF8.GetString(taken.Bytes);

    // Kept unverified until digits are compared: the station says here already whether the file is sound.
    private Task Take() => Trust(null, CeremonyStep.Compare);

    private Task Compare() => Trust(heard.Trim(), CeremonyStep.Compare);

    private async Task Trust(string? digits, CeremonyStep next)
    {
        isBusy = true;
        var reply = await Desk.Ask(new AddPeer(file.Trim() + "\n", digits));
        (isBusy, refused) = (false, reply.Trouble);
        if (reply.Answer is not { } peer)
            return;
        (heard, With) = ("", peer.Party);
        await LoadAnew();
        Address.NavigateTo(LinkTo(next));
    }

    private void Proposed() => Address.NavigateTo(LinkTo(CeremonyStep.Wait));

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
        // The proposer puts it in force; when it is, the last step says so.
        if (!Theirs.Any())
            Address.NavigateTo(LinkTo(CeremonyStep.Wait));
    }
}
