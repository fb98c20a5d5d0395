using System.Globalization;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Messages;
using Parley.Lines.Calls;

namespace Parley.Scenarios.Play;

/// <summary>The steps about calls, and what is expected of them.</summary>
internal sealed class CallActs(IStage stage, WrittenMessages messages, Telling say)
{
    // Times that each side of a call proposed last.
    private readonly Dictionary<(string Call, string Party), IReadOnlyList<string>> proposed = [];

    /// <summary>The table of a line of the play: every party has a seat in each pair. Null where it has none. A zone that this machine does not know is UTC, as it would be
    /// shown here anyway: there are machines without a table of zones, and a play need not fail on them.</summary>
    public static IReadOnlyList<CounterpartView>? Table(ScenarioLine line, IReadOnlyList<ScenarioParty> parties) => line.Pairs.Count == 0 ? null :
    [
        .. line.Pairs.Select(pair => new CounterpartView(pair,
        [
            .. line.Parties.Select(p => new SeatView(
                p, [.. line.Languages.Distinct(StringComparer.Ordinal).Select(l => new SeatNameView(l, $"{pair} of {p}", pair))], [$"deputy, {pair} of {p}"],
                Known(parties.First(q => q.Id == p).Zone), [.. line.Languages.Distinct(StringComparer.Ordinal)], false)),
        ])),
    ];

    private static string Known(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : ScenarioParty.Utc;

    /// <summary>Null when this is no act about a call.</summary>
    public Task? Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        CallAct call => Call(call, cancel),
        CallStepAct step => Step(step, cancel),
        ExpectCallAct expect => Expect(expect, cancel),
        _ => null,
    };

    private async Task Call(CallAct act, CancellationToken cancel)
    {
        var times = Written(act.In);
        var draft = await stage.Ask(act.Who.Party, act.Who, new RequestCall(
            act.Line.Name, act.Pair, act.Language, act.Topic, act.Means, act.Precedence, Times: times,
            AnswerBy: act.AnswerWithin is { } within ? Written([within])[0] : null), cancel);
        messages[act.Message] = new Written(act.Who.Party, act.Line, draft.Id, draft.Revision, draft.Released);
        proposed[(act.Message, act.Who.Party)] = times;
        await say(
            StoryKind.Words, act.Who.Party,
            $"{act.Message}, by {act.Who.Name}, asks for a call of the {act.Pair}, {act.Precedence.ToString().ToUpperInvariant()}: \"{act.Topic}\"");
    }

    private async Task Step(CallStepAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        await stage.Ask(act.Who.Party, act.Who, Operation(act, line, entry), cancel);
        var reason = act.Reason is { } name ? $", {DeclineReason.Named(name)!.Value.Words}" : "";
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} says of {act.Message}: {act.Step.ToUpperInvariant()}{reason}");
    }

    private Operation<DraftView> Operation(CallStepAct act, ScenarioLine line, string entry)
    {
        switch (act.Step)
        {
            case "acknowledged":
                return new AnswerCall(line.Name, entry, CallAnswer.Acknowledge);
            case "countered":
                var times = Written(act.In);
                proposed[(act.Message, act.Who.Party)] = times;
                return new AnswerCall(line.Name, entry, CallAnswer.Counter, times);
            case "scheduled":
                var theirs = proposed.Where(p => p.Key.Call == act.Message && p.Key.Party != act.Who.Party).Select(p => p.Value).FirstOrDefault() ?? [];
                return act.Proposal <= theirs.Count
                    ? new AnswerCall(line.Name, entry, CallAnswer.Schedule, At: theirs[act.Proposal - 1])
                    : throw new StepFault($"the other side proposed {theirs.Count} times for {act.Message}");
            case "held":
                return new HoldCall(line.Name, entry, Text(stage.Clock - act.Lasted), Text(stage.Clock));
            case "declined":
                return new AnswerCall(line.Name, entry, CallAnswer.Decline, Reason: act.Reason);
            default:
                return new CancelCall(line.Name, entry);
        }
    }

    private async Task Expect(ExpectCallAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        CallView? view = null;
        bool Fits() => view!.State == act.State && (act.Overdue is not { } overdue || view.Overdue == overdue) && (act.OneSided is not { } oneSided || view.OneSided == oneSided) &&
            (act.Available is null || Available(view).SequenceEqual(act.Available));
        async Task<bool> Look()
        {
            view = (await stage.Do(act.At, null, new ShowCall(line.Name, entry), cancel) as Done<CallView>)?.Answer;
            return view is not null && Fits();
        }

        if (!await stage.Until(Look, Bounds.Wait, cancel))
            throw new StepFault(view is null ? $"{act.Message} is not at {act.At}" : $"{act.At} shows {act.Message} as {Words(view)}");
        await say(view!.Overdue ? StoryKind.Trouble : StoryKind.Proof, act.At, $"{act.Message} is {Words(view)}");
    }

    private static string Words(CallView view)
    {
        var ladder = view.Ladder.Count > 0 ? $"; the ladder offers {string.Join(", ", Available(view).DefaultIfEmpty("nothing that is available"))}" : "";
        return $"{view.State.ToString().ToUpperInvariant()}{(view.Overdue ? ", UNACKNOWLEDGED AT ITS DEADLINE" : "")}{(view.OneSided ? ", ONE-SIDED" : "")}{ladder}";
    }

    private static IEnumerable<string> Available(CallView view) => view.Ladder.Where(r => r.Standing == RungStanding.Available).Select(r => r.Rung);

    private List<string> Written(IReadOnlyList<TimeSpan> times) => [.. times.Select(t => Text(stage.Clock + t))];

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
