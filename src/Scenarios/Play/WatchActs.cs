using System.Globalization;
using Parley.Control.Alerts;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Control.Queries;
using Parley.Lines.Handling;
using Parley.Lines.Queries;

namespace Parley.Scenarios.Play;

/// <summary>The steps of the watch: alerts, queries, handling, and what is expected of them.</summary>
internal sealed class WatchActs(IStage stage, WrittenMessages messages, Telling say)
{
    private readonly Dictionary<string, DateTimeOffset> moments = new(StringComparer.Ordinal);

    /// <summary>Null when this is no act of the watch.</summary>
    public Task? Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        MarkAct mark => Mark(mark),
        NoteOutsideAct note => Note(note, cancel),
        AlertAct alert => Alert(alert, cancel),
        AskAct ask => Ask(ask, cancel),
        AnswerQueryAct answer => Answer(answer, cancel),
        HandleAct handle => Handle(handle, cancel),
        ExpectHandledAct expect => Expect(expect, cancel),
        ExpectAddresseeAct expect => Expect(expect, cancel),
        ExpectCrossedAct expect => Expect(expect, cancel),
        _ => null,
    };

    private async Task Mark(MarkAct act)
    {
        moments[act.Name] = stage.Clock;
        await say(StoryKind.Told, null, act.Text);
    }

    private async Task Note(NoteOutsideAct act, CancellationToken cancel)
    {
        await stage.Ask(act.Who.Party, act.Who, new AddOutside(act.Line.Name, act.Speaker, stage.Clock, act.Language, act.Text, act.Where), cancel);
        await say(
            StoryKind.Act, act.Who.Party, $"{act.Who.Name} notes what was said elsewhere, UNAUTHENTICATED: {act.Speaker}, {act.Where}: \"{act.Text}\"");
    }

    private async Task Alert(AlertAct act, CancellationToken cancel)
    {
        var view = await stage.Ask(act.Who.Party, act.Who, new RaiseAlert(act.Line.Name, act.Place, act.Text is null ? null : act.Language, act.Text), cancel);
        await Left(act.Who, act.Message, act.Line, view);
    }

    private async Task Ask(AskAct act, CancellationToken cancel)
    {
        var view = await stage.Ask(act.Who.Party, act.Who, new AskQuery(act.Line.Name, act.About, act.Place, act.Language, act.Text), cancel);
        await Left(act.Who, act.Message, act.Line, view);
    }

    private async Task Answer(AnswerQueryAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.To].Line, messages.EntryOf(act.To));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        var until = stage.Clock + act.Valid;
        var view = await stage.Ask(act.Who.Party, act.Who, new AnswerQuery(
            line.Name, entry, act.Answer, until, act.Text is null ? null : act.Language, act.Text), cancel);
        messages[act.Message] = new Written(act.Who.Party, line, "", "", view.Entry);
        var words = act.Text is null ? "" : $": \"{act.Text}\"";
        await say(StoryKind.Flash, act.Who.Party, $"{act.Message}, by {act.Who.Name}, answers {act.To}: {Words(act.Answer)}, which is no consent{words}");
    }

    private async Task Handle(HandleAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        await stage.Ask(act.Who.Party, act.Who, new RecordHandling(
            line.Name, entry, act.Stage, act.Role, Addressee: act.Addressee, Language: act.Language, Text: act.Text), cancel);
        var text = act.Text is null ? "" : $", {act.Language}: \"{act.Text}\"";
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} ({act.Role}) enters {act.Message}: {Stage(act.Stage, act.Addressee)}{text}");
    }

    private async Task Expect(ExpectHandledAct act, CancellationToken cancel)
    {
        var written = messages[act.Message];
        HandlingView? found = null;
        async Task<bool> IsReported()
        {
            var view = await messages.View(act.Message, cancel);
            found = view.Handling.FirstOrDefault(
                h => h.TheyReport && !h.Corrected && h.Party == act.By && h.Stage == act.Stage && (act.Addressee is null || h.Addressee == act.Addressee));
            return found is not null;
        }

        if (!act.Reported)
        {
            if (await IsReported())
                throw new StepFault($"{act.By} reports {act.Message}: {Stage(act.Stage, act.Addressee)}");
            await say(StoryKind.Trouble, written.Party, $"{act.Message}: {act.By} does not report \"{Stage(act.Stage, act.Addressee)}\"");
            return;
        }

        if (!await stage.Until(IsReported, Bounds.Wait, cancel))
            throw new StepFault($"{act.By} does not report {act.Message}: {Stage(act.Stage, act.Addressee)}");
        var since = act.Since is { } moment ? moments[moment] : (await messages.View(act.Message, cancel)).Time;
        var took = found!.At - since;
        if (act.Within is { } within && took > within)
            throw new StepFault($"{act.By} reports {act.Message}: {Stage(act.Stage, act.Addressee)} after {Seconds(took)}, not within {Seconds(within)}");
        var inTime = act.Within is { } most ? $", within {Seconds(most)} of {(act.Since is null ? "its release" : $"'{act.Since}'")}" : "";
        await say(StoryKind.Proof, written.Party, $"{act.Message}: {act.By} REPORTS \"{Stage(act.Stage, act.Addressee)}\"{inTime}");
        await say(StoryKind.Varies, written.Party, $"after {Seconds(took)}");
    }

    private async Task Expect(ExpectAddresseeAct act, CancellationToken cancel)
    {
        AddresseeView? view = null;
        var came = await stage.Until(
            async () =>
            {
                view = (await messages.View(act.Message, cancel)).Addressees.FirstOrDefault(a => $"{a.Party}:{a.Role}" == act.Addressee);
                return view is not null && Furthest(view) == act.State;
            },
            Bounds.Wait,
            cancel);
        if (!came)
            throw new StepFault($"{act.Message}: {act.Addressee} is at {(view is null ? "no place: it is not addressed" : Furthest(view)?.Words() ?? "nothing")}");
        var minutes = (view!.By - (await messages.View(act.Message, cancel)).Time).TotalMinutes;
        var until = string.Create(CultureInfo.InvariantCulture, $"due within {minutes:0} min");
        await say(act.State is null ? StoryKind.Trouble : StoryKind.Proof, messages[act.Message].Party, act.State is { } state
            ? $"{act.Message}: they report that {act.Addressee} is at \"{state.Words()}\"{(view.Confirmed is null ? $"; its own acknowledgment is still missing, {until}" : "")}"
            : $"{act.Message}: {act.Addressee} is MISSING, {until}. Their station has the message, and that completes nothing");
    }

    private async Task Expect(ExpectCrossedAct act, CancellationToken cancel)
    {
        await messages.Arrived(act.At, messages[act.Message].Line, messages.EntryOf(act.Message), cancel);
        var view = await messages.View(act.At, act.Message, cancel);
        var with = act.With.Select(messages.EntryOf).Order(StringComparer.Ordinal);
        if (!view.Crossed.Order(StringComparer.Ordinal).SequenceEqual(with))
            throw new StepFault($"{act.Message} crossed {string.Join(", ", view.Crossed)}");
        await say(StoryKind.Proof, act.At, act.With.Count == 0
            ? $"{act.Message} crossed nothing: its author had seen all that was sent before"
            : $"{act.Message} CROSSED {string.Join(", ", act.With)}: its author had not seen {(act.With.Count == 1 ? "it" : "them")} when the text was approved");
    }

    // Words of the first minute: one officer, no second approval, no draft.
    private async Task Left(ScenarioOfficer who, string name, ScenarioLine line, EntryView view)
    {
        messages[name] = new Written(who.Party, line, "", "", view.Entry);
        await say(StoryKind.Flash, who.Party, $"FLASH {name}, by {who.Name} alone: {view.Text}");
    }

    private static HandlingStage? Furthest(AddresseeView view) => view switch
    {
        { Acted: not null } => HandlingStage.Acted,
        { Confirmed: not null } => HandlingStage.Confirmed,
        { Relayed: not null } => HandlingStage.Relayed,
        _ => null,
    };

    private static string Stage(HandlingStage stage, string? addressee) => stage.Words() + (addressee is null ? "" : $" ({addressee})");

    private static string Words(QueryAnswer answer) => answer switch
    {
        QueryAnswer.Yes => "YES",
        QueryAnswer.No => "NO",
        QueryAnswer.Unknown => "UNKNOWN",
        _ => "NOT UNDER OUR CONTROL",
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
