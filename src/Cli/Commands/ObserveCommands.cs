using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Cli.Commands;

/// <summary><c>parley observe</c>: what we saw, and what is done about it. Nothing of it leaves the station but a question that officers release.</summary>
internal static class ObserveCommands
{
    private const string Such = "with its zone, such as 2026-11-25T14:05Z or 2026-11-25T17:05:30+03:00";

    private static readonly string[] KindNames = [.. ObservationKinds.All.Select(k => k.Name())];
    private static readonly string[] SourceNames = [.. Enum.GetValues<SourceClass>().Select(s => s.Name())];

    private static readonly Argument<int> Number = new("NUMBER") { Description = "The observation, as 'parley explain' numbers it." };

    private static readonly Argument<int[]> Numbers = new("NUMBER")
    {
        Description = "The observations that are asked about, all of one party, as 'parley explain' numbers them.", Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Kind = new Option<string>("--kind")
    {
        Description = $"What was seen or heard. One of: {string.Join(", ", KindNames)}.", HelpName = "KIND", Required = true,
    }.AcceptOnlyFromAmong(KindNames);

    private static readonly Option<string> From = Needed("--from", "TIME", $"When it was seen, or began, {Such}.");
    private static readonly Option<string> TimeError = Needed("--time-error", "SECONDS", "How far off the times may be, in seconds (one standard deviation).");

    private static readonly Option<string> Source = new Option<string>("--source")
    {
        Description = $"Where it is from. One of: {string.Join(", ", SourceNames)}. No question that leaves says it.", HelpName = "SOURCE", Required = true,
    }.AcceptOnlyFromAmong(SourceNames);

    private static readonly Option<string> Grading = Needed(
        "--grading", "GRADE", "How good source and report are: A (reliable) to F (cannot be judged) and 1 (confirmed) to 6 (cannot be judged), such as B2.");

    private static readonly Option<string?> Party = May("--party", "PARTY", "Whose it is taken to be. Left out: not known.");
    private static readonly Option<string?> Place = May("--place", "PLACE", "Where: coordinates in any notation, such as '69.3 16.0'. It needs --error.");

    private static readonly Option<string?> Error = May(
        "--error", "METRES", "How far off the place may be (one standard deviation): metres, or longer and shorter half-axis and azimuth, such as '8000 2000 45'.");

    private static readonly Option<string?> Shape = May("--shape", "SHAPE", "In place of --place: a shape, such as 'circle 69.3 16.0 20000'.");
    private static readonly Option<string?> Altitude = May("--altitude", "BAND", "How high, such as 'amsl 0 m .. amsl 900 m'.");
    private static readonly Option<string?> Until = May("--until", "TIME", $"When it ended, {Such}. Left out: it was seen at that moment.");
    private static readonly Option<string?> Strength = May("--strength", "COUNT", "How many: at least, at most and a unit, such as '100 200 persons'.");
    private static readonly Option<string?> Heading = May("--heading", "DEGREES", "Where it goes: degrees and their error, such as '350 5'.");
    private static readonly Option<string?> Speed = May("--speed", "SPEED", "How fast: metres a second and their error, such as '250 20'.");
    private static readonly Option<string?> Level = May("--level", "TEXT", "Level of readiness or posture, in words.");
    private static readonly Option<string?> Text = May("--text", "TEXT", "Words for ourselves.");

    private static readonly Option<int[]> Supersedes = new("--supersedes")
    {
        Description = "Number of an earlier observation that this one corrects and takes the place of; again for each.", HelpName = "NUMBER",
    };

    private static readonly Option<string?> Line = May("--line", "LINE", "The line on which it is asked. Default: the first with that party whose charter has a form that asks.");
    private static readonly Option<string?> Format = May("--format", "FORMAT", "The form, as 'parley notice formats' names it. Default: the first of the line that asks.");

    private static readonly Option<string> AuthorLanguage = new("--language")
    {
        Description = "The language of your own words. Default: en.", HelpName = "TAG", DefaultValueFactory = _ => "en",
    };

    private static readonly Option<string> Choice = Common.Choice<ReactionChoice>(
        "--choice", "What is done about it: nothing, words on our posture, a pause of ours, or to raise our readiness in turn, which needs a reason and a second person.");

    private static readonly Option<string?> Reason = May("--reason", "TEXT", "Why. Needed with '--choice mirror'.");

    /// <summary>Of what is entered.</summary>
    public static readonly Option<bool> Played = new("--exercise")
    {
        Description = "It is played in an exercise and nothing real: it stands apart, and is held against exercise lines alone.",
    };


    private static readonly Option<int> Weeks = new("--weeks") { Description = "How many weeks back, 1 to 104. Default: 26.", HelpName = "COUNT", DefaultValueFactory = _ => 26 };

    public static Command Build() => Common.Group(
        "observe",
        "What we saw or heard, held against all that was announced. It stays in our own house; nothing crosses a line unless officers release a question.",
        new Command("add", "Enter what was seen; the answer says at once what fits it, who of our own house has not acknowledged that, and what can be asked.").Does(
            [
                Common.Directory, Kind, Party, Place, Error, Shape, Altitude, From, Until, TimeError, Strength, Heading, Speed, Level, Source, Grading, Text, Supersedes,
                Played, Common.TokenFile, Common.Json,
            ],
            Add),
        ObserveImportCommand.Build(),
        new Command("ask", "Write a question about what was seen as a draft, for officers to read and release. It says neither source nor grading.").Does(
            [Common.Directory, Numbers, Line, Format, AuthorLanguage, Common.TokenFile, Common.Json], Ask),
        new Command("attach", "Say that an entry is about an observation: a question that was asked otherwise, or an answer. Nothing is sent.").Does(
            [Common.Directory, Number, Common.Line, Common.Entry, Common.TokenFile, Common.Json],
            i => Do(i, new AttachEntry(i.Need(Common.Line), i.Need(Common.Entry), i.Get(Number)))),
        new Command("decide", "Record what is done about a party that prepares itself, or that nothing is. Nothing is sent.").Does(
            [Common.Directory, Number, Choice, Reason, Common.TokenFile, Common.Json],
            i => Do(i, new DecideReaction(i.Get(Number), Common.Chosen<ReactionChoice>(i.Need(Choice)), i.Get(Reason)))),
        new Command("second", "Second another officer's proposal to raise our own readiness in turn. Nothing is sent.").Does(
            [Common.Directory, Number, Common.TokenFile, Common.Json], i => Do(i, new SecondReaction(i.Get(Number)))),
        new Command("risk", "How long questions about what was seen take, and how much stays unexplained. Off unless the station's file turns it on.").Does(
            [Common.Directory, Weeks, Common.TokenFile, Common.Json], Risk));

    private static Task Add(Invocation i)
    {
        var supersedes = i.Get(Supersedes) is { Length: > 0 } numbers ? string.Join(' ', numbers) : null;
        return Do(i, new AddObservation(new ObservationInput(
            i.Need(Kind), i.Need(From), i.Need(TimeError), i.Need(Source), i.Need(Grading), i.Get(Party), i.Get(Place), i.Get(Error), i.Get(Shape), i.Get(Altitude), i.Get(Until),
            i.Get(Strength), i.Get(Heading), i.Get(Speed), i.Get(Level), i.Get(Text), supersedes), i.Get(Played)));
    }

    private static async Task Do(Invocation invocation, Operation<ExplainedView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation), (screen, view) => screen.Lines(ObservationLines.Whole(view, invocation.Get(Common.Directory))));
    }

    private static async Task Ask(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(station.Control, new DraftObservationQuestion(
            invocation.Get(Numbers), invocation.Need(AuthorLanguage), invocation.Get(Line), invocation.Get(Format)));
        invocation.Show(draft, NoticeLines.Show);
    }

    private static async Task Risk(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ShowRisk(invocation.Get(Weeks))), RiskLines.Show);
    }

    private static Option<string> Needed(string name, string help, string description) => new(name) { Description = description, HelpName = help, Required = true };

    private static Option<string?> May(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
