using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Messages;

namespace Parley.Cli.Commands;

/// <summary><c>parley send</c> and <c>reissue</c>: words that leave at once.</summary>
internal static class SendCommands
{
    private const string Received = "received";

    private static readonly Option<string?> Wait = new Option<string?>("--wait")
    {
        Description = "Wait until every other party has received it, by its signature.", HelpName = Received,
    }.AcceptOnlyFromAmong(Received);

    private static readonly Option<int> Seconds = new("--timeout")
    {
        Description = "Seconds to wait at most. When they are over the message still goes on by itself.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };

    public static Command BuildSend() =>
        new Command("send", "Write and approve at once. Where the line asks for two officers it waits for the second.").Does(
            [Common.Directory, .. MessageOptions.All, Wait, Seconds, Common.TokenFile, Common.Json], Send).NeedsText();

    public static Command BuildReissue() =>
        new Command("reissue", "Say again the words of your own entry that a party cannot read.").Does(
            [Common.Directory, Common.Line, Common.Entry, Common.TokenFile, Common.Json], Reissue);

    private static async Task Send(Invocation invocation)
    {
        var message = await MessageOptions.Read(invocation);
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(station.Control, new SendMessage(
            message.Line, message.Precedence, message.Language, message.Text, message.Status, message.Regards, message.Supersedes, message.Addressees,
            message.Answer));
        if (invocation.Get(Wait) is null || draft.Released is not { } entry)
        {
            invocation.Show(draft, DraftCommands.Show);
            if (invocation.Get(Wait) is not null)
                throw new CommandFault(ExitCode.Refused, "not released yet, so nobody can have received it; another officer must " +
                    "approve it");
            return;
        }

        var view = await Arrival(invocation, station.Control, message.Line, entry);
        invocation.Show(view, static (screen, v) =>
        {
            TintedLine[] lines = [new($"released as {v.Entry}", Tint.Good), .. v.Receipts.Select(r => TranscriptText.Receipt(r, v.Time))];
            screen.Lines(lines.Select(l => l with { Text = TranscriptText.Mark(v.Mode) + l.Text }));
        });
        if (!HasArrived(view))
            throw new CommandFault(ExitCode.Refused, $"not received by all within {invocation.Get(Seconds)} s; it is safe here and " +
                $"goes on by itself");
    }

    private static async Task<EntryView> Arrival(Invocation invocation, IControl control, string line, string entry)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(invocation.Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(invocation.Get(Seconds)));
        try
        {
            // The first note comes at once, so a receipt that was faster than this command is seen too.
            await foreach (var note in Following.Notes(control, invocation.Terminal, limit.Token))
            {
                if (note.Kind is not (ChangeKind.Receipt or ChangeKind.Missed))
                    continue;
                var view = await invocation.Do(control, new ReadEntry(line, entry));
                if (HasArrived(view))
                    return view;
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !invocation.Cancel.IsCancellationRequested)
        {
            // Time is up: what is known now is the answer.
        }

        return await invocation.Do(control, new ReadEntry(line, entry));
    }

    private static bool HasArrived(EntryView entry) => entry.Receipts.All(r => r.Received);

    private static async Task Reissue(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, new ReissueEntry(invocation.Need(Common.Line), invocation.Need(Common.Entry)));
        invocation.Show(entry, static (screen, e) => screen.Line($"{TranscriptText.Mark(e.Mode)}said again as {e.Entry}", Tint.Good));
    }
}
