using System.CommandLine;
using Parley.Cli.Commands;

namespace Parley.Cli;

/// <summary>The program <c>parley</c>.</summary>
public static class ParleyProgram
{
    private const string About =
        """
        Parley: a station for crisis lines between parties that do not trust each other.

        Exit codes: 0 done, 1 refused or not come about, 2 the command is not written as it must be, 3 the station cannot be reached.
        A token comes from --token-file, PARLEY_TOKEN or a prompt; a passphrase from --passphrase-file, PARLEY_PASSPHRASE or a prompt.
        All times are UTC.
        """;

    /// <summary>Runs one command and answers with its exit code.</summary>
    public static async Task<int> Run(string[] args, Terminal terminal, CancellationToken cancel = default)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            terminal.Error.WriteLine($"{PathOf(parsed.CommandResult.Command)}: {Sentence(parsed)}");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
            },
            cancel);
    }

    internal static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(About);
        foreach (var command in Commands(terminal))
            root.Add(command);
        return root;
    }

    private static IEnumerable<Command> Commands(Terminal terminal) =>
    [
        InitCommand.Build(terminal),
        RunCommand.Build(terminal),
        StatusCommand.Build(terminal),
        OfficerCommands.Build(terminal),
        CardCommands.Build(terminal),
        PeerCommands.Build(terminal),
        KeysCommands.Build(terminal),
        LineCommands.Build(terminal),
        DraftCommands.BuildDraft(terminal),
        DraftCommands.BuildDrafts(terminal),
        DraftCommands.BuildApprove(terminal),
        DraftCommands.BuildDiscard(terminal),
        SendCommands.BuildSend(terminal),
        SendCommands.BuildReissue(terminal),
        ReadCommands.BuildRead(terminal),
        ReadCommands.BuildEntry(terminal),
        .. AlertCommands.All(terminal),
        .. OfficesCommands.All(terminal),
        .. AttachCommands.All(terminal),
        HandleCommands.Build(terminal),
        AlarmCommands.Build(terminal),
        ShiftCommands.Build(terminal),
        CheckCommands.Build(terminal),
        CallCommands.Build(terminal),
        CallCommands.BuildCalls(terminal),
        TalkCommand.Build(terminal),
        ServiceCommands.Build(terminal),
        UltimatumCommands.Build(terminal),
        CodebookCommands.Build(terminal),
        CodeCommands.Build(terminal),
        ByHandCommands.Build(terminal),
        OutsideCommands.Build(terminal),
        VoiceCommands.BuildReadOut(terminal),
        VoiceCommands.BuildEnter(terminal),
        PouchCommands.Build(terminal),
        BackupCommands.BuildBackup(terminal),
        BackupCommands.BuildRestore(terminal),
        ExportCommands.BuildExport(terminal),
        VerifyCommands.BuildVerify(terminal),
        VerifyCommands.BuildCompare(terminal),
        ExportCommands.BuildJournal(terminal),
        DemoCommand.Build(terminal),
        BenchCommand.Build(terminal),
        BenchStation.Build(terminal),
    ];

    private static string Sentence(ParseResult parsed)
    {
        var message = string.Join(" ", parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{message.TrimEnd('.')}. See: {PathOf(parsed.CommandResult.Command)} --help";
    }

    private static string PathOf(Symbol command) =>
        command.Parents.FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "parley";
}
