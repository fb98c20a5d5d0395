using System.CommandLine;
using Parley.Control;
using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley code</c>: a numbered message of the line's codebook.</summary>
internal static class CodeCommands
{
    private static readonly Argument<int> Number = new("CODE") { Description = "The number, as 'parley codebook show' lists it." };

    internal static readonly Argument<string[]> Blanks = new("BLANK=VALUE")
    {
        Description = "What stands in each blank: a time such as 2026-11-22T12:00Z, a place or coordinates such as \"12.34567N 045.67890E\", a number, the number of a " +
            "message such as U12-3f0a.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> PrecedenceName =
        Common.Choice<Precedence>("--precedence", "How soon it must be seen. Default: immediate.", required: false);

    private static readonly Option<string?> Codebook = new("--codebook")
    {
        Description = "The codebook that you have at hand, such as parley/1; refused when it is not the line's.",
        HelpName = "BOOK",
    };

    private static readonly Option<bool> Test = new("--test") { Description = "Mark it as a test: the words are not meant." };

    public static Command Build()
    {
        Symbol[] symbols =
            [Common.Directory, Number, Blanks, Common.Line, PrecedenceName, Codebook, Test, Common.Regards, ReadCommands.Language, Common.TokenFile, Common.Json];
        return Common.Group(
            "code",
            "Code messages: one number of the line's codebook, read by each side in its own language.",
            new Command("send", "Send a code. One of the class 'one officer' leaves at once; others as the charter says.").Does(
                symbols, i => Say(i, t => new SendCode(t.Line, t.Number, t.Blanks, t.Precedence, t.Codebook, t.Status, t.Regards, t.Language))),
            new Command("draft", "Write a code as a draft.").Does(
                symbols, i => Say(i, t => new DraftCode(t.Line, t.Number, t.Blanks, t.Precedence, t.Codebook, t.Status, t.Regards, t.Language))));
    }

    /// <summary>Blanks as typed.</summary>
    public static IReadOnlyList<BlankInput> Read(IEnumerable<string> blanks) => [.. blanks.Select(b =>
        b.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? new BlankInput(b[..at], b[(at + 1)..])
            : throw new CommandFault(ExitCode.Usage, $"'{b}' fills no blank; write BLANK=VALUE, such as place=\"Gull Bay\""))];

    private static async Task Say(Invocation invocation, Func<Typed, Operation<DraftView>> operation)
    {
        var typed = new Typed(
            invocation.Need(Common.Line),
            invocation.Get(Number),
            Read(invocation.Get(Blanks)),
            invocation.Get(PrecedenceName) is { } chosen ? Common.Chosen<Precedence>(chosen) : Precedence.Immediate,
            invocation.Get(Codebook),
            invocation.Get(Test) ? Status.Test : Status.Actual,
            invocation.Get(Common.Regards) is { Length: > 0 } regards ? regards : null,
            invocation.Get(ReadCommands.Language));
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation(typed)), DraftCommands.Show);
    }

    private sealed record Typed(
        string Line, int Number, IReadOnlyList<BlankInput> Blanks, Precedence Precedence, string? Codebook, Status Status, IReadOnlyList<string>? Regards, string? Language);
}
