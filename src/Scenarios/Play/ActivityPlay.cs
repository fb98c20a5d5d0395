using System.Globalization;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;

namespace Parley.Scenarios.Play;

/// <summary>The steps about activities and overlaps, and what is expected of them.</summary>
internal sealed class ActivityPlay(IStage stage, WrittenMessages messages, Telling say)
{
    /// <summary>Null when this is none of those acts.</summary>
    public Task? Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        ActivityAct activity => Notify(activity, cancel),
        ActivityStepAct step => Step(step, cancel),
        ReadBackActivityAct back => ReadBack(back, cancel),
        OverlapWordAct word => Word(word, cancel),
        AgreeOverlapAct agree => Agree(agree, cancel),
        AidWordAct word => Word(word, cancel),
        ExpectOverlapAct expect => Expect(expect, cancel),
        ExpectActivityAct expect => Expect(expect, cancel),
        _ => null,
    };

    private async Task Notify(ActivityAct act, CancellationToken cancel)
    {
        var party = act.Who.Party;
        var draft = await stage.Ask(party, act.Who, new NotifyActivity(
            act.Line.Name, act.Kind, act.Title, act.Contact, [act.Volume], act.Aid, act.Reserve, Precedence: act.Precedence,
            Addressees: act.Addressees.Count > 0 ? act.Addressees : null, Despite: act.Despite), cancel);
        Keep(act.Message, party, act.Line, draft);
        await say(StoryKind.Words, party, $"{act.Who.Name} notifies {act.Message} on '{act.Line.Name}': {(act.Reserve is null ? "" : "RESERVE, ")}{act.Kind.Name()} {act.Title}" +
            $"{(act.Aid?.Behalf is { } behalf ? $", on behalf of {behalf}" : "")}{Left(draft)}");
    }

    private async Task Step(ActivityStepAct act, CancellationToken cancel)
    {
        var line = messages[act.Message].Line;
        var draft = await stage.Ask(act.Who.Party, act.Who, new StepActivity(
            line.Name, messages.EntryOf(act.Message), act.Step, act.Volume is { } volume ? [volume] : null, null, act.Language, act.Text, act.Despite), cancel);
        await say(act.Step.IsUrgent() ? StoryKind.Trouble : StoryKind.Words, act.Who.Party,
            $"{act.Who.Name}: {act.Message} {act.Step.Name()}{(act.Text is null ? "" : $": \"{act.Text}\"")}{Left(draft)}");
    }

    private async Task ReadBack(ReadBackActivityAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        await stage.Ask(act.Who.Party, act.Who, new ReadBackActivity(line.Name, entry, act.Places), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} reads {act.Message} back as {string.Join("; ", act.Places)}");
    }

    private async Task Word(OverlapWordAct act, CancellationToken cancel)
    {
        var (line, one, other) = (messages[act.One].Line, messages.EntryOf(act.One), messages.EntryOf(act.Other));
        await messages.Arrived(act.Who.Party, line, one, cancel);
        await messages.Arrived(act.Who.Party, line, other, cancel);
        var draft = await stage.Ask(act.Who.Party, act.Who, new SayOnOverlap(
            line.Name, one, other, act.Word, act.For is { } meant ? messages.EntryOf(meant) : null, act.Volume is { } volume ? [volume] : null, act.Language, act.Text), cancel);
        Keep(act.Message, act.Who.Party, line, draft);
        await say(StoryKind.Words, act.Who.Party, $"{act.Who.Name} on {act.One} and {act.Other}: {act.Word.Name()}{(act.For is null ? "" : $" for {act.For}")}" +
            $"{(act.Text is null ? "" : $": \"{act.Text}\"")}{Left(draft)}");
    }

    private async Task Agree(AgreeOverlapAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        var draft = await stage.Ask(act.Who.Party, act.Who, new AnswerOverlapWord(line.Name, entry), cancel);
        await say(StoryKind.Words, act.Who.Party, $"{act.Who.Name} agrees to {act.Message}{Left(draft)}");
    }

    private async Task Word(AidWordAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        var said = await stage.Ask(act.Who.Party, act.Who, new SayOnAid(line.Name, entry, act.Word, act.Language, act.Text), cancel);
        await say(StoryKind.Words, act.Who.Party, $"{act.Who.Name} on {act.Message}: {said.Text?.ReplaceLineEndings(" ")}");
    }

    private async Task Expect(ExpectOverlapAct act, CancellationToken cancel)
    {
        var shown = new List<OverlapView?>();
        async Task<bool> Look()
        {
            shown.Clear();
            foreach (var at in act.At)
            {
                shown.Add(await stage.Do(at, null, new ShowOverlap(messages[act.One].Line.Name, messages.EntryOf(act.One), messages.EntryOf(act.Other)), cancel)
                    is Done<OverlapView> done ? done.Answer : null);
            }

            return shown.TrueForAll(v => v is not null && Fits(act, v)) && shown.Select(v => Shared(v!)).Distinct().Count() == 1;
        }

        if (!await stage.Until(Look, Bounds.Wait, cancel))
            throw new StepFault($"{act.One} and {act.Other}: {string.Join(" / ", act.At.Zip(shown, (a, v) => $"{a} shows {(v is null ? "nothing" : Shared(v))}"))}");
        var view = shown[0]!;
        await say(
            view.Severity is null or OverlapSeverity.Possible ? StoryKind.Proof : StoryKind.Trouble, act.At[0],
            $"{act.One} and {act.Other}, {(act.At.Count > 1 ? $"the same at {string.Join(" and ", act.At)}" : $"at {act.At[0]}")}: {Words(view)}");
    }

    private async Task Expect(ExpectActivityAct act, CancellationToken cancel)
    {
        ActivityView? view = null;
        var held = await stage.Until(
            async () =>
            {
                view = await stage.Do(act.At, null, new ShowActivity(messages[act.Message].Line.Name, messages.EntryOf(act.Message)), cancel) is Done<ActivityView> done
                    ? done.Answer
                    : null;
                return view is not null && (act.State is null || view.Activity.State == act.State) && (act.Differs is null || view.ReadBacks.Any(r => r.Differs) == act.Differs) &&
                    (act.Reached is null || view.Reached.Contains(act.Reached, StringComparison.Ordinal));
            },
            Bounds.Wait,
            cancel);
        if (!held)
            throw new StepFault($"{act.At} shows {act.Message}: {(view is null ? "nothing" : $"{view.Activity.State}; {view.Reached}")}");
        List<string> said = [];
        if (act.State is not null)
            said.Add(view!.Activity.State.ToString().ToUpperInvariant());
        foreach (var read in act.Differs is null ? [] : view!.ReadBacks)
        {
            said.Add(string.Create(CultureInfo.InvariantCulture,
                $"volume {read.Volume} was read back {(read.Metres is { } metres ? $"{metres} m off" : "and cannot be measured")}{(read.Differs ? ": DIFFERS" : "")}"));
        }

        if (act.Reached is not null)
            said.Add(view!.Reached);
        await say(act.Differs == true ? StoryKind.Trouble : StoryKind.Proof, act.At, $"{act.Message}: {string.Join("; ", said)}");
    }

    private void Keep(string name, string party, ScenarioLine line, DraftView draft) => messages[name] = new Written(party, line, draft.Id, draft.Revision, draft.Released);

    private static bool Fits(ExpectOverlapAct act, OverlapView view) =>
        (act.Severity is null || view.Severity == act.Severity) && (!act.IsClear || view.Severity is null) && (act.State is null || view.State == act.State) &&
        (act.Marked is null || view.Marks.Any(m => m.Contains(act.Marked, StringComparison.Ordinal)));

    /// <summary>What must be the same wherever it is asked.</summary>
    private static string Shared(OverlapView view) =>
        $"{view.One.Entry} {view.Other.Entry} {Words(view)} {view.Where} {string.Join(' ', view.Words.Select(w => $"{w.Entry} {w.Effect}"))}";

    private static string Words(OverlapView view)
    {
        var severity = view.Severity switch
        {
            null => "clear of each other",
            OverlapSeverity.Possible => "POSSIBLE OVERLAP",
            OverlapSeverity.Near => "CLOSER THAN AGREED",
            OverlapSeverity.Meets => "OVERLAP",
            _ => "OVERLAP NOW",
        };
        var place = view.Place.Most is { } most ? string.Create(CultureInfo.InvariantCulture, $", {view.Place.Least / 1000:0.0} to {most / 1000:0.0} km apart") : "";
        var from = view.From is { } at ? $", from {at.UtcDateTime.ToString("HH:mm'Z'", CultureInfo.InvariantCulture)}" : "";
        var marks = view.Marks.Count > 0 ? $". {string.Join(" ", view.Marks)}" : "";
        return $"{severity}{(view.Severity is null ? "" : $"{place}{from}; {State(view.State)}")}{marks}";
    }

    private static string State(CoordinationState state) => state switch
    {
        CoordinationState.ConsentedByOne => "one side would have it so",
        CoordinationState.Countered => "a counter-proposal waits",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Left(DraftView draft) => draft.Released is null ? " (it waits for a second officer)" : "";
}
