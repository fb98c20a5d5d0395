using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Cli.Commands;

/// <summary><c>parley overlap</c>: activities of two parties that come closer than they keep, and what each says of it.</summary>
internal static class OverlapCommands
{
    private static readonly Argument<string> One = new("A") { Description = "One of the two activities: its number such as O12-3f0a, as it stands in the lists, or its ref." };

    private static readonly Argument<string> Other = new("B") { Description = "The other one." };

    private static readonly Argument<string> Word = new("WORD") { Description = "The number or the ref of the word, as 'parley overlap show' shows it." };

    private static readonly Option<string?> Of = new("--of") { Description = "Only those of this activity: its number or its ref.", HelpName = "ENTRY" };

    private static readonly Option<bool> All = new("--all") { Description = "Those of other parties among themselves too." };

    private static readonly Option<string> For = new("--for")
    {
        Description = "Which of the two would be elsewhere, higher, lower or at another time.", HelpName = "ENTRY", Required = true,
    };

    private static readonly Option<string> Objection = new("--text") { Description = "Why it must not be so.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> ObjectionLanguage = new("--language") { Description = "The language of the text.", HelpName = "TAG", Required = true };

    public static Command Build() => Common.Group(
        "overlap",
        "Activities of two parties that come closer than they keep, and what each says of it. There is no arbiter, and no word of one side binds the other.",
        new Command("list", "Overlaps of your activities, the gravest first.").Does(
            [Common.Directory, ActivitySpeech.AnyLine, Of, All, ActivitySpeech.Reader, Common.TokenFile, Common.Json], List),
        new Command("show", "How two activities stand to each other: where, when, how close, since when known to whom, what was said, and what to do next.").Does(
            [Common.Directory, One, Other, Common.Line, ActivitySpeech.Reader, Common.TokenFile, Common.Json], Show),
        new Command(
            "across",
            "Your own sites and movements, of whatever line, beside what others do on any of your lines of the same mode, the gravest first. It is ours alone: where the other " +
            "side was not notified on its line it does not know of this, and nothing is told to it. What you then type gives it away if it names what another line told you.")
            .Does([Common.Directory, ActivitySpeech.Reader, Common.TokenFile, Common.Json], Across),
        BuildWord("acknowledge", "Say that you know of it, and no more.", OverlapWord.Acknowledge),
        new Command("object", "Say that it must not be so, and why.").Does(
            [Common.Directory, One, Other, Common.Line, Objection, ObjectionLanguage, Common.TokenFile, Common.Json],
            i => Say(i, OverlapWord.Object, i.Need(ObjectionLanguage), i.Need(Objection))),
        new Command("counter", "Propose where, how high or when one of the two could be. It moves nothing until the other side agrees.").Does(
            [
                Common.Directory, One, Other, Common.Line, For, .. VolumeOptions.All, ActivitySpeech.Text, Common.Language, Common.TokenFile, Common.Json,
            ],
            i => Say(i, OverlapWord.Counter, i.Get(Common.Language), i.Get(ActivitySpeech.Text))).TextHasLanguage(ActivitySpeech.Text).TakesVolumes(needed: false, changes: true),
        BuildWord("consent", "Say that both may be as they are; say with --text how you keep apart.", OverlapWord.Consent),
        BuildAnswer("agree", "Agree to a proposal of the other side: the activity that it names is there from then on.", withdraw: false),
        BuildAnswer("withdraw", "Say that a word of your own on an overlap holds no more.", withdraw: true));

    private static Command BuildWord(string name, string description, OverlapWord word) => new Command(name, description).Does(
        [Common.Directory, One, Other, Common.Line, ActivitySpeech.Text, Common.Language, Common.TokenFile, Common.Json],
        i => Say(i, word, i.Get(Common.Language), i.Get(ActivitySpeech.Text))).TextHasLanguage(ActivitySpeech.Text);

    private static Command BuildAnswer(string name, string description, bool withdraw) => new Command(name, description).Does(
        [Common.Directory, Word, Common.Line, ActivitySpeech.Text, Common.Language, Common.TokenFile, Common.Json], i => Answer(i, withdraw)).TextHasLanguage(ActivitySpeech.Text);

    private static async Task List(Invocation invocation)
    {
        var (place, of) = (invocation.Get(Common.Directory), invocation.Get(Of));
        await using var station = await OpenStation.ToSpeak(invocation);
        if (of is not null)
            of = await ActivitySpeech.Named(invocation, station, invocation.Get(ActivitySpeech.AnyLine), of);
        var lists = await invocation.Do(
            station.Control, new ListOverlaps(invocation.Get(ActivitySpeech.AnyLine), of, invocation.Get(All), invocation.Get(ActivitySpeech.Reader)));
        invocation.Show(lists, (screen, all) =>
        {
            foreach (var list in all.OrderBy(l => l.Mode))
                screen.Lines(TranscriptText.Marked(list.Mode, OverlapLines.List(list, place)));
            if (all.Count == 0)
                screen.Line(OverlapLines.None);
        });
    }

    private static async Task Across(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var lists = await invocation.Do(station.Control, new ListCrossOverlaps(invocation.Get(ActivitySpeech.Reader)));
        invocation.Show(lists, static (screen, all) =>
        {
            foreach (var list in all.OrderBy(l => l.Mode))
                screen.Lines(TranscriptText.Marked(list.Mode, CrossOverlapLines.List(list)));
            if (all.Count == 0)
                screen.Line(CrossOverlapLines.None);
        });
    }

    private static async Task Show(Invocation invocation)
    {
        var place = invocation.Get(Common.Directory);
        await using var station = await OpenStation.ToSpeak(invocation);
        var (one, other) = await Pair(invocation, station);
        var view = await invocation.Do(station.Control, new ShowOverlap(invocation.Need(Common.Line), one, other, invocation.Get(ActivitySpeech.Reader)));
        invocation.Show(view, (screen, v) => screen.Lines(TranscriptText.Marked(v.Mode, OverlapLines.Whole(v, place))));
    }

    private static async Task Say(Invocation invocation, OverlapWord word, string? language, string? text)
    {
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var (one, other) = await Pair(invocation, station);
        var target = word == OverlapWord.Counter ? await ActivitySpeech.Named(invocation, station, line, invocation.Need(For)) : null;
        var volumes = target is null ? [] : await VolumeOptions.Read(invocation, Standing);
        if (target is not null && volumes.Count == 0)
            throw new CommandFault(ExitCode.Usage, $"say what you propose: {VolumeOptions.Ways}");
        var said = new SayOnOverlap(line, one, other, word, target, volumes.Count > 0 ? volumes : null, language, text);
        invocation.Show(await invocation.Do(station.Control, said), DraftCommands.Show);

        async Task<IReadOnlyList<string>> Standing() =>
            [.. (await invocation.Do(station.Control, new ShowActivity(line, target!))).Activity.Volumes.Select(v => v.Text)];
    }

    private static async Task Answer(Invocation invocation, bool withdraw)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var word = await ActivitySpeech.NamedWord(invocation, station, invocation.Get(Word));
        var answer = new AnswerOverlapWord(invocation.Need(Common.Line), word, withdraw, invocation.Get(Common.Language), invocation.Get(ActivitySpeech.Text));
        invocation.Show(await invocation.Do(station.Control, answer), DraftCommands.Show);
    }

    private static async Task<(string One, string Other)> Pair(Invocation invocation, OpenStation station)
    {
        var line = invocation.Need(Common.Line);
        return (await ActivitySpeech.Named(invocation, station, line, invocation.Get(One)), await ActivitySpeech.Named(invocation, station, line, invocation.Get(Other)));
    }
}
