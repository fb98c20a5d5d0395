using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;

namespace Parley.Console.Peers;

/// <summary>Our own card, and every other party: whether its digits were compared, and how it is reached.</summary>
public sealed partial class PeersPage : DeskPage
{
    private CardView? card;
    private IReadOnlyList<PeerView> peers = [];
    private IReadOnlyList<LineView> lines = [];
    private string party = "";
    private string name = "";
    private string contact = "";
    private string refused = "";

    private bool MayTrust => Desk.Roles.HasFlag(Roles.Charter);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Peer or ChangeKind.Circuit or ChangeKind.Line;

    protected override async Task Load()
    {
        card = await Ask(new ShowCard()) ?? card;
        peers = await Ask(new ListPeers()) ?? peers;
        lines = await Ask(new ListLines()) ?? lines;
    }

    private async Task AddByHand()
    {
        var reply = await Desk.Ask(new AddByHandPeer(party.Trim(), name.Trim(), contact.Trim()));
        refused = reply.Trouble;
        if (!reply.IsDone)
            return;
        (party, name, contact) = ("", "", "");
        await LoadAnew();
    }
}
