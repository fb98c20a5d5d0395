using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Cli.Typing;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;

namespace Parley.Cli.Commands;

/// <summary><c>parley activity</c>: what a party does, where, how high and when; notified, changed, read back, listed.</summary>
internal static class ActivityCommands
{
    private static readonly Option<string> Kind = new Option<string>("--kind")
    {
        Description = "What it is. Humanitarian sites and movements have commands of their own: parley site, parley movement.",
        HelpName = string.Join('|', Military),
        Required = true,
    }.AcceptOnlyFromAmong(Military);

    private static readonly Option<string> AnyKind = Common.Choice<ActivityKind>("--kind", "What it is.");

    private static readonly Option<string?> OfKind = Common.Choice<ActivityKind>("--kind", "Only these. Default: all.", required: false)!;

    private static readonly Option<string> Title = new("--title") { Description = "A call sign, a name or a number, on one line.", HelpName = "TEXT", Required = true };

    private static readonly Option<int?> Reserve = new("--reserve")
    {
        Description = "Only hold the volumes for so many minutes, 1 to 60, while they are discussed; 'parley activity confirm' makes it a plan.", HelpName = "MINUTES",
    };

    private static readonly Option<string[]> At = new("--at")
    {
        Description = "Where you understand its middle to be; for an activity of several volumes once for each, in their order, \"\" for one that you leave out. " +
            $"PLACE is such as {ShapeText.Places}.",
        HelpName = "PLACE", Required = true,
    };

    private static string[] Military => [.. ActivityKinds.All.Where(k => !k.IsHumanitarian()).Select(k => k.Name())];

    public static Command Build() => Common.Group(
        "activity",
        "What each side does, where, how high and when, notified to the other; what comes too close shows as an overlap on both sides.",
        new Command("plan", "Notify an activity of your own. What it would meet is said before it leaves.").Does(
            [
                Common.Directory, Common.Line, Kind, Title, ActivitySpeech.Contact, .. VolumeOptions.All, Reserve, ActivitySpeech.Text, Common.Language, .. ActivitySpeech.OfNotice,
                ActivitySpeech.Despite, Common.TokenFile, Common.Json,
            ],
            Plan).TextHasLanguage(ActivitySpeech.Text).TakesVolumes(needed: true),
        BuildStep("confirm", "Say that a reserve of your own is a plan now.", ActivityStep.Confirm),
        BuildStep("activate", "Say that an activity of your own has begun.", ActivityStep.Activate),
        BuildStep("amend", "Say where, how high or when an activity of your own is from now on. What you do not type stays, but shapes are replaced whole.", ActivityStep.Amend),
        BuildStep("deviate", "Say that an activity of your own is not where it was notified, and where it is. Leaves at once; no warning holds it up.", ActivityStep.Deviate),
        BuildStep("emergency", "Say that whoever does it is in distress or cannot keep to anything. Leaves at once as flash; no warning holds it up.", ActivityStep.Emergency),
        BuildStep("end", "Say that an activity of your own is over.", ActivityStep.End),
        BuildStep("cancel", "Say that an activity of your own will not take place.", ActivityStep.Cancel),
        BuildReadBack("Read the places of an activity of the other side back to it, as you understand them. How far they are from what was notified is shown to both."),
        new Command("check", "What these volumes would meet, and what else you should know. Nothing leaves, and nothing is kept.").Does(
            [Common.Directory, Common.Line, AnyKind, .. VolumeOptions.All, Common.TokenFile, Common.Json], Check).TakesVolumes(needed: true),
        new Command("list", "Activities that are not over, in the order of their begins.").Does(
            [Common.Directory, ActivitySpeech.AnyLine, OfKind, ActivitySpeech.Past, ActivitySpeech.Reader, Common.TokenFile, Common.Json],
            i => List(i, i.Get(OfKind) is { } name ? Common.Chosen<ActivityKind>(name) : null)),
        BuildShow("One activity with all that was said of it, what it meets, and how far it got."));

    /// <summary>A command that says a step of an activity of our own.</summary>
    /// <param name="more">Further options.</param>
    /// <param name="expires">Of a site or movement: until when it is notified from then on.</param>
    /// <param name="aid">What it is for a site or movement; null for any other.</param>
    public static Command BuildStep(
        string name, string description, ActivityStep step, Option[]? more = null, Func<Invocation, DateTimeOffset?>? expires = null, ActivityKind? aid = null)
    {
        IReadOnlyList<Option> volumes = step.TakesVolumes() ? VolumeOptions.All : [];
        IReadOnlyList<Option> despite = step.IsUrgent() ? [] : [ActivitySpeech.Despite];
        var command = new Command(name, description).Does(
            [
                Common.Directory, ActivitySpeech.Entry, Common.Line, .. volumes, .. more ?? [], ActivitySpeech.Text, Common.Language, .. despite, Common.TokenFile, Common.Json,
            ],
            i => Step(i, step, expires?.Invoke(i), aid)).TextHasLanguage(ActivitySpeech.Text);
        return step.TakesVolumes() ? command.TakesVolumes(needed: false, changes: true) : command;
    }

    public static Command BuildReadBack(string description) => new Command("read-back", description).Does(
        [Common.Directory, ActivitySpeech.Entry, Common.Line, At, Common.TokenFile, Common.Json], ReadBack);

