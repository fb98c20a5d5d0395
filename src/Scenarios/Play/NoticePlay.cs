using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Control.Notices;
using Parley.Control.Questions;
using Parley.Control.Stations;
using Parley.Lines.Notices;

namespace Parley.Scenarios.Play;

/// <summary>The steps about notices and answers, and what is expected of them.</summary>
internal sealed partial class NoticePlay(IStage stage, WrittenMessages messages, Telling say)
{
    /// <summary>Null when this is none of those acts.</summary>
    public Task? Do(ScenarioAct act, CancellationToken cancel) => act switch
    {
        NoticeAct notice => Draft(notice, cancel),
        VerifyNoticeAct verify => Verify(verify, cancel),
        ReadBackAct back => ReadBack(back, cancel),
        AgreementAct agreement => Agree(agreement, cancel),
        JudgeAct judge => Judge(judge, cancel),
        ContestAct contest => Contest(contest, cancel),
        ShowNoticeAct show => Show(show, cancel),
        ExpectNoticeAct expect => Expect(expect, cancel),
        ExpectQuestionAct expect => Expect(expect, cancel),
        ExpectWarningAct expect => Expect(expect, cancel),
        _ => null,
    };

    private async Task Draft(NoticeAct act, CancellationToken cancel)
    {
        var party = act.Who.Party;
        var regards = act.Regards.Select(messages.EntryOf).ToList();
        foreach (var entry in regards)
            await messages.Arrived(party, act.Line, entry, cancel);
        var texts = await stage.Ask(party, null, new ShowFormat(act.Format), cancel);
        var format = NoticeFormat.Parse(texts.Encoding) ?? throw new StepFault($"the format {act.Format} cannot be read");
        var draft = await stage.Ask(party, act.Who, new DraftNotice(
            act.Line.Name, act.Format, act.Language, [.. act.Values.Select(v => Value(format, v))], regards, act.Status, act.Precedence,
            AnswerFrom: act.From.Count > 0 ? act.From : null, Addressees: act.Addressees.Count > 0 ? act.Addressees : null), cancel);
        messages[act.Message] = new Written(party, act.Line, draft.Draft.Id, draft.Draft.Revision, null);
        await say(StoryKind.Words, party, $"{act.Who.Name} writes {act.Message}, {format.Number} {draft.Title}{Named(act.Regards)}: {Complete(draft.Check)}");
        foreach (var warning in draft.Check.Warnings.Concat(draft.Check.StepWords.Length > 0 ? [draft.Check.StepWords] : []))
            await say(StoryKind.Trouble, party, $"{act.Message}: {warning}");
    }

