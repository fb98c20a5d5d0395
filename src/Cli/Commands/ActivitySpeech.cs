using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary>What all commands of activities have in common: an activity by its ref or number, and warnings that an officer has seen before his words leave.</summary>
internal static class ActivitySpeech
{
    public static Argument<string> Entry { get; } = new("ENTRY") { Description = "The activity: its number such as O12-3f0a, as it stands in the lists, or its ref." };

    public static Option<string> Contact { get; } = new("--contact")
    {
        Description = "How whoever is there is reached: a frequency, a telephone.", HelpName = "TEXT", Required = true,
    };

    public static Option<string?> Text { get; } = new("--text") { Description = "Words beside it; they need --language.", HelpName = "TEXT" };

    public static Option<bool> Despite { get; } = new("--despite-warnings") { Description = "The warnings are known: let it leave. Without it you are asked." };

    public static Option<string?> AnyLine { get; } = new("--line") { Description = "The line. Default: every line.", HelpName = "LINE" };

    public static Option<string?> Reader { get; } = new("--language") { Description = "The language in which volumes are put into words.", HelpName = "TAG" };

    public static Option<bool> Past { get; } = new("--past") { Description = "Those that are over too, newest first." };

    /// <summary>How an activity is notified, whatever it is.</summary>
    public static IReadOnlyList<Option> OfNotice => [PrecedenceName, Test, Addressees];

    private static Option<string?> PrecedenceName { get; } = Common.Choice<Precedence>("--precedence", "How soon it must be seen. Default: priority.", required: false)!;

    private static Option<bool> Test { get; } = new("--test") { Description = "Mark it as a test: it is not meant." };

    private static Option<string[]> Addressees { get; } = new("--addressee")
    {
        Description = "A role or unit of the other side that must acknowledge, and within how many minutes, such as \"boreal:air defence=30\"; again for each.",
        HelpName = "PARTY:ROLE=MINUTES",
    };

    /// <summary>Notifies an activity, with the words beside it.</summary>
    public static Task Notify(Invocation invocation, OpenStation station, NotifyActivity activity, Action<Screen, DraftView> show)
    {
        var whole = AsNotice(invocation, activity) with { Language = invocation.Get(Common.Language), Text = invocation.Get(Text) };
        return Say(invocation, station, despite => whole with { Despite = despite }, show);
    }

    /// <summary>The activity with what <see cref="OfNotice"/> says.</summary>
    public static NotifyActivity AsNotice(Invocation invocation, NotifyActivity activity) => activity with
    {
        Precedence = invocation.Get(PrecedenceName) is { } name ? Common.Chosen<Precedence>(name) : null,
        Status = StatusOf(invocation),
        Addressees = invocation.Get(Addressees) is { Length: > 0 } roles ? [.. roles.Select(MessageOptions.Addressee)] : null,
    };

    /// <summary>Whether it is meant.</summary>
    public static Status StatusOf(Invocation invocation) => invocation.Get(Test) ? Status.Test : Status.Actual;

    /// <summary>Lets words leave. Of warnings an officer at a terminal is asked; where nobody can be asked, they end the command.</summary>
    /// <param name="operation">With what is to be done with warnings.</param>
    public static async Task Say(Invocation invocation, OpenStation station, Func<bool, Operation<DraftView>> operation, Action<Screen, DraftView> show)
    {
        var known = invocation.Get(Despite);
        var outcome = await station.Control.Do(operation(known), invocation.Cancel);
        if (outcome is Refused<DraftView> { Why: Refusal.Warned } warned)
        {
            await Ask(invocation, station, warned.Detail);
            outcome = await station.Control.Do(operation(true), invocation.Cancel);
        }

        invocation.Show(Invocation.Need(outcome), show);
    }

    /// <summary>Whether everything of the line is marked as an exercise.</summary>
    public static async Task<LineMode> Mode(Invocation invocation, OpenStation station) => (await CheckCommands.LineOf(invocation, station.Control)).Mode;

    /// <summary>The ref of an activity; what is no number goes to the station as it was typed.</summary>
    /// <param name="line">Null: of whatever line.</param>
    /// <exception cref="CommandFault">No activity has that number, or several have.</exception>
    public static Task<string> Named(Invocation invocation, OpenStation station, string? line, string typed) => Find(typed, "activity", async () =>
        (await invocation.Do(station.Control, new ListActivities(line, Past: true))).SelectMany(l => l.Activities).Select(a => a.Entry));

    /// <summary>The ref of a word on an overlap, as <see cref="Named"/>.</summary>
    public static Task<string> NamedWord(Invocation invocation, OpenStation station, string typed) => Find(typed, "overlap", async () =>
        (await invocation.Do(station.Control, new ListOverlaps(invocation.Need(Common.Line), All: true)))
            .SelectMany(l => l.Overlaps).SelectMany(o => o.Words).Select(w => w.Entry));

    private static async Task<string> Find(string typed, string noun, Func<Task<IEnumerable<string>>> entries)
    {
        // Letters of a number are as easily typed small as large; refs have none that a number could be taken for.
        if (MessageNumber.Parse(string.Concat(typed.Take(1)).ToUpperInvariant() + string.Concat(typed.Skip(1).Select(char.ToLowerInvariant))) is not { } number)
            return typed;
        var found = (await entries()).Where(e => EntryRef.Parse(e) is { } entry && number.Fits(entry)).Distinct(StringComparer.Ordinal).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new CommandFault(
                ExitCode.Refused,
                $"nothing that 'parley {noun} list' tells has the number {typed}; look there, or give its ref. Of what was destroyed here 'parley read' tells the ref"),
            _ => throw new CommandFault(
                ExitCode.Refused, $"{typed} is the number of several: {string.Join(", ", found.Select(SafeText.Line))}; give the ref of the one that is meant"),
        };
    }

    private static async Task Ask(Invocation invocation, OpenStation station, string warnings)
    {
        var mark = TranscriptText.Mark(await Mode(invocation, station));
        foreach (var warning in SafeText.Lines(warnings))
            invocation.Terminal.Error.WriteLine(mark + warning);
        if (!invocation.Terminal.IsInteractive)
            throw new CommandFault(ExitCode.Refused, "refused (warned): nothing has left; if it is right, say it again with --despite-warnings");
        if (invocation.Terminal.Ask("Let it leave in spite of that? Type yes: ") != "yes")
            throw new CommandFault(ExitCode.Refused, "nothing has left");
    }
}
