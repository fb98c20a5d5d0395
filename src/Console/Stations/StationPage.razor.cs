using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Silence;
using Parley.Control.Stations;

namespace Parley.Console.Stations;

/// <summary>Our own station: whether it works, whether its alarms are heard and by whom, and what is kept of it elsewhere.</summary>
public sealed partial class StationPage : DeskPage
{
    private readonly HashSet<string> heard = new(StringComparer.Ordinal);
    private StationStatus? status;
    private SelfTestView? test;
    private IReadOnlyList<OutletView> outlets = [];
    private IReadOnlyList<RosterView> roster = [];
    private AlarmTestView? rung;
    private string alarmTrouble = "";
    private bool isBusy;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Alarm or ChangeKind.Warning or ChangeKind.Silence or ChangeKind.Peer;

    protected override async Task Load()
    {
        status = await Ask(new ShowStatus()) ?? status;
        test = await Ask(new ShowSelfTest()) ?? test;
        if (await Ask(new ListAlarms()) is { } board)
            (outlets, rung) = (board.Outlets, board.Test);
        roster = await Ask(new ShowRoster()) ?? roster;
    }

    private void Heard(string outlet, bool isHeard)
    {
        if (isHeard)
            heard.Add(outlet);
        else
            heard.Remove(outlet);
    }

    private async Task Ring()
    {
        heard.Clear();
        await Alarm(new TestAlarms());
    }

    // Nothing counts as heard that nobody has said he heard.
    private Task Confirm() => Alarm(new ConfirmAlarmTest([.. (rung?.Outlets ?? []).Select(o => o.Name).Where(n => !heard.Contains(n))]));

    private async Task Alarm(Operation<AlarmTestView> operation)
    {
        isBusy = true;
        var reply = await Desk.Ask(operation);
        (isBusy, alarmTrouble, rung) = (false, reply.Trouble, reply.Answer ?? rung);
        await LoadAnew();
    }
}
