using System.CommandLine;
using System.Globalization;
using System.Text;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Stations;
using Parley.Control.Timelines;
using Parley.Exchange.Timelines;

namespace Parley.Cli.Commands;

/// <summary><c>parley timeline</c>: what happened over all lines, each item with its source; also as a page for a browser or the printer.</summary>
internal static class TimelineCommands
{
    private const int PageItems = 500;

    // Of one file.
    private const int MostPages = 20;

    private const string Such = ", such as 14:05, 2026-11-25T14:05Z or 2026-11-25 for the whole day.";

    private static readonly Option<string[]> Lines = new("--line") { Description = "A line; again for each. Default: every live line.", HelpName = "LINE" };

    private static readonly Option<bool> Exercise = new("--exercise") { Description = "Every exercise line, where no line is named. Live and exercise never stand together." };

    private static readonly Option<string[]> Parties = new("--party") { Description = "What this party did or was to do; again for each. Default: all.", HelpName = "PARTY" };

    private static readonly Option<string?> Kinds = new("--kind")
    {
        Description = "Kinds, with commas: messages, calls, contacts, checks, questions, silence, outside, by-hand, charter. Default: all.", HelpName = "KINDS",
    };

    private static readonly Option<string?> From = new("--from") { Description = $"From then on, UTC{Such} Default: 30 days before the end.", HelpName = "TIME" };

    private static readonly Option<string?> To = new("--to") { Description = $"Until then, UTC{Such} Default: now.", HelpName = "TIME" };

    private static readonly Option<string?> Before = new("--before") { Description = "What is older, by the cursor that the page before gave.", HelpName = "CURSOR" };

    private static readonly Option<int> Limit = new("--limit") { Description = "Items of a page, 1 to 500: the last ones.", HelpName = "NUMBER", DefaultValueFactory = _ => 200 };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Write all of it to this new file, for a browser or the printer, with the days since contact.", HelpName = "FILE",
    };

    public static Command Build() =>
        new Command("timeline", "What happened over all lines, newest last, each item with its source.").Does(
            [Common.Directory, Lines, Exercise, Parties, Kinds, From, To, Before, Limit, Html, Common.TokenFile, Common.Json], Show)
            .Alone();

    // A page is all of it; what cannot be meant is not passed over in silence.
    private static Command Alone(this Command command)
    {
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Html) is null)
                return;
            if (result.GetResult(Common.Json) is { Implicit: false })
                result.AddError("give --html or --json, one of the two");
            if (result.GetResult(Limit) is { Implicit: false })
                result.AddError("--limit is for the terminal; --html writes all of the time between --from and --to");
        });
        return command;
    }

    private static async Task Show(Invocation invocation)
    {
        var asked = Asked(invocation);
        var file = invocation.Get(Html) is { } html ? NewFile.Free(html) : null;
        await using var station = await OpenStation.ToSpeak(invocation);
        if (file is not null)
            await Write(invocation, station.Control, asked, file);
        else
            invocation.Show(await invocation.Do(station.Control, asked), TimelineLines.Show);
    }

    private static ListTimeline Asked(Invocation i)
    {
        var (from, to) = Stretch(i.Get(From), i.Get(To));
        return new(
            i.Get(Lines) is { Length: > 0 } lines ? string.Join(',', lines) : null,
            i.Get(Exercise),
            i.Get(Parties) is { Length: > 0 } parties ? string.Join(',', parties) : null,
            i.Get(Kinds),
            from,
            to,
            i.Get(Before),
            i.Get(Limit));
    }

    // Of a day alone, all of it; of a clock alone, the last one before the end.
    private static (string? From, string? To) Stretch(string? from, string? to)
    {
        var end = to is null ? (DateTimeOffset?)null : UtcTime.Day(to) is { } last ? last.AddDays(1).AddMilliseconds(-1) : UtcTime.Past("--to", to);
        var begin = from is null ? (DateTimeOffset?)null
            : UtcTime.Day(from) ?? (end is { } then ? UtcTime.Before("--from", from, then) : UtcTime.Past("--from", from));
        return (begin is { } b ? Written(b) : null, end is { } e ? Written(e) : null);
    }

    private static async Task Write(Invocation invocation, IControl control, ListTimeline asked, string file)
    {
        var status = await invocation.Do(control, new ShowStatus());
        // All pages are of one time, whenever they are read.
        var pages = new List<TimelinePage> { await invocation.Do(control, asked with { To = asked.To ?? Written(status.Now), Limit = PageItems }) };
        while (pages[^1].Before is { } cursor && pages.Count < MostPages)
            pages.Add(await invocation.Do(control, asked with { From = Written(pages[0].From), To = Written(pages[0].To), Before = cursor, Limit = PageItems }));
        var plots = await invocation.Do(control, new PlotContacts(asked.Lines, asked.Exercise, Written(pages[0].From), Written(pages[0].To)));
        List<string> notes = pages[^1].Before is null
            ? []
            : [$"Only the last {(MostPages * PageItems).ToString(CultureInfo.InvariantCulture)} items are in this file; choose a shorter time."];
        var sheet = TimelineLines.Sheet(status.Party, status.Now, Selection(asked), pages, notes, plots);
        await NewFile.Write(file, Encoding.UTF8.GetBytes(TimelineHtml.Write(sheet)), invocation.Cancel);
        var mark = TranscriptText.Mark(pages[0].Mode);
        invocation.Screen.Line($"{mark}{SafeText.Line(file)} is written: {sheet.Rows.Count} items. Open it in a browser, which can also print it.", Tint.Good);
    }

    private static string Selection(ListTimeline asked)
    {
        List<string> parts = [];
        if (asked.Parties is { } parties)
            parts.Add($"of {parties} alone");
        if (asked.Kinds is { } kinds)
            parts.Add($"kinds {kinds}");
        if (asked.Before is not null)
            parts.Add("what is older than a place of another page");
        return string.Join("; ", parts);
    }

    // Down to the millisecond, so that what was said last is in it.
    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