    private async Task Verify(VerifyNoticeAct act, CancellationToken cancel)
    {
        var written = messages[act.Message];
        var draft = await stage.Ask(act.Who.Party, act.Who, new VerifyNotice(written.Draft, written.Revision), cancel);
        messages[act.Message] = written with { Entry = draft.Draft.Released };
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} has checked {act.Message} against the rules of its form" +
            (draft.Draft.Released is null ? "; it waits for its release" : $": released by {string.Join(" and ", draft.Draft.ApprovedBy)}"));
    }

    private async Task ReadBack(ReadBackAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        await stage.Ask(act.Who.Party, act.Who, new ReadBackNotice(line.Name, entry, [.. act.Values.Select(v => new NoticeValue(v.Field, [v.Text ?? ""]))]), cancel);
        foreach (var value in act.Values)
            await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} reads {value.Field} of {act.Message} back as {value.Text?.ReplaceLineEndings(" ")}");
    }

    private async Task Agree(AgreementAct act, CancellationToken cancel)
    {
        await stage.Ask(act.Who.Party, act.Who, new StateAgreement(act.Line.Name, act.State, act.Language, act.Text), cancel);
        var what = act.State switch { AgreementState.InForce => "holds again", AgreementState.Suspended => "is suspended", _ => "has ended" };
        await say(StoryKind.Words, act.Who.Party, $"{act.Who.Name} says on '{act.Line.Name}' that its part in the agreement {what}: \"{act.Text}\"");
    }

    private async Task Judge(JudgeAct act, CancellationToken cancel)
    {
        var line = messages[act.Message].Line;
        await stage.Ask(act.Who.Party, act.Who, new JudgeAnswer(
            line.Name, messages.EntryOf(act.Message), act.IsEnough, Party: act.Party, Language: act.Language, Text: act.Text), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} says that the answer{(act.Party is null ? "" : $" of {act.Party}")} to {act.Message} is " +
            $"{(act.IsEnough ? "enough" : "not enough")}{(act.Text is null ? "" : $": \"{act.Text}\"")}");
    }

    private async Task Contest(ContestAct act, CancellationToken cancel)
    {
        var (line, entry) = (messages[act.Message].Line, messages.EntryOf(act.Message));
        await messages.Arrived(act.Who.Party, line, entry, cancel);
        await stage.Ask(act.Who.Party, act.Who, new ContestQuestion(line.Name, entry, act.Language, act.Text), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} says that {act.Message} does not apply: \"{act.Text}\"");
    }

    private async Task Show(ShowNoticeAct act, CancellationToken cancel)
    {
        var line = messages[act.Message].Line;
        await messages.Arrived(act.At, line, messages.EntryOf(act.Message), cancel);
        var view = await Notice(act.At, act.Message, act.Language, cancel);
        await say(StoryKind.Proof, act.At, $"{act.Message} reads here ({act.Language}): {view.FormatNumber} {view.Title}");
        foreach (var one in view.Lines)
        {
            var said = one.Words.Count == 0 && one.Text is { } text ? $" {text.TrimEnd('\n').ReplaceLineEndings(" / ")}" : "";
            await say(StoryKind.Words, act.At, $"  {one.Number} {one.Label}:{said}");
            foreach (var word in one.Words)
                await say(StoryKind.Words, act.At, $"    {word}");
        }

    }

    private async Task Expect(ExpectNoticeAct act, CancellationToken cancel)
    {
        var (notice, matter) = (await Notice(act.At, act.Message, null, cancel), (NoticeMatterView?)null);
        async Task<bool> Look()
        {
            (notice, matter) = (await Notice(act.At, act.Message, null, cancel), await Matter(act.At, act.Message, cancel));
            return (act.Closed is null || Closed(matter) == act.Closed) && (act.Of is null || matter?.Events.Count == act.Of) &&
                (act.Lead is null || notice.Clocks.Lead == act.Lead) && (act.Due is null || matter?.Due?.What == act.Due) &&
                (act.IsLate is null || (matter?.Due?.IsLate ?? false) == act.IsLate) && (act.Differs is null || notice.ReadBacks.Any(r => r.Differs) == act.Differs) &&
                (act.IsVoluntary is null || notice.Voluntary == act.IsVoluntary) && (act.Relayed is null || notice.Addressees.Count(a => a.Relayed is not null) == act.Relayed);
        }

        var held = await stage.Until(Look, Bounds.Wait, cancel);
        var shown = Shown(act, notice, matter);
        if (!held)
            throw new StepFault($"{act.At} shows {act.Message}: {shown}");
        await say(act.IsLate == true || act.Differs == true || act.Lead == LeadStanding.Short ? StoryKind.Trouble : StoryKind.Proof, act.At, $"{act.Message}: {shown}");
    }

    private async Task Expect(ExpectQuestionAct act, CancellationToken cancel)
    {
        QuestionView? question = null;
        QuestionLegView? leg = null;
        var held = await stage.Until(
            async () =>
            {
                question = (await messages.View(act.At, act.Message, cancel)).Question;
                leg = question?.Legs.FirstOrDefault(l => l.Party == act.Party);
                return leg?.Outcome == act.Outcome && (act.Due is not { } due || (question!.Due - due).Duration() < TimeSpan.FromMinutes(1));
            },
            Bounds.Wait,
            cancel);
        if (!held)
            throw new StepFault($"{act.At} shows {act.Message} to {act.Party}: {leg?.Outcome.ToString() ?? "nothing"}, due {(question is null ? "never" : Clock(question.Due))}");
        await say(
            act.Outcome is Lines.Questions.QuestionOutcome.Satisfactory or Lines.Questions.QuestionOutcome.Answered ? StoryKind.Proof : StoryKind.Trouble, act.At,
            $"{act.Message} to {act.Party}: {act.Outcome.ToString().ToUpperInvariant()}{(leg!.IsContested ? ", contested" : "")}; due {Clock(question!.Due)}; " +
                $"next: {leg.NextWords}");
    }

    private async Task Expect(ExpectWarningAct act, CancellationToken cancel)
    {
        string? found = null;
        var held = await stage.Until(
            async () =>
            {
                found = (await stage.Ask(act.At, null, new ShowStatus(), cancel)).Warnings.FirstOrDefault(w => w.Contains(act.Words, StringComparison.Ordinal));
                return found is not null == act.IsThere;
            },
            act.IsThere ? Bounds.Wait : TimeSpan.Zero,
            cancel);
        if (!held)
            throw new StepFault(act.IsThere ? $"no warning of {act.At} says '{act.Words}'" : $"{act.At} warns: {found}");
        await say(act.IsThere ? StoryKind.Trouble : StoryKind.Proof, act.At, act.IsThere ? Undated(found!) : $"nothing warns of '{act.Words}'");
    }

    private Task<NoticeView> Notice(string party, string message, string? language, CancellationToken cancel) =>
        stage.Ask(party, null, new ShowNotice(messages[message].Line.Name, messages.EntryOf(message), language), cancel);

    private async Task<NoticeMatterView?> Matter(string party, string message, CancellationToken cancel) =>
        (await stage.Ask(party, null, new ListNotices(messages[message].Line.Name), cancel)).SelectMany(l => l.Matters)
            .FirstOrDefault(m => m.Notice.Entry == messages.EntryOf(message));

    private static string Shown(ExpectNoticeAct act, NoticeView notice, NoticeMatterView? matter)
    {
        List<string> said = [];
        if (act.Lead is not null)
            said.Add(notice.Clocks.Lead switch { LeadStanding.InTime => "received in time", LeadStanding.Short => "SHORT NOTICE", var other => other.ToString() });
        if ((act.Closed ?? act.Of) is not null)
            said.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Closed(matter)} of {matter?.Events.Count ?? 0} announced events closed, {(matter?.IsOpen == true ? "the window is OPEN" : "it is over")}"));
        if (act.Due is not null || act.IsLate is not null)
            said.Add(matter?.Due is { } due ? $"{(due.IsLate ? "OVERDUE" : "next")}: {due.What.ToString().ToLowerInvariant()}, {Clock(due.At)}" : "nothing is due");
        if (act.IsVoluntary is not null)
            said.Add(notice.Voluntary ? $"VOLUNTARY{(notice.Suspended.Count > 0 ? $", said while {string.Join(", ", notice.Suspended)} held its part suspended" : "")}" : "a duty");
        if (act.Relayed is { } relayed)
        {
            said.Add(string.Create(CultureInfo.InvariantCulture, $"relayed to {relayed} of {notice.Addressees.Count} required addressees") +
                (notice.Addressees.Where(a => a.Confirmed is null).Select(a => a.Role).ToList() is { Count: > 0 } missing ? $"; not confirmed by {string.Join(", ", missing)}"
                    : ""));
        }

        foreach (var read in act.Differs is null ? [] : notice.ReadBacks)
            said.Add(string.Create(CultureInfo.InvariantCulture,
                $"{read.Field} was read back {(read.Metres is { } metres ? $"{metres} m off" : "and cannot be measured")}{(read.Differs ? ": DIFFERS" : "")}"));
        return string.Join("; ", said);
    }

    private static int Closed(NoticeMatterView? matter) => matter?.Events.Count(e => e.State is EventState.Completed or EventState.Cancelled) ?? 0;

    internal static NoticeValue Value(NoticeFormat format, ScenarioValue value)
    {
        if (value.Text is { } text)
            return new NoticeValue(value.Field, [text.TrimEnd('\n')]);
        var columns = format[value.Field]?.Columns ?? [];
        foreach (var cell in value.Rows.SelectMany(r => r.Keys))
        {
            if (columns.All(c => c.Name != cell))
                throw new StepFault($"the form has no '{value.Field}' with '{cell}'");
        }

        return new NoticeValue(value.Field, [.. value.Rows.SelectMany(r => columns.Select(c => r.GetValueOrDefault(c.Name, "")))]);
    }

    internal static string Complete(NoticeCheckView check) =>
        check.Gaps.Count == 0 ? "complete" : $"NOT COMPLETE: {string.Join("; ", check.Gaps.Select(g => $"line {g.Number} {g.Place} {g.Fault.ToString().ToLowerInvariant()}"))}";

    private static string Named(IReadOnlyList<string> regards) => regards.Count == 0 ? "" : $", which follows {string.Join(" and ", regards)}";

    /// <summary>Without numbers of entries, which differ in every run; where one stands for its entry, the name that the file gives it.</summary>
    private string Undated(string warning) => Number().Replace(InBrackets().Replace(warning, ""), n => messages.NameOfNumber(n.Value) ?? "an entry");

    [GeneratedRegex(@" \([UO]\d+-[0-9a-f]{4}\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[UO]\d+-[0-9a-f]{4}")]
    private static partial Regex Number();

    private static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
