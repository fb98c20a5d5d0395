using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Calls;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Cli.Commands;

/// <summary><c>parley talk</c>: a text conference. Both desks open the same line; each typed line leaves as an entry of its own, and the other side's appear as they
/// come. An interpreter is an officer beside it: what he types is the sight translation of the last words of the other side.</summary>
internal static class TalkCommand
{
    private const string End = "/end";

    private static readonly Option<string?> Call = new("--call") { Description = "The ref of the request for this call; what is typed regards it.", HelpName = "REF" };

    private static readonly Option<string> Language = new("--language") { Description = "The language in which you type.", HelpName = "TAG", Required = true };

    private static readonly Option<string?> Urgency = new Option<string?>("--precedence")
    {
        Description = "Of the typed words. Default: immediate.", HelpName = "immediate|priority|routine|flash",
    }.AcceptOnlyFromAmong("immediate", "priority", "routine", "flash");

    private static readonly Option<bool> Interpreter = new("--interpreter")
    {
        Description = "What you type is your sight translation of the other side's last words, and not words of your own.",
    };

    public static Command Build() =>
        new Command("talk", "Talk by typing: each line leaves at once as an entry, the other side's appear as they come. /end ends it.").Does(
            [Common.Directory, Common.Line, Call, Language, Urgency, Interpreter, Common.TokenFile], Talk);

    private static async Task Talk(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var (control, name) = (station.Control, invocation.Need(Common.Line));
        var line = await ReadCommands.LineOf(invocation, control, name);
        var precedence = Common.Chosen<Precedence>(invocation.Get(Urgency) ?? "immediate");
        var isInterpreter = invocation.Get(Interpreter);
        if (!isInterpreter && (ReleaseRule.Parse(line.Terms.Release ?? "") ?? ReleaseRule.One).Required(precedence, EntryKind.Message) > 1)
        {
            throw new CommandFault(
                ExitCode.Refused, $"this line asks for two officers before a message of that precedence leaves ({line.Terms.Release}), and typed talk leaves by one; " +
                    "write with 'parley draft', or talk at another precedence");
        }

        var (text, head) = await ReadCommands.TextOf(invocation, control, name);
        invocation.Screen.Lines(text.Marked([new(head, Tint.Quiet)]));
        if (invocation.Get(Call) is { } call)
        {
            var view = await invocation.Do(control, new ShowCall(name, call));
            invocation.Screen.Lines(text.Marked(CallLines.Whole(view)));
            if (view.Means is not (null or CallMeans.Text))
                invocation.Screen.Lines(text.Marked([new("this call was asked for by other means than text", Tint.Warning)]));
        }

        var page = await invocation.Do(control, new ReadTranscript(name, Limit: 1));
        using var talk = new Conference(invocation, control, line, page.Last, isInterpreter, precedence, text);
        await talk.Run();
    }

    private sealed class Conference(
        Invocation invocation, IControl control, LineView line, string? last, bool isInterpreter, Precedence precedence, TranscriptText text) : IDisposable
    {
        private readonly HashSet<string> shown = [];
        private readonly HashSet<string> translated = [];
        private readonly SemaphoreSlim turn = new(1, 1);
        private string? after = last;
        private string? theirs;

        public void Dispose() => turn.Dispose();

        public async Task Run()
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(invocation.Cancel);
            var listening = Listen(over.Token);
            try
            {
                Say($"type; each line leaves at once{(isInterpreter ? " as your sight translation of their last words" : "")}. {End} ends it.");
                await InTurn(ShowNew);
                await Type(over.Token);
                await InTurn(ShowNew);
            }
            finally
            {
                await over.CancelAsync();
                try
                {
                    await listening;
                }
                catch (OperationCanceledException)
                {
                    // The talk is over.
                }
            }
        }

