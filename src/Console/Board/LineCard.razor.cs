using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Words;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Silence;
using Parley.Control.Stations;
using Parley.Lines.Silence;

namespace Parley.Console.Board;

/// <summary>One line: the verdict of each other party with its evidence, then what is known of machines.</summary>
public sealed partial class LineCard : ComponentBase
{
    [Parameter, EditorRequired]
    public required LineStatus Line { get; set; }

    [Parameter]
    public LineView? View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SilenceView> Silences { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PeerView> Peers { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool IsSilent => Silences.Any(s => s.Causes.Count > 0);

    private string KindWord => View is { } view ? Say["kind." + view.Kind.ToString().ToLowerInvariant()] : "";

    private IEnumerable<PeerView> Others => Peers.Where(p => p.Party != Desk.Party && (View?.Parties.Contains(p.Party) ?? false));

    private string PartyName(string party) => Peers.FirstOrDefault(p => p.Party == party) is { Name.Length: > 0 } peer ? peer.Name : party;

    /// <summary>In the reader's language; what is not excluded is never made less than it is.</summary>
    private string Verdict(SilenceView silence)
    {
        if (silence.Causes.Count == 0)
            return Say.Find("verdict." + string.Concat(silence.Title.Replace(' ', '-').Where(c => c is not (':' or ';')))) ?? silence.Title;
        var causes = silence.Causes.Select(CauseWord).ToList();
        var list = causes.Count == 1 ? causes[0] : Say["verdict.or", string.Join(Say["verdict.comma"], causes.SkipLast(1)), causes[^1]];
        var open = silence.Machines == MachineState.Working ? Say["verdict.line-open"] + " " : "";
        return open + (causes.Count == 1 ? Say["verdict.one", list] : Say["verdict.some", list]);
    }

    private string CauseWord(string cause) => Say.Find("cause." + cause.Replace(' ', '-')) ?? cause;

    // Agreed in the table of counterparts, if anywhere.
    private TimeZoneInfo? ZoneOf(string party)
    {
        var zone = View?.Terms.Counterparts?.SelectMany(c => c.Seats).FirstOrDefault(s => s.Party == party)?.Zone;
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : null;
    }
}
