using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.Shifts;

namespace Parley.Cli.Commands;

/// <summary>Under <c>parley shift</c>: the handover that the outgoing officer and the incoming one sign.</summary>
internal static class HandoverCommands
{
    private static readonly Option<string?> Notes = new("--notes") { Description = "Whatever else the next officer must know.", HelpName = "TEXT" };

    private static readonly Option<string[]> Interpreters = new("--interpreter")
    {
        Description = "An interpreter on call, with the language first: \"ru: Sokolova, tel. 12\"; again for each.",
        HelpName = "WHO",
    };

    private static readonly Option<bool> Sign = new("--sign") { Description = "Sign it as the officer on duty. It waits for the next officer." };
    private static readonly Argument<int> Number = new("NUMBER") { Description = "The number of the handover, as 'parley shift handovers' shows it." };

    private static readonly Option<string?> Digest = new("--digest")
    {
        Description = "The digest of the text that you have read. Without it the text is shown and you are asked.",
        HelpName = "HASH",
    };

    private static readonly Option<int> Last = new("--last") { Description = "So many of those that do not wait.", HelpName = "COUNT", DefaultValueFactory = _ => 3 };

    public static IEnumerable<Command> Build() =>
    [
        new Command("handover", "What happened in the shift and what is owed, as it would be signed; with --sign it is.").Does(
            [Common.Directory, ShiftCommands.Level, Notes, Interpreters, Sign, Common.TokenFile, Common.Json], HandOver),
        new Command("take-over", "Sign a handover as the next officer, exactly as shown, and go on duty. Every alarm outlet rings once.").Does(
            [Common.Directory, Number, Digest, Common.TokenFile, Common.Json], TakeOver),
        new Command("withdraw", "Take back a handover of your own that nobody has signed.").Does(
            [Common.Directory, Number, Common.TokenFile, Common.Json], Withdraw),
        new Command("handovers", "Handovers that wait, and the last ones.").Does(
            [Common.Directory, Last, Common.TokenFile, Common.Json], List),
    ];

    private static async Task HandOver(Invocation invocation)
    {
        List<HandoverInterpreter> interpreters = [.. (invocation.Get(Interpreters) ?? []).Select(Interpreter)];
        var notes = invocation.Get(Notes);
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(station.Control, new DraftHandover(ShiftCommands.Chosen(invocation)));
        if (!invocation.Get(Sign))
        {
            invocation.Show(draft, (screen, d) => HandoverLines.Draft(screen, d, notes ?? "", interpreters));
            return;
        }

        if (invocation.Terminal.IsInteractive)
        {
            HandoverLines.Draft(invocation.Screen, draft, notes ?? "", interpreters);
            if (invocation.Terminal.Ask("Sign exactly this? Type yes: ") != "yes")
                throw new CommandFault(ExitCode.Refused, "not signed; nothing was done");
        }

        invocation.Show(await invocation.Do(station.Control, new HandOver(draft.Level, draft.Happened, draft.Owed, notes, interpreters)), HandoverLines.Show);
    }

    private static async Task TakeOver(Invocation invocation)
    {
        var number = invocation.Get(Number);
        await using var station = await OpenStation.ToSpeak(invocation);
        var digest = invocation.Get(Digest) ?? await Ask(invocation, station, number);
        invocation.Show(await invocation.Do(station.Control, new TakeOver(number, digest)), HandoverLines.Show);
    }

    private static async Task<string> Ask(Invocation invocation, OpenStation station, int number)
    {
        var handovers = await invocation.Do(station.Control, new ListHandovers(0));
        var handover = handovers.FirstOrDefault(h => h.Number == number) ??
            throw new CommandFault(ExitCode.Refused, $"no handover {number} waits; see: parley shift handovers");
        if (!invocation.Terminal.IsInteractive)
            throw new CommandFault(ExitCode.Usage, "nobody can be asked here; say which text you have read with --digest HASH");
        HandoverLines.Show(invocation.Screen, handover);
        return invocation.Terminal.Ask("Sign exactly this and go on duty? Type yes: ") == "yes"
            ? handover.Digest
            : throw new CommandFault(ExitCode.Refused, "not signed; nothing was done");
    }

    private static async Task Withdraw(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new WithdrawHandover(invocation.Get(Number))), HandoverLines.Show);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListHandovers(invocation.Get(Last))), static (screen, handovers) =>
        {
            foreach (var handover in handovers)
                HandoverLines.Show(screen, handover);
            if (handovers.Count == 0)
                screen.Line("No handover was signed yet.");
        });
    }

    private static HandoverInterpreter Interpreter(string text) => text.Split(':', 2) is [var language, var name] && name.Trim().Length > 0
        ? new HandoverInterpreter(language.Trim(), name.Trim())
        : throw new CommandFault(ExitCode.Usage, $"'{text}' does not begin with a language and a colon, as in \"ru: Sokolova, tel. 12\"");
}
