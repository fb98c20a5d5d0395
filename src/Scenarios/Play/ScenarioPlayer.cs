using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Pouches;
using Parley.Lines.Charters;

namespace Parley.Scenarios.Play;

/// <summary>Plays a scenario on a stage, step by step. What happens is told line by line; the first step that does not come out as it must
/// ends the play.</summary>
public sealed class ScenarioPlayer
{
    private readonly Scenario scenario;
    private readonly IStage stage;
    private readonly Func<StoryLine, Task> tell;
    private readonly MessageActs messages;
    private readonly WatchActs watch;
    private readonly CallActs calls;
    private readonly HistoryPlay history;
    private readonly NoticePlay notices;
    private readonly ActivityPlay activities;
    private readonly ObservationPlay observations;
    private readonly Crews crews;

    /// <param name="tell">Takes each line of the story; the play goes on when it is done with it.</param>
    public ScenarioPlayer(Scenario scenario, IStage stage, Func<StoryLine, Task> tell)
    {
        this.scenario = scenario;
        this.stage = stage;
        this.tell = tell;
        var written = new WrittenMessages(stage);
        messages = new MessageActs(stage, written, Say);
        watch = new WatchActs(stage, written, Say);
        calls = new CallActs(stage, written, Say);
        crews = new Crews(stage);
        history = new HistoryPlay(stage, written, crews, Say);
        notices = new NoticePlay(stage, written, Say);
        activities = new ActivityPlay(stage, written, Say);
        observations = new ObservationPlay(stage, written, Say);
    }

    /// <summary>Plays it from the founding of the stations to the last step. False: a step failed, and its line was told.</summary>
    public async Task<bool> Play(CancellationToken cancel)
    {
        await stage.Found(scenario, cancel);
        await Say(StoryKind.Title, null, scenario.Title + (scenario.Fictional ? " (fictional)" : " (historical, on exercise lines)"));
        await Say(StoryKind.Told, null, scenario.About);
        foreach (var step in scenario.Steps)
        {
            if (await Failure(step, cancel) is not { } failure)
                continue;
            await Say(StoryKind.Failed, null, $"FAILED at line {step.FileLine} of the scenario: {failure}");
            return false;
        }

        return true;
    }

    private async Task<string?> Failure(ScenarioStep step, CancellationToken cancel)
    {
        try
        {
            await crews.Reach(step.At, cancel);
        }
        catch (StepFault fault)
        {
            return $"before it, {fault.Message}";
        }

        if (step.Invented || step.Source is not null)
            await Say(StoryKind.Source, null, step.Source is { } source ? $"[source: {source}]" : "[invented]");
        try
        {
            await Do(step.Act, cancel);
            return step.Refused is { } expected ? $"it must be refused as {expected}, and was done" : null;
        }
        catch (StepFault fault) when (fault.Refusal is { } refusal && refusal == step.Refused)
        {
            // What an officer is warned of is the point of the step.
            await Say(StoryKind.Trouble, null, refusal == Control.Refusal.Warned ? $"not yet: {fault.Message}" : $"refused, as it must be ({refusal})");
            return null;
        }
        catch (StepFault fault)
        {
            return fault.Message;
        }
        catch (ControlFault fault)
        {
            return fault.Message;
        }
    }

