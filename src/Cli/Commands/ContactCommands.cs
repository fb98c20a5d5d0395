using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Contacts;
using Parley.Control.Messages;
using Parley.Lines.Contacts;

namespace Parley.Cli.Commands;

/// <summary><c>parley contact</c> and <c>contacts</c>: talks that were held elsewhere, and the contact record.</summary>
internal static class ContactCommands
{
    private static readonly Option<string> Pair = new("--pair") { Description = "The pair of the charter's counterparts, such as ministers.", HelpName = "PAIR", Required = true };

    private static readonly Option<string[]> With = new("--with")
    {
        Description = "A party that it was with; again for each. Default: every other one with a seat in the pair.", HelpName = "PARTY",
    };

    private static readonly Option<string> From = new("--from") { Description = "When it began, UTC, such as 14:05 or 2026-11-25T14:05Z.", HelpName = "TIME", Required = true };

    private static readonly Option<string> Until = new("--until") { Description = "When it ended, UTC.", HelpName = "TIME", Required = true };

    private static readonly Option<string> Means = Common.Choice<ContactMeans>("--means", "By what means.");

    private static readonly Option<string> Ours = new("--ours") { Description = "Who talked on your side, on one line.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Theirs = new("--theirs") { Description = "Who talked on the other side, on one line.", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> Text = new("--text") { Description = "Words beside it; they need --language.", HelpName = "TEXT" };

    private static readonly Option<string?> Why = new("--text") { Description = "Why it was not so.", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> Language = new("--language") { Description = "The language of the words.", HelpName = "TAG", Required = true };

    private static readonly Option<string> Contact = new("--contact") { Description = "The ref of the contact, as 'parley contacts' shows it.", HelpName = "REF", Required = true };

    private static readonly Option<string?> AnyLine = new("--line") { Description = "The line. Default: every line whose charter has counterparts.", HelpName = "LINE" };

    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "A past day such as 2026-11-25, at its end in UTC, or a time; shows what had been said by then. Default: now.", HelpName = "DATE",
    };

    private static readonly Option<int> Days = new("--days")
    {
        Description = "How many days before that are read, 1 to 366.", HelpName = "NUMBER", DefaultValueFactory = _ => 366,
    };

    public static Command Build() => Common.Group(
        "contact",
        "Talks that were held elsewhere: one-sided until another side confirms them.",
        new Command("record", "Say that a pair talked elsewhere, or before there was a station.").Does(
            [Common.Directory, Common.Line, Pair, With, From, Until, Means, Ours, Theirs, Text, Common.Language, Common.TokenFile, Common.Json],
            i => Say(i, Recorded(i))).TextHasLanguage(Text),
        new Command("confirm", "Say that a contact which another side entered was so.").Does(
            [Common.Directory, Common.Line, Contact, Text, Common.Language, Common.TokenFile, Common.Json], i => Say(i, Answer(i, ContactAnswer.Confirmed, Text, Common.Language)))
            .TextHasLanguage(Text),
        new Command("contest", "Say that it was not so; it needs words.").Does(
            [Common.Directory, Common.Line, Contact, Why, Language, Common.TokenFile, Common.Json], i => Say(i, Answer(i, ContactAnswer.Contested, Why, Language))));

    public static Command BuildContacts() =>
        new Command("contacts", "Who talked last and when, what became of requests for calls, and checks missed.").Does(
            [Common.Directory, AnyLine, AsOf, Days, Common.TokenFile, Common.Json], List);

    private static RecordContact Recorded(Invocation i)
    {
        var until = UtcTime.Past("--until", i.Need(Until));
        return new RecordContact(
            i.Need(Common.Line),
            i.Need(Pair),
            Written(UtcTime.Before("--from", i.Need(From), until)),
            Written(until),
            Common.Chosen<ContactMeans>(i.Need(Means)),
            i.Need(Ours),
            i.Need(Theirs),
            i.Get(With) is { Length: > 0 } with ? with : null,
            i.Get(Common.Language),
            i.Get(Text));
    }

    private static AnswerContact Answer(Invocation i, ContactAnswer answer, Option<string?> text, Option<string?> language) =>
        new(i.Need(Common.Line), i.Need(Contact), answer, i.Get(language), i.Get(text));

    private static async Task Say(Invocation invocation, Operation<EntryView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, operation);
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, invocation.Need(Common.Line));
        invocation.Show(entry, (screen, e) => screen.Lines(text.Entry(e)));
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var asOf = invocation.Get(AsOf) is { } text ? Day(text) ?? Written(UtcTime.Past("--as-of", text)) : null;
        var boards = await invocation.Do(station.Control, new ListContacts(invocation.Get(AnyLine), asOf, invocation.Get(Days)));
        invocation.Show(boards, static (screen, all) =>
        {
            foreach (var board in all)
                ContactLines.Show(screen, board);
            if (all.Count == 0)
                screen.Line("no line here has counterparts in its charter");
        });
    }

    private static string? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
