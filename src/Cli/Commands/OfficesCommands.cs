using System.CommandLine;
using Parley.Control;
using Parley.Control.GoodOffices;
using Parley.Control.Messages;
using Parley.Control.Postures;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley posture</c> and <c>parley relay</c>: reassurance about our own conduct, and statements of others that we pass on.</summary>
internal static class OfficesCommands
{
    private static readonly Option<string> Precedence = Common.Choice<Precedence>("--precedence", "How soon it must be seen.");
    private static readonly Option<string> Language = new("--language") { Description = "The language of the text.", HelpName = "TAG", Required = true };
    private static readonly Option<string> Text = new("--text") { Description = "The text.", HelpName = "TEXT", Required = true };
    private static readonly Option<string?> RelayedText = new("--text") { Description = "What was said.", HelpName = "TEXT" };

    private static readonly Option<string> Conduct = new("--conduct")
    {
        Description = "What you do, on one line.", HelpName = "WHAT", Required = true,
    };

    private static readonly Option<string> Authority = new("--authority")
    {
        Description = "Under whose authority it is said, such as \"Minister of Defence\".", HelpName = "WHO", Required = true,
    };

    private static readonly Option<string?> Until = new("--valid-until")
    {
        Description = "When it ends, UTC, such as 14:05 or 2026-11-25T14:05Z. Left out: until other words replace it.", HelpName = "TIME",
    };

    private static readonly Option<string?> Speaker = new("--speaker") { Description = "Who said it: a party or a person.", HelpName = "WHO" };

    private static readonly Option<string?> Said = new("--said")
    {
        Description = "When it was said, UTC, such as 14:05 or 2026-11-25T14:05Z.", HelpName = "TIME",
    };

    private static readonly Option<string?> FromLine = new("--from-line") { Description = "The line of yours on which it was said.", HelpName = "LINE" };
    private static readonly Option<string?> Entry = new("--entry") { Description = "The ref of what was said there; its author's signature goes with it.", HelpName = "REF" };

    public static IEnumerable<Command> All() =>
    [
        new Command("posture", "Say what you do yourself, and that it is not aimed at them.").Does(
            [Common.Directory, Common.Line, Precedence, Conduct, Authority, Until, Language, Text, Common.TokenFile, Common.Json],
            i => Say(i, new StatePosture(
                i.Need(Common.Line), Common.Chosen<Precedence>(i.Need(Precedence)), i.Need(Conduct), i.Need(Authority), i.Need(Language), i.Need(Text),
                i.Get(Until) is { } until ? UtcTime.Coming("--valid-until", until) : null))),
        new Command("relay", "Pass on what somebody else said: as your claim (--speaker), or with its author's signature (--from-line, --entry).").Does(
            [Common.Directory, Common.Line, Precedence, FromLine, Entry, Speaker, Said, Common.Language, RelayedText, Common.TokenFile, Common.Json],
            Relay),
    ];

    private static Task Relay(Invocation invocation)
    {
        var (line, precedence) = (invocation.Need(Common.Line), Common.Chosen<Precedence>(invocation.Need(Precedence)));
        var claims = invocation.Get(Speaker) is not null || invocation.Get(Said) is not null || invocation.Get(RelayedText) is not null;
        if (invocation.Get(FromLine) is { } from && invocation.Get(Entry) is { } entry && !claims)
            return Say(invocation, new RelayEntry(line, precedence, from, entry));
        if (invocation.Get(FromLine) is null && invocation.Get(Entry) is null && invocation.Get(Speaker) is { } speaker && invocation.Get(Said) is { } said &&
            invocation.Get(Common.Language) is { } language && invocation.Get(RelayedText) is { } text)
            return Say(invocation, new RelayStatement(line, precedence, speaker, UtcTime.Past("--said", said), language, text));
        throw new CommandFault(ExitCode.Usage, "say what is passed on: --from-line and --entry, or --speaker, --said, --language and --text");
    }

    private static async Task Say(Invocation invocation, Operation<DraftView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation), DraftCommands.Show);
    }
}
