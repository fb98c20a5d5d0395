using System.Globalization;
using Parley.Control.Calls;
using Parley.Control.Checks;
using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Control.Service;
using Parley.Control.Silence;
using Parley.Lines.Contacts;
using Parley.Lines.Silence;

namespace Parley.Scenarios.Play;

/// <summary>The steps of plays that take days, and what is expected of them: crews, contacts, silences.</summary>
internal sealed class HistoryPlay(IStage stage, WrittenMessages messages, Crews crews, Telling say)
{
    private static readonly string[] DeadLine =
    [
        .. new[]
        {
            SilenceCause.OwnFault, SilenceCause.CircuitsCut, SilenceCause.StationDown, SilenceCause.CommonFault, SilenceCause.DeskFault, SilenceCause.DeskUnattended,
            SilenceCause.ToldNotToAnswer, SilenceCause.Maintenance, SilenceCause.Suspended,
        }.Select(c => c.Name()),
    ];

    /// <summary>Null when this is none of those acts.</summary>
    public Task? Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        CrewAct crew => Crew(crew),
        ExplainAct explain => Explain(explain, cancel),
        ContactAct contact => Contact(contact, cancel),
        ConfirmContactAct confirm => Confirm(confirm, cancel),
        ExpectSilenceAct expect => Expect(expect, cancel),
        ExpectPastSilenceAct expect => Expect(expect, cancel),
        ExpectContactsAct expect => Expect(expect, cancel),
        ExpectChecksAct expect => Expect(expect, cancel),
        ExpectOpenAct expect => Expect(expect, cancel),
        ExpectCallsAct expect => Expect(expect, cancel),
        _ => null,
    };

    private async Task Crew(CrewAct act)
    {
        crews.Set(act.Who, act.Line, act.IsAway);
        await say(StoryKind.Act, act.Who.Party, act.IsAway
            ? $"{act.Who.Name} sends and answers no check on '{act.Line.Name}' from now on"
            : $"{act.Who.Name} keeps the checks of '{act.Line.Name}' again");
    }

    private async Task Explain(ExplainAct act, CancellationToken cancel)
    {
        await stage.Ask(act.Who.Party, act.Who, new ExplainSilence(
            $"operator:{act.To}:exercise", act.Cause, stage.Clock - act.Since, stage.Clock, act.Line.Name), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} tells the crew of {act.To} why '{act.Line.Name}' was silent: {Words(act.Cause)}");
    }

    private async Task Contact(ContactAct act, CancellationToken cancel)
    {
        var from = act.Ended - act.Lasted;
        var view = await stage.Ask(act.Who.Party, act.Who, new RecordContact(
            act.Line.Name, act.Pair, Text(from), Text(act.Ended), act.Means, act.Ours, act.Theirs), cancel);
        messages[act.Message] = new Written(act.Who.Party, act.Line, "", "", view.Entry);
        await say(
            StoryKind.Act, act.Who.Party,
            $"{act.Who.Name} enters a talk of the {act.Pair} that was held elsewhere: by {act.Means.ToString().ToLowerInvariant()}, until {Short(act.Ended)}. One-sided so far");
    }

    private async Task Confirm(ConfirmContactAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        await stage.Ask(act.Who.Party, act.Who, new AnswerContact(line.Name, entry, ContactAnswer.Confirmed), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} confirms {act.Message}: both sides state it now");
    }

    private async Task Expect(ExpectSilenceAct act, CancellationToken cancel)
    {
        SilenceView? view = null;
        var (causes, title) = ((IReadOnlyList<string>)[], "");
        async Task<bool> Look()
        {
            view = await Silence(act.At, act.Line, act.Party, cancel);
            if (act.Pair is null)
                (causes, title) = (view.Causes, view.Title);
            else if (view.Pairs.FirstOrDefault(p => p.Pair == act.Pair) is { } pair)
                (causes, title) = (pair.Causes, pair.Title);
            return causes.Order(StringComparer.Ordinal).SequenceEqual(act.Causes.Order(StringComparer.Ordinal)) &&
                (act.Since is not { } since || (view.From is { } from && (from - since).Duration() < TimeSpan.FromMinutes(1))) &&
                act.Evidence.All(e => Found(view, e) is not null);
        }

        var came = await stage.Until(Look, Bounds.Wait, cancel);
        var where = $"'{act.Line.Name}', {act.Party}{(act.Pair is null ? "" : $", {act.Pair}")}";
        if (!came)
        {
            throw new StepFault(
                $"{act.At} shows {where}: {title}{Since(view!)}; evidence: {string.Join(" ", view!.Evidence.Select(Words))}");
        }

        var began = causes.Count > 0 && act.Pair is null ? Since(view!) : "";
        await say(causes.Count > 0 ? StoryKind.Trouble : StoryKind.Proof, act.At, $"{where}: {title.ToUpperInvariant()}{began}");
        foreach (var item in act.Evidence.Select(e => Found(view!, e)!).Distinct())
            await say(StoryKind.Proof, act.At, $"evidence: {Words(item)}");
    }

    private static SilenceItemView? Found(SilenceView view, string words) => view.Evidence.FirstOrDefault(e => e.Text.Contains(words, StringComparison.Ordinal));

    private static string Since(SilenceView view) => view.From is { } from ? $"; silent since {Short(from)}" : "";

    private static string Words(SilenceItemView item) => item.At is { } at ? $"[{Short(at)}] {item.Text}" : item.Text;

    private async Task Expect(ExpectPastSilenceAct act, CancellationToken cancel)
    {
        PastSilenceView? last = null;
        async Task<bool> Look()
        {
            last = (await Silence(act.At, act.Line, act.Party, cancel)).Past is [.., var over] ? over : null;
            return last is not null && last.Named == act.Was;
        }

        if (!await stage.Until(Look, Bounds.Wait, cancel))
        {
            throw new StepFault(last is null
                ? $"{act.At} knows no silence of {act.Party} on '{act.Line.Name}' that is over"
                : $"{act.At} calls the last silence of {act.Party} on '{act.Line.Name}' {last.Named ?? "not told"}: {last.Why}");
        }

        await say(
            StoryKind.Proof, act.At,
            $"'{act.Line.Name}', {act.Party}: the silence from {Short(last!.From)} to {Short(last.Until)} is over: {last.Named ?? "not told"}. {last.Why}");
    }

    private async Task<SilenceView> Silence(string at, ScenarioLine line, string party, CancellationToken cancel) =>
        (await stage.Ask(at, null, new ListSilence(line.Name), cancel)).FirstOrDefault(v => v.Party == party)
            ?? throw new StepFault($"{at} has no view of {party} on '{line.Name}'");

    private async Task Expect(ExpectContactsAct act, CancellationToken cancel)
    {
        PairRecordView? record = null;
        RequestCountsView? asked = null;
        async Task<bool> Look()
        {
            record = (await stage.Ask(act.At, null, new ListContacts(act.Line.Name), cancel)).SelectMany(b => b.Pairs).FirstOrDefault(p => p.Pair == act.Pair);
            asked = record?.Sides.FirstOrDefault(s => s.Party == act.By)?.Asked;
            return record is not null && record.Days == act.Days && (act.Asked is not { } counts || (asked is not null && Fits(asked, counts)));
        }

        var came = await stage.Until(Look, Bounds.Wait, cancel);
        var words = record is null ? "no such pair" : Words(record) + (asked is null ? "" : $"; {act.By} asked: {Words(asked)}");
        if (!came)
            throw new StepFault($"{act.At} shows {act.Pair}: {words}");
        await say(StoryKind.Proof, act.At, $"{act.Pair}: {words}");
    }

    private static bool Fits(RequestCountsView asked, ExpectedRequests counts) =>
        counts == new ExpectedRequests(asked.Held, asked.Scheduled, asked.Undated, asked.Unacknowledged, asked.Declined, asked.Waiting) && asked is { Expired: 0, Cancelled: 0 };

    private static string Words(PairRecordView record) => record.Days is { } days
        ? $"{ScenarioPlayer.Count(days, "day")} WITHOUT CONTACT, last {Short(record.Last!.Value)}"
        : "no contact known";

    private static string Words(RequestCountsView asked)
    {
        (int Count, string What)[] all =
        [
            (asked.Held, "held"), (asked.Scheduled, "scheduled"), (asked.Undated, "acknowledged without a date"), (asked.Declined, "declined"),
            (asked.Unacknowledged, "unacknowledged"), (asked.Expired, "expired"), (asked.Cancelled, "cancelled"), (asked.Waiting, "waiting"),
        ];
        return string.Join(", ", all.Where(a => a.Count > 0).Select(a => $"{a.Count} {a.What}").DefaultIfEmpty("nothing"));
    }

    private async Task Expect(ExpectChecksAct act, CancellationToken cancel)
    {
        CheckStatisticsView? seen = null;
        async Task<bool> Look()
        {
            seen = (await stage.Ask(act.At, null, new ListChecks(act.Line.Name, act.Days), cancel)).Statistics.FirstOrDefault(s => s.Party == act.Party);
            return seen is not null && Missed(seen) == act.Missed && seen.Due + seen.ToAnswer >= act.AtLeast;
        }

        var came = await stage.Until(Look, Bounds.Wait, cancel);
        var words = seen is null ? "nothing" : $"{ScenarioPlayer.Count(seen.Due + seen.ToAnswer, "check")} to send or answer in {ScenarioPlayer.Count(act.Days, "day")}, " +
            (Missed(seen) == 0 ? "NONE MISSED" : $"{Missed(seen)} MISSED");
        if (!came)
            throw new StepFault($"{act.At} shows for {act.Party} on '{act.Line.Name}': {words}");
        await say(act.Missed == 0 ? StoryKind.Proof : StoryKind.Trouble, act.At, $"'{act.Line.Name}', {act.Party}: {words}");
    }

    private static int Missed(CheckStatisticsView seen) => seen.Missed + seen.NotAnswered + seen.NotReceived;

    private async Task Expect(ExpectOpenAct act, CancellationToken cancel)
    {
        var wrong = "";
        async Task<bool> Look()
        {
            wrong = "";
            var lines = await stage.Ask(act.At, null, new ListLines(), cancel);
            foreach (var line in act.Lines)
            {
                if (lines.FirstOrDefault(l => l.Name == line.Name) is not { State: LineState.Open, SuspendedBy.Count: 0 })
                    wrong = $"'{line.Name}' is not open at {act.At}";
                foreach (var view in await stage.Ask(act.At, null, new ListSilence(line.Name), cancel))
                {
                    if (view.Machines != MachineState.Working || view.Causes.Any(DeadLine.Contains))
                        wrong = $"{act.At} shows '{line.Name}', {view.Party}: {view.Title}";
                }
            }

            return wrong.Length == 0;
        }

        if (!await stage.Until(Look, Bounds.Wait, cancel))
            throw new StepFault(wrong);
        await say(StoryKind.Proof, act.At, $"EVERY LINE OPEN, none called dead: {string.Join(", ", act.Lines.Select(l => l.Name))}");
    }

    private async Task Expect(ExpectCallsAct act, CancellationToken cancel)
    {
        var calls = (await stage.Ask(act.At, null, new ListCalls(act.Line.Name), cancel)).Calls.Count;
        if (calls != act.Count)
            throw new StepFault($"{act.At} knows {ScenarioPlayer.Count(calls, "call")} on '{act.Line.Name}'");
        await say(StoryKind.Proof, act.At, calls == 0 ? $"no call is open or was asked for on '{act.Line.Name}'" : $"{ScenarioPlayer.Count(calls, "call")} on '{act.Line.Name}'");
    }

    private static string Words(Lines.Service.ServiceCause cause) => cause switch
    {
        Lines.Service.ServiceCause.DeskUnattended => "the desk was unattended",
        Lines.Service.ServiceCause.ToldNotToAnswer => "the crew was told not to answer",
        Lines.Service.ServiceCause.LocalFault => "a local fault at the desk",
        _ => "a fault that several lines had in common",
    };

    private static string Short(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
