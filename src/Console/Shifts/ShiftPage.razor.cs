using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Shifts;
using Parley.Lines.Alarms;

namespace Parley.Console.Shifts;

/// <summary>Who is on duty, the alarm test of the shift, the watch log, and the handover that two officers sign. What is signed is what stands here: it is composed when
/// the officer asks for it, and stays as it is until he asks again.</summary>
public sealed partial class ShiftPage : DeskPage
{
    private readonly Dictionary<int, string> first = [];
    private ShiftBoard? board;
    private IReadOnlyList<HandoverView> handovers = [];
    private HandoverDraft? draft;
    private bool isStale;
    private readonly Sender sender = new();
    private AlarmLevel? starting;
    private KeptText? line;
    private KeptText? notesField;
    private KeptText? interpreters;
    private string told = "";

    private IEnumerable<HandoverView> Waiting => handovers.Where(h => h.State == HandoverState.Waits);

    private List<HandoverView> Past => [.. handovers.Where(h => h.State != HandoverState.Waits)];

    /// <summary>Where this officer is on duty; the first level where he is at several.</summary>
    private ShiftView? Mine => board?.OnDuty.FirstOrDefault(d => d.Officer == Desk.Officer);

    protected override bool Concerns(ChangeNote note)
    {
        // Nothing of that says itself on this page: what was composed is older now.
        isStale |= draft is not null && note.Kind is ChangeKind.Recorded or ChangeKind.Draft or ChangeKind.Line or ChangeKind.Handled or ChangeKind.Alarm or ChangeKind.Silence;
        return note.Kind is ChangeKind.Alarm || isStale;
    }

    protected override async Task Load()
    {
        board = await Ask(new ShowShift()) ?? board;
        handovers = await Ask(new ListHandovers()) ?? handovers;
        foreach (var handover in Waiting)
            first.TryAdd(handover.Number, handover.Digest);
        if (draft is not null && Mine?.Level != draft.Level)
            draft = null;
    }

    private string LevelWord(AlarmLevel level) => Say["shift.level." + level.Name()];

    private async Task Start(AlarmLevel level, ShiftView? holder)
    {
        starting = holder is null ? null : level;
        if (holder is null)
            await Change(new StartShift(level));
    }

    private async Task Change(Operation<ShiftBoard> operation)
    {
        starting = null;
        if (await Act(operation) is { } after)
            board = after;
    }

    private async Task Ring()
    {
        await Act(new TestAlarms());
        await LoadAnew();
    }

    private async Task Confirm(IReadOnlyList<string> notHeard)
    {
        await Act(new ConfirmAlarmTest(notHeard));
        await LoadAnew();
    }

    private async Task AddNote()
    {
        var text = line!.Text;
        if (text.Length == 0)
            return;
        if (await Act(new AddWatchNote(text)) is not { } after)
            return;
        board = after;
        await line.Clear();
    }

    private async Task Compose()
    {
        if (Mine is not { } post)
            return;
        var reply = await Desk.Ask(new DraftHandover(post.Level));
        (draft, sender.Trouble, told, isStale) = (reply.Answer ?? draft, reply.Trouble, "", false);
    }

    private async Task Sign()
    {
        if (draft is not { } shown || Interpreters() is not { } named)
            return;
        if (await Act(new HandOver(shown.Level, shown.Happened, shown.Owed, notesField!.Text, named)) is not { } signed)
            return;
        (draft, told) = (null, Say["shift.told.signed"]);
        first[signed.Number] = signed.Digest;
        await LoadAnew();
    }

    private async Task TakeOver(HandoverView handover)
    {
        if (await Act(new TakeOver(handover.Number, handover.Digest)) is not null)
            told = Say["shift.told.taken"];
        await LoadAnew();
    }

    private async Task Withdraw(HandoverView handover)
    {
        if (await Act(new WithdrawHandover(handover.Number)) is not null)
            told = Say["shift.told.withdrawn"];
        await LoadAnew();
    }

    /// <summary>Null, and said why, when a line has not the form.</summary>
    private List<HandoverInterpreter>? Interpreters()
    {
        var named = new List<HandoverInterpreter>();
        foreach (var one in interpreters!.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (one.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } language, { Length: > 0 } name])
            {
                (sender.Trouble, told) = (Say["shift.interpreters.wrong", one], "");
                return null;
            }

            named.Add(new HandoverInterpreter(language, name));
        }

        return named;
    }

    private async Task<TAnswer?> Act<TAnswer>(Operation<TAnswer> operation)
    {
        told = "";
        return await sender.Send(Desk, operation);
    }
}
