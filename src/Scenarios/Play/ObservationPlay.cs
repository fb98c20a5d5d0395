using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Control.Notices;
using Parley.Control.Observations;
using Parley.Lines.Notices;
using Parley.Lines.Observations;

namespace Parley.Scenarios.Play;

/// <summary>The steps about what was seen, and what is expected of it. All of it is played, and held against exercise lines.</summary>
internal sealed partial class ObservationPlay(IStage stage, WrittenMessages messages, Telling say)
{
    private readonly Dictionary<string, (string Party, int Number)> seen = new(StringComparer.Ordinal);

    /// <summary>Null when this is none of those acts.</summary>
    public Task? Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        ObserveAct observe => Observe(observe, cancel),
        AskAboutAct ask => Ask(ask, cancel),
        DecideAct decide => Decide(decide, cancel),
        SecondAct second => Second(second, cancel),
        ExpectObservationAct expect => Expect(expect, cancel),
        ExpectPostureAct expect => Expect(expect, cancel),
        _ => null,
    };

    private async Task Observe(ObserveAct act, CancellationToken cancel)
    {
        var fields = new Dictionary<string, string>(act.Fields, StringComparer.Ordinal);
        fields.TryAdd("from", Instant(stage.Clock));
        if (act.Supersedes is { } old)
            fields["supersedes"] = seen[old].Number.ToString(CultureInfo.InvariantCulture);
        var answer = await stage.Ask(act.Who.Party, act.Who, new AddObservation(ObservationInput.Of(fields), Exercise: true), cancel);
        seen[act.Observation] = (act.Who.Party, answer.Seen.Number);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} enters {act.Observation}: {answer.Seen.Kind.Name()}, {answer.Seen.Typed.Source}, {answer.Seen.Typed.Grading}");
        await Tell(act.Who.Party, act.Observation, answer);
    }

    private async Task Tell(string party, string name, ExplainedView answer)
    {
        var isOpen = answer.Verdict == VerdictKind.Unexplained;
        await say(isOpen ? StoryKind.Trouble : StoryKind.Proof, party, $"{name}: {Verdict(answer)}");
        foreach (var factor in answer.Verdict == VerdictKind.ConsistentWith ? answer.About?.Factors ?? [] : [])
            await say(StoryKind.Told, party, $"  {factor.Kind.ToString().ToLowerInvariant()}: {factor.Sentence}");
        if (answer.About?.Unacknowledged is { Length: > 0 } missing)
            await say(StoryKind.Trouble, party, $"OUR HOUSE: {Named(missing, answer)}");
        if (answer.Reaction is { } reaction)
            await say(StoryKind.Told, party, Named(reaction.Sentence, answer));
        foreach (var option in answer.Options)
            await say(StoryKind.Told, party, $"can be done: {Named(option.Sentence, answer)}");
    }

    private async Task Ask(AskAboutAct act, CancellationToken cancel)
    {
        var party = act.Who.Party;
        var texts = await stage.Ask(party, null, new ShowFormat(act.Format), cancel);
        var format = NoticeFormat.Parse(texts.Encoding) ?? throw new StepFault($"the format {act.Format} cannot be read");
        var draft = await stage.Ask(party, act.Who, new DraftObservationQuestion([seen[act.Observation].Number], act.Language, act.Line.Name, act.Format), cancel);
        await say(StoryKind.Act, party, $"the station drafts {act.Message}, {format.Number} {draft.Title}: {string.Join("; ", draft.Values.Select(v =>
            $"{v.Field}: {string.Join(", ", v.Items)}"))}. It sends nothing");
        List<NoticeValue> own = [.. act.Values.Select(v => NoticePlay.Value(format, v))];
        var whole = await stage.Ask(party, act.Who, new DraftNotice(
            act.Line.Name, act.Format, act.Language, [.. draft.Values.Where(v => own.TrueForAll(o => o.Field != v.Field)), .. own], Draft: draft.Draft.Id), cancel);
        messages[act.Message] = new Written(party, act.Line, whole.Draft.Id, whole.Draft.Revision, null);
        await say(StoryKind.Words, party, $"{act.Who.Name} completes {act.Message}: {NoticePlay.Complete(whole.Check)}");
    }

    private async Task Decide(DecideAct act, CancellationToken cancel)
    {
        var view = await stage.Ask(act.Who.Party, act.Who, new DecideReaction(seen[act.Observation].Number, act.Choice, act.Reason), cancel);
        var reason = act.Reason is { } text ? $": \"{text}\"" : "";
        await say(StoryKind.Act, act.Who.Party, view.Waiting is null
            ? $"{act.Who.Name} on {act.Observation}: {Choice(act.Choice)}{reason}. Nothing is sent"
            : $"{act.Who.Name} on {act.Observation} proposes: {Choice(act.Choice)}{reason}; it waits for a second person");
    }

    private async Task Second(SecondAct act, CancellationToken cancel)
    {
        var view = await stage.Ask(act.Who.Party, act.Who, new SecondReaction(seen[act.Observation].Number), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} seconds what {view.Standing!.Officer} proposed on {act.Observation}. Nothing is sent");
    }

    private async Task Expect(ExpectObservationAct act, CancellationToken cancel)
    {
        var (party, number) = seen[act.Observation];
        ExplainedView? view = null;
        var held = await stage.Until(
            async () =>
            {
                view = await stage.Ask(party, null, new ShowObservation(number), cancel);
                return (act.Verdict is null || view.Verdict == act.Verdict) && (act.About is null || view.About?.Entry == messages.EntryOf(act.About)) &&
                    (act.Unacknowledged is null || Is(act.Unacknowledged, view.About?.Unacknowledged ?? "")) &&
                    (act.Option is null || view.Options.Any(o => o.Kind == act.Option)) &&
                    (act.Outcome is null || view.Asked.Any(a => a.Outcome == act.Outcome)) && (act.IsReaction is null || view.Reaction is not null == act.IsReaction);
            },
            Bounds.Wait,
            cancel);
        if (!held)
            throw new StepFault($"{party} shows {act.Observation}: {view?.Sentence} {view?.About?.Unacknowledged} {string.Join(", ", view?.Asked.Select(a => a.Sentence) ?? [])}");
        await say(view!.Verdict == VerdictKind.Unexplained ? StoryKind.Trouble : StoryKind.Proof, party, $"{act.Observation}: {Shown(act, view)}");
    }

    private async Task Expect(ExpectPostureAct act, CancellationToken cancel)
    {
        var board = await stage.Ask(act.At, null, new ShowPosture(act.Party, Exercise: true), cancel);
        var unexplained = board.Observed.Counts.Where(c => c.Verdict != VerdictKind.ConsistentWith).Sum(c => c.Count);
        if (act.Unexplained is { } expected && unexplained != expected)
            throw new StepFault($"{act.At} shows {unexplained} observations of {act.Party} that no notice explains");
        await say(StoryKind.Told, act.At, string.Create(
            CultureInfo.InvariantCulture,
            $"how {act.Party} stands: declared {board.Declared.Count}, seen {board.Observed.Counts.Sum(c => c.Count)}, of them explained by no notice {unexplained
            }; ours they were told of {board.Ours.Count(o => o.IsAnnounced)}, ours they were told nothing of {board.Ours.Count(o => !o.IsAnnounced)}"));
    }

    private string Shown(ExpectObservationAct act, ExplainedView view)
    {
        List<string> said = [Verdict(view)];
        if (act.Unacknowledged is not null)
            said.Add(view.About is { Unacknowledged.Length: > 0 } about ? $"OUR HOUSE: {Named(about.Unacknowledged, view)}" : "Everybody of our house has acknowledged it.");
        if (act.Outcome is not null)
            said.AddRange(view.Asked.Select(a => $"{NameOf(a) ?? "the question"}: {a.Outcome?.ToString().ToUpperInvariant() ?? "waits"}."));
        if (act.IsReaction is not null)
            said.Add(view.Reaction is { } reaction ? Named(reaction.Sentence, view) : "It is no reaction.");
        if (act.Option is not null)
            said.Add(Named(view.Options.First(o => o.Kind == act.Option).Sentence, view));
        return string.Join(" ", said);
    }

    private string? NameOf(AskedView asked) => asked.Entry is { } entry ? messages.NameOf(entry) : null;

    private string Verdict(ExplainedView view) => view.Verdict == VerdictKind.Unexplained
        ? $"UNEXPLAINED, ASK NOW. {Named(view.Sentence, view)}"
        : Named(view.Sentence, view);

    // Numbers of entries differ in every run; the file has names for them.
    private string Named(string sentence, ExplainedView view) => Number().Replace(sentence, match =>
        (view.About is { } about && about.Reference == match.Value ? messages.NameOf(about.Entry) : null) ?? messages.NameOfNumber(match.Value) ?? "a notice");

    private static bool Is(string role, string missing) => role.Length == 0 ? missing.Length == 0 : missing.Contains(role, StringComparison.Ordinal);

    private static string Choice(ReactionChoice choice) => choice switch
    {
        ReactionChoice.Nothing => "do nothing",
        ReactionChoice.Posture => "say what we do ourselves",
        ReactionChoice.Pause => "pause a phase of ours",
        _ => "raise our own readiness in turn",
    };

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[UO]\d+-[0-9a-f]{4}")]
    private static partial Regex Number();
}
