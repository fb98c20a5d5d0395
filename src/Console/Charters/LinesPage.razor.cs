using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Codebooks;
using Parley.Control.Lines;
using Parley.Control.Notices;
using Parley.Control.Peers;
using Parley.Lines.Charters;

namespace Parley.Console.Charters;

/// <summary>Every line with its terms. What waits for us comes first, closed lines last.</summary>
public sealed partial class LinesPage : DeskPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<CodebookView> books = [];
    private IReadOnlyList<FormatView> forms = [];
    private IReadOnlyList<PeerView> peers = [];
    private string party = "";
    private string told = "";

    private bool MayChange => Desk.Roles.HasFlag(Roles.Charter);

    private List<PeerView> Verified => [.. peers.Where(p => p.Verified || p.ByHand is not null)];

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line or ChangeKind.Peer or ChangeKind.Warning;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is { } all)
        {
            lines =
            [
                .. all.OrderBy(l => l.State == LineState.Closed).ThenByDescending(l => l.Proposal?.WaitsForUs == true).ThenBy(l => l.Kind == LineKind.Operator)
                    .ThenBy(l => l.Mode).ThenBy(l => l.Kind),
            ];
        }

        books = await Ask(new ListCodebooks()) ?? books;
        forms = await Ask(new ListFormats(Language: Say.Tag)) ?? forms;
        peers = await Ask(new ListPeers()) ?? peers;
    }

    private async Task Proposed()
    {
        (party, told) = ("", Say["lines.proposed"]);
        await LoadAnew();
    }
}
