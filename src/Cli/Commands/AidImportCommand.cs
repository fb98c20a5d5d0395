using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Exchange.Humanitarian;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Cli.Commands;

/// <summary><c>parley site import</c> and <c>parley movement import</c>: a whole list out of a file, each item an entry of its own. It is shown first; what stands on the line
/// already is left out, so that a list that was stopped goes on with the same command.</summary>
internal static class AidImportCommand
{
    private const int Step = 100;

    private static readonly Argument<string> Source = new("FILE")
    {
        Description = "The list: *.csv, or *.geojson or *.json. It may hold sites and movements; each of the two commands notifies its own and says how many it left to the other.",
    };

    private static readonly Option<string?> Contact = new("--contact") { Description = "How whoever is there is reached, for items that do not say.", HelpName = "TEXT" };

    private static readonly Option<string?> Expires = new("--expires")
    {
        Description = "Until when items are notified that do not say, UTC, such as 2026-12-25T12:00Z. Without it such items are refused.", HelpName = "TIME",
    };

    private static readonly Option<string?> From = new("--from") { Description = "When items begin that do not say, UTC. Default: now.", HelpName = "TIME" };

    private static readonly Option<bool> Check = new("--check") { Description = "Only show what would be notified. Nothing leaves." };

    private static readonly Option<bool> SkipRefused = new("--skip-refused")
    {
        Description = "Notify the rest when rows are refused, of whatever kind they may be. Without it nothing is notified then.",
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask before it leaves. Warnings need --despite-warnings besides." };

    public static Command Build(ActivityKind kind) => new Command(
        "import",
        $"Notify the {kind.Name()}s of a list, each as an entry of its own. They are shown first, with what was mended and what is refused, and you are asked. What stands on " +
        "the line already with the same title and volume is left out: the same command again goes on where it was stopped.").Does(
        [
            Common.Directory, Source, Common.Line, Contact, Expires, From, Check, SkipRefused, Yes, .. ActivitySpeech.OfNotice, ActivitySpeech.Despite, Common.TokenFile,
            Common.Json,
        ],
        i => Import(i, kind));

    private static async Task Import(Invocation invocation, ActivityKind kind)
    {
        if (invocation.WantsJson && !invocation.Get(Check) && !invocation.Get(Yes))
            throw new CommandFault(ExitCode.Usage, "with --json nobody is asked: say --check to look first, or --yes");
        await using var station = await OpenStation.ToSpeak(invocation);
        var list = await Warned(invocation, station, await Read(invocation, station, kind));
        if (!invocation.WantsJson)
            invocation.Screen.Lines(TranscriptText.Marked(list.Mode, AidImportLines.Preview(list)));
        var hindrance = Hindrance(invocation, list);
        if (hindrance is not null || invocation.Get(Check) || list.Count(AidItemState.New) == 0)
        {
            if (invocation.WantsJson)
                invocation.Show(list, static (_, _) => { });
            else
                invocation.Screen.Line($"{TranscriptText.Mark(list.Mode)}{(list.Count(AidItemState.New) == 0 ? "There is nothing to notify." : "Nothing has left.")}", Tint.Quiet);
            if (hindrance is not null)
                throw hindrance;
            return;
        }

        Ask(invocation, list);
        await Send(invocation, station, list);
    }

    private static async Task<AidImportList> Read(Invocation invocation, OpenStation station, ActivityKind kind)
    {
        var now = TimeProvider.System.GetUtcNow();
        var isNow = invocation.Get(From) is null or "now";
        var from = UtcTime.Begin("--from", invocation.Get(From) ?? "now", now);
        Timestamp? expires = invocation.Get(Expires) is { } typed ? Timestamp.From(UtcTime.Coming("--expires", typed)) : null;
        var line = await CheckCommands.LineOf(invocation, station.Control);
        var (file, defaults) = (invocation.Get(Source), new AidDefaults(from, expires, invocation.Get(Contact), line.Mode == LineMode.Exercise));
        var import = Open(file, defaults);
        var items = import.Items.Select(i => AidImportItem.Of(i, isNow)).ToList();
        var past = items.Where(i => i.Kind == kind && i.Expires <= now).ToList();
        var standing = await AidStanding.Read(invocation, station, invocation.Need(Common.Line), kind, ActivitySpeech.StatusOf(invocation));
        return new AidImportList(
            line.Mode, line.Handle, Path.GetFileName(file), kind, [.. items.Where(i => i.Kind == kind && i.Expires > now).Select(standing.Seen)],
            [.. import.Refusals, .. past.Select(i => $"{i.Where}: it expired at {ActivityLines.Time(i.Expires)}")], items.Count(i => i.Kind != kind));
    }

    private static AidImport Open(string path, AidDefaults defaults)
    {
        if (!AidImport.IsList(path))
            throw new CommandFault(ExitCode.Usage, $"what {path} is does not show in its name: a list is *.csv, *.geojson or *.json");
        using var file = File.OpenRead(path);
        return AidImport.Read(path, file, defaults)!;
    }

    /// <summary>What an officer should know of each before it leaves.</summary>
    private static async Task<AidImportList> Warned(Invocation invocation, OpenStation station, AidImportList list)
    {
        var (items, looked) = (list.Items.ToArray(), 0);
        foreach (var (index, item) in list.Items.Index().Where(i => i.Item.State == AidItemState.New))
        {
            items[index] = item with { Warnings = await Warnings(invocation, station, item) };
            Progress(invocation, list, "looked at", ++looked);
        }

        return list with { Items = items };
    }

    private static async Task<IReadOnlyList<string>> Warnings(Invocation invocation, OpenStation station, AidImportItem item)
    {
        try
        {
            return (await invocation.Do(station.Control, new CheckActivity(invocation.Need(Common.Line), item.Kind, [item.Volume]))).Warnings;
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            throw new CommandFault(ExitCode.Refused, "interrupted; nothing has left");
        }
    }

    /// <summary>Why nothing may leave; null when it may, if the officer says so.</summary>
    private static CommandFault? Hindrance(Invocation invocation, AidImportList list)
    {
        var warned = list.Items.Count(i => i.Warnings.Count > 0);
        if (list.Refused.Count > 0 && !invocation.Get(SkipRefused))
        {
            return new CommandFault(
                ExitCode.Refused, string.Create(CultureInfo.InvariantCulture, $"{list.Refused.Count} refused: mend the list, or let the rest leave with --skip-refused"));
        }

        if (invocation.Get(Check) || list.Count(AidItemState.New) == 0)
            return null;
        if (warned > 0 && !invocation.Get(ActivitySpeech.Despite) && (invocation.WantsJson || !invocation.Terminal.IsInteractive))
            return new CommandFault(ExitCode.Refused, "refused (warned): if it is right in spite of the warnings, say it again with --despite-warnings");
        return invocation.Get(Yes) || invocation.Terminal.IsInteractive ? null : new CommandFault(ExitCode.Usage, "nobody can be asked here; say --yes when you have read it");
    }

    private static void Ask(Invocation invocation, AidImportList list)
    {
        var warned = invocation.Get(ActivitySpeech.Despite) ? 0 : list.Items.Count(i => i.Warnings.Count > 0);
        if (warned == 0 && invocation.Get(Yes))
            return;
        var spite = warned > 0 ? string.Create(CultureInfo.InvariantCulture, $", {warned} of them in spite of warnings") : "";
        var question = $"{TranscriptText.Mark(list.Mode)}Notify {AidImportLines.Of(list.Count(AidItemState.New), list.Kind)} on {SafeText.Line(list.Line)}{spite}? Type yes: ";
        if (invocation.Terminal.Ask(question) != "yes")
            throw new CommandFault(ExitCode.Refused, "nothing has left");
    }

    private static async Task Send(Invocation invocation, OpenStation station, AidImportList list)
    {
        var (items, done, all) = (list.Items.ToArray(), 0, list.Count(AidItemState.New));
        CommandFault? stopped = null;
        foreach (var (index, item) in list.Items.Index().Where(i => i.Item.State == AidItemState.New))
        {
            (items[index], stopped) = await Notify(invocation, station, item);
            if (stopped is not null)
                break;
            done++;
            if (invocation.WantsJson)
                Progress(invocation, list, "notified", done);
            else
                invocation.Screen.Lines(TranscriptText.Marked(list.Mode, [AidImportLines.Left(items[index], done, all)]));
        }

        list = list with { Items = items };
        invocation.Show(list, (screen, l) => screen.Lines(TranscriptText.Marked(l.Mode, AidImportLines.Told(l, invocation.Get(Common.Directory)))));
        if (stopped is not null)
            throw stopped;
    }

    private static async Task<(AidImportItem Item, CommandFault? Stopped)> Notify(Invocation invocation, OpenStation station, AidImportItem item)
    {
        try
        {
            return await station.Control.Do(Operation(invocation, item), invocation.Cancel) switch
            {
                Done<DraftView> { Answer: { Released: { } entry } } => (item with { State = AidItemState.Notified, Entry = entry }, null),
                Done<DraftView> { Answer: var draft } => (item with { State = AidItemState.Drafted, Draft = draft.Id }, null),
                Refused<DraftView> refused => Stop(item, AidItemState.Stopped, ExitCode.Refused, refused.Detail, "Mend that"),
                _ => Stop(item, AidItemState.Unknown, ExitCode.Unreachable, "the station gave no answer that this program knows", "Look at the station"),
            };
        }
        catch (ControlFault fault)
        {
            return Stop(item, AidItemState.Unknown, ExitCode.Unreachable, $"{fault.Message.TrimEnd('.')}; whether it has left is not known", "See that the station runs");
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            return Stop(item, AidItemState.Unknown, ExitCode.Refused, "interrupted; whether it has left is not known", "Wait until you are ready");
        }
    }

    private static NotifyActivity Operation(Invocation invocation, AidImportItem item)
    {
        var (content, aid) = (item.Content, item.Content.Aid!);
        return ActivitySpeech.AsNotice(invocation, new NotifyActivity(
            invocation.Need(Common.Line), item.Kind, item.Title, item.Contact, [item.Volume], new AidInput(item.Expires, aid.Behalf, aid.Vehicles, aid.Marks),
            Language: content.Note?.Language, Text: content.Note?.Text, Despite: invocation.Get(ActivitySpeech.Despite) || item.Warnings.Count > 0));
    }

    private static (AidImportItem Item, CommandFault Stopped) Stop(AidImportItem item, AidItemState state, int code, string why, string next) => (
        item with { State = state, Why = why },
        new CommandFault(
            code,
            $"stopped at {item.Where}, {item.Kind.Name()} {SafeText.Line(item.Title)}: {SafeText.Line(why.ReplaceLineEndings(" ")).TrimEnd('.')}. {next}, then say the same " +
            "command again: what is notified or waits is not notified twice."));

    private static void Progress(Invocation invocation, AidImportList list, string what, int done)
    {
        if (done % Step == 0)
            invocation.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TranscriptText.Mark(list.Mode)}{what} {done} of {list.Count(AidItemState.New)}"));
    }
}