    private Task Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        SayAct say => Say(StoryKind.Told, null, say.Text),
        CompareDigitsAct digits => CompareDigits(digits, cancel),
        ProposeAct propose => Propose(propose, cancel),
        AnswerAct answer => Answer(answer, cancel),
        WriteAct write => messages.Write(write, cancel),
        ApproveAct approve => messages.Approve(approve, cancel),
        ReadAct read => messages.Read(read, cancel),
        WaitAct wait => messages.Wait(wait, cancel),
        ExpectReceivedAct expect => messages.Expect(expect, cancel),
        ExpectMessagesAct expect => messages.Expect(expect, cancel),
        CircuitAct circuit => Circuit(circuit, cancel),
        StationAct station => Station(station, cancel),
        PouchAct pouch => Carry(pouch, cancel),
        VerifyAct verify => new Proof(stage, Say).Verify(verify.Line, cancel),
        ReportAct report => new Proof(stage, Say).Report(report, cancel),
        _ => watch.Do(act, cancel) ?? calls.Do(act, cancel) ?? history.Do(act, cancel) ?? notices.Do(act, cancel) ?? activities.Do(act, cancel) ??
            observations.Do(act, cancel) ?? throw new InvalidOperationException($"nobody plays {act.GetType().Name}"),
    };

    private async Task CompareDigits(CompareDigitsAct act, CancellationToken cancel)
    {
        var cards = new[]
        {
            await stage.Ask(act.One, null, new ShowCard(), cancel), await stage.Ask(act.Other, null, new ShowCard(), cancel),
        };
        await Say(StoryKind.Act, null, $"{act.One} and {act.Other} exchange cards and read their digits to each other by voice");
        for (var i = 0; i < 2; i++)
        {
            await Say(StoryKind.Varies, cards[i].Party, $"reads out {cards[i].Digits}");
            await stage.Ask(cards[1 - i].Party, null, new AddPeer(cards[i].CardFile, cards[i].Digits), cancel);
        }

        var circuits = scenario.Circuits.FirstOrDefault(c => c.One == act.One && c.Other == act.Other)?.Count ?? 0;
        if (!await stage.Until(async () => await CircuitsOpen(act.One, act.Other, cancel) >= circuits, Bounds.Wait, cancel))
            throw new StepFault("the circuits did not open");
        await Say(StoryKind.Proof, null, $"the digits match: each trusts the other's card, {Count(circuits, "circuit")} open");
    }

    private async Task<int> CircuitsOpen(string party, string peer, CancellationToken cancel) =>
        (await stage.Ask(party, null, new ListPeers(), cancel)).FirstOrDefault(p => p.Party == peer)?.Circuits.Count ?? 0;

    private async Task Propose(ProposeAct act, CancellationToken cancel)
    {
        var line = act.Line;
        var others = line.Parties.Where(p => p != act.Who.Party).ToList();
        // Exercise, whatever the file says: the mode stands here and in no file.
        await stage.Ask(act.Who.Party, act.Who, new ProposeLine(
            line.Name, line.Kind, LineMode.Exercise, others, new TermsView(
                line.Languages, line.Release, Checks: line.Checks?.Schedule.ToString(), Shows: line.Shows.Count > 0 ? line.Shows : null,
                Addressees: line.Addressees.Count > 0 ? line.Addressees : null,
                Counterparts: CallActs.Table(line, scenario.Parties), Ladder: line.Ladder.Count > 0 ? line.Ladder : null,
                Formats: line.Formats.Count > 0 ? line.Formats : null)), cancel);
        var release = line.Release.Length > 0 ? $", release {line.Release}" : "";
        await Say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} proposes the {Word(line.Kind)} line '{line.Name}' to " +
            $"{string.Join(", ", others)} (languages {string.Join(", ", line.Languages)}{release})");
        foreach (var other in others)
        {
            if (!await stage.Until(async () => (await LineAt(other, line, cancel))?.Proposal is not null, Bounds.Wait, cancel))
                throw new StepFault($"the proposal did not reach {other}");
        }
    }

    private async Task Answer(AnswerAct act, CancellationToken cancel)
    {
        Operation<LineView> operation = act.Accepts ? new AcceptLine(act.Line.Name) : new RejectLine(act.Line.Name);
        await stage.Ask(act.Who.Party, act.Who, operation, cancel);
        await Say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} {(act.Accepts ? "accepts" : "rejects")} '{act.Line.Name}'");
        if (!act.Accepts || (await LineAt(act.Who.Party, act.Line, cancel))?.Proposal is { } open && open.AcceptedBy.Count < act.Line.Parties.Count)
            return;
        foreach (var party in act.Line.Parties)
        {
            if (!await stage.Until(async () => (await LineAt(party, act.Line, cancel))?.State == LineState.Open, Bounds.Wait, cancel))
                throw new StepFault($"the line did not open at {party}");
        }

        crews.Begin(act.Line);
        await Say(StoryKind.Proof, null, $"line '{act.Line.Name}' is open between {string.Join(" and ", act.Line.Parties)}");
    }

    private async Task<LineView?> LineAt(string party, ScenarioLine line, CancellationToken cancel) =>
        (await stage.Ask(party, null, new ListLines(), cancel)).FirstOrDefault(l => l.Name == line.Name);

    private async Task Circuit(CircuitAct act, CancellationToken cancel)
    {
        var count = scenario.Circuits.First(c => c.One == act.One && c.Other == act.Other).Count;
        foreach (var number in Enumerable.Range(1, count).Where(n => act.Number is null || n == act.Number))
        {
            await stage.Circuit(act.One, act.Other, number, act.Cuts, cancel);
            await Say(StoryKind.Trouble, null, $"circuit {number} between {act.One} and {act.Other} is {(act.Cuts ? "CUT" : "mended")}");
        }
    }

    private async Task Station(StationAct act, CancellationToken cancel)
    {
        if (act.Kills)
            await stage.Kill(act.Party, cancel);
        else
            await stage.Start(act.Party, cancel);
        await Say(StoryKind.Trouble, act.Party, act.Kills ? "the station is KILLED without warning" : "the station is started again");
    }

    private async Task Carry(PouchAct act, CancellationToken cancel)
    {
        var files = await stage.Ask(act.From, null, new ExportPouch(act.To), cancel);
        await Say(StoryKind.Act, act.From, $"a courier leaves for {act.To} with {Count(files.Count, "sealed file")}");
        foreach (var file in files)
            await stage.Ask(act.To, null, new ImportPouch(file), cancel);
        await Say(StoryKind.Act, act.To, "takes in what the courier brought");
    }

    // A line that was cut out of a story must still say what it is, so each begins anew.
    private async Task Say(StoryKind kind, string? party, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            await tell(new StoryLine(stage.Elapsed, kind, party, line, scenario.Start is null ? null : stage.Clock));
    }

    internal static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Word(LineKind kind) => kind.ToString().ToLowerInvariant();
}