        private async Task Type(CancellationToken cancel)
        {
            // Reading a terminal cannot be cancelled, so it is left behind when the talk ends.
            while (await Task.Run(() => invocation.Terminal.In.ReadLine(), cancel).WaitAsync(cancel) is { } typed && typed.Trim() != End)
            {
                if (typed.Trim().Length == 0)
                    continue;
                await InTurn(() => isInterpreter ? Interpret(typed.Trim()) : Send(typed.Trim()));
            }
        }

        private async Task Send(string words)
        {
            var draft = await invocation.Do(control, new SendMessage(
                line.Handle, precedence, invocation.Need(Language), words, Regards: invocation.Get(Call) is { } call ? [call] : null));
            if (draft.Released is null)
                Say($"WAITS as draft {draft.Id}: another officer must approve it", Tint.Warning);
            await ShowNew();
        }

        private async Task Interpret(string words)
        {
            if (theirs is null)
            {
                Say("there are no words of the other side yet, so nothing to interpret", Tint.Warning);
                return;
            }

            await invocation.Do(control, new RecordHandling(
                line.Handle, theirs, HandlingStage.Sight, "interpreter", Language: invocation.Need(Language), Text: words));
            await ShowTranslations(theirs);
        }

        private async Task Listen(CancellationToken cancel)
        {
            await foreach (var note in Following.Notes(control, invocation.Terminal, cancel))
            {
                if (note.Line is not null && note.Line != line.Id)
                    continue;
                if (note.Kind is ChangeKind.Recorded or ChangeKind.Missed or ChangeKind.Opened)
                    await InTurn(ShowNew);
                else if (note is { Kind: ChangeKind.Handled, Entry: { } entry })
                    await InTurn(() => ShowTranslations(entry));
            }
        }

        private async Task InTurn(Func<Task> act)
        {
            await turn.WaitAsync(invocation.Cancel);
            try
            {
                await act();
            }
            finally
            {
                turn.Release();
            }
        }

        private async Task ShowNew()
        {
            TranscriptPage page;
            do
            {
                page = await invocation.Do(control, new ReadTranscript(line.Handle, after));
                foreach (var entry in page.Entries.Where(e => EntryKind.IsWords(e.Kind) && e.Readable != Readability.Absent && shown.Add(e.Entry)))
                    Show(entry);
                // Words that have not come yet are asked for again.
                if (page.Entries.Any(e => e.Readable == Readability.Absent))
                    return;
                after = page.Last ?? after;
            }
            while (page.MoreAfter && page.Entries.Count > 0);
        }

        private void Show(EntryView entry)
        {
            if (entry.Party != line.Parties[0])
                theirs = entry.Entry;
            var who = $"{TranscriptText.Time(entry.Time)[11..]}  {entry.Party}{(entry.Language is { } language ? $" ({language})" : "")}";
            var words = entry.Text ?? "words that cannot be read here; ask for them to be said again";
            var tint = entry.Party == line.Parties[0] ? Tint.Quiet : entry.Precedence == Precedence.Flash ? Tint.Flash : Tint.Plain;
            foreach (var part in SafeText.Lines(words))
                Say($"{SafeText.Line(who)}: {part}", tint);
        }

        private async Task ShowTranslations(string reference)
        {
            var entry = await invocation.Do(control, new ReadEntry(line.Handle, reference));
            foreach (var sight in entry.Handling.Where(h => h is { Stage: HandlingStage.Sight, Corrected: false, Text: not null }))
            {
                if (!translated.Add($"{reference} {sight.Party} {sight.Entered:O}"))
                    continue;
                var whose = $"by {sight.Officer ?? sight.Party} of what {entry.Party} said {TranscriptText.Time(entry.Time)[11..]}";
                foreach (var part in SafeText.Lines(sight.Text!))
                    Say(SafeText.Line($"    SIGHT TRANSLATION ({sight.Language}) {whose}: ") + part);
            }
        }

        private void Say(string words, Tint tint = Tint.Plain) => invocation.Screen.Lines(text.Marked([new(words, tint)]));
    }
}
