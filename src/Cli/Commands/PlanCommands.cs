using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control.Plans;
using Parley.Lines.Plans;

namespace Parley.Cli.Commands;

/// <summary><c>parley plan</c>: what our party plans, the calendar, and what the other side will see. Nothing of it leaves the station.</summary>
internal static class PlanCommands
{
    private const string Such = ", UTC, such as 2027-11-02T06:00Z, or 2027-11-02 for the whole day";

    private static readonly string[] SignNames = [.. Enum.GetNames<Sign>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private static readonly Argument<int> Number = new("NUMBER") { Description = "The plan, as 'parley plan list' numbers it." };

    private static readonly Option<string> Title = new("--title") { Description = "What it is called, on one line.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Start = new("--start") { Description = $"When it starts{Such}.", HelpName = "TIME", Required = true };

    private static readonly Option<string> End = new("--end") { Description = $"When it ends{Such}.", HelpName = "TIME", Required = true };

    private static readonly Option<string[]> Seen = new Option<string[]>("--sign")
    {
        Description = $"What the other side can see or hear of it; again for each. One of: {string.Join(", ", SignNames)}.", HelpName = "SIGN",
    }.AcceptOnlyFromAmong(SignNames);

    private static readonly Option<string?> Line = new("--line") { Description = "The line whose other parties it may concern. Default: every live line.", HelpName = "LINE" };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "The form in which its notice is expected, as 'parley notice formats' names it.", HelpName = "FORMAT",
    };

    private static readonly Option<string?> Note = new("--note") { Description = "Words for ourselves.", HelpName = "TEXT" };

    private static readonly Option<int?> Replaces = new("--number") { Description = "The plan that it takes the place of. Default: a new one.", HelpName = "NUMBER" };

    private static readonly Option<bool> Past = new("--past") { Description = "Those that are over, too." };

    private static readonly Option<string?> From = new("--from") { Description = $"From then on{Such}. Default: now.", HelpName = "TIME" };

    private static readonly Option<string?> To = new("--to") { Description = $"Until then{Such}. Default: a year later.", HelpName = "TIME" };

    private static readonly Option<bool> Exercise = new("--exercise") { Description = "Of exercise lines. Live and exercise never stand together." };

    private static readonly Option<string> AuthorLanguage = new("--language")
    {
        Description = "The language of your own words. Default: en.", HelpName = "TAG", DefaultValueFactory = _ => "en",
    };

    public static Command Build() => Common.Group(
        "plan",
        "What we plan, the notices that are due of it, the calendar, and what the other side will see. Nothing of it leaves the station.",
        new Command("keep", "Keep a plan: a new one, or one of a number anew.").Does(
            [Common.Directory, Title, Start, End, Seen, Line, Format, Note, Replaces, Common.TokenFile, Common.Json], Keep),
        new Command("draft", "Write what a plan fills in of its form as a draft, for officers to fill in, verify and release.").Does(
            [Common.Directory, Number, Line, Format, AuthorLanguage, Common.TokenFile, Common.Json], Draft),
        new Command("remove", "Forget a plan. What was announced of it stands.").Does([Common.Directory, Number, Common.TokenFile], Remove),
        new Command("list", "Our plans, and until when the notice of each is due.").Does([Common.Directory, Past, Common.TokenFile, Common.Json], List),
        new Command("calendar", "Who has announced what and when on all lines, our plans among it, and what overlaps.").Does(
            [Common.Directory, From, To, Exercise, Common.TokenFile, Common.Json], Calendar),
        new Command("signs", "What the other side will see of a plan, and what our notices tell it of that.").Does(
            [Common.Directory, Number, Common.TokenFile, Common.Json], Signs));

    private static async Task Keep(Invocation invocation)
    {
        var plan = new KeepPlan(
            invocation.Need(Title),
            Instant("--start", invocation.Need(Start), toEnd: false),
            Instant("--end", invocation.Need(End), toEnd: true),
            [.. (invocation.Get(Seen) ?? []).Select(Common.Chosen<Sign>)],
            invocation.Get(Line), invocation.Get(Format), invocation.Get(Note), invocation.Get(Replaces));
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, plan), (screen, p) => screen.Lines(PlanLines.Of(p, TimeProvider.System.GetUtcNow())));
    }

    private static async Task Draft(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(
            station.Control, new DraftPlan(invocation.Get(Number), invocation.Need(AuthorLanguage), invocation.Get(Line), invocation.Get(Format)));
        invocation.Show(draft, NoticeLines.Show);
    }

    private static async Task Remove(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        await invocation.Do(station.Control, new RemovePlan(invocation.Get(Number)));
        invocation.Screen.Line(string.Create(CultureInfo.InvariantCulture, $"plan {invocation.Get(Number)} is forgotten"));
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListPlans(invocation.Get(Past))), (screen, plans) =>
        {
            screen.Lines(plans.SelectMany(p => PlanLines.Of(p, TimeProvider.System.GetUtcNow())));
            if (plans.Count == 0)
                screen.Line("nothing is planned");
        });
    }

    private static async Task Calendar(Invocation invocation)
    {
        var (from, to) = (invocation.Get(From), invocation.Get(To));
        var show = new ShowCalendar(
            from is null ? null : Written(Instant("--from", from, toEnd: false)), to is null ? null : Written(Instant("--to", to, toEnd: true)), invocation.Get(Exercise));
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, show), PlanLines.Show);
    }

    private static async Task Signs(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(
            await invocation.Do(station.Control, new ShowSigns(invocation.Get(Number))), (screen, signs) => PlanLines.Show(screen, signs, TimeProvider.System.GetUtcNow()));
    }

    // A day alone is meant whole, so its end is the first instant of the next.
    private static DateTimeOffset Instant(string option, string text, bool toEnd) =>
        UtcTime.Day(text) is { } day ? toEnd && day < DateTimeOffset.MaxValue.AddDays(-1) ? day.AddDays(1) : day : UtcTime.Coming(option, text);

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
