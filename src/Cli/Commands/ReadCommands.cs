using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley read</c> and <c>entry</c>: the transcript.</summary>
internal static class ReadCommands
{
    private static readonly Option<bool> Follow = new("--follow") { Description = "Go on with what comes, until Ctrl-C." };
    private static readonly Option<bool> All = new("--all")
    {
        Description = "The stations' own entries too, not only the officers' words.",
    };
    private static readonly Option<string?> After = new("--after") { Description = "Begin after this cursor.", HelpName = "CURSOR" };
    private static readonly Option<string?> Before = new("--before") { Description = "End before this cursor.", HelpName = "CURSOR" };
    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many entries.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 100,
    };

    private static readonly Option<string?> Find = new("--find")
    {
        Description = "Only entries in which this text stands: in their words, in translations, or as their number; the newest first.",
        HelpName = "TEXT",
    };

    internal static readonly Option<string?> Language = new("--language")
    {
        Description = "The language in which code messages are written out. Default: the first of your own that the codebook has.",
        HelpName = "TAG",
    };

    public static Command BuildRead() =>
        new Command("read", "The transcript of a line: who said what when, and what was received.").Does(
            [Common.Directory, Common.Line, Follow, All, After, Before, Limit, Find, Language, Common.TokenFile, Common.Json], Read);

    public static Command BuildEntry() =>
        new Command("entry", "One entry and its receipts.").Does(
            [Common.Directory, Common.Line, Common.Entry, Language, Common.TokenFile, Common.Json], One);

    private static async Task Read(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        if (invocation.Get(Find) is { } wanted)
        {
            await Search(invocation, station.Control, wanted);
            return;
        }

        var query = new ReadTranscript(
            invocation.Need(Common.Line), invocation.Get(After), invocation.Get(Before), invocation.Get(Limit), invocation.Get(All), invocation.Get(Language));
        var page = await invocation.Do(station.Control, query);
        var (text, head) = await TextOf(invocation, station.Control, page.Line);
        if (invocation.Get(Follow))
        {
            await new Follower(invocation, station.Control, query, text).Run(page);
            return;
        }

        invocation.Show(page, (screen, p) =>
        {
            screen.Lines(text.Marked([new(head, Tint.Quiet), new("")]));
            screen.Lines(text.Page(p));
            if (p.Entries.Count == 0)
                screen.Lines(text.Marked([new("no words yet")]));
            if (p.MoreBefore && p.First is { } first)
                screen.Lines(text.Marked([new($"there is more before: --before {first}", Tint.Quiet)]));
            if (p.MoreAfter && p.Last is { } last)
                screen.Lines(text.Marked([new($"there is more after: --after {last}", Tint.Quiet)]));
        });
    }

    private static async Task Search(Invocation invocation, IControl control, string wanted)
    {
        if (invocation.Get(Follow) || invocation.Get(All) || invocation.Get(After) is not null)
            throw new CommandFault(ExitCode.Usage, "--find goes with --before alone");
        var found = await invocation.Do(control, new SearchTranscript(invocation.Need(Common.Line), wanted, invocation.Get(Before), invocation.Get(Language)));
        var (text, head) = await TextOf(invocation, control, found.Line);
        invocation.Show(found, (screen, p) =>
        {
            screen.Lines(text.Marked([new(head, Tint.Quiet), new("")]));
            screen.Lines(p.Entries.SelectMany(text.Entry));
            if (p.Entries.Count == 0)
                screen.Lines(text.Marked([new("nothing was found")]));
            if (p.Before is { } before && p.Searched is { } searched)
                screen.Lines(text.Marked([new($"searched back to {TranscriptText.Time(searched)}; to search on: --before {before}", Tint.Quiet)]));
        });
    }

    private static async Task One(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var line = invocation.Need(Common.Line);
        var entry = await invocation.Do(station.Control, new ReadEntry(line, invocation.Need(Common.Entry), invocation.Get(Language)));
        var (text, _) = await TextOf(invocation, station.Control, line);
        invocation.Show(entry, (screen, e) => screen.Lines(text.Entry(e)));
    }

    // Whether it is an exercise stands with the line, and no entry may be shown without it.
    internal static async Task<(TranscriptText Text, string Head)> TextOf(Invocation invocation, IControl control, string line)
    {
        var view = await LineOf(invocation, control, line);
        var text = new TranscriptText(view.Parties[0], view.Mode == LineMode.Exercise, invocation.Screen.Width);
        return (text, $"{SafeText.Line(view.Handle)}, {view.Kind.ToString().ToLowerInvariant()} line of " +
            $"{string.Join(", ", view.Parties)}, {view.State.ToString().ToLowerInvariant()}");
    }

    internal static async Task<LineView> LineOf(Invocation invocation, IControl control, string line)
    {
        var lines = await invocation.Do(control, new ListLines());
        return lines.FirstOrDefault(l => l.Id == line) ?? lines.FirstOrDefault(l => l.Handle == line || l.Name == line) ??
            (line.Length >= 8 ? lines.FirstOrDefault(l => l.Id.StartsWith(line, StringComparison.Ordinal)) : null) ??
            throw new CommandFault(ExitCode.Refused, $"the line {line} is not in the list of lines; see: parley line list");
    }

    /// <summary>Shows each entry once, in the order of the transcript as far as it has come, and receipts as they arrive.</summary>
    private sealed class Follower(Invocation invocation, IControl control, ReadTranscript query, TranscriptText text)
    {
        private readonly HashSet<string> shown = [];
        private string? last;

        public async Task Run(TranscriptPage first)
        {
            Show(first);
            await foreach (var note in Following.Notes(control, invocation.Terminal, invocation.Cancel))
            {
                if (note.Line is not null && note.Line != first.Line)
                    continue;
                if (note.Kind is ChangeKind.Recorded or ChangeKind.Missed)
                    await ShowNew();
                if (note.Entry is { } entry && note.Kind is
                    (ChangeKind.Recorded or ChangeKind.Opened or ChangeKind.Receipt or ChangeKind.Handled or ChangeKind.Attached))
                    await ShowOne(note.Kind, entry);
            }
        }

        private async Task ShowNew()
        {
            TranscriptPage page;
            do
            {
                page = await invocation.Do(control, query with { After = last, Before = null });
                Show(page);
            }
            while (page.MoreAfter && page.Entries.Count > 0);
        }

        // What arrives late has its place before entries that were shown already; the page after the last one does not hold it.
        private async Task ShowOne(ChangeKind kind, string reference)
        {
            var known = shown.Contains(reference);
            if (known == (kind == ChangeKind.Recorded))
                return;
            var entry = await invocation.Do(control, new ReadEntry(query.Line, reference, query.Language));
            if (!query.All && (!EntryKind.IsWords(entry.Kind) || EntryKind.IsAside(entry.Kind)))
                return;
            shown.Add(reference);
            Write(entry, kind is ChangeKind.Receipt or ChangeKind.Handled ? text.Update(entry) : text.Entry(entry));
        }

        private void Show(TranscriptPage page)
        {
            foreach (var entry in page.Entries.Where(e => shown.Add(e.Entry)))
                Write(entry, text.Entry(entry));
            last = page.Last ?? last;
        }

        private void Write(EntryView entry, IEnumerable<TintedLine> lines)
        {
            if (invocation.WantsJson)
                invocation.Terminal.Out.WriteLine(JsonSerializer.Serialize(entry, ControlJson.Options));
            else
                invocation.Screen.Lines(lines);
        }
    }
}
