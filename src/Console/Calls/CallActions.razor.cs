using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Messages;
using Parley.Lines.Calls;

namespace Parley.Console.Calls;

/// <summary>Steps of ours in one call. What is typed stays until it was said.</summary>
public sealed partial class CallActions : ComponentBase
{
    private Act act;
    private IReadOnlyList<DateTimeOffset> times = [];
    private string time = "";
    private int minutes;
    private string reason = "";
    private string from = "";
    private string to = "";
    private string agreed = "";
    private string own = "";
    private string note = "";
    private string language = "";
    private string? entry;
    private readonly Sender sender = new();

    private enum Act
    {
        None,
        Counter,
        Hold,
        Readout,
        Decline,
        Cancel,
    }

    [Parameter, EditorRequired]
    public required CallView Call { get; set; }

    /// <summary>Languages of the line, one at least.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Tongues { get; set; }

    /// <summary>How many officers release a step.</summary>
    [Parameter]
    public int Needed { get; set; } = 1;

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private bool IsAsker => CallMoves.IsAsker(Call, Desk.Party);

    private bool IsOurs => IsAsker || CallMoves.IsAsked(Call, Desk.Party);

    // One side's word that they talked ends it for that side alone.
    private bool IsRunning => CallMoves.IsOpen(Call) || (Call.State == CallState.Held && !CallMoves.HasSaid(Call, Desk.Party, "held"));

    private bool MayAcknowledge => CallMoves.IsOpen(Call) && Call.With.Any(l => l.Party == Desk.Party && l.AcknowledgedAt is null);

    private IReadOnlyList<CallTimeView> Acceptable => CallMoves.Acceptable(Call, Desk.Party, Desk.Now);

    private IEnumerable<Act> Offered
    {
        get
        {
            if (CallMoves.IsOpen(Call))
                yield return Act.Counter;
            if (IsRunning)
                yield return Act.Hold;
            if (Call.State == CallState.Held)
                yield return Act.Readout;
            if (CallMoves.IsOpen(Call))
                yield return IsAsker ? Act.Cancel : Act.Decline;
        }
    }

    protected override void OnParametersSet()
    {
        if (entry != Call.Entry)
        {
            Clear();
            (entry, minutes) = (Call.Entry, Call.Minutes);
        }

        if (!Tongues.Contains(language))
            language = Tongues.Contains(Say.Tag) || Tongues.Count == 0 ? Say.Tag : Tongues[0];
    }

    private void Clear()
    {
        (act, times, time, reason, from, to, agreed, own, note) = (Act.None, [], "", "", "", "", "", "", "");
        sender.Clear();
    }

    private void Begin(Act next)
    {
        act = act == next ? Act.None : next;
        if (act == Act.Hold && from.Length == 0 && Call.ScheduledFor?.At is { } at && at < Desk.Now)
        {
            var end = at.AddMinutes(Call.Minutes);
            (from, to) = (UtcText.Of(at), UtcText.Of(end < Desk.Now ? end : UtcText.Minute(Desk.Now)));
        }
    }

    private async Task Submit()
    {
        if (Step() is { } step)
        {
            await Send(step);
            return;
        }

        await OnTold.InvokeAsync("");
        sender.Trouble = Say[act == Act.Readout ? "call.readout.empty" : act == Act.Counter && time.Trim().Length == 0 ? "call.counter.none" : "time.wrong"];
    }

    /// <summary>What the open form says; null when a part of it is missing or is no time.</summary>
    private Operation<DraftView>? Step()
    {
        var said = note.Trim();
        var (text, tongue) = said.Length > 0 ? (said, language) : (null, null);
        switch (act)
        {
            case Act.Counter:
                return times.Count == 0 || time.Trim().Length > 0 ? null
                    : new AnswerCall(Call.Line, Call.Entry, CallAnswer.Counter, [.. times.Select(UtcText.Of)], minutes, Language: tongue, Text: text);
            case Act.Decline:
                return new AnswerCall(Call.Line, Call.Entry, CallAnswer.Decline, Reason: reason, Language: tongue, Text: text);
            case Act.Hold:
                return UtcText.Past(from, Desk.Now) is { } began && UtcText.Past(to, Desk.Now) is { } ended
                    ? new HoldCall(Call.Line, Call.Entry, UtcText.Of(began), UtcText.Of(ended), tongue, text)
                    : null;
            case Act.Readout:
                var (both, ours) = (agreed.Trim(), own.Trim());
                return both.Length + ours.Length == 0 ? null
                    : new ReadoutCall(Call.Line, Call.Entry, language, both.Length > 0 ? both : null, ours.Length > 0 ? ours : null);
            default:
                return new CancelCall(Call.Line, Call.Entry, tongue, text);
        }
    }

    private async Task Send(Operation<DraftView> step)
    {
        if (await sender.Send(Desk, step) is not { } draft)
        {
            await OnTold.InvokeAsync("");
            return;
        }

        Clear();
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
