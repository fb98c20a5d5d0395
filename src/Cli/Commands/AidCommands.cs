using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Cli.Commands;

/// <summary><c>parley site</c> and <c>parley movement</c>: what is notified so that it is not struck. Nobody permits it, nobody can refuse it:
/// there are no such words.</summary>
internal static class AidCommands
{
    private const string Law = "Notification is not a request; protection under law does not depend on it.";

    private static readonly Option<string> Title = new("--title") { Description = "A name or a number, on one line.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Expires = new("--expires")
    {
        Description = "Until when it is notified, UTC, such as 18:00 or 2026-12-25T12:00Z. Unless --until says otherwise, its volumes last as long. " +
            "After that it is notified no more, and is protected under law as before.",
        HelpName = "TIME",
        Required = true,
    };

    private static readonly Option<string?> NewExpiry = new("--expires") { Description = "Until when it is notified from now on, UTC. Default: as before.", HelpName = "TIME" };

    private static readonly Option<string?> Behalf = new("--behalf") { Description = "For whom you notify it, if not for yourself; a pseudonym will do.", HelpName = "TEXT" };

    private static readonly Option<string?> Vehicles = new("--vehicles") { Description = "Number and kind of vehicles, or of people at a site.", HelpName = "TEXT" };

    private static readonly Option<string?> Marks = new("--marks") { Description = "Emblems, flags, lights, transponder.", HelpName = "TEXT" };

    private static readonly Argument<string> Word = new Argument<string>("WORD")
    {
        Description = "noted: it is known here. route-concern, time-concern: the place or the time is of concern, for a reason that --text says. " +
            $"cannot-guarantee: nobody here can promise that it comes to no harm. {AidWords.Law}",
    }.AcceptOnlyFromAmong([.. Enum.GetValues<AidWord>().Select(w => w.Name())]);

    public static Command BuildSite() => Common.Group(
        "site",
        $"Humanitarian sites: a hospital, a store, a shelter. {Law}",
        BuildNotify(ActivityKind.Site),
        ActivityCommands.BuildStep(
            "renew", "Say until when a site of your own is notified from now on, and where, if it is elsewhere.", ActivityStep.Amend, [Expires],
            i => Coming(i.Need(Expires)), aid: ActivityKind.Site),
        ActivityCommands.BuildStep("end", "Say that a site of your own is given up.", ActivityStep.End, aid: ActivityKind.Site),
        ActivityCommands.BuildReadBack("Read the place of a site of the other side back to it, as you understand it. How far it is from what was notified is shown to both."),
        BuildList(ActivityKind.Site, "Sites that are notified now."),
        ActivityCommands.BuildShow("One site with all that was said of it, what it meets, and how far it got on the other side, by what they report."),
        BuildSay("site"),
        AidImportCommand.Build(ActivityKind.Site),
        AidExportCommand.Build(ActivityKind.Site),
        BuildReaders("site"));

    public static Command BuildMovement() => Common.Group(
        "movement",
        $"Humanitarian movements: a convoy, an evacuation, a flight of an aid organisation. {Law}",
        BuildNotify(ActivityKind.Movement),
        ActivityCommands.BuildStep("activate", "Say that a movement of your own is under way.", ActivityStep.Activate, aid: ActivityKind.Movement),
        ActivityCommands.BuildStep(
            "amend", "Say where or when a movement of your own is from now on, or until when it is notified.", ActivityStep.Amend, [NewExpiry],
            i => i.Get(NewExpiry) is { } typed ? Coming(typed) : null, aid: ActivityKind.Movement),
        ActivityCommands.BuildStep(
            "deviate", "Say that a movement of your own is not where it was notified, and where it is. Leaves at once.", ActivityStep.Deviate, aid: ActivityKind.Movement),
        ActivityCommands.BuildStep("emergency", "Say that a movement of your own is in distress. Leaves at once as flash.", ActivityStep.Emergency, aid: ActivityKind.Movement),
        ActivityCommands.BuildStep("end", "Say that a movement of your own has arrived or is over.", ActivityStep.End, aid: ActivityKind.Movement),
        ActivityCommands.BuildStep("cancel", "Say that a movement of your own will not take place.", ActivityStep.Cancel, aid: ActivityKind.Movement),
        ActivityCommands.BuildReadBack(
            "Read the places of a movement of the other side back to it, as you understand them. How far they are from what was notified is shown to both."),
        BuildList(ActivityKind.Movement, "Movements that are not over, in the order of their begins."),
        ActivityCommands.BuildShow("One movement with all that was said of it, what it meets, and how far it got on the other side, by what they report."),
        BuildSay("movement"),
        AidImportCommand.Build(ActivityKind.Movement),
        AidExportCommand.Build(ActivityKind.Movement),
        BuildReaders("movement"));

    private static Command BuildNotify(ActivityKind kind) => new Command("notify", $"Notify a humanitarian {kind.Name()}. {Law}").Does(
        [
            Common.Directory, Common.Line, Title, ActivitySpeech.Contact, .. VolumeOptions.All, Expires, Behalf, Vehicles, Marks, ActivitySpeech.Text, Common.Language,
            .. ActivitySpeech.OfNotice, ActivitySpeech.Despite, Common.TokenFile, Common.Json,
        ],
        i => Notify(i, kind)).TextHasLanguage(ActivitySpeech.Text).TakesVolumes(needed: true);

    private static Command BuildList(ActivityKind kind, string description) => new Command("list", description).Does(
        [Common.Directory, ActivitySpeech.AnyLine, ActivitySpeech.Past, ActivitySpeech.Reader, Common.TokenFile, Common.Json], i => ActivityCommands.List(i, kind));

    private static Command BuildSay(string noun)
    {
        var command = new Command(
            "say",
            $"Say something of a {noun} of the other side. It is an answer to a notification and nothing more: it settles nothing, and protection under law does not depend " +
            "on it. Leaves at once.")
            .Does([Common.Directory, Word, ActivitySpeech.Entry, Common.Line, ActivitySpeech.Text, Common.Language, Common.TokenFile, Common.Json], Say)
            .TextHasLanguage(ActivitySpeech.Text);
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Word)?.Tokens is [{ Value: "route-concern" or "time-concern" }] && result.GetResult(ActivitySpeech.Text) is null)
                result.AddError("a concern needs its reason; give it with --text and --language");
        });
        return command;
    }

    private static Command BuildReaders(string noun) => new Command(
        "readers",
        $"Who of your officers was shown a {noun} at this station, and when, by the journal. It says nothing of the other side's officers, of files and of paper. Needs one of " +
        "the roles audit, watch and release.").Does([Common.Directory, ActivitySpeech.Entry, Common.Line, Common.TokenFile, Common.Json], Readers);

    private static async Task Readers(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await ActivitySpeech.Named(invocation, station, invocation.Need(Common.Line), invocation.Get(ActivitySpeech.Entry));
        var readers = await invocation.Do(station.Control, new ListAidReaders(invocation.Need(Common.Line), entry));
        invocation.Show(readers, static (screen, r) => screen.Lines(TranscriptText.Marked(r.Mode, AidLines.Readers(r))));
    }

    private static async Task Notify(Invocation invocation, ActivityKind kind)
    {
        var expires = Coming(invocation.Need(Expires));
        var volumes = await VolumeOptions.Read(invocation, end: expires);
        var aid = new AidInput(expires, invocation.Get(Behalf), invocation.Get(Vehicles), invocation.Get(Marks));
        await using var station = await OpenStation.ToSpeak(invocation);
        var notify = new NotifyActivity(invocation.Need(Common.Line), kind, invocation.Need(Title), invocation.Need(ActivitySpeech.Contact), volumes, aid);
        await ActivitySpeech.Notify(invocation, station, notify, AidLines.Draft);
    }

    private static async Task Say(Invocation invocation)
    {
        var word = AidWords.Parse(invocation.Get(Word))!.Value;
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await ActivitySpeech.Named(invocation, station, invocation.Need(Common.Line), invocation.Get(ActivitySpeech.Entry));
        var said = await invocation.Do(
            station.Control, new SayOnAid(invocation.Need(Common.Line), entry, word, invocation.Get(Common.Language), invocation.Get(ActivitySpeech.Text)));
        invocation.Show(said, (screen, s) => screen.Lines(TranscriptText.Marked(s.Mode, AidLines.Said(word, s))));
    }

    private static DateTimeOffset Coming(string typed) => UtcTime.Coming("--expires", typed);
}
