using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Calls;
using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Control.Silence;
using Parley.Control.Stations;
using Parley.Lines.Silence;

namespace Parley.Console.Board;

/// <summary>In one look: is anything wrong, with whom, since when, whose move is it.</summary>
public sealed partial class BoardPage : RoundPage
{
    // Like the station's own glance: what nobody has touched for longer stands on the pages of calls and contacts alone.
    private const int CallDays = 14;
    private BoardState? state;
    private SelfTestView? test;
    private Dictionary<string, LineView> views = [];
    private IReadOnlyList<Need> ours = [];
    private IReadOnlyList<Need> theirs = [];
    private string? worst;
    private string look = "";

    private DateTimeOffset? OwnTest => test is { IsValid: true } ? test.At : null;

    private string Glance => worst ?? (ours.Count == 0 ? Say["board.calm"] : Say["board.calm-but", Say.Number(ours.Count)]);

    // What grows old without a change: ages, dues, the last test of ourselves.
    protected override TimeSpan Round => Bounds.BoardRound;

    protected override async Task Load()
    {
        if (await Ask(new ShowStatus()) is not { } status || await Ask(new ListSilence()) is not { } silences ||
            await Ask(new ListQuestions(Open: true)) is not { } questions || await Ask(new ListDrafts()) is not { } drafts || await Ask(new ListLines()) is not { } lines)
            return;
        var (calls, contacts) = (new List<CallListView>(), new List<ContactBoardView>());
        foreach (var line in lines.Where(l => l.State != LineState.Closed && l.Terms.Counterparts is { Count: > 0 }))
        {
            if (await Ask(new ListCalls(line.Handle, CallDays)) is not { } list || await Ask(new ListContacts(line.Handle, Days: CallDays)) is not { } boards)
                return;
            calls.Add(list);
            contacts.AddRange(boards);
        }

        if (await Ask(new ListOverlaps()) is not { } overlaps)
            return;
        state = new BoardState(status, silences, questions, drafts, calls, contacts) { Overlaps = overlaps };
        views = lines.ToDictionary(l => l.Id);
        test = await Ask(new ShowSelfTest()) ?? test;
        ours = Needs.Ours(state, Desk.Officer, Desk.Roles.HasFlag(Roles.Release), Desk.Now, Say);
        theirs = Needs.Theirs(state, Desk.Now, Say);
        (worst, look) = Worst(state) is { } wrong ? (wrong, "not-calm")
            : Lost(status) is { } lost ? (lost, "warned")
            : Needs.Warnings(state) is { Count: > 0 } warnings ? (warnings.Count == 1 ? warnings[0] : Say["board.warnings", Say.Number(warnings.Count)], "warned")
            : (null, ours.Any(n => n.Press <= Press.Now) ? "busy" : "calm");
    }

    private string? Lost(StationStatus status) => status.Peers.Where(p => p.Lost is { Count: > 0 }).Select(p => p.Party).ToList() is { Count: > 0 } parties
        ? Say["board.lost", string.Join(", ", parties)] : null;

    // Our own trouble first; then who is silent, and since when.
    private string? Worst(BoardState shown)
    {
        if (shown.Status.Store.Length > 0)
            return Say["board.store"];
        var silent = shown.Silences.Where(s => s.Causes.Count > 0).ToList();
        if (silent.Any(s => s.Causes.Contains(SilenceCause.OwnFault.Name())))
            return Say["board.own-fault"];
        return silent.Count > 0 ? Say["board.silent", string.Join(", ", silent.Select(s => $"{s.Party} ({s.Handle})").Distinct())] : null;
    }
}

/// <summary>Names of a status as pages show them.</summary>
internal static class StatusNames
{
    public static string PartyName(this StationStatus status) => $"{status.Name} ({status.Party})";
}
