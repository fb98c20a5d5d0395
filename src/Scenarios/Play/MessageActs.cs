using System.Globalization;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Lines.Entries;

namespace Parley.Scenarios.Play;

/// <summary>The steps that write, release, read and wait for messages.</summary>
internal sealed class MessageActs(IStage stage, WrittenMessages messages, Telling say)
{
    private const int PageSize = 200;
    private static readonly TimeSpan LocalWait = TimeSpan.FromSeconds(10);

    public async Task Write(WriteAct act, CancellationToken cancel)
    {
        var words = act.Words;
        var party = act.Who.Party;
        var regards = words.Regards.Select(messages.EntryOf).ToList();
        var supersedes = words.Supersedes is { } old ? messages.EntryOf(old) : null;
        foreach (var entry in supersedes is null ? regards : [.. regards, supersedes])
            await messages.Arrived(party, words.Line, entry, cancel);
        var answer = words.AnswerWithin is { } within ? new AnswerWishInput(Minutes: (int)within.TotalMinutes) : null;
        var draft = act.Approves
            ? await stage.Ask(party, act.Who, new SendMessage(
                words.Line.Name, words.Precedence, words.Language, words.Text, words.Status, regards, supersedes, words.Addressees, answer), cancel)
            : await stage.Ask(party, act.Who, new DraftMessage(
                words.Line.Name, words.Precedence, words.Language, words.Text, words.Status, regards, supersedes, words.Addressees, answer), cancel);
        var status = words.Status == Status.Test ? ", TEST" : "";
        await say(
            words.Precedence == Precedence.Flash ? StoryKind.Flash : StoryKind.Words,
            party,
            $"{words.Precedence.ToString().ToUpperInvariant()} ({words.Language}{status}) {act.Message}, by {act.Who.Name}: \"{words.Text}\"");
        if (words.AnswerWithin is { } asked)
            await say(StoryKind.Act, party, $"{act.Message} asks for an answer within {ScenarioPlayer.Count((int)asked.TotalMinutes, "minute")}");
        messages[act.Message] = new Written(party, words.Line, draft.Id, draft.Revision, draft.Released);
        await Warn(party, act.Message, draft);
        if (draft.Released is null)
            await say(StoryKind.Act, party, $"{act.Message} waits for {Missing(draft)}: nothing has left");
        else
            await say(StoryKind.Act, party, $"{act.Message} is released by {act.Who.Name}");
    }

    public async Task Approve(ApproveAct act, CancellationToken cancel)
    {
        var written = messages[act.Message];
        var draft = await stage.Ask(act.Who.Party, act.Who, new ApproveDraft(written.Draft, written.Revision), cancel);
        messages[act.Message] = written with { Entry = draft.Released };
        await Warn(act.Who.Party, act.Message, draft);
        await say(StoryKind.Act, act.Who.Party, draft.Released is null
            ? $"{act.Who.Name} approves {act.Message}, which waits for {Missing(draft)}"
            : $"{act.Who.Name} approves {act.Message}: released by {string.Join(" and ", draft.ApprovedBy)}");
    }

    public async Task Read(ReadAct act, CancellationToken cancel)
    {
        var page = await stage.Ask(act.Who.Party, act.Who, new ReadTranscript(act.Line.Name, Limit: PageSize), cancel);
        await say(StoryKind.Act, act.Who.Party, $"{act.Who.Name} reads '{act.Line.Name}' to its end, " +
            ScenarioPlayer.Count(page.Entries.Count(e => e.Kind == EntryKind.Message), "message"));
    }

    public async Task Wait(WaitAct act, CancellationToken cancel)
    {
        var written = messages[act.Message];
        EntryView? view = null;
        var came = await stage.Until(
            async () =>
            {
                view = await messages.View(act.Message, cancel);
                return act.By.All(b => Receipt(view, b) is { Received: true });
            },
            act.Within,
            cancel);
        if (!came)
            throw new StepFault($"{act.Message} was not received by {string.Join(" and ", act.By)} in {act.Within.TotalSeconds} s");
        foreach (var by in act.By)
        {
            await say(StoryKind.Proof, written.Party, $"{by} has received {act.Message}, by its signature");
            if (Receipt(view!, by)?.At is { } at)
                await say(StoryKind.Varies, written.Party, $"signed {Milliseconds(at - view!.Time)} after release, by their clock");
        }
    }

    public async Task Expect(ExpectReceivedAct act, CancellationToken cancel)
    {
        var received = Receipt(await messages.View(act.Message, cancel), act.By) is { Received: true };
        if (received != act.Received)
            throw new StepFault($"{act.Message} is {(received ? "" : "not ")}received by {act.By}");
        await say(received ? StoryKind.Proof : StoryKind.Trouble, messages[act.Message].Party,
            $"{act.Message} is {(received ? "" : "not yet ")}received by {act.By}");
    }

    public async Task Expect(ExpectMessagesAct act, CancellationToken cancel)
    {
        var (all, readable) = (0, 0);
        await stage.Until(
            async () =>
            {
                (all, readable) = await Count(act.Party, act.Line, cancel);
                return all == act.Count && readable == act.Count;
            },
            LocalWait,
            cancel);
        if (all != act.Count || readable != act.Count)
            throw new StepFault($"{act.Party} holds {all} messages of '{act.Line.Name}', {readable} of them readable; it must hold {act.Count}");
        await say(StoryKind.Proof, act.Party, $"holds {ScenarioPlayer.Count(all, "message")} of '{act.Line.Name}', each readable, none twice");
    }

    private async Task<(int All, int Readable)> Count(string party, ScenarioLine line, CancellationToken cancel)
    {
        var (all, readable) = (0, 0);
        string? before = null;
        while (true)
        {
            var page = await stage.Ask(party, null, new ReadTranscript(line.Name, Before: before, Limit: PageSize), cancel);
            var words = page.Entries.Where(e => e.Kind == EntryKind.Message).ToList();
            all += words.Count;
            readable += words.Count(e => e.Readable == Readability.Readable);
            if (!page.MoreBefore || page.First is null)
                return (all, readable);
            before = page.First;
        }
    }

    private async Task Warn(string party, string message, DraftView draft)
    {
        if (draft.OtherSideSpokeSince)
            await say(StoryKind.Trouble, party, $"WARNING on {message}: the other side has spoken since what this officer was shown last");
        foreach (var since in draft.SpokenSince ?? [])
            await say(StoryKind.Trouble, party, $"WARNING on {message}: said since the text that it answers: {messages.NameOf(since) ?? since}");
    }

    private static ReceiptView? Receipt(EntryView view, string by) => view.Receipts.FirstOrDefault(r => r.Party == by);

    private static string Missing(DraftView draft) => ScenarioPlayer.Count(draft.ApprovalsNeeded - draft.ApprovedBy.Count, "approval");

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms");
}