    public static Command BuildShow(string description) => new Command("show", description).Does(
        [Common.Directory, ActivitySpeech.Entry, Common.Line, ActivitySpeech.Reader, Common.TokenFile, Common.Json], Show);

    public static async Task List(Invocation invocation, ActivityKind? kind)
    {
        var isPast = invocation.Get(ActivitySpeech.Past);
        await using var station = await OpenStation.ToSpeak(invocation);
        var lists = await invocation.Do(
            station.Control, new ListActivities(invocation.Get(ActivitySpeech.AnyLine), isPast, kind, invocation.Get(ActivitySpeech.Reader)));
        invocation.Show(lists, (screen, all) =>
        {
            foreach (var list in all.OrderBy(l => l.Mode))
                screen.Lines(TranscriptText.Marked(list.Mode, ActivityLines.List(list, screen.Width - TranscriptText.Mark(list.Mode).Length)));
            if (all.Count == 0)
                screen.Line("nothing is notified");
            if (isPast && (kind is null || kind.Value.IsHumanitarian()))
                screen.Lines(TranscriptText.Marked(all.All(l => l.Mode == LineMode.Exercise) && all.Count > 0 ? LineMode.Exercise : LineMode.Live, [AidLines.Destroyed]));
        });
    }

    private static async Task Plan(Invocation invocation)
    {
        var volumes = await VolumeOptions.Read(invocation);
        await using var station = await OpenStation.ToSpeak(invocation);
        var notify = new NotifyActivity(
            invocation.Need(Common.Line), ActivityKinds.Parse(invocation.Need(Kind))!.Value, invocation.Need(Title), invocation.Need(ActivitySpeech.Contact), volumes,
            ReserveMinutes: invocation.Get(Reserve));
        await ActivitySpeech.Notify(invocation, station, notify, DraftCommands.Show);
    }

    private static async Task Step(Invocation invocation, ActivityStep step, DateTimeOffset? expires, ActivityKind? aid)
    {
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await ActivitySpeech.Named(invocation, station, invocation.Need(Common.Line), invocation.Get(ActivitySpeech.Entry));
        // A site is where it is: its volumes last as long as it is notified. When a movement is where, its author says.
        var end = aid == ActivityKind.Site ? expires : null;
        var volumes = step.TakesVolumes() ? await VolumeOptions.Read(invocation, Standing, end) : [];
        if (volumes.Count == 0 && end is { } until)
            volumes = VolumeOptions.Prolonged(await Standing(), until);
        if (volumes.Count == 0 && (step.NeedsVolumes() || (step == ActivityStep.Amend && expires is null)))
            throw new CommandFault(ExitCode.Usage, $"say what is different: {VolumeOptions.Ways}");
        var operation = new StepActivity(
            line, entry, step, volumes.Count > 0 ? volumes : null, expires, invocation.Get(Common.Language), invocation.Get(ActivitySpeech.Text));
        await ActivitySpeech.Say(invocation, station, despite => operation with { Despite = despite }, aid is not null ? AidLines.Draft : DraftCommands.Show);

        async Task<IReadOnlyList<string>> Standing() =>
            [.. (await invocation.Do(station.Control, new ShowActivity(line, entry))).Activity.Volumes.Select(v => v.Text)];
    }

    private static async Task ReadBack(Invocation invocation)
    {
        var places = invocation.Need(At).Select(p => p.Trim().Length == 0 ? "" : ShapeText.Place("--at", p).ToString()).ToList();
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await ActivitySpeech.Named(invocation, station, invocation.Need(Common.Line), invocation.Get(ActivitySpeech.Entry));
        var said = await invocation.Do(station.Control, new ReadBackActivity(line, entry, places));
        if (invocation.WantsJson)
        {
            invocation.Show(said, static (_, _) => { });
            return;
        }

        var view = await invocation.Do(station.Control, new ShowActivity(line, entry));
        invocation.Screen.Lines(TranscriptText.Marked(view.Mode, [
            new($"read back as {SafeText.Line(said.Entry)}"), .. view.ReadBacks.Where(r => r.Entry == said.Entry).Select(ActivityLines.ReadBack),
        ]));
    }

    private static async Task Check(Invocation invocation)
    {
        var volumes = await VolumeOptions.Read(invocation);
        var kind = Common.Chosen<ActivityKind>(invocation.Need(AnyKind));
        await using var station = await OpenStation.ToSpeak(invocation);
        var check = await invocation.Do(station.Control, new CheckActivity(invocation.Need(Common.Line), kind, volumes));
        invocation.Show(check, static (screen, c) => screen.Lines(TranscriptText.Marked(c.Mode, OverlapLines.Check(c))));
    }

    private static async Task Show(Invocation invocation)
    {
        var place = invocation.Get(Common.Directory);
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await ActivitySpeech.Named(invocation, station, invocation.Need(Common.Line), invocation.Get(ActivitySpeech.Entry));
        var view = await invocation.Do(station.Control, new ShowActivity(invocation.Need(Common.Line), entry, invocation.Get(ActivitySpeech.Reader)));
        invocation.Show(view, (screen, v) => screen.Lines(TranscriptText.Marked(v.Mode, ActivityLines.Whole(v, place))));
    }
}
