using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Frame;
using Parley.Console.Words;
using Parley.Control.Calls;
using Parley.Control.Lines;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Calls;

/// <summary>Asks for a call between our seat of a pair and those of others.</summary>
public sealed partial class CallRequestForm : ComponentBase
{
    private const int UsualMinutes = 30;
    private LineView? line;
    private CounterpartView? pair;
    private readonly HashSet<string> without = new(StringComparer.Ordinal);
    private string topic = "";
    private string language = "";
    private CallMeans means = CallMeans.Voice;
    private Precedence precedence = Precedence.Priority;
    private int minutes = UsualMinutes;
    private IReadOnlyList<DateTimeOffset> times = [];
    private string time = "";
    private string answerBy = "";
    private bool isTest;
    private readonly Sender sender = new();

    /// <summary>Open lines with counterparts, one at least.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<LineView> Lines { get; set; }

    [Parameter]
    public EventCallback<string> OnTold { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private Language Say => Desk.Say;

    private IReadOnlyList<CounterpartView> Pairs => [.. (line?.Terms.Counterparts ?? []).Where(c => c.Seats.Any(s => s.Party == Desk.Party))];

    private IReadOnlyList<SeatView> Others => [.. (pair?.Seats ?? []).Where(s => s.Party != Desk.Party)];

    private IReadOnlyList<string> Tongues => LineTongues.Of(line, Say);

    private int Needed => ReleaseRule.Needed(line?.Terms.Release, precedence, EntryKind.Call);

    // What the charter gives for that precedence.
    private string Clock => line?.Terms.AnswerMinutes is { Count: 4 } clocks && clocks[(int)precedence] > 0
        ? Say["call.clock", Say.Number(clocks[(int)precedence])]
        : Say["call.no-clock"];

    protected override void OnParametersSet()
    {
        line = Lines.FirstOrDefault(l => l.Handle == line?.Handle) ?? Lines[0];
        pair = Pairs.FirstOrDefault(p => p.Pair == pair?.Pair) ?? (Pairs is [var first, ..] ? first : null);
        if (!Tongues.Contains(language))
            language = Tongues.FirstOrDefault(t => t == Say.Tag) ?? Tongues[0];
    }

    private string NameOf(SeatView seat) => (seat.Names.FirstOrDefault(n => n.Language == Say.Tag) ?? seat.Names[0]).Office;

    private void ChooseLine(ChangeEventArgs change)
    {
        line = Lines.FirstOrDefault(l => l.Handle == change.Value as string);
        without.Clear();
        OnParametersSet();
    }

    private void ChoosePair(ChangeEventArgs change)
    {
        pair = Pairs.FirstOrDefault(p => p.Pair == change.Value as string);
        without.Clear();
    }

    private void Choose(string party, bool chosen)
    {
        if (chosen)
            without.Remove(party);
        else
            without.Add(party);
    }

    private async Task Send()
    {
        if (line is null || pair is null)
            return;
        DateTimeOffset? by = answerBy.Trim().Length == 0 ? null : UtcText.Coming(answerBy, Desk.Now);
        if ((answerBy.Trim().Length > 0 && by is null) || time.Trim().Length > 0)
        {
            sender.Trouble = Say["time.wrong"];
            return;
        }

        var request = new RequestCall(
            line.Handle, pair.Pair, language, topic.Trim(), means, precedence, without.Count == 0 ? null : [.. Others.Select(s => s.Party).Where(p => !without.Contains(p))],
            [.. times.Select(UtcText.Of)], minutes, by is { } until ? UtcText.Of(until) : null, isTest ? Status.Test : Status.Actual);
        if (await sender.Send(Desk, request) is not { } draft)
            return;
        (topic, times, answerBy, isTest) = ("", [], "", false);
        await OnTold.InvokeAsync(Say[draft.Released is null ? "told.waits" : "told.sent"]);
    }
}
